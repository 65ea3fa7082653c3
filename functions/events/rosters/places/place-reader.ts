import type { Body } from '../../../directory/bodies/body';
import { bodyFinder } from '../../../directory/bodies/names';
import type { Units } from '../../../directory/units/list';
import { type Around, type FoundUnits, findUnits } from '../../../directory/units/naming/find-units';
import { nearUnits } from '../../../directory/units/naming/near-units';
import type { Unit } from '../../../directory/units/unit';
import { isInForce } from '../../../directory/units/validity';
import { unitLabel } from '../../../directory/units/words';
import type { FieldError } from '../../../platform/problem/problem';
import type { Particulars } from '../../person/person-fields';
import type { RowCells } from '../reading/rows/parts';
import { askedPlace, type SuggestedPlace, suggestedBody, suggestedUnit } from './asked-place';

/** What a row says of where its person belongs. */
export interface ReadPlace extends Pick<Particulars, 'unitId' | 'bodyId'> {
  /** The units that the text may name, where some of them have ended: a person on file as of one stays there. */
  named?: readonly string[];
  /** Why no unit was taken; a question where there are suggestions. With `named`, only for people not on file so. */
  refused?: FieldError;
  /** What should be seen of a unit that was taken. */
  note?: FieldError;
}

/** What the sender answered: the unit or body by the text that was asked about, for every row with this text. */
export type PlaceAnswers = ReadonlyMap<string, string>;

export interface Directory {
  units: Units;
  bodies: readonly Body[];
}

/** Texts that are compared with every unit; a longer list of unknown ones is no list of units. */
const MOST_COMPARED = 400;

/** The cells that name a place, as one text: what an answer is kept by. */
const textOf = ({ unit, district, body }: RowCells): string =>
  [unit, district, body].filter(Boolean).join(', ');

/**
 * Makes the reader of a list's places: "Định An", "UBND xã Định An - H. Gò Quao", the district in a column of its
 * own, the name of a body. What is not plain is asked: nothing is taken for something near.
 * @param within if several units have one name, the unit that may fill this one's quota is chosen
 */
export const placeReader = (
  { units, bodies }: Directory,
  { within, answers }: { within?: string | undefined; answers?: PlaceAnswers | undefined } = {},
) => {
  const finder = bodyFinder(bodies);
  const known = {
    units,
    within,
    body: finder.find,
    bodiesNear: (text: string) => finder.near(text).map(suggestedBody),
    suggested: (near: readonly Unit[]) => near.map((unit) => suggestedUnit(units.inForce, unit)),
  };
  const ids = new Set([...units.inForce, ...bodies].map(({ id }) => id));
  // A list repeats the same few places thousands of times.
  const cache = new Map<string, ReadPlace>();
  let compared = 0;
  return (cells: RowCells): ReadPlace => {
    const text = textOf(cells);
    if (!text) return {};
    const key = [cells.unit, cells.district, cells.body].join('|');
    const before = cache.get(key);
    if (before) return before;
    const answer = answers?.get(text);
    const place =
      answer && ids.has(answer)
        ? byId(answer)
        : readPlace(cells, { ...known, suggests: () => ++compared <= MOST_COMPARED });
    cache.set(key, place);
    return place;
  };
};

const byId = (id: string): ReadPlace => (id.startsWith('bod_') ? { bodyId: id } : { unitId: id });

interface Known {
  units: Units;
  within: string | undefined;
  body(text: string): Body | undefined;
  bodiesNear(text: string): SuggestedPlace[];
  suggested(near: readonly Unit[]): SuggestedPlace[];
  /** Whether there is time for suggestions. */
  suggests(): boolean;
}

const readPlace = (cells: RowCells, known: Known): ReadPlace => {
  const { unit, district, body } = cells;
  const inUnit = unit || district ? readUnit(cells, known) : undefined;
  if (!body) return inUnit ?? {};
  const inBody = readBody(body, textOf(cells), known);
  return { ...inUnit, ...inBody, ...(inUnit?.refused && { refused: inUnit.refused }) };
};

const readUnit = (cells: RowCells, known: Known): ReadPlace => {
  const { unit, district } = cells;
  const text = [unit, district].filter(Boolean).join(', ');
  const around: Around = { within: known.within, ...(!unit && { level: 'district' }) };
  const found = findUnits(known.units, text, around);
  const body = unit && (found.organisation || !found.named.length) ? known.body(unit) : undefined;
  if (body) return { bodyId: body.id };
  const said = textOf(cells);
  if (found.organisation) {
    return { refused: askedPlace('body-unknown', said, bodiesOrPlace(unit ?? text, found, known)) };
  }
  if (found.named.length) return oneOf(found, said, known);
  return { refused: askedPlace('unit-unknown', said, suggestionsFor(unit ?? text, found, known)) };
};

const oneOf = ({ named, now }: FoundUnits, said: string, { units: { day }, suggested }: Known): ReadPlace => {
  const [unit, another] = now;
  const ids = named.some((one) => !isInForce(one, day)) ? { named: named.map(({ id }) => id) } : {};
  const [first] = named;
  if (!unit) return { ...ids, refused: { path: 'unitId', code: 'unit-over', detail: { said } } };
  if (another) {
    const wasOne = named.length === 1 && !isInForce(first!, day);
    return { ...ids, refused: askedPlace(wasOne ? 'unit-split' : 'unit-ambiguous', said, suggested(now)) };
  }
  if (isInForce(first!, day) || named.some(({ id }) => id === unit.id)) return { ...ids, unitId: unit.id };
  const detail = { said: unitLabel(first!), now: unitLabel(unit) };
  return { ...ids, unitId: unit.id, note: { path: 'unitId', code: 'unit-now', detail } };
};

/** Units near the text, or the only unit that it can mean, or a body of nearly this name. */
const suggestionsFor = (text: string, found: FoundUnits, known: Known): SuggestedPlace[] => {
  if (!known.suggests()) return [];
  const units = nearUnits(known.units, found, known.within);
  if (units.length) return known.suggested(units);
  const bodies = known.bodiesNear(text);
  if (bodies.length) return bodies;
  // "Ấp 5" on the link of a commune.
  const isSmaller = found.readings.some(({ parts }) => parts.length && parts.every(({ smaller }) => smaller));
  return isSmaller ? known.suggested(known.units.inForce.filter(({ id }) => id === known.within)) : [];
};

/** Bodies of nearly this name, and the unit that the text names as its place. */
const bodiesOrPlace = (text: string, { now }: FoundUnits, known: Known): SuggestedPlace[] =>
  known.suggests() ? [...known.bodiesNear(text), ...known.suggested(now)] : [];

const readBody = (text: string, said: string, known: Known): ReadPlace => {
  const body = known.body(text);
  if (body) return { bodyId: body.id };
  const found = findUnits(known.units, text);
  // "UBND xã Định An" in a column for bodies is the commune.
  if (!found.organisation && found.now.length === 1 && found.named.length === 1)
    return oneOf(found, said, known);
  return {
    refused: { ...askedPlace('body-unknown', said, bodiesOrPlace(text, found, known)), path: 'bodyId' },
  };
};

/** Whether a text is the name of a unit or body, as a row that begins a group has it alone. */
export const placeTester = ({ units, bodies }: Directory) => {
  const { find } = bodyFinder(bodies);
  const cache = new Map<string, boolean>();
  return (text: string): boolean => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const isPlace = find(text) !== undefined || namesUnit(units, text);
    cache.set(text, isPlace);
    return isPlace;
  };
};

/** A person may be called like a commune: without a kind, the whole text must be its name. */
const namesUnit = (units: Units, text: string): boolean => {
  const { named, readings } = findUnits(units, text);
  return (
    named.length > 0 &&
    (readings[0]?.parts.length === 1 || readings.some(({ parts }) => parts.some(({ kinds }) => kinds)))
  );
};
