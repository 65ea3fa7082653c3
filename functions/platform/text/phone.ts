/**
 * Vietnamese phone numbers, kept as `0` and nine more digits for mobiles (03, 05, 07, 08, 09) or ten
 * for landlines (02…), the way people say them. Prefixes: Thông tư 22/2014/TT-BTTTT and the change of
 * mobile prefixes of 2018.
 */
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;

/** @returns the number in its one form, or undefined where it is no Vietnamese number. */
export const normalPhone = (typed: string): string | undefined => {
  const bare = typed.normalize('NFKC').replace(/[\s.\-()]/g, '');
  if (!/^\+?\d+$/.test(bare)) return undefined;
  const national = bare.replace(/^(?:\+|00)?840?(?=[1-9]\d{8,9}$)/, '0');
  return MOBILE.test(national) || LANDLINE.test(national) ? national : undefined;
};

/** As it is read aloud: `0912 345 678`, `0297 3812 345`. */
export const showPhone = (phone: string): string =>
  LANDLINE.test(phone)
    ? phone.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3')
    : phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

/** For `tel:` links, which must work from abroad too. */
export const dialPhone = (phone: string): string => phone.replace(/\D/g, '').replace(/^0/, '+84');
