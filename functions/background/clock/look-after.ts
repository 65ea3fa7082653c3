import type { Event, EventInList } from '../../events/event/event';
import { readRoom } from '../../events/event/room';
import { releaseExpiredQuotas } from '../../events/nominations/due/release';
import { tendRoll } from '../../events/registrations/roll/keep-roll';
import { keepSweep, readSweeps, type Sweep } from '../../notices/sweep/resume';
import { ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { tendSummary } from '../streams/summarise-seats';
import { mendSeats } from './mend-seats';
import { isSweepDue, sweepStep } from './sweep';

/** Runs a step of the tick; one that fails does not stop the others. */
export type RunStep = (what: string, act: () => Promise<unknown>) => Promise<void>;

/**
 * Looks after every event: quotas and seats, then the notices that are missing. Ends at `until` (ms): what was not
 * reached comes first in the next tick.
 */
export const lookAfterEvents = async (
  world: World,
  events: readonly EventInList[],
  { step, until }: { step: RunStep; until: number },
): Promise<void> => {
  let sweeps = new Map<string, Sweep>();
  await step('sweeps', async () => {
    sweeps = await readSweeps(world);
  });
  const due: { event: Event; last: Sweep | undefined }[] = [];
  const first = sweeps.get(NEXT)?.state ?? '';
  let next = '';
  for (const { id } of beginningWith(first, events)) {
    if (world.now() >= until) {
      next = id;
      break;
    }
    await step('seats', async () => {
      const room = await readRoom(world, id);
      const { event } = room;
      if (!event) return;
      if (ms(event.endsAt) > world.now()) await step('quotas', () => releaseExpiredQuotas(world, id, room));
      // After the event's end too: only then do its seats stop changing.
      await step('seats', () => mendSeats(world, room, event));
      await step('summary', () => tendSummary(world, room, event));
      await step('roll', () => tendRoll(world, event));
      const last = sweeps.get(id);
      if (isSweepDue(event, last, world.now())) due.push({ event, last });
    });
  }
  if (next !== first)
    await step('next', () => keepSweep(world, NEXT, { at: world.now(), state: next, run: undefined }));
  // The one that waits longest for its turn first.
  due.sort((a, b) => (a.last?.steppedAt ?? 0) - (b.last?.steppedAt ?? 0));
  // In turns, a step each: a large event does not keep the others waiting.
  while (due.length && world.now() < until) {
    const { event, last } = due.shift()!;
    await step('notices', async () => {
      const after = await sweepStep(world, event, last);
      if (after.run) due.push({ event, last: after });
    });
  }
};

/** Which event the last tick did not reach. */
const NEXT = 'next';

const beginningWith = (id: string, events: readonly EventInList[]): EventInList[] => {
  const at = Math.max(
    0,
    events.findIndex((e) => e.id === id),
  );
  return [...events.slice(at), ...events.slice(0, at)];
};
