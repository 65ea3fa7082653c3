import { nameWords } from './person-name';

const vietnamese = new Intl.Collator('vi');
/** Tones do not count: they do only between texts that are equal without them. */
const toneless = new Intl.Collator('vi', { sensitivity: 'base' });

/** The place of each of these texts in a Vietnamese list; equal texts have one place. */
const placesOf = (texts: Iterable<string>, { compare }: Intl.Collator): ReadonlyMap<string, number> => {
  const sorted = [...new Set(texts)].sort(compare);
  let place = 0;
  return new Map(
    sorted.map((text, i) => {
      if (i > 0 && compare(sorted[i - 1]!, text) !== 0) place = i;
      return [text, place];
    }),
  );
};

/** Orders these texts as a Vietnamese list does. Each different text is placed once, and places are compared. */
export const vietnameseOrder = (texts: Iterable<string>): ((a: string, b: string) => number) => {
  const places = placesOf(texts, vietnamese);
  return (a, b) => places.get(a)! - places.get(b)!;
};

/** Below every word: a shorter name comes first. */
const END = 0;

/**
 * Orders these names: Vietnamese lists are sorted by the given name, which comes last; then by the rest. Titles and notes
 * do not count, nor the place of the tone. The names of a province have few different words: only these are compared by the
 * rules of the language, and a name is compared by the places of its words.
 * @example people.sort((a, b) => byName(a.fullName, b.fullName)) // const byName = givenNameOrder(people.map(fullName))
 */
export const givenNameOrder = (names: Iterable<string>): ((a: string, b: string) => number) => {
  const wordsOf = new Map<string, string[]>();
  for (const name of names) if (!wordsOf.has(name)) wordsOf.set(name, nameWords(name));
  const words = new Set([...wordsOf.values()].flat());
  const [withTones, without] = [placesOf(words, vietnamese), placesOf(words, toneless)];
  const code = (places: ReadonlyMap<string, number>, all: readonly string[]) =>
    String.fromCodePoint(...all.map((word) => places.get(word)! + 1), END);
  const keys = new Map(
    [...wordsOf].map(([name, all]) => [
      name,
      code(withTones, all.slice(-1)) + code(without, all) + code(withTones, all),
    ]),
  );
  return (a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    return x < y ? -1 : x > y ? 1 : vietnamese.compare(a, b);
  };
};
