const GROUPING = { vi: 'vi-VN', en: 'en-GB' } as const;

/**
 * A count as people read it: `3.000`, in English `3,000`. Every number in a text that counts something is written by
 * this function or by `officialNumber`.
 */
export const showCount = (n: number, language: keyof typeof GROUPING = 'vi'): string =>
  n.toLocaleString(GROUPING[language]);

/** As many digits as amounts of money have. */
const PLAIN = /^\d{1,12}$/;
/** Groups of three, all parted by the same sign. */
const GROUPED = /^[1-9]\d{0,2}([.,\s])\d{3}(?:\1\d{3})*$/;

/**
 * A whole number as people type it: `1000`, `1.000`, `1 000`, `1,000`. A point never means a part of one: `1.5` is no
 * number here.
 */
export const typedNumber = (typed: string): number | undefined => {
  const text = typed.trim();
  if (!PLAIN.test(text) && !GROUPED.test(text)) return undefined;
  return Number(text.replace(/\D/g, ''));
};
