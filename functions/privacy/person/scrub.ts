import { FORGOTTEN } from '../../events/person/forgotten';
import { folded, hasAccents, spoken } from '../../platform/text/vietnamese';

/** What tells a person in a text. */
export interface Traits {
  names: readonly string[];
  phones: readonly string[];
  emails: readonly string[];
}

/** Traits by which a person is told even where nothing else says that a text is about them: others share their name. */
export const numbersOf = ({ phones, emails }: Traits): Traits => ({ names: [], phones, emails });

/** A number as people and programs write it: 0912 345 678, 0912.345.678, +84 912 345 678. */
const phonePattern = (phone: string): RegExp => {
  const digits = [...phone.replace(/^0/, '')].join('[\\s.\\-()]*');
  return new RegExp(`(?<!\\d)(?:0|(?:\\+|00)?84[\\s.\\-()]*0?)${digits}(?!\\d)`, 'g');
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const WORD = /[\p{L}\p{M}]+/gu;

/** A word of a text is a word of the name: accents agree, or one side typed none. */
const isWord = (typed: string, word: string): boolean =>
  folded(typed) === folded(word) &&
  (spoken(typed) === spoken(word) || !hasAccents(typed) || !hasAccents(word));

/** The places in a text at which a name stands, however it is spelled. */
const placesOf = (text: string, name: string): [from: number, to: number][] => {
  const words = name.match(WORD) ?? [];
  // A single word may be any word of the language.
  if (words.length < 2) return [];
  const found = [...text.matchAll(WORD)].map((m) => ({ word: m[0], at: m.index }));
  const places: [number, number][] = [];
  for (let i = 0; i + words.length <= found.length; i++) {
    if (!words.every((word, n) => isWord(found[i + n]!.word, word))) continue;
    const last = found[i + words.length - 1]!;
    places.push([found[i]!.at, last.at + last.word.length]);
    i += words.length - 1;
  }
  return places;
};

/** A text without a person: their name in any spelling, their phone in any form, their address. */
export const scrub = (text: string, { names, phones, emails }: Traits): string => {
  let left = text;
  for (const phone of phones) left = left.replace(phonePattern(phone), '');
  for (const email of emails) left = left.replace(new RegExp(escaped(email), 'gi'), '');
  for (const name of names)
    for (const [from, to] of placesOf(left, name).reverse())
      left = left.slice(0, from) + FORGOTTEN + left.slice(to);
  return left;
};

/** The same for every text within a value. */
export const scrubbed = <T>(value: T, traits: Traits): T => {
  if (typeof value === 'string') return scrub(value, traits) as T;
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, traits)) as T;
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, scrubbed(one, traits)])) as T;
  return value;
};

/** Whether a text, or one within a value, says something of the person. */
export const speaksOf = (value: unknown, traits: Traits): boolean =>
  JSON.stringify(value) !== JSON.stringify(scrubbed(value, traits));
