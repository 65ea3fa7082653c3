const LANGUAGES = { vi: 'vi-VN', en: 'en-GB' } as const;
const KB = 1024;

/**
 * The size of a file as people read it: one place after the comma from 1 MB on.
 * @example sizeWords(2_200_000, 'vi') // "2,1 MB"
 */
export const sizeWords = (bytes: number, language: keyof typeof LANGUAGES): string => {
  const kb = Math.max(1, Math.ceil(bytes / KB));
  const [value, unit] = kb < KB ? [kb, 'KB'] : [Math.round((bytes / KB / KB) * 10) / 10, 'MB'];
  return `${value.toLocaleString(LANGUAGES[language])} ${unit}`;
};
