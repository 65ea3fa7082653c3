import { recent } from '../cache/recent';
import { withoutTitles } from './person-title';
import { cleanLine } from './text';
import { folded, hasAccents, rightApostrophe, spoken, unaccented } from './vietnamese';

/** What lists put before a name: "1. ", "01-", "(3) ", "• ". */
const NUMBERING = /^(?:[-–—•*+·●▪○]\s*|\(?\d{1,5}(?:\s*[.)\-–:/]+\s*|\s+))+(?=[\p{L}(])/u;
/** Also the mark of a footnote or of a tick: "Trần Thị Mẫu (*)". */
const PUNCTUATION_BEHIND = /(?:[\s,;:([{\-–*†✓✔☑√_]|\(\s*[*†]+\s*\)|(?<=(?:[\p{L}\p{M}]{2}|\.))\.)+$/u;
/** Longer text is no name; it is not searched for parts of one. */
const LONGEST = 200;

/** A name as it is kept: what was typed, without numbering before it and punctuation behind it. */
export const cleanPersonName = (typed: string): string => {
  // A name is one word for searching and for knowing people again, also where Khmer would part it unseen.
  const line = rightApostrophe(cleanLine(typed)).replace(/\p{Cf}/gu, '');
  if (line.length > LONGEST) return line;
  return line.replace(NUMBERING, '').replace(PUNCTUATION_BEHIND, '').trim();
};

/** A nickname stands in brackets or in quotes. */
const BRACKETS = /[([{][^)\]}]*[)\]}]?|["“”«][^"“”«»]*["“”»]?/g;
/** Printed forms leave both titles in front of the name: "Ông/Bà Trần Thị Mẫu", "Ông (bà): …". */
const EITHER_TITLE =
  /^(?:[oô]ng|b[aà]|anh|ch[iị])\s*(?:[/,(-]|ho[aặ]c)\s*(?:[oô]ng|b[aà]|anh|ch[iị])\)?(?=[\s.:])[\s.:]*(?=\p{L})/iu;
/** What follows a dash between blanks, a comma or a slash says something about the person. */
const NOTE = /\s+[-–—]\s*\S.*$|(?<=[\p{L}\p{M}]{2})[-–—]\s+\S.*$|\s*[,;:/|]\s*.*$/u;
const ROLES = [
  ...['tổ trưởng', 'tổ phó', 'tổ viên', 'hòa giải viên', 'hgv', 'tổ trưởng tổ hòa giải', 'phó tổ trưởng'],
  ...['trưởng ấp', 'phó ấp', 'phó trưởng ấp', 'trưởng thôn', 'trưởng khóm', 'trưởng khu phố'],
  ...['chủ tịch', 'phó chủ tịch', 'bí thư', 'phó bí thư', 'bí thư chi bộ'],
];
const ROLES_BEHIND = ROLES.map((role) => ` ${spoken(role)}`).sort((a, b) => b.length - a.length);
/** Nothing but letters in single words: the usual case, which has no notes. */
const LETTERS_ALONE = /^[\p{L}\p{M}'’]+(?: [\p{L}\p{M}'’]+)*$/u;

/** The words of a name that are the name, with its titles: without notes. Never empty where letters were typed. */
export const nameItself = (name: string): string => {
  if (LETTERS_ALONE.test(name) || name.length > LONGEST) return name;
  const open = cleanPersonName(name);
  const bare = open
    .normalize('NFKC')
    .replace(EITHER_TITLE, '')
    .replace(BRACKETS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // "Bà: Trần Thị Mẫu": the words before a colon are a title or a heading, where a name follows.
  const core = bare.replace(NUMBERING, '').replace(/^(\S+(?: \S+)?)\s*:\s*(?=\S+ \S)/, '$1 ');
  // "Đ/c" has a slash that begins no note.
  const slash = /^[đd]\s?\/\s?c[.:\s]*/iu.exec(core)?.[0] ?? '';
  const itself = cleanPersonName(slash + core.slice(slash.length).replace(NOTE, ''));
  return /\p{L}/u.test(itself.slice(slash.length)) ? itself : open;
};

interface Reading {
  /** `spoken`, hyphens and dots as blanks. */
  said: string;
  /** Words that were cut short: "T.", "Th", "Ng". */
  short: ReadonlySet<string>;
}

interface NameRead {
  /** The name with its title as a word of the name, and without it. */
  readings: readonly Reading[];
  sex?: 'male' | 'female' | undefined;
}

/** Letters of a script that is not written with spaces and accents as ours. */
const OTHER_SCRIPT = /[^\p{ASCII}]/u;
const HAS_VOWEL = /[aeiouy]|[^\p{ASCII}]/u;

const readingOf = (name: string): Reading => {
  const said = spoken(name);
  const dotted = [...said.matchAll(/(\p{L}+)\./gu)].map(([, word]) => word!);
  const words = said.split(/[\s.\-–]+/).filter(Boolean);
  const alone = words.join(' ');
  // A role that stands behind the name without a dash.
  const role = ROLES_BEHIND.find((one) => alone.endsWith(one) && words.length > one.split(' ').length) ?? '';
  const core = alone.slice(0, alone.length - role.length);
  const short = core.split(' ').filter((word) => dotted.includes(word) || !HAS_VOWEL.test(unaccented(word)));
  return { said: core, short: new Set(short) };
};

const readFresh = (name: string): NameRead => {
  const itself = nameItself(name);
  const untitled = withoutTitles(itself);
  const names = untitled ? [itself, untitled.rest] : [itself];
  return { readings: names.map(readingOf), sex: untitled?.sex };
};

const MOST_KEPT = 20_000;
/** A list compares and searches the same names many times. */
const readName = recent(MOST_KEPT, readFresh);

/** The name's words for searching and sorting: family name first, given name last, without titles and notes. */
export const nameWords = (name: string): string[] => readName(name).readings.at(-1)!.said.split(' ');

/** `Sôphi` and `Sô Phi` end in the same syllable: at most a consonant, vowels, and the end of a syllable. */
const LAST_SYLLABLE =
  /(?:ngh|ng|nh|th|tr|kh|ph|ch|gh|gi|qu|[bcdfghjklmnpqrstvwxz])?[aeiouy]+(?:ng|nh|ch|[cmnpt])?$/;

/**
 * The last syllable of the given name, folded: what every spelling of one name keeps, however its middle names are
 * cut short or left out. Names with different ones are never the same and never asked about.
 */
export const givenKey = (name: string): string => {
  const words = nameWords(name);
  const given = folded(words.at(-1)!);
  // Other scripts write the same name with and without blanks.
  if (OTHER_SCRIPT.test(given)) return [...folded(words.join(''))].slice(-3).join('');
  return LAST_SYLLABLE.exec(given)?.[0] ?? given;
};

/** Whether all accents agree, or one side typed none. */
const agrees = (a: string, b: string): boolean =>
  a === b || (unaccented(a) === unaccented(b) && (!hasAccents(a) || !hasAccents(b)));

const joined = (said: string) => folded(said).replace(/ /g, '');

/** "Trần T. Mẫu" and "Trần Mẫu" stand for "Trần Thị Mẫu": each word is found, in order, whole or cut short. */
const standsFor = (brief: Reading, full: Reading): boolean => {
  const [words, longer] = [brief.said.split(' '), full.said.split(' ')];
  if (words.length > longer.length) return false;
  const matches = (word: string, other: string) =>
    agrees(word, other) || (brief.short.has(word) && folded(other).startsWith(folded(word)));
  if (!agrees(words.at(-1)!, longer.at(-1)!)) return false;
  let at = 0;
  return words.every((word) => {
    while (at < longer.length && !matches(word, longer[at]!)) at++;
    return at++ < longer.length;
  });
};

/**
 * Whether two names on one phone are one person's. Symmetrical.
 * `same`: the words agree, and the accents too where both sides have them; titles, notes and spelling do not count.
 * `alike`: only the accents, blanks, middle names or the title tell them apart: the person is asked.
 */
export const compareNames = (a: string, b: string): 'same' | 'alike' | 'different' => {
  const [x, y] = [readName(a), readName(b)];
  const pairs = x.readings.flatMap((one) => y.readings.map((other) => [one, other] as const));
  if (pairs.some(([one, other]) => agrees(one.said, other.said)))
    return x.sex && y.sex && x.sex !== y.sex ? 'alike' : 'same';
  const alike = pairs.some(
    ([one, other]) =>
      joined(one.said) === joined(other.said) || standsFor(one, other) || standsFor(other, one),
  );
  return alike ? 'alike' : 'different';
};

export const sameName = (a: string, b: string): boolean => compareNames(a, b) === 'same';
