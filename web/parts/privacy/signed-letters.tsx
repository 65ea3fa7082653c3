import type { FC } from 'hono/jsx';
import type { PersonExport } from '../../../functions/privacy/export';
import { copy, type Language } from '../../copy/copy';
import { viOn } from '../../vietnamese';

interface SignedLettersProps {
  counts: PersonExport['signedLetters'];
  language: Language;
  /** The titles of the events, by their ids. */
  titles: ReadonlyMap<string, string>;
}

/** What no export can show: signed letters that may name the reader. */
export const SignedLetters: FC<SignedLettersProps> = ({ counts, language, titles }) => {
  const t = copy(language).privacy;
  if (counts.length === 0) return null;
  return (
    <section>
      <h2>{t.signedLetters}</h2>
      <p>{t.signedLettersLead}</p>
      <ul>
        {counts.map(({ eventId, count }) => (
          <li>
            <span lang={viOn(language)}>{titles.get(eventId)}</span>: {t.signedLettersOf(count)}
          </li>
        ))}
      </ul>
    </section>
  );
};
