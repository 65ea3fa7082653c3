import type { FieldError } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { type Known, recognise } from '../registrations/register/recognise';
import type { Accepted, CheckedRow, Identity, ReadRow } from './outcome';

/** Decides what will be done with a person of a list. @returns an error where the row is refused */
export type Decide<P, W> = (person: P, known: Known) => Accepted<P, W> | FieldError;

/** Compares rows with the people who are registered, by one batched read. Writes nothing. */
export const checkRows = async <P extends Identity, W = P>(
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  rows: readonly ReadRow<P>[],
  decide: Decide<P, W>,
): Promise<CheckedRow<P, W>[]> => {
  const people = rows.flatMap(({ person, errors }) => (person && !errors.length ? [person] : []));
  const known = await recognise(world, event, people);
  let next = 0;
  return rows.map((read): CheckedRow<P, W> => {
    const { row, person } = read;
    const refused = (errors: readonly FieldError[]): CheckedRow<P, W> => ({
      ...read,
      outcome: 'refused',
      errors,
      cells: read.cells ?? (person ? [person.fullName, person.phone] : []),
    });
    if (!person || read.errors.length)
      return refused([...read.errors, ...(read.place?.refused ? [read.place.refused] : [])]);
    const seen = known[next++]!;
    const { another, besideAnother } = read;
    const settled = settlePlace(read, person, seen);
    if ('code' in settled) return refused([settled]);
    const { notes } = settled;
    const decision = decide(settled.person, another && seen.kind === 'namesake' ? { kind: 'unknown' } : seen);
    const kept = { row, ...(notes?.length && { notes }), ...((another || besideAnother) && { apart: true }) };
    return 'outcome' in decision ? { ...kept, ...decision } : refused([decision]);
  });
};

/**
 * A person on file stays with the unit that the row names, also where it has ended or where others have its name. For
 * all others the name must be plain.
 */
const settlePlace = <P extends Identity>(
  { place, notes = [] }: ReadRow<P>,
  person: P,
  { kind, registration }: Known,
): { person: P; notes: readonly FieldError[] } | FieldError => {
  if (!place) return { person, notes };
  const unitId = kind === 'same' ? registration.unitId : undefined;
  if (unitId && place.named?.includes(unitId))
    return { person: Object.assign({}, person, { unitId }), notes };
  if (place.refused) return place.refused;
  return { person, notes: place.note ? [...notes, place.note] : notes };
};
