import { levelOf } from '../levels';
import type { Units } from '../list';
import { mayFillQuotaOf, unitsNow } from '../successors';
import type { Unit } from '../unit';
import { type KnownUnit, type KnownUnits, knownUnits } from './known-units';
import { fitsAccents, type PlacePart, type PlaceText, readPlaceText } from './place-text';

/** What a text says of a unit. */
export interface FoundUnits {
  /** The units that it may name, of today or of before. */
  named: readonly Unit[];
  /** What these are today: one where the text is plain. */
  now: readonly Unit[];
  /** The text begins with another organisation, which may be a body of the directory. */
  organisation: boolean;
  /** Only the place in the text was understood. */
  readings: readonly PlaceText[];
}

export interface Around {
  /** Of several units of one name, those that may fill the quota of this one are meant. */
  within?: string | undefined;
  /** The text is of a column for districts: "Gò Quao" is no township there. */
  level?: 'district' | undefined;
}

const fitsKind = ({ kinds }: PlacePart, { kind }: Unit) => !kinds || kinds.includes(kind);
const fitsLevel = ({ kinds }: PlacePart, unit: Unit) =>
  !kinds || kinds.some((kind) => levelOf({ kind }) === levelOf(unit));

const hitsOf = ({ byName }: KnownUnits, { key, wholeKey }: PlacePart): readonly KnownUnit[] =>
  byName.get(key) ?? byName.get(wholeKey) ?? [];

/** The names of which a reading consists, without hamlets, teams and addresses. */
export const namesIn = (known: KnownUnits, { parts }: PlaceText): PlacePart[] =>
  parts.filter((part) => !part.smaller || hitsOf(known, part).length > 0);

/** Each other part must name a unit above: the order of parts does not matter. */
const isAbove = (known: KnownUnits, part: PlacePart, own: KnownUnit): boolean =>
  hitsOf(known, part).some(
    ({ unit, said }) => own.above.has(unit) && fitsLevel(part, unit) && fitsAccents(part, said),
  );

const inReading = (known: KnownUnits, reading: PlaceText): KnownUnit[] => {
  const parts = namesIn(known, reading);
  const targets = parts.flatMap((part) =>
    hitsOf(known, part).filter(
      (own) =>
        fitsKind(part, own.unit) &&
        fitsAccents(part, own.said) &&
        parts.every((other) => other === part || isAbove(known, other, own)),
    ),
  );
  // Thạnh Lộc and Thành Lộc are two units: where accents were typed, they choose.
  const asWritten = targets.filter((own) => parts.some(({ said }) => said === own.said));
  const best = asWritten.length ? asWritten : targets;
  const { era } = reading;
  return [...new Set(best)].filter(({ inForce }) => !era || inForce === (era === 'present'));
};

/**
 * The units that a text names, exactly: abbreviations, offices, hamlets, brackets and the order of parts do not
 * matter, a slip does. Nothing is guessed: several units are several answers.
 */
export const findUnits = (units: Units, text: string, { within, level }: Around = {}): FoundUnits => {
  const known = knownUnits(units);
  const readings = readPlaceText(text);
  const organisation = readings.some((reading) => reading.organisation);
  for (const reading of readings) {
    const all = inReading(known, reading);
    const fitting = level ? all.filter(({ unit }) => levelOf(unit) === level) : all;
    const found = (fitting.length ? fitting : all).map(({ unit }) => unit);
    const near = within ? found.filter((unit) => mayFillQuotaOf(units, unit.id, within)) : [];
    const named = near.length ? near : found;
    if (named.length) return { named, now: presentOf(units, named), organisation, readings };
  }
  return { named: [], now: [], organisation, readings };
};

/** What units are today, each once. */
export const presentOf = (units: Units, named: readonly Unit[]): Unit[] => [
  ...new Map(named.flatMap(({ id }) => unitsNow(units, id)).map((unit) => [unit.id, unit])).values(),
];
