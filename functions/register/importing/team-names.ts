import { folded } from '../../platform/text/vietnamese';

const PREFIX = /^(?:tổ\s+hòa\s+giải|tổ\s+hoà\s+giải|to\s+hoa\s+giai|tổ\s+hg|thg)\b[\s:,-]*/iu;
const HAMLET = /^(?:ấp|khu phố|khóm|thôn|tổ dân phố)\s+\S/iu;

const withoutPrefix = (text: string): string => text.normalize('NFC').replace(PREFIX, '').trim();

/** What two spellings of one team share: "Tổ hòa giải ấp 1", "THG Ấp 1" and "ấp 1" are one team of a commune. */
export const teamKeyOf = (text: string): string =>
  folded(withoutPrefix(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^so (?=\d)/, '')
    .replace(/\b0+(?=\d)/g, '')
    .trim();

/**
 * A new team as a cell of a list names it. Pure.
 * @example teamOfCell('Ấp Hòa Bình') // { name: 'Tổ hòa giải ấp Hòa Bình', hamlet: 'Ấp Hòa Bình' }
 */
export const teamOfCell = (text: string): { name: string; hamlet?: string } => {
  const own = withoutPrefix(text);
  const lower = (words: string) => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
  const upper = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
  if (/^\d+$/.test(own)) return { name: `Tổ hòa giải số ${own}` };
  if (HAMLET.test(own)) return { name: `Tổ hòa giải ${lower(own)}`, hamlet: upper(own) };
  return { name: own ? `Tổ hòa giải ${own}` : text };
};
