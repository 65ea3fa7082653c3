import { hasAccents, spoken, unaccented } from './vietnamese';

/**
 * Words before a name that are no part of it. Some are also family or given names (Ông Cao Thắng, Anh Thư), so a
 * title is never cut from what is kept: it gives a second reading of the name.
 */
export interface Titled {
  rest: string;
  /** The title says whether this is a man or a woman. */
  sex?: 'male' | 'female';
}

/** Titles that are no names, with or without a dot. */
const ABBREVIATION =
  /^(?:[đd]\s?[/.]\s?c|đc|pgs|gs|tskh|ts|ths|ls|luật gia|lg|bs|bsck[i12]+|ds|ks|cn|ccv|cv|ktv|mr|mrs|ms|nsut|nsnd|ngut)(?=[.:\s])[.:\s]*/iu;

const MALE = ['ông', 'anh', 'chú', 'cậu', 'quý ông'];
const FEMALE = ['bà', 'chị', 'cô', 'dì', 'mợ', 'thím', 'quý bà', 'sư cô', 'ni sư'];
/** Several words, or words that are no names. */
const OFFICE = [
  ...[
    'đồng chí',
    'luật sư',
    'tiến sĩ',
    'thạc sĩ',
    'bác sĩ',
    'dược sĩ',
    'kỹ sư',
    'cử nhân',
    'giáo sư',
    'phó giáo sư',
  ],
  ...[
    'đại đức',
    'thượng tọa',
    'hòa thượng',
    'linh mục',
    'mục sư',
    'hội thẩm',
    'công chứng viên',
    'thầy giáo',
  ],
  ...['thiếu úy', 'trung úy', 'thượng úy', 'đại úy', 'thiếu tá', 'trung tá', 'thượng tá', 'đại tá'],
];
const OTHER = ['bác', 'cụ', 'em', 'thầy', 'ngài'];

const TITLES = [...OFFICE, ...MALE, ...FEMALE, ...OTHER]
  .map((title) => ({
    said: spoken(title),
    words: title.split(' ').length,
    // "Luật sư Mẫu" is surely a title; "Ông Mẫu" may be a whole name.
    leaves: OFFICE.includes(title) ? 1 : 2,
    sex: MALE.includes(title) ? ('male' as const) : FEMALE.includes(title) ? ('female' as const) : undefined,
  }))
  .sort((a, b) => b.words - a.words);

const FIRST_WORDS = new Set(TITLES.map((title) => unaccented(title.said.split(' ')[0]!)));
const MOST_TITLES = 4;

const ALONE = new Set([...MALE, ...FEMALE, ...OTHER].filter((title) => !title.includes(' ')).map(spoken));

/** Whether a word, as it is spoken, may be a title: "anh", "chị", "bà". */
export const mayBeTitle = (said: string): boolean => ALONE.has(said);

const bareWord = (word: string) => spoken(word).replace(/[.:]$/, '');

/** The name without the titles before it. Pure. @returns undefined where none stands there */
export const withoutTitles = (name: string): Titled | undefined => {
  // Who types no accents at all types none in the title.
  const read = hasAccents(name) ? (said: string) => said : unaccented;
  let rest = name;
  let sex: Titled['sex'];
  for (let n = 0; n < MOST_TITLES; n++) {
    const short = ABBREVIATION.exec(rest);
    if (short) {
      rest = rest.slice(short[0].length);
      continue;
    }
    const words = rest.split(' ');
    if (!FIRST_WORDS.has(unaccented(bareWord(words[0]!)))) break;
    const said = words.map((word) => read(bareWord(word)));
    const title = TITLES.find(
      (t) => words.length >= t.words + t.leaves && said.slice(0, t.words).join(' ') === read(t.said),
    );
    if (!title) break;
    rest = words.slice(title.words).join(' ');
    sex = title.sex ?? sex;
  }
  return rest === name || !/\p{L}/u.test(rest) ? undefined : { rest, ...(sex && { sex }) };
};
