import type { FieldError } from '../../platform/problem/problem';
import { folded } from '../../platform/text/vietnamese';
import type { Written } from './broadcast';
import { type Group, isPeople } from './groups';

/** What a text may leave open, by the name that the organizer writes in braces. */
export const PLACEHOLDERS = {
  name: 'họ tên',
  from: 'đơn vị',
  title: 'tên lớp',
  when: 'thời gian',
  where: 'địa điểm',
  contact: 'liên hệ',
  code: 'mã',
  link: 'đường dẫn',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** These belong to one person or unit: they do not stand in the subject, which a locked phone shows. */
const PRIVATE: readonly Placeholder[] = ['code', 'link'];

const NAMES = Object.keys(PLACEHOLDERS) as Placeholder[];
const IN_BRACES = /\{([^{}\n]{1,60})\}/g;
/** What a template leaves for the organizer to write: `[dán đường dẫn vào đây]`. */
const BLANK = /\[[^[\]\n]{1,120}\]/;
const NOT_HTTPS = /\bhttp:\/\/\S*/i;

/** Accents and capitals do not matter: on a phone they are easily left out. */
const keyOf = (name: string): string => folded(name.normalize('NFC')).trim().replace(/\s+/g, ' ');
const BY_KEY = new Map(NAMES.map((name) => [keyOf(PLACEHOLDERS[name]), name]));

const namesIn = (text: string): string[] => [...text.matchAll(IN_BRACES)].map(([, name]) => name!);
const listed = (names: readonly Placeholder[]) => names.map((name) => `{${PLACEHOLDERS[name]}}`).join(', ');

/** Fills a text. @example fill('Kính gửi {họ tên}', { name: 'Danh Hên', … }) // "Kính gửi Danh Hên" */
export const fill = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replace(IN_BRACES, (whole, name: string) => {
    const known = BY_KEY.get(keyOf(name));
    return known ? values[known] : whole;
  });

const mistake = (path: string, text: string, allowed: readonly Placeholder[]): FieldError | undefined => {
  const unknown = namesIn(text).find((name) => !BY_KEY.has(keyOf(name)));
  if (unknown !== undefined)
    return { path, code: 'placeholder-unknown', detail: { found: `{${unknown}}`, allowed: listed(allowed) } };
  const wrong = namesIn(text)
    .map((name) => BY_KEY.get(keyOf(name))!)
    .find((name) => !allowed.includes(name));
  if (wrong)
    return {
      path,
      code: 'placeholder-not-here',
      detail: { found: listed([wrong]), allowed: listed(allowed) },
    };
  const blank = BLANK.exec(text)?.[0];
  if (blank) return { path, code: 'blank-left', detail: { found: blank } };
  const link = NOT_HTTPS.exec(text)?.[0];
  return link ? { path, code: 'link-not-https', detail: { found: link.slice(0, 80) } } : undefined;
};

/** What is wrong with a text for these groups. Only people have a code. Pure. */
export const mistakesIn = ({ subject, words }: Written, groups: readonly Group[]): FieldError[] => {
  const inWords = NAMES.filter((name) => name !== 'code' || groups.every(isPeople));
  const inSubject = NAMES.filter((name) => !PRIVATE.includes(name));
  return [mistake('subject', subject, inSubject), mistake('words', words, inWords)].filter(
    (error) => error !== undefined,
  );
};
