import { plain } from '../../../../platform/text/text';

/** Between dashes, dots and brackets: `- " -`, `(“ ”)`. */
const AROUND = /[\s\-–—.…()[\]]+/g;
const MARK = /^(?:["″”“〃„'’‘`´]{1,6}|\/{2,}|\\{2,}|\|{2,}|,{2,}|↑+)$/;
const WORDS = /^(?:n ?t|nhu tren(?: n ?t)?|tuong tu|cung (?:don vi|xa|so|so tren)|ditto|idem)$/;

/** Whether a cell says "the same as above": `"`, `nt`, `-nt-`, `//`, `như trên`. */
export const isDitto = (text: string): boolean => {
  if (!text || text.length > 30) return false;
  return (
    MARK.test(text.replace(AROUND, '')) ||
    WORDS.test(
      plain(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
  );
};
