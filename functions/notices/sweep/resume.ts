import type { Event } from '../../events/event/event';
import { noticesTable } from '../../outbox/deliveries/notices-table';
import { table } from '../../platform/store/table';
import { DAY, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { createNextDueDeliveries, type Place } from '../due-deliveries-of-event';
import { REMINDING, reminderAt } from '../occasions/occasion';

/** A sweep that is under way: how far it is, and what it found so far. */
interface Run {
  /** The state of the event that it tells of: in another state it begins anew. */
  state: string;
  /** None at the beginning. */
  place?: Place | undefined;
  written: number;
  waiting: number;
  people?: number;
  /** The clock has mended what requests left undone. */
  mended?: boolean;
}

/** When an event was last swept for missing notices (ms), which state it was in, and a sweep that is under way. */
export interface Sweep {
  pk: 'sweep';
  sk: string;
  at: number;
  state: string;
  run?: Run | undefined;
  /** When its last step was (ms). */
  steppedAt: number;
  /** Seconds: the item goes when the clock has not looked at the event for long. */
  expiresAt: number;
  by?: string;
}
const sweeps = table<Sweep>(noticesTable);
const KEPT = 30 * DAY;

/** All of them, by event: one call for the whole tick. */
export const readSweeps = async (world: World): Promise<Map<string, Sweep>> => {
  const found = await world.db.all(sweeps, {
    where: 'pk = :pk',
    values: { ':pk': 'sweep' },
    consistent: true,
  });
  return new Map(found.map((sweep) => [sweep.sk, sweep]));
};

export const readSweep = (world: World, eventId: string): Promise<Sweep | undefined> =>
  world.db.get(sweeps, { pk: 'sweep', sk: eventId }, { consistent: true });

export const keepSweep = async (
  world: World,
  eventId: string,
  sweep: Pick<Sweep, 'at' | 'state' | 'run'>,
): Promise<Sweep> => {
  const kept: Sweep = {
    pk: 'sweep',
    sk: eventId,
    ...sweep,
    steppedAt: world.now(),
    expiresAt: Math.floor((world.now() + KEPT) / 1_000),
  };
  await world.db.put(sweeps, kept);
  return kept;
};

/** Everything of an event that decides which notices are due. */
export const sweepState = (event: Event, now: number): string =>
  [
    event.status,
    event.turn,
    event.schedule,
    event.link ?? 0,
    now >= reminderAt(event, REMINDING) ? 'remind' : '',
    now >= ms(event.startsAt) ? 'begun' : '',
    now >= ms(event.endsAt) ? 'over' : '',
  ].join(' ');

export const beginRun = (state: string): Run => ({ state, written: 0, waiting: 0, people: 0 });

/** @returns the run after its next step; `place` is missing where it was the last */
export const nextStep = async (world: World, event: Event, run: Run): Promise<Run> => {
  const step = await createNextDueDeliveries(world, event, run.place);
  return {
    ...run,
    place: step.next,
    written: run.written + step.written,
    waiting: run.waiting + step.waiting,
    people: (run.people ?? 0) + step.people,
  };
};

/** So long (ms) the reader of a stream tells the people of an event that changed; the clock goes on where it stopped. */
const AT_ONCE = 10_000;

/** Begins to tell the people of an event that changed. */
export const beginSweep = async (world: World, event: Event): Promise<void> => {
  const until = world.now() + AT_ONCE;
  let run = beginRun(sweepState(event, world.now()));
  do {
    run = await nextStep(world, event, run);
    if (!run.place) return;
  } while (world.now() < until);
  const last = await readSweep(world, event.id);
  await keepSweep(world, event.id, { at: last?.at ?? 0, state: last?.state ?? '', run });
};
