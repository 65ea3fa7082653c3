/**
 * Vietnamese phone numbers, kept as `0` and nine more digits for mobiles (03, 05, 07, 08, 09) or ten
 * for landlines (02…), the way people say them. Prefixes: Thông tư 22/2014/TT-BTTTT and the change of
 * mobile prefixes of 2018.
 */
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;

/** Words before a number that say what it is. */
const LABEL =
  /^\s*(?:(?:số\s*)?(?:điện thoại|đ\.?t|sđt|dđ|đtdđ|di động|phone|mobile|zalo)|tel)\s*[:.]?\s*(?=[+\d])/i;

export const withoutPhoneLabel = (typed: string): string => typed.replace(LABEL, '');

/**
 * Letters, digits and the plus of what was typed: marks that are not seen, every kind of hyphen, dot and bracket, and
 * a label such as "ĐT:" belong to no number. Digits of Khmer and full-width ones become plain ones.
 */
const bare = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, (mark) => (/[\u0300-\u036f]/.test(mark) ? mark : ''))
    .replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
    .replace(LABEL, '')
    .replace(/[^\p{L}\p{N}+]/gu, '');

/** @returns the number in its one form, or undefined where it is no Vietnamese number. */
export const normalPhone = (typed: string): string | undefined => {
  const number = bare(typed);
  if (!/^\+?\d+$/.test(number)) return undefined;
  const national = number.replace(/^(?:\+|00)?840?(?=[1-9]\d{8,9}$)/, '0');
  return MOBILE.test(national) || LANDLINE.test(national) ? national : undefined;
};

/** A letter that looks like a digit, next to digits: "O912", "09l2". */
const LETTER_FOR_DIGIT = /(?<!\p{L})[OoIl]+(?=\d)|(?<=\d)[OoIl]+(?!\p{L})/u;

/** The code of what is wrong with a number that `normalPhone` does not take. */
export const phoneSlip = (typed: string): 'phone-letter' | 'phone-malformed' =>
  LETTER_FOR_DIGIT.test(typed.normalize('NFKC')) ? 'phone-letter' : 'phone-malformed';

/** As it is read aloud: `0912 345 678`, `0297 3812 345`. */
export const showPhone = (phone: string): string =>
  LANDLINE.test(phone)
    ? phone.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3')
    : phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

/** For `tel:` links, which must work from abroad too. */
export const dialPhone = (phone: string): string => phone.replace(/\D/g, '').replace(/^0/, '+84');

/** A number as it is shown to people who need not read it, but should know which one it is: `••• ••• 678`. */
export const maskPhone = (phone: string): string => `••• ••• ${phone.slice(-3)}`;

const MASKED = /^•{3} ?•{3} ?(\d{3})$/;

/** Whether a field holds a number as `maskPhone` shows it: it was not typed anew. */
export const isMasked = (typed: string): boolean => MASKED.test(typed.trim());
