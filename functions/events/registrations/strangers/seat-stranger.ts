import { countAttempt } from '../../../directory/accounts/attempts';
import { Problem } from '../../../platform/problem/problem';
import { DAY } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Ledger, Replaced } from '../../../seats/ledger/ledger';
import { type AnyRoom, blocksWithRoom, seatsIn } from '../../../seats/ledger/room';
import { countedIn } from '../../../seats/ledger/share';
import { type Admitted, admit } from '../../../seats/protocol/admit';
import type { Event } from '../../event/event';
import { readRoom } from '../../event/room';
import { noteCrowd } from '../../event/summarise';
import type { Registration } from '../registration';
import { nextOf, seatsForOne, UNCONFIRMED_A_DAY, UNHINDERED } from './budget';
import { type CountedDays, countedDays } from './network';
import { isWorkDone, newWork, WORK_BITS } from './work';

/** What a person sends along whose network has used its share. */
export interface Stranger {
  /** The solved puzzle. */
  work?: string | undefined;
  /** Without it: the organizer is asked. */
  unconfirmed?: boolean | undefined;
}

/** One try to admit a person. */
interface Try {
  ledger: Ledger<Registration>;
  room: AnyRoom;
  entry: Registration;
  replaces?: Replaced | undefined;
  arrived: string;
  pending: boolean;
}

interface Stranded extends Try {
  world: World;
  days: CountedDays;
  stranger: Stranger;
}

/**
 * How a person is seated who registers by themselves: by the share of their network. Three calls for a seat, like any
 * registration: the room says how many the network took, and the claim counts.
 * @returns nothing where no network is known, or nothing is limited
 */
export const seatingOf = (world: World, eventId: string, stranger: Stranger) => {
  const days = countedDays(world, eventId);
  return days && { days, seat: (one: Try) => seatStranger({ ...one, world, days, stranger }) };
};

const seatStranger = async (one: Stranded): Promise<Admitted<Registration>> => {
  const { ledger, room, entry, replaces, arrived, world, days, stranger, pending } = one;
  if (pending) return askOrganizer(one, entry);
  const next = nextOf(countsOf(room, days));
  if (next !== 'seat') {
    // A repeat is answered as such, whatever its network did.
    const found = await ledger.registration(entry);
    if (found && !replaces) return { ok: false, found };
    await note(one);
    if (stranger.unconfirmed) return hold(one);
    mustWork(one);
    if (next === 'organizer') return hold(one);
  }
  const seats = seatsIn(room).size;
  const most = seatsForOne(seats);
  const share = { attribute: days.today, ...(most < seats && { most }) };
  const isFree = (seen: AnyRoom) => entry.pools.some((pool) => blocksWithRoom(seen, pool).length > 0);
  if (!isFree(room)) return queue(one);
  const seated = await admit(ledger, room, entry, { arrived, seatOnly: true, replaces, share });
  if (seated.ok || seated.found) return seated;
  // Many at once of one network, or the last blocks have had their part of it.
  const now = await readRoom(world, entry.eventId, [days.today, days.yesterday]);
  const isUsed = countedIn(now, days.today) >= UNHINDERED;
  if (isFree(now) && isUsed) return note({ ...one, room: now }).then(() => hold(one));
  return admit(ledger, now, entry, { arrived, replaces, share: { attribute: days.today } });
};

const countsOf = (room: AnyRoom, { today: attribute, yesterday, weight }: CountedDays) => {
  const today = countedIn(room, attribute);
  const lately = today + countedIn(room, yesterday) * weight;
  return { today, lately, seats: seatsIn(room).size };
};

/** @throws Problem `work-needed` with the puzzle */
const mustWork = ({ world, entry, stranger }: Stranded): void => {
  const of = { eventId: entry.eventId, key: entry.sk };
  if (isWorkDone(world, of, stranger.work)) return;
  throw new Problem('too-many', 'work-needed', { puzzle: newWork(world, of), bits: WORK_BITS });
};

/** Takes no seat and no place in the queue: the organizer says whether this is a person. */
const hold = (one: Stranded) => askOrganizer(one, { ...one.entry, unconfirmed: true });

const askOrganizer = async (one: Stranded, entry: Registration) => {
  await countWaiting(one, 'unconfirmed');
  return admit(one.ledger, one.room, entry, { pending: true, replaces: one.replaces });
};

/** @throws Problem `network-full` where too many of this network wait today */
const countWaiting = async (
  { world, days, entry }: Stranded,
  what: 'unconfirmed' | 'queued',
): Promise<void> => {
  try {
    await countAttempt(world, what, days.label, { most: UNCONFIRMED_A_DAY, within: DAY });
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'too-many')) throw error;
    world.log({ what: 'network-full', level: 'warn', event: entry.eventId, network: days.label });
    throw new Problem('too-many', 'network-full');
  }
};

/** The queue of a full event, by network and process. A network that queues much is counted for all processes. */
const queued = new Map<string, number>();
const QUEUED_UNCOUNTED = 20;
const MOST_LABELS = 10_000;

const queue = async (one: Stranded): Promise<Admitted<Registration>> => {
  const { ledger, room, entry, replaces, arrived, days } = one;
  if (queued.size > MOST_LABELS) queued.clear();
  const here = (queued.get(days.label) ?? 0) + 1;
  queued.set(days.label, here);
  if (here > QUEUED_UNCOUNTED) await countWaiting(one, 'queued');
  // A seat that is free after all counts in the share.
  return admit(ledger, room, entry, { arrived, replaces, share: { attribute: days.today } });
};

/** Leaves a trace: a line in the log, and the number at the event. */
const note = async ({ world, room, entry, days }: Stranded): Promise<void> => {
  const n = countedIn(room, days.today);
  const { label } = days;
  world.log({ what: 'many-from-one-network', level: 'warn', event: entry.eventId, network: label, n });
  const { crowd } = room.event as Event;
  await noteCrowd(world, { id: entry.eventId, ...(crowd && { crowd }) }, { label, n });
};
