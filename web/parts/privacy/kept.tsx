import type { FC } from 'hono/jsx';
import type { Consent } from '../../../functions/events/registrations/registration';
import { showCode } from '../../../functions/platform/keys/ids';
import { showPhone } from '../../../functions/platform/text/phone';
import { moment } from '../../../functions/platform/time/format-date';
import { type Kept, PLACES, type PlaceName } from '../../../functions/privacy/places/place';
import { type Copy, copy, type Language } from '../../copy/copy';
import { viOn } from '../../vietnamese';
import { templateWords } from '../notices/words';

/** A text of several lines, as it was written. */
const LONG = ['text', 'words'];
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Older registrations name a version alone. */
const consentWords = (value: unknown, language: Language, t: Copy): string => {
  if (typeof value !== 'object') return String(value);
  const { basis, version, shownAt } = value as Consent;
  const shown = version && shownAt ? t.privacy.wordingShown(version, moment(shownAt, language)) : undefined;
  return [t.registrations.consents[basis], shown].filter(Boolean).join('; ');
};

/** One value as people read it; nothing where there is none. */
const wordsOf = (name: string, value: unknown, language: Language, t: Copy): string => {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t.shared.yes : t.shared.no;
  if (Array.isArray(value))
    return value
      .map((one) => wordsOf(name, one, language, t))
      .filter(Boolean)
      .join('; ');
  if (name === 'consent') return consentWords(value, language, t);
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => wordsOf(name, one, language, t))
      .filter(Boolean)
      .join(', ');
  const text = String(value);
  if (name === 'code') return showCode(text);
  if (name === 'phone' || name === 'contactPhone') return showPhone(text);
  if (name === 'template') return templateWords(text, language);
  if (TIME.test(text)) return moment(text, language);
  const { statuses } = t.registrations;
  const named: Record<string, Record<string, string>> = {
    ...t.privacy.values,
    status: statuses,
    gender: t.person.genders,
    teamRole: { ...t.person.teamRoles, none: '' },
  };
  return named[name]?.[text] ?? text;
};

/** What a field is called: the particulars of a person as every form calls them. */
const labelOf = (name: string, t: Copy): string | undefined => {
  const particular = (t.person as Record<string, unknown>)[name];
  return t.privacy.fields[name] ?? (typeof particular === 'string' ? particular : undefined);
};

const Entry: FC<{ of: Kept; language: Language; title?: string | undefined }> = ({ of, language, title }) => {
  const t = copy(language);
  const rows = Object.entries(of.values)
    .map(([name, value]) => ({ name, label: labelOf(name, t), words: wordsOf(name, value, language, t) }))
    .filter(({ label }) => label)
    .filter(({ words }) => words);
  return (
    <>
      {title && <h3 lang={viOn(language)}>{title}</h3>}
      <dl class="summary">
        {rows.map(({ name, label, words }) => (
          <div>
            <dt>{label}</dt>
            <dd lang={viOn(language)}>{LONG.includes(name) ? <pre class="mail">{words}</pre> : words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

interface KeptListProps {
  kept: readonly Kept[];
  language: Language;
  /** The titles of the events, by their ids. */
  titles: ReadonlyMap<string, string>;
}

/** All that is kept of a person, place by place. */
export const KeptList: FC<KeptListProps> = ({ kept, language, titles }) => {
  const t = copy(language).privacy;
  const shown = PLACES.filter(
    (place: PlaceName) => place !== 'history' && kept.some((one) => one.place === place),
  );
  return (
    <>
      {shown.map((place) => (
        <section>
          <h2>{t.places[place]}</h2>
          {kept
            .filter((one) => one.place === place)
            .map((one) => (
              <Entry of={one} language={language} title={one.eventId && titles.get(one.eventId)} />
            ))}
        </section>
      ))}
    </>
  );
};
