import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import { listInvitations } from '../events/invitations/list';
import { listNominations } from '../events/nominations/list';
import type { Nomination } from '../events/nominations/nomination';
import { everyRegistration } from '../events/registrations/find';
import { nomineesOf } from '../events/registrations/nominees';
import type { World } from '../platform/world/world';
import { createDueDeliveries } from './due-deliveries';
import { readSubject } from './read-subject';

const CONCURRENT = 8;

/** Every subject of an event: its registrations, nominations and invitations. */
async function* subjectsOf(world: World, event: Event): AsyncGenerator<{ id: string; waits?: boolean }> {
  for await (const { id, status } of everyRegistration(world, event))
    yield { id, waits: status === 'waitlisted' };
  yield* await listNominations(world, event.id);
  yield* await listInvitations(world, event.id);
}

/**
 * Writes the deliveries that are due about every subject of an event. The lists give the ids only; each
 * subject is read again, strongly consistent, since a person may cancel while the list is read.
 * @returns how many deliveries were written, and how many people are on the waiting list
 */
export const createDueDeliveriesOfEvent = async (
  world: World,
  event: Event,
): Promise<{ written: number; waiting: number }> => {
  let written = 0;
  let waiting = 0;
  let batch: Promise<number>[] = [];
  const finishBatch = async () => {
    for (const count of await Promise.all(batch)) written += count;
    batch = [];
  };
  for await (const { id, waits } of subjectsOf(world, event)) {
    if (waits) waiting++;
    batch.push(createForSubject(world, id, event));
    if (batch.length === CONCURRENT) await finishBatch();
  }
  await finishBatch();
  return { written, waiting };
};

/**
 * The same for the people of one nomination: when its link is revoked or issued again, their lines move to
 * another call list.
 */
export const createDueDeliveriesOfNominees = async (
  world: World,
  { id, eventId }: Pick<Nomination, 'id' | 'eventId'>,
): Promise<void> => {
  const event = await getEvent(world, eventId);
  for (const nominee of await nomineesOf(world, event, id)) await createForSubject(world, nominee.id, event);
};

const createForSubject = async (world: World, id: string, event: Event): Promise<number> => {
  const readAt = world.now();
  const subject = await readSubject(world, id, async () => event);
  return subject ? createDueDeliveries(world, subject, readAt) : 0;
};
