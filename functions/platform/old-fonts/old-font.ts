import { isShort, isSyllable, mayBeWord, wordsOf } from './syllable';
import { fromTcvn3 } from './tcvn3';
import { fromVni } from './vni';

/** Encodings that fonts of before Unicode used for Vietnamese. */
export const OLD_FONTS = { vni: fromVni, tcvn3: fromTcvn3 } as const;
export type OldFont = keyof typeof OLD_FONTS;

/** Words with letters that only such a font or Vietnamese itself has. */
const markedWords = (text: string): string[] => wordsOf(text).filter((word) => /[^ -~]/.test(word));

/** The share of words with marks that are Vietnamese ones, from 0 to 1; 0 where no word has a mark. */
export const vietnameseShare = (text: string): number => {
  const words = markedWords(text);
  return words.length ? words.filter(isSyllable).length / words.length : 0;
};

const isVietnamese = (text: string): boolean =>
  markedWords(text).every((word) => isSyllable(word) || isShort(word));

/** A cell as it was meant, if it makes no sense as it is and does in this font. */
export const converted = (text: string, font: OldFont): string | undefined => {
  if (isVietnamese(text)) return undefined;
  const meant = text.replace(/\S+/g, (part) => (mayBeWord(part) ? OLD_FONTS[font](part) : part));
  return meant !== text && isVietnamese(meant) ? meant : undefined;
};

/**
 * The font that a list was written for. One cell alone may be a slip of the keyboard that happens to make sense.
 * @returns undefined where the list is in Unicode
 */
export const oldFontOf = (texts: readonly string[]): OldFont | undefined => {
  const marked = texts.filter((text) => markedWords(text).length > 0);
  const of = (font: OldFont) => marked.filter((text) => converted(text, font) !== undefined).length;
  const [best] = (['vni', 'tcvn3'] as const)
    .map((font) => ({ font, cells: of(font) }))
    .sort((a, b) => b.cells - a.cells);
  return best && best.cells >= Math.max(1, marked.length / 20) ? best.font : undefined;
};

/** Whether nearly all of a text, and not a word or two by chance, makes sense in one of these fonts only. */
export const isInOldFont = (texts: readonly string[]): boolean => {
  const marked = texts.filter((text) => markedWords(text).length > 0);
  const font = oldFontOf(texts);
  if (!font) return false;
  const meant = marked.filter((text) => converted(text, font) !== undefined).length;
  return meant > 2 && meant > marked.length * 0.7;
};
