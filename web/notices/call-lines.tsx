import type { FC } from 'hono/jsx';
import type { Delivery } from '../../functions/notices/delivery';
import { dialPhone, showPhone } from '../../functions/phone';
import { vietnamese } from '../../functions/time';
import { shortDate } from '../../functions/when';
import { copy, type Language } from '../copy';
import { templateWords } from './words';

const at = (iso: string) => {
  const v = vietnamese(iso);
  return `${v.hour}:${String(v.minute).padStart(2, '0')} ${shortDate(iso)}`;
};

interface ListProps {
  action: string;
  hidden?: Record<string, string>;
  language?: Language;
}

const Line: FC<ListProps & { line: Delivery }> = ({ line, action, hidden = {}, language = 'vi' }) => {
  const t = copy(language).notices;
  const words = line.words ?? '';
  return (
    <li class="card" id={line.id}>
      <p>
        <strong>{line.name}</strong> <span class="tag">{templateWords(line.template, language)}</span>{' '}
        {line.state === 'not-reached' && (
          <span class="tag lotus">{line.toldAt ? t.notReachedAt(at(line.toldAt)) : t.notReached}</span>
        )}{' '}
        {line.feedback === 'bounced' && <span class="tag lotus">{t.bounced}</span>}
      </p>
      <p>
        {line.phone ? (
          <>
            {t.call} <a href={`tel:${dialPhone(line.phone)}`}>{showPhone(line.phone)}</a>
          </>
        ) : (
          t.noPhone
        )}
      </p>
      <div class="field">
        <label for={`loi-${line.id}`}>
          {t.toSay}
          <span class="hidden-label">{t.toSayTo(line.name ?? '')}</span>
        </label>
        <textarea
          id={`loi-${line.id}`}
          lang={language === 'vi' ? undefined : 'vi'}
          readonly
          rows={Math.min(12, words.split('\n').length + 2)}
        >
          {words}
        </textarea>
      </div>
      <form method="post" action={action} class="actions">
        <input type="hidden" name="id" value={line.id} />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="btn" name="outcome" value="told">
          {t.told}
          <span class="hidden-label"> {line.name}</span>
        </button>
        <button type="submit" class="btn plain" name="outcome" value="not-reached">
          {t.notReached}
          <span class="hidden-label"> {line.name}</span>
        </button>
      </form>
    </li>
  );
};

/**
 * Lines of a call list: whom to call, what to say, and the buttons that tick them. The form posts `id`
 * and `outcome` (`told` or `not-reached`) to `action`, with whatever stands in `hidden`. What is read out
 * stays Vietnamese on an English page: it is for the person called.
 */
export const CallLines: FC<ListProps & { lines: readonly Delivery[] }> = ({ lines, ...list }) => {
  const t = copy(list.language ?? 'vi').notices;
  return lines.length === 0 ? (
    <p class="empty">{t.nobodyToCall}</p>
  ) : (
    <>
      <p>
        <strong>{t.toCall(lines.length)}</strong> {t.toCallWhy}
      </p>
      <ul class="plain-list">
        {lines.map((line) => (
          <Line line={line} {...list} />
        ))}
      </ul>
    </>
  );
};
