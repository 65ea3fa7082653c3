import { folded, rightStroke } from './vietnamese';

export { plain } from './vietnamese';

/** Half of a character, as a cut-off emoji leaves it: no database and no file can hold one. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '');

/** What takes part in no line of print: joiners, marks of direction, fillers. Khmer parts its words by them. */
const UNSEEN =
  /(?<!\p{Script=Khmer})[\u200b-\u200d]|[\u200b-\u200d](?!\p{Script=Khmer})|(?![\u200b-\u200d])[\p{DI}\p{Cf}\u2800]/gu;

/** Text is kept in NFC, without control characters, with single spaces: what people type, made one. */
export const clean = (text: string): string =>
  rightStroke(wellFormed(text))
    .normalize('NFC')
    // Control characters but for line breaks part words, as spaces do; marks of direction and joining do not.
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** A line of text: also without line breaks. */
export const cleanLine = (text: string): string => clean(text).replace(/\s*\n\s*/g, ' ');

/** Words as a line begins: with a capital. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Whether every word typed occurs in the text, whatever the accents and the order. */
export const matches = (text: string, typed: string): boolean => {
  const haystack = folded(text);
  return folded(typed)
    .split(' ')
    .every((word) => haystack.includes(word));
};

/** Removes the blanks that forms leave at the ends of lines, so that an unchanged text stays equal. */
export const trimLines = (text = ''): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
