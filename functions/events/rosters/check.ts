import type { FieldError } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { type Known, recognise, registeredAs } from '../registrations/register/recognise';
import type { Registration } from '../registrations/registration';
import {
  type Accepted,
  type CheckedRow,
  type Identity,
  ofWholeRow,
  type ReadRow,
  UNANSWERED,
} from './outcome';

/** What a person of a list is to the event; `corrects`: the sender said which registration is theirs. */
export type Seen = Known | { kind: 'corrects'; registration: Registration };

/** Decides what will be done with a person of a list. @returns an error where the row is refused */
export type Decide<P, W> = (person: P, seen: Seen) => Accepted<P, W> | FieldError;

/** Compares rows with the people who are registered, by one batched read. Writes nothing. */
export const checkRows = async <P extends Identity, W = P>(
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  rows: readonly ReadRow<P>[],
  decide: Decide<P, W>,
): Promise<CheckedRow<P, W>[]> => {
  const people = rows.flatMap(({ person, errors }) => (person && !errors.length ? [person] : []));
  const known = await recognise(world, event, people);
  const corrected = await correctedBy(world, event, rows);
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
    const { another, besideAnother, corrects, instead } = read;
    const recognised = known[next++]!;
    const isAnswered = corrects !== undefined && corrects !== UNANSWERED;
    const seen = isAnswered ? corrected.get(corrects) : recognised;
    if (!seen) return refused([ofWholeRow('registration-missing')]);
    if (corrects === UNANSWERED && seen.kind === 'unknown') return refused([ofWholeRow('same-unanswered')]);
    const settled = settlePlace(read, person, seen);
    if ('code' in settled) return refused([settled]);
    const { notes } = settled;
    const decision = decide(settled.person, another && seen.kind === 'namesake' ? { kind: 'unknown' } : seen);
    const kept = {
      row,
      ...(notes?.length && { notes }),
      ...((another || besideAnother) && { apart: true }),
      ...(instead && { instead }),
    };
    if ('outcome' in decision) return { ...kept, ...decision };
    return { ...refused([decision]), ...(seen.kind === 'namesake' && { alike: seen.registration }) };
  });
};

/**
 * A person on file stays with the unit that the row names, also where it has ended or where others have its name. For
 * all others the name must be plain.
 */
const settlePlace = <P extends Identity>(
  { place, notes = [] }: ReadRow<P>,
  person: P,
  { kind, registration }: Seen,
): { person: P; notes: readonly FieldError[] } | FieldError => {
  if (!place) return { person, notes };
  const unitId = kind === 'same' || kind === 'corrects' ? registration.unitId : undefined;
  if (unitId && place.named?.includes(unitId))
    return { person: Object.assign({}, person, { unitId }), notes };
  if (place.refused) return place.refused;
  return { person, notes: place.note ? [...notes, place.note] : notes };
};

/** The registrations of this event that rows are said to correct: one batched read. */
const correctedBy = async (
  world: World,
  event: Pick<Event, 'id'>,
  rows: readonly ReadRow<unknown>[],
): Promise<Map<string, Seen>> => {
  const ids = rows.flatMap(({ corrects }) => (corrects ? [corrects] : []));
  const found = await registeredAs(world, event, ids);
  return new Map(found.map((registration) => [registration.id, { kind: 'corrects', registration }]));
};
