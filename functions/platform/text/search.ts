import { recent } from '../cache/recent';
import { nameItself, nameWords } from './person-name';
import { mayBeTitle } from './person-title';
import { digitsSought } from './phone-search';
import { folded, spoken } from './vietnamese';

/** What can be found of a thing. */
export interface Findable {
  /** A person's name: the given name counts most, then the family name. */
  name?: string | undefined;
  /** Other words, the more telling first. */
  texts?: readonly (string | undefined)[];
  /** Phone numbers and codes. */
  numbers?: readonly (string | undefined)[];
}

interface Word {
  said: string;
  folded: string;
  /** 0 is the given name, 1 the family name, 2 a name between, 3 and more other texts. */
  place: number;
}

const SPLIT = /[^\p{L}\p{M}\p{N}]+/u;
const wordsIn = (said: string): string[] => said.split(SPLIT).filter(Boolean);
const MOST_KEPT = 20_000;
/** Lists have few different words: each is folded once. */
const foldedWord = recent(MOST_KEPT, folded);

const wordAt =
  (place: number) =>
  (said: string): Word => ({ said, folded: foldedWord(said), place });

/** `H'Hen` is found by "hhen", "h hen" and "hen". */
const apart = (text: string): string => spoken(text.replace(/['’]/g, ' '));

const OTHER_TEXTS = 3;

const placeInName = (i: number, all: readonly string[]): number =>
  i === all.length - 1 ? 0 : i === 0 ? 1 : 2;

/** A name of letters and blanks alone, without a title. */
const isPlainName = (name: string, words: readonly string[]) =>
  words.length === name.split(' ').length && /^[\p{L}\p{M} ]+$/u.test(name);

const wordsOfName = (name: string): Word[] => {
  const own = nameWords(name);
  const words = own.map((said, i) => wordAt(placeInName(i, own))(said));
  if (isPlainName(name, own)) return words;
  // Titles and notes are found as other words are.
  const more = wordsIn(`${spoken(name)} ${apart(name)}`).filter((said) => !own.includes(said));
  return [...words, ...more.map(wordAt(OTHER_TEXTS))];
};

/** A list repeats the same few units: each text is cut into words once in a search. */
const wordReader = () => {
  const kept = new Map<string, readonly string[]>();
  const read = (text: string) => {
    const words = kept.get(text) ?? wordsIn(spoken(text));
    kept.set(text, words);
    return words;
  };
  return ({ name, texts = [] }: Findable): Word[] => [
    ...(name ? wordsOfName(name) : []),
    ...texts.flatMap((text, i) => (text ? read(text).map(wordAt(OTHER_TEXTS + i)) : [])),
  ];
};

/** Whole words first, then the place, then the accents as typed: less is better. */
const PER_PLACE = 2;
const BEGUN = 100;

const rankOfWord = (sought: Omit<Word, 'place'>, words: readonly Word[]): number | undefined => {
  let best: number | undefined;
  for (const word of words) {
    if (!word.folded.startsWith(sought.folded)) continue;
    const whole = word.folded === sought.folded;
    const asTyped = whole ? word.said === sought.said : word.said.startsWith(sought.said);
    const rank = (whole ? 0 : BEGUN) + Math.min(word.place, 40) * PER_PLACE + (asTyped ? 0 : 1);
    if (best === undefined || rank < best) best = rank;
  }
  return best;
};

/** After everything that is found by its words. */
const JOINED = 1_000;
/** Part of a word that is not written with blanks as ours says enough when it is short. */
const fewest = (joined: string) => (/[^\p{ASCII}]/u.test(joined) ? 2 : 4);

/** "sophi" finds Sô Phi. */
const rankJoined = (joined: string, name: string | undefined): number | undefined =>
  name && joined.length >= fewest(joined) && folded(nameItself(name)).replaceAll(' ', '').includes(joined)
    ? JOINED
    : undefined;

/** How a number is found: whole, at its end (the digits that people remember), anywhere. */
const rankOfNumber = (
  sought: readonly string[],
  numbers: readonly (string | undefined)[],
): number | undefined => {
  const ranks = numbers.flatMap((number) =>
    sought.flatMap((digits, i) => {
      if (!number?.includes(digits)) return [];
      return [(number === digits ? 0 : number.endsWith(digits) ? 10 : 20) + i];
    }),
  );
  return ranks.length ? Math.min(...ranks) : undefined;
};

/**
 * Prepares a search. A thing is found where every word that was typed begins one of its words, whatever the accents
 * and the order, or where one of its numbers contains the digits.
 * @returns for a thing: how well it is found, 0 the best; undefined where it is not
 */
export const searchFor = (typed: string): ((thing: Findable) => number | undefined) => {
  const sought = wordsIn(spoken(typed)).map((said) => ({ said, folded: folded(said) }));
  if (!sought.length) return () => 0;
  const digits = digitsSought(typed);
  const wordsOf = wordReader();
  const joined = sought.map((word) => word.folded).join('');
  return (thing) => {
    const numbers = thing.numbers ?? [];
    const byNumber = digits.length ? rankOfNumber(digits, numbers) : undefined;
    if (byNumber !== undefined) return byNumber;
    const words = wordsOf(thing);
    let sum = 0;
    for (const word of sought) {
      // "An 711": a number beside a name.
      const beside = digits.length ? [] : digitsSought(word.said);
      const rank = rankOfWord(word, words) ?? rankOfNumber(beside, numbers);
      // "Bà Hà" is looked for at the door; lists have her name alone.
      const isTitle = thing.name && word === sought[0] && sought.length > 1 && mayBeTitle(word.said);
      if (rank === undefined && !isTitle) return rankJoined(joined, thing.name);
      sum += rank ?? BEGUN;
    }
    return sum;
  };
};

/** Those that a search finds, the best first; equals stay in their order. Everything where nothing was typed. */
export const found = <T>(
  things: readonly T[],
  typed: string | undefined,
  findable: (thing: T) => Findable,
): T[] => {
  if (!typed?.trim()) return [...things];
  const rankOf = searchFor(typed);
  return things
    .flatMap((thing) => {
      const rank = rankOf(findable(thing));
      return rank === undefined ? [] : [{ thing, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
};
