import { slipsBetween } from '../../../platform/text/near';
import { isCommune } from '../levels';
import type { Units } from '../list';
import { mayFillQuotaOf } from '../successors';
import type { Unit } from '../unit';
import { type FoundUnits, namesIn, presentOf } from './find-units';
import { type KnownUnit, knownUnits } from './known-units';
import { fitsAccents, type PlacePart } from './place-text';

/** Suggestions that a person is asked to choose from. */
const MOST = 3;
/** A worse guess than this is none: two names of which each has a slip. */
const WORST = 30;
/** What is so much less likely than the best is not worth a question. */
const MARGIN = 8;
/** A part that names nothing above the unit. */
const MISSING_ABOVE = 9;

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** How far names are from a part of the text: slips count most, then another kind, then other accents. */
const farnessFrom = (part: PlacePart) => {
  const written = part.key.replaceAll(' ', '');
  const digits = digitsOf(part.name);
  return ({ letters, said, unit }: KnownUnit): number | undefined => {
    const slips = slipsBetween(letters, written);
    if (slips === undefined || digits !== digitsOf(unit.name)) return undefined;
    const otherKind = part.kinds && !part.kinds.includes(unit.kind);
    return slips * 10 + (otherKind ? 4 : 0) + (fitsAccents(part, said) ? 0 : 2);
  };
};

/** Each part with the units whose names are near it. */
const nearParts = (parts: readonly PlacePart[], known: readonly KnownUnit[]) =>
  parts.map((part) => {
    const farness = farnessFrom(part);
    return known.flatMap((own) => {
      const far = farness(own);
      return far === undefined ? [] : [{ own, far }];
    });
  });

/**
 * The units of today that a text may mean, the likeliest first: to be asked, never to be taken.
 * @param found what `findUnits` said of the text
 */
export const nearUnits = (units: Units, { readings }: FoundUnits, within?: string): Unit[] => {
  const known = knownUnits(units);
  const best = new Map<Unit, number>();
  for (const reading of readings) {
    const near = nearParts(namesIn(known, reading), known.known);
    for (const [i, candidates] of near.entries())
      for (const { own, far } of candidates) {
        const others = near.filter((_, j) => j !== i);
        const sum = others.reduce((n, other) => {
          const above = other.flatMap((one) => (own.above.has(one.own.unit) ? [one.far] : []));
          return n + Math.min(MISSING_ABOVE, ...above);
        }, far);
        if (sum <= WORST && sum < (best.get(own.unit) ?? Infinity)) best.set(own.unit, sum);
      }
  }
  const rank = (unit: Unit) =>
    best.get(unit)! + (within && !mayFillQuotaOf(units, unit.id, within) ? WORST : 0);
  // Of two that are as likely, the smaller unit was meant.
  const named = [...best.keys()].sort(
    (a, b) => rank(a) - rank(b) || Number(isCommune(b)) - Number(isCommune(a)),
  );
  const likely = named.filter((unit) => rank(unit) <= rank(named[0]!) + MARGIN);
  return presentOf(units, likely).slice(0, MOST);
};
