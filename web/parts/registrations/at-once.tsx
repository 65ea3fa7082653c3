import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import type { Registration } from '../../../functions/events/registrations/registration';
import { span } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import { viOn } from '../../vietnamese';
import { titleIn } from '../events/event-words';

interface AtOnceProps {
  people: readonly Pick<Registration, 'sk' | 'fullName' | 'id'>[];
  /** The other events of each person, by the person's key. */
  elsewhere: ReadonlyMap<string, readonly EventInList[]>;
  /** The person's own page, where there is one. */
  hrefOf?: (r: Pick<Registration, 'id'>) => string;
  language?: Language;
}

/** As many names as help; the number is said in any case. */
const MOST = 20;

/** Says which people are expected at two events at the same time; nothing where there are none. */
export const AtOnce: FC<AtOnceProps> = ({ people, elsewhere, hrefOf, language = 'vi' }) => {
  const twice = people.filter(({ sk }) => elsewhere.has(sk));
  if (twice.length === 0) return null;
  const t = copy(language).registrations;
  return (
    <section class="notice lotus" id={AT_ONCE}>
      <p>
        <strong>{t.atOnce(twice.length)}</strong>
      </p>
      <ul>
        {twice.slice(0, MOST).map((r) => (
          <li>
            {hrefOf ? <a href={hrefOf(r)}>{r.fullName}</a> : <span lang={viOn(language)}>{r.fullName}</span>}
            {': '}
            {elsewhere.get(r.sk)!.map((event, i) => {
              const { title, lang } = titleIn(event, language);
              return (
                <>
                  {i > 0 && '; '}
                  <span lang={lang}>{title}</span>, {span(event.startsAt, event.endsAt, language)}
                </>
              );
            })}
          </li>
        ))}
      </ul>
      {twice.length > MOST && <p>{t.atOnceMore(twice.length - MOST)}</p>}
    </section>
  );
};

/** The part of the page. */
export const AT_ONCE = 'cung-luc';
