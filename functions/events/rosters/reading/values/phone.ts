import type { FieldError } from '../../../../platform/problem/problem';
import { normalPhone, phoneSlip } from '../../../../platform/text/phone';
import { saysNone } from './none';
import { note } from './value';

/** Prefixes of mobile numbers of eleven digits, and today's: the change of September 2018. */
const TODAY: Record<string, string> = {
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`016${n}`, `03${n}`])),
  ...{ '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078' },
  ...{ '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082' },
  ...{ '0186': '056', '0188': '058', '0199': '059' },
};

export interface ReadPhone {
  value?: string;
  error?: FieldError;
  notes: readonly FieldError[];
}

/**
 * The phone number of a cell: of two numbers the first, with the zero that a spreadsheet dropped, and today's prefix;
 * what else stands in the cell is said. An error names the real cause.
 */
export const readPhone = (cell: string): ReadPhone => {
  if (saysNone(cell)) return { error: note('phone', 'phone-required'), notes: [] };
  const exact = withoutExponent(cell);
  if (exact === undefined) return { error: note('phone', 'phone-exponent', { said: cell }), notes: [] };
  const whole = numberOf(exact);
  if (whole) return found(whole, []);
  if (phoneSlip(exact) === 'phone-letter') return { error: slipOf(exact), notes: [] };
  const pieces = piecesOf(exact);
  const parted = pieces.flatMap(({ text }) => numberOf(text) ?? []);
  const numbers = parted.length ? parted : inOneRun(exact);
  const [first, second] = numbers;
  if (!first) return { error: slipOf(exact), notes: [] };
  const beside = (parted.length ? pieces : [])
    .filter(({ text }) => !numberOf(text))
    .map(({ text }) => text.replace(/^[\s:;,./()-]+|[\s:;,/()-]+$/g, ''))
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !LABELS.test(text));
  return found(first, [
    ...(second && second.value !== first.value
      ? [note('phone', 'second-phone', { said: second.value })]
      : []),
    ...(beside.length ? [note('phone', 'beside-phone', { said: beside.join(' ') })] : []),
  ]);
};

interface Number {
  value: string;
  /** As it was written, if its prefix is of before 2018. */
  was?: string;
}

const found = ({ value, was }: Number, notes: readonly FieldError[]): ReadPhone => ({
  value,
  notes: was ? [note('phone', 'phone-prefix', { said: was, now: value }), ...notes] : notes,
});

const LABELS = /^(?:so )?(?:điện thoại|đt|sđt|đtdđ|dđ|di động|tel|phone|mobile|số|hoặc|và|or)$/i;

/** One number, in its one form: what a spreadsheet dropped from it is put back. */
const numberOf = (text: string): Number | undefined => {
  const given = normalPhone(text);
  if (given) return { value: given };
  const digits = onlyDigits(text);
  if (digits === undefined) return undefined;
  const national = digits.replace(/^84(?=\d{9,10}$)/, '0');
  const restored = /^(?:[35789]\d{8}|2\d{9}|1[268]\d{8}|199\d{7})$/.test(national)
    ? `0${national}`
    : national;
  const now = TODAY[restored.slice(0, 4)];
  if (now && restored.length === 11) return { value: now + restored.slice(4), was: restored };
  const value = normalPhone(restored);
  return value ? { value } : undefined;
};

/** The digits of a text that has no letters; a decimal point that a program added is none. */
const onlyDigits = (text: string): string | undefined => {
  const clean = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\d{6})[.,]0+\s*$/, '');
  return /\p{L}/u.test(clean) ? undefined : clean.replace(/\D/g, '');
};

/** @returns undefined where a spreadsheet kept only the first digits of the number ("9,00001E+08") */
const withoutExponent = (cell: string): string | undefined => {
  const [, whole, fraction = '', power] = /^\s*(\d)[.,]?(\d*)\s*E\s*\+?\s*(\d{1,2})\s*$/i.exec(cell) ?? [];
  if (whole === undefined) return cell;
  return fraction.length >= Number(power) - 1 ? whole + fraction.padEnd(Number(power), '0') : undefined;
};

/** "0900 000 828 0900 000 829": as many digits as two numbers have. */
const inOneRun = (text: string): Number[] => {
  const digits = onlyDigits(text) ?? '';
  for (const length of [10, 11]) {
    const [first, second] = [digits.slice(0, length), digits.slice(length)].map(normalPhone);
    if (first && second) return [{ value: first }, { value: second }];
  }
  return [];
};

/** Numbers and the words beside them: parted at words, brackets, slashes, commas, dashes between blanks. */
const piecesOf = (text: string): { text: string }[] => {
  const strong = /[;,/|\n()[\]]|\s[-–—]+\s|(?<=\d)\s*[-–—]\s*(?=0\d{8})|\p{L}[\p{L}\p{M}\s.:]*/gu;
  const pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(strong)) {
    pieces.push(text.slice(at, match.index));
    if (/\p{L}/u.test(match[0])) pieces.push(match[0]);
    at = match.index + match[0].length;
  }
  pieces.push(text.slice(at));
  return pieces.flatMap((piece) => (numberOf(piece) ? [{ text: piece }] : atBlanks(piece)));
};

/** "0900000828 0900000829": two numbers between which is only a blank. */
const atBlanks = (piece: string): { text: string }[] => {
  const parts = piece.trim().split(/\s+/);
  return (parts.some(numberOf) ? parts : [piece]).map((text) => ({ text }));
};

/** Why a cell gives no number. */
const slipOf = (cell: string): FieldError => {
  const said = { said: cell };
  if (phoneSlip(cell) === 'phone-letter') return note('phone', 'phone-letter', said);
  const digits = cell.normalize('NFKC').replace(/\D/g, '');
  if (/^\s*(\+|00)(?!84)/.test(cell) && digits.length > 8) return note('phone', 'phone-foreign', said);
  if (!digits) return note('phone', 'phone-words', said);
  if (/^1[89]00\d{4,6}$/.test(digits)) return note('phone', 'phone-hotline', said);
  if (/^[2-8]\d{6,7}$/.test(digits)) return note('phone', 'phone-area', said);
  return note('phone', 'phone-malformed', { digits: digits.length });
};
