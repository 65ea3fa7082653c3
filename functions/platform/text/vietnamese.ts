/**
 * The one place that knows which spellings of Vietnamese words are the same word. What is stored and shown stays
 * as it was typed; only comparing, searching and sorting use these forms. Rules and sources:
 * docs/decisions/2026-11-27-same-person.md.
 */

/** Letters with a stroke that keyboards and fonts confuse: Ð (eth), Ɖ (African d), d with a stroke laid over it. */
const STROKE = /[ÐƉ]|D[\u0335-\u0338]/g;
const SMALL_STROKE = /[ðɖ]|d[\u0335-\u0338]/g;

/** The Vietnamese Đ and đ for the letters that look like them. No other language of the province has those. */
export const rightStroke = (text: string): string => text.replace(STROKE, 'Đ').replace(SMALL_STROKE, 'đ');

/** What people type for the apostrophe of Khmer and highland names: H'Hen, Y’Bhăm. */
const APOSTROPHES = "'’‘‛ʼʻʹʽˈ′＇`´\u02ca\u02cb\u05f3\ua78c";
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');
const APOSTROPHE_AND_BLANKS = new RegExp(`[${APOSTROPHES}]\\s*`, 'gu');

/** A sign that is no apostrophe, but was typed for one, becomes `’`; the two right ones stay. */
export const rightApostrophe = (text: string): string =>
  text.replace(APOSTROPHE, (sign) => (sign === "'" ? sign : '’'));

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Letters that follow one another as vowels, with the marks on them. */
const VOWELS = /(?:[aeiouy][\u0300-\u036f]*)+/g;
const LATIN_MARKS = /[\u0300-\u036f]/g;

/** After h, k, l, m, s, t and qu an `i` that ends the word is written `i` or `y`: school books write `i`, names both. */
const OFFICIAL_Y = /(?<![\p{L}\p{M}])([hklmst]|qu)y(?!\p{M}*\p{L})/gu;
/** A `y` that is the only vowel of its syllable sounds like `i`. Not so in ay, ây, uy and before a vowel. */
const LONE_Y = /(?<=[bcdfghklmnpqrstvxz]|qu)y(?![aeiouy])/g;

/** Lower case, decomposed, one kind of đ; apostrophes, also those with a blank behind them, are left out. */
const letters = (text: string): string =>
  rightStroke(text)
    .replace(APOSTROPHE_AND_BLANKS, '')
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{DI}]/gu, '')
    .toLowerCase()
    // Decomposing may have freed a stroke or an apostrophe. A caron is a breve that was typed wrong.
    .replace(APOSTROPHE_AND_BLANKS, '')
    .replaceAll('\u030c', '\u0306')
    .replace(SMALL_STROKE, 'đ');

const oneBlank = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A text as it is spoken: accents count, the place of the tone does not (`Hoà` = `Hòa`, also misplaced `Tòan`),
 * nor do capitals, the official exchange of i and y (`Quí` = `Quý`), apostrophes, blanks and invisible marks.
 * Idempotent.
 */
export const spoken = (text: string): string => {
  const runs = letters(text).replace(VOWELS, (run) =>
    run.length === 1 ? run : run.replace(TONES, '') + (run.match(TONES)?.join('') ?? ''),
  );
  const words = runs.includes('y') ? runs.replace(OFFICIAL_Y, '$1i') : runs;
  return oneBlank(words).normalize('NFC');
};

/** Without accents; đ = d. Marks of other scripts are letters (the vowels of Khmer), so they stay. */
export const unaccented = (text: string): string =>
  text.normalize('NFD').replace(LATIN_MARKS, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/ƀ/g, 'b');

/** For finding what may be the same: no accents, and `y` = `i` where they sound alike. Coarser than `spoken`. */
export const folded = (text: string): string => oneBlank(unaccented(spoken(text)).replace(LONE_Y, 'i'));

/** Whether accents were typed; a text without any may mean every accent. */
export const hasAccents = (text: string): boolean => /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'));

/** Without accents, capitals and double blanks, but letter by letter: for words that are known, as of headings. */
export const plain = (text: string): string => oneBlank(unaccented(letters(text)));
