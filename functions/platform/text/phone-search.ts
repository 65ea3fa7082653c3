import { withoutPhoneLabel } from './phone';

/**
 * Mobile prefixes of eleven digits, and what they became on 15 September 2018. People and old lists still say the
 * old ones.
 */
const PREFIX_NOW: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

const LOOKS_LIKE_A_NUMBER = /^[+(]?[\d\s.,()/\-–+]+$/;
/** Fewer digits say too little. */
const FEWEST = 3;

/**
 * The digits that a search by number looks for, most likely first: as typed, without the country's code, with the
 * zero, with the prefix of today. Part of a number is enough.
 * @returns nothing where it is no number
 */
export const digitsSought = (typed: string): string[] => {
  const text = withoutPhoneLabel(typed.normalize('NFKC').replace(/[\p{Cf}\p{DI}]/gu, '')).trim();
  if (!LOOKS_LIKE_A_NUMBER.test(text)) return [];
  const digits = text.replace(/\D/g, '');
  if (digits.length < FEWEST) return [];
  const national = digits.replace(/^(?:00)?84(?:0(?=\d))?/, '0');
  const withZero = national.startsWith('0') ? national : `0${national}`;
  const forms = [digits, national, ...[withZero, national].map(prefixOfToday)];
  return [...new Set(forms)].filter((form) => form.length >= FEWEST);
};

const prefixOfToday = (digits: string): string => {
  const now = PREFIX_NOW[digits.slice(0, 4)];
  return now ? now + digits.slice(4) : digits;
};
