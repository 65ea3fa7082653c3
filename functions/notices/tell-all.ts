import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import { listInvitations } from '../events/invitations/list';
import { listNominations } from '../events/nominations/list';
import type { Nomination } from '../events/nominations/nomination';
import { everyRegistration } from '../events/registrations/find';
import { nomineesOf } from '../events/registrations/nominees';
import type { World } from '../platform/world/world';
import { readMatter } from './subject';
import { tell } from './tell';

const AT_ONCE = 8;

/** Everybody concerned by an event: who registered, who was asked to name people, who was invited. */
async function* concerned(world: World, event: Event): AsyncGenerator<{ id: string; waits?: boolean }> {
  for await (const { id, status } of everyRegistration(world, event))
    yield { id, waits: status === 'waitlisted' };
  yield* await listNominations(world, event.id);
  yield* await listInvitations(world, event.id);
}

/**
 * Writes what is due to everybody concerned by an event. The list only says whom to ask about: each is
 * read anew, strongly consistent, since somebody may cancel while the list is walked.
 * @returns how many deliveries were written, and how many people wait
 */
export const tellEverybody = async (
  world: World,
  event: Event,
): Promise<{ written: number; waiting: number }> => {
  let written = 0;
  let waiting = 0;
  let batch: Promise<void>[] = [];
  const one = async (id: string) => {
    const readAt = world.now();
    const matter = await readMatter(world, id, async () => event);
    if (matter) written += await tell(world, matter, readAt);
  };
  for await (const { id, waits } of concerned(world, event)) {
    if (waits) waiting++;
    batch.push(one(id));
    if (batch.length < AT_ONCE) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return { written, waiting };
};

/** The lines of those whom one link named, once it is revoked or given anew: they are another's to call. */
export const tellNominees = async (
  world: World,
  { id, eventId }: Pick<Nomination, 'id' | 'eventId'>,
): Promise<void> => {
  const event = await getEvent(world, eventId);
  for (const nominee of await nomineesOf(world, event, id)) {
    const readAt = world.now();
    const matter = await readMatter(world, nominee.id, async () => event);
    if (matter) await tell(world, matter, readAt);
  }
};
