import { Problem } from '../../platform/problem/problem';
import { Unavailable } from '../../platform/store/outcome';
import type { World } from '../../platform/world/world';
import { partitionsOf, type RegistrationStatus } from '../../seats/ledger/entry';
import { getEvent } from '../event/get';
import { takeBackCorrection, takeBackExchange } from '../registrations/change/by-import';
import { leaveEvent } from '../registrations/change/cancel';
import { getRegistration, registrationsBehind } from '../registrations/find';
import type { Registration } from '../registrations/registration';
import { inPortion } from '../rosters/portion';
import { builtOn, takenBack } from './built-on';
import type { Import, Undo } from './import';
import { advance, ended, type Taken, TRIES } from './lease';
import { deleteList } from './list-file';
import type { Portion } from './run';

/** Registrations that are looked at together; then the progress is written. */
const PAGE = 200;
/** Of the people who stay, so many are named. */
const MOST_KEPT = 200;

type Result = 'removed' | 'restored' | 'kept' | 'later' | 'unavailable';

/**
 * Takes an import back as far as there is time, from where the last portion ended. It looks at all registrations of
 * the event twice: people without a seat leave first, so that no seat that becomes free goes to one of them.
 */
export const undoPortion = async (world: World, taken: Taken, until: number): Promise<Portion> => {
  const event = await getEvent(world, taken.eventId);
  const partitions = partitionsOf(event);
  let at = taken;
  while (world.now() < until) {
    const undo = at.undo!;
    const page = await registrationsBehind(world, partitions[undo.section]!, {
      after: undo.after,
      limit: PAGE,
    });
    const people = page.items.filter((r) => concerns(r, at));
    const results = await inPortion(
      people,
      (r) => takeBack(world, r, at),
      () => world.now() < until,
    );
    if (results.includes('unavailable')) return { progressed: at !== taken, more: true };
    const isWhole = results.length === people.length;
    const after = isWhole ? page.after : people[results.length - 1]?.sk;
    if (!isWhole && !after) break;
    const next = after ? { ...undo, after } : nextPartition(undo, partitions.length);
    const counted = countedIn(next ?? undo, people, results);
    const step = await advance(world, at, { undo: counted, ...(!next && ended(world, 'undone')) });
    if (!step) return { progressed: true, more: true };
    at = step;
    if (!next) {
      await deleteList(world, at);
      return { progressed: true, more: false };
    }
  }
  return { progressed: at !== taken, more: true };
};

/** Where the undo goes on after a partition of the event; nothing where it was the last one. */
const nextPartition = ({ after: _end, ...undo }: Undo, partitions: number): Undo | undefined => {
  if (undo.section + 1 < partitions) return { ...undo, section: undo.section + 1 };
  return undo.pass === 'waiting' ? { ...undo, pass: 'seated', section: 0 } : undefined;
};

const WITHOUT_SEAT: readonly RegistrationStatus[] = ['waitlisted', 'pending'];

/** Whether it is a person of this import, and their turn in this pass. */
const concerns = (r: Registration, { id, undo }: Pick<Import, 'id' | 'undo'>): boolean => {
  const stamp = r.imports?.[id];
  if (!stamp) return false;
  // One who was removed before a worker was killed counts in the pass in which they were.
  const status = (takenBack(r, stamp) && r.was) || r.status;
  const isFirst = !stamp.before && !stamp.undone && WITHOUT_SEAT.includes(status);
  return undo!.pass === 'waiting' ? isFirst : !isFirst || !takenBack(r, stamp);
};

const takeBack = async (world: World, r: Registration, at: Taken): Promise<Result> => {
  const first = await tryToTakeBack(world, r, at);
  if (first !== 'changed') return first;
  // It changed between the look and the write: what it is now decides.
  const now = await getRegistration(world, r.id);
  if (!concerns(now, at)) return 'later';
  const second = await tryToTakeBack(world, now, at);
  return second === 'changed' ? 'kept' : second;
};

const tryToTakeBack = async (world: World, r: Registration, at: Taken): Promise<Result | 'changed'> => {
  try {
    return await takeBackOnce(world, r, at);
  } catch (error) {
    if (error instanceof Unavailable) return 'unavailable';
    if (error instanceof Problem) return 'changed';
    if (at.tries < TRIES) throw error;
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'import-undo-failed', level: 'error', import: at.id, registration: r.id, name });
    return 'kept';
  }
};

const takeBackOnce = async (world: World, r: Registration, { id }: Taken): Promise<Result> => {
  const stamp = r.imports![id]!;
  if (stamp.undone) return 'restored';
  if (takenBack(r, stamp)) return 'removed';
  if (builtOn(r, stamp)) return 'kept';
  if (stamp.before) {
    await takeBackCorrection(world, r, id);
    return 'restored';
  }
  if (stamp.instead && (await takeBackExchange(world, r, stamp.instead))) return 'removed';
  await leaveEvent(world, r.id, { from: [r.status], to: 'cancelled', how: 'undone' });
  return 'removed';
};

const countedIn = (undo: Undo, people: readonly Registration[], results: readonly Result[]): Undo => {
  const of = (result: Result) => results.filter((one) => one === result).length;
  const kept = people.filter((_, i) => results[i] === 'kept').map(({ id }) => id);
  return {
    ...undo,
    removed: undo.removed + of('removed'),
    restored: undo.restored + of('restored'),
    kept: [...undo.kept, ...kept].slice(0, MOST_KEPT),
  };
};
