import { slipsBetween } from '../../platform/text/near';
import { folded } from '../../platform/text/vietnamese';
import type { Body } from './body';

/** Short forms of the words in names of bodies, without accents. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bubmttq\b/g, 'uy ban mat tran to quoc'],
  [/\bubmttqvn\b/g, 'uy ban mat tran to quoc viet nam'],
  [/\bubnd\b|\bu b n d\b/g, 'uy ban nhan dan'],
  [/\bmttqvn\b/g, 'mat tran to quoc viet nam'],
  [/\bmttq\b/g, 'mat tran to quoc'],
  [/\bvn\b/g, 'viet nam'],
  [/\b(?:hlhpn|hoi lhpn|lhpn)\b/g, 'hoi lien hiep phu nu'],
  [/\bhoi ccb\b/g, 'hoi cuu chien binh'],
  [/\btand\b/g, 'toa an nhan dan'],
  [/\bvks(?:nd)?\b/g, 'vien kiem sat nhan dan'],
  [/\btp\b/g, 'thanh pho'],
  [/\btx\b/g, 'thi xa'],
  [/\bh (?=\S)/g, 'huyen '],
];

/** A body's name for comparing: short forms written out, without accents, capitals and marks. */
const keyOf = (name: string): string => {
  const bare = folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return SHORT.reduce((key, [short, long]) => key.replace(short, long), bare);
};

interface NamedBody {
  body: Body;
  key: string;
}

const MOST = 2;
/** A name that is the beginning of another says something only if it is as long as this. */
const FEWEST_LETTERS = 8;

/** Finds bodies by their names, however they are shortened. */
export const bodyFinder = (bodies: readonly Body[]) => {
  const named = bodies.map((body): NamedBody => ({ body, key: keyOf(body.name) }));
  const byKey = new Map(named.map(({ key, body }) => [key, body]));
  return {
    /** The body of this name. */
    find: (text: string): Body | undefined => byKey.get(keyOf(text)),
    /** Bodies that may be meant: a slip, or only the beginning of the name. */
    near: (text: string): Body[] => {
      const sought = keyOf(text);
      const isBeginning = (a: string, b: string) => a.length >= FEWEST_LETTERS && b.startsWith(`${a} `);
      return named
        .filter(
          ({ key }) =>
            slipsBetween(key, sought) !== undefined || isBeginning(key, sought) || isBeginning(sought, key),
        )
        .map(({ body }) => body)
        .slice(0, MOST);
    },
  };
};
