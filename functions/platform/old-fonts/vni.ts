/**
 * VNI-Windows: a letter of ASCII, then a character for its marks (`Traàn` is Trần). The table is the one of the VNI
 * fonts: https://en.wikipedia.org/wiki/VNI#Character_encoding
 */
const TONES: Record<string, string> = { ø: '\u0300', ù: '\u0301', õ: '\u0303', û: '\u0309', ï: '\u0323' };

/** A circumflex or a breve, with or without a tone. */
const MARKS: Record<string, string> = {
  ...TONES,
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  ã: '\u0302\u0303',
  å: '\u0302\u0309',
  ä: '\u0302\u0323',
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ü: '\u0306\u0303',
  ú: '\u0306\u0309',
  ë: '\u0306\u0323',
};
/** Letters that are one character. */
const LETTERS: Record<string, string> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const both = (table: Record<string, string>) =>
  new Map(
    Object.entries(table).flatMap(([from, to]) => [
      [from, to],
      [from.toUpperCase(), /^\p{M}/u.test(to) ? to : to.toUpperCase()],
    ]),
  );
const LETTER_OF = both(LETTERS);
const MARK_OF = both(MARKS);
const COMBINED = /([aeouyôöAEOUYÔÖ])([øùõûïâàáãåäêèéüúë])|[ñôöæóòî]/giu;

/** A word as it is meant, if it is written for a VNI font. */
export const fromVni = (word: string): string =>
  word
    .replace(COMBINED, (all, base?: string, mark?: string) =>
      base && mark ? (LETTER_OF.get(base) ?? base) + MARK_OF.get(mark) : LETTER_OF.get(all)!,
    )
    .normalize('NFC');
