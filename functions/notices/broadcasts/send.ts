import { createHash, randomUUID } from 'node:crypto';
import {
  type Broadcast,
  broadcastKey,
  broadcastsTable,
  recipientParts,
} from '../../events/broadcasts/broadcast';
import { type BroadcastInput, mustBeSendable } from '../../events/broadcasts/broadcast-input';
import { findBroadcast, PART, partKey } from '../../events/broadcasts/find';
import { getEvent } from '../../events/event/get';
import { base32, newId, PREFIX } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { LostAnswer } from '../../platform/store/outcome';
import { DAY, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { recipientsOf } from './recipients';

/** After this time nothing of a message is told any more: a call a month later is of no use. */
const LIVES = 30 * DAY;
/** A worker goes on at once; the clock looks after one that stopped. */
export const LOOKED_AFTER_MS = 120_000;

/** What one transaction of DynamoDB holds: 100 items, one of them the message itself. */
const MOST = 99 * PART;

export interface SendOptions {
  /** Of the form: the same message sent twice with it is one. */
  nonce?: string | undefined;
  /** How many recipients the page showed; another number is asked about. */
  expected?: number | undefined;
}

/**
 * Sends a message to those who are in the chosen groups now. Here the recipients are written down; a worker writes
 * their deliveries (`work.ts`), which are then told like every notice.
 * @throws Problem invalid as `mustBeSendable` says; conflict `event-draft`, `audience-empty`, `audience-too-big`; stale `audience-changed`
 */
export const sendBroadcast = async (
  world: World,
  eventId: string,
  input: BroadcastInput,
  { nonce, expected }: SendOptions = {},
): Promise<Broadcast> => {
  mustBeSendable(input);
  const event = await getEvent(world, eventId);
  if (event.status === 'draft') throw new Problem('conflict', 'event-draft');
  const now = world.now();
  const id = nonce ? idFrom(nonce, eventId, world.db.actor, JSON.stringify(input)) : newId('broadcast', now);
  const before = nonce && (await findBroadcast(world, id));
  if (before) return before;
  const ids = (await recipientsOf(world, event, input)).map(({ one }) => one.thing.id);
  if (ids.length === 0) throw new Problem('conflict', 'audience-empty');
  if (ids.length > MOST) throw new Problem('conflict', 'audience-too-big', { most: MOST });
  if (expected !== undefined && expected !== ids.length)
    throw new Problem('stale', 'audience-changed', { expected, found: ids.length });
  const { groups, area, day, subject, words } = input;
  return write(world, ids, {
    ...broadcastKey(id),
    id,
    eventId,
    who: world.db.actor,
    groups,
    ...(area && { area }),
    ...(day !== undefined && { day }),
    subject,
    words,
    sentAt: iso(now),
    closesAt: iso(now + LIVES),
    total: ids.length,
    pass: 'send',
    state: 'running',
    done: 0,
    open: 'open',
    dueAt: iso(now + LOOKED_AFTER_MS),
  });
};

/** The message with all its recipients, or nothing: a message without some of them would be sent to the others alone. */
const write = async (world: World, ids: readonly string[], broadcast: Broadcast): Promise<Broadcast> => {
  const starts = Array.from({ length: Math.ceil(ids.length / PART) }, (_, i) => i * PART);
  const steps = [
    { put: broadcast, table: broadcastsTable, if: 'attribute_not_exists(pk)' },
    ...starts.map((from) => ({
      put: { ...partKey(broadcast.id, from), ids: ids.slice(from, from + PART) },
      table: recipientParts,
    })),
  ];
  try {
    const { ok } = await world.db.transactIf(steps, randomUUID());
    // The second of two clicks: the first one's message stands.
    return ok ? broadcast : ((await findBroadcast(world, broadcast.id)) ?? broadcast);
  } catch (error) {
    const found = error instanceof LostAnswer ? await findBroadcast(world, broadcast.id) : undefined;
    if (found) return found;
    throw error;
  }
};

const idFrom = (...parts: string[]): string => {
  const hash = createHash('sha256').update(parts.join('\n')).digest();
  return `${PREFIX.broadcast}_${base32(hash).slice(0, 19)}`;
};
