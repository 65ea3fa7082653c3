import pLimit from 'p-limit';
import {
  type Broadcast,
  broadcastKey,
  broadcastsTable,
  openBroadcasts,
} from '../../events/broadcasts/broadcast';
import { findBroadcast, getBroadcast, recipientsFrom } from '../../events/broadcasts/find';
import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { Unavailable } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { createDueDeliveries } from '../due-deliveries';
import { readSubject } from '../read-subject';
import { LOOKED_AFTER_MS } from './send';

const CONCURRENT = 8;
/** A recipient who fails for an unexpected reason is left out at this try. The others go on. */
export const TRIES = 3;

/**
 * Looks at the next part of a broadcast's recipients: writes the deliveries that are due, and drops those that are no
 * longer due. Idempotent, since deliveries are: a part at which a worker was killed is looked at again, and two workers
 * at once write each delivery once. Writing how far it is calls the next worker, by the stream.
 */
export const workOnBroadcast = async (world: World, id: string): Promise<void> => {
  const broadcast = await findBroadcast(world, id);
  if (broadcast?.state !== 'running') return;
  const ids = await recipientsFrom(world, id, broadcast.done);
  const event = await getEvent(world, broadcast.eventId);
  const limit = pLimit(CONCURRENT);
  await Promise.all(ids.map((one) => limit(() => look(world, broadcast, event, one))));
  await advance(world, broadcast, broadcast.done + ids.length);
};

const look = async (world: World, { id, tries = 0 }: Broadcast, event: Event, one: string): Promise<void> => {
  const readAt = world.now();
  try {
    const subject = await readSubject(world, one, async () => event);
    if (subject) await createDueDeliveries(world, subject, readAt, { broadcasts: [id] });
  } catch (error) {
    if (error instanceof Unavailable || tries < TRIES) throw error;
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'broadcast-recipient-failed', level: 'error', broadcast: id, recipient: one, name });
  }
};

/** On condition that no other worker was quicker, and that no other pass was begun. */
const advance = async (
  world: World,
  { id, pass, done: seen, total, closesAt }: Broadcast,
  done: number,
): Promise<void> => {
  const ended = done >= total || done === seen;
  await world.db.updateIf(broadcastsTable, broadcastKey(id), {
    set: ended
      ? {
          state: 'done',
          done: total,
          tries: 0,
          ...(pass === 'send' ? { dueAt: closesAt } : { open: undefined, dueAt: undefined }),
        }
      : { done, dueAt: iso(world.now() + LOOKED_AFTER_MS), tries: 0 },
    if: '#state = :running AND #pass = :pass AND done = :seen',
    names: { '#state': 'state', '#pass': 'pass' },
    values: { ':running': 'running', ':pass': pass, ':seen': seen },
  });
};

/**
 * Withdraws a message: what was not told yet is dropped, mails and calls. What was told stays told. Idempotent.
 * @throws Problem missing `broadcast-missing`
 */
export const withdrawBroadcast = async (world: World, id: string): Promise<Broadcast> => {
  const now = world.now();
  await world.db.updateIf(broadcastsTable, broadcastKey(id), {
    set: {
      withdrawnAt: iso(now),
      withdrawnBy: world.db.actor,
      pass: 'withdraw',
      state: 'running',
      done: 0,
      tries: 0,
      open: 'open',
      dueAt: iso(now + LOOKED_AFTER_MS),
    },
    if: 'attribute_exists(pk) AND attribute_not_exists(withdrawnAt) AND #pass = :send',
    names: { '#pass': 'pass' },
    values: { ':send': 'send' },
  });
  return getBroadcast(world, id);
};

/** Wakes broadcasts whose worker stopped, and closes those that are a month old. */
export const tendBroadcasts = async (world: World): Promise<void> => {
  const now = world.now();
  const due = await world.db.all(openBroadcasts, {
    index: 'open',
    where: '#open = :open AND dueAt <= :now',
    names: { '#open': 'open' },
    values: { ':open': 'open', ':now': iso(now) },
  });
  const next = { dueAt: iso(now + LOOKED_AFTER_MS) };
  for (const { id, state } of due)
    await world.db.updateIf(broadcastsTable, broadcastKey(id), {
      ...(state === 'running'
        ? { set: next, expression: 'tries = if_not_exists(tries, :none) + :one' }
        : { set: { ...next, pass: 'close', state: 'running', done: 0, tries: 0 } }),
      if: '#state = :state AND dueAt <= :now',
      names: { '#state': 'state' },
      values: {
        ':state': state,
        ':now': iso(now),
        ...(state === 'running' && { ':none': 0, ':one': 1 }),
      },
    });
};
