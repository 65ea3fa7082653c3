import { nameWords } from './person-name';

const vietnamese = new Intl.Collator('vi');

/**
 * Vietnamese lists are sorted by the given name, which comes last; then by the rest. Titles and notes do not count,
 * nor the place of the tone.
 */
export const byGivenName = (a: string, b: string): number => {
  const [x, y] = [nameWords(a), nameWords(b)];
  return (
    vietnamese.compare(x.at(-1)!, y.at(-1)!) ||
    vietnamese.compare(x.join(' '), y.join(' ')) ||
    vietnamese.compare(a, b)
  );
};
