import type { Child, FC } from 'hono/jsx';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { moment } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import { Island } from '../../ui/island';
import { Say, viOn } from '../../vietnamese';
import { templateWords } from './words';

interface ListProps {
  action: string;
  hidden?: Record<string, string>;
  language?: Language;
  /** Why a line must be told today. */
  urgent?: (line: Delivery) => string | undefined;
  /** The other lines that the same call covers. */
  sameCall?: (line: Delivery) => readonly SameCall[];
  /** What a page adds to a line. */
  parts?: LineParts;
}

export interface SameCall {
  id: string;
  name: string;
  href: string;
}

export interface LineParts {
  /** Above the line. */
  before?: (line: Delivery) => Child;
  /** Before the name. */
  box?: (line: Delivery) => Child;
  /** Of the person. */
  href?: (line: Delivery) => string;
  about?: (line: Delivery) => Child;
  /** Behind the words to say. */
  after?: (line: Delivery) => Child;
  hidden?: (line: Delivery) => Record<string, string>;
}

type LineProps = ListProps & { line: Delivery };

/** The buttons that tick a line, and one that copies its words. */
const TickButtons: FC<LineProps> = ({ line, action, hidden = {}, language = 'vi', parts }) => {
  const t = copy(language).notices;
  return (
    <form method="post" action={action} class="actions">
      <input type="hidden" name="id" value={line.id} />
      {Object.entries({ ...hidden, ...parts?.hidden?.(line) }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="btn" name="outcome" value="told">
        {t.told}
        <span class="hidden-label" lang={viOn(language)}>
          {' '}
          {line.name}
        </span>
      </button>
      <button type="submit" class="btn plain" name="outcome" value="not-reached">
        {t.notReached}
        <span class="hidden-label" lang={viOn(language)}>
          {' '}
          {line.name}
        </span>
      </button>
      <button type="button" class="linklike" data-copy={`loi-${line.id}`} data-done={t.copied} hidden>
        {t.copyWords}
        <span class="hidden-label">
          <Say language={language} words={t.toSayTo}>
            {line.name ?? ''}
          </Say>
        </span>
      </button>
    </form>
  );
};

/** What to read out to the person, folded. */
const WordsToSay: FC<Pick<LineProps, 'line' | 'language'>> = ({ line, language = 'vi' }) => {
  const t = copy(language).notices;
  const words = line.words ?? '';
  return (
    <details>
      <summary>
        {t.toSay}
        <span class="hidden-label">
          <Say language={language} words={t.toSayTo}>
            {line.name ?? ''}
          </Say>
        </span>
      </summary>
      <textarea
        id={`loi-${line.id}`}
        aria-label={t.toSay + t.toSayTo(line.name ?? '')}
        lang={viOn(language)}
        readonly
        rows={Math.min(12, words.split('\n').length + 2)}
      >
        {words}
      </textarea>
    </details>
  );
};

const Line: FC<LineProps> = (props) => {
  const { line, language = 'vi', parts = {} } = props;
  const t = copy(language).notices;
  const why = props.urgent?.(line);
  const name = <strong lang={viOn(language)}>{line.name}</strong>;
  return (
    <li class="card call" id={line.id}>
      <div>
        {why && (
          <>
            <span class="tag lotus">{t.callNow}</span> {why}
            <br />
          </>
        )}
        {parts.box?.(line)}
        {parts.href ? <a href={parts.href(line)}>{name}</a> : name}{' '}
        <span class="tag">{templateWords(line.template, language)}</span>{' '}
        {line.state === 'not-reached' && (
          <span class="tag lotus">
            {line.toldAt ? t.notReachedAt(moment(line.toldAt, language)) : t.notReached}
          </span>
        )}{' '}
        {(line.feedback === 'bounced' || line.feedback === 'undelivered') && (
          <span class="tag lotus">{t[line.feedback]}</span>
        )}
        <br />
        {line.phone ? (
          <>
            {t.call} <a href={`tel:${dialPhone(line.phone)}`}>{showPhone(line.phone)}</a>
          </>
        ) : (
          t.noPhone
        )}
        {parts.about?.(line)}
        <SameNumber others={props.sameCall?.(line) ?? []} language={language} />
      </div>
      <TickButtons {...props} />
      <WordsToSay line={line} language={language} />
      {parts.after?.(line)}
    </li>
  );
};

/** The other lines that the same call covers. */
const SameNumber: FC<{ others: readonly SameCall[]; language: Language }> = ({ others, language }) => {
  if (others.length === 0) return null;
  return (
    <>
      <br />
      <span class="small">
        {copy(language).notices.sameCall}{' '}
        {others.map(({ name, href }, i) => (
          <>
            {i > 0 && ', '}
            <a href={href} lang={viOn(language)}>
              {name}
            </a>
          </>
        ))}
      </span>
    </>
  );
};

/** The lines alone, in their order. */
export const CallCards: FC<ListProps & { lines: readonly Delivery[] }> = ({ lines, ...list }) => (
  <ul class="plain-list">
    {lines.map((line) => (
      <>
        {list.parts?.before?.(line)}
        <Line line={line} {...list} />
      </>
    ))}
  </ul>
);

interface CallLinesProps extends ListProps {
  lines: readonly Delivery[];
  /** How many people the whole list is for. */
  people: number;
}

/**
 * Lines of a call list: the person to call, what to say, and the buttons that tick the line. The form posts
 * `id` and `outcome` (`told` or `not-reached`) to `action`, with the fields in `hidden`. The words to read
 * out stay Vietnamese on an English page: they are for the person called.
 */
export const CallLines: FC<CallLinesProps> = ({ lines, people, ...list }) => {
  const t = copy(list.language ?? 'vi').notices;
  return (
    <>
      <p>
        <strong>{t.toCall(people)}</strong> {t.toCallWhy}
      </p>
      <CallCards lines={lines} {...list} />
      <Island name="copy" />
    </>
  );
};
