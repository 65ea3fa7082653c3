import { broadcastIn, occasionKey } from '../events/broadcasts/broadcast';
import { troubleOf } from '../outbox/addresses/marked-address';
import { chooseChannel, type Recipient } from '../outbox/deliveries/channels';
import type { Delivery } from '../outbox/deliveries/delivery';
import { deliveriesOf } from '../outbox/deliveries/find';
import { isHeld } from '../outbox/deliveries/hold';
import { noticesTable } from '../outbox/deliveries/notices-table';
import { transition } from '../outbox/deliveries/transition';
import { mayMailUnasked } from '../outbox/deliveries/unasked';
import { newId } from '../platform/keys/ids';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { callLine } from './call-line';
import { causedByStrangers, reachedMailLimit } from './mail-limit';
import type { Occasion } from './occasions/occasion';
import { isOpen, isTold, OPEN, stillToTell } from './pending';
import { withBroadcasts } from './read-subject';
import { occasionsOf, recipientOf, type Subject } from './subject';

interface Also {
  broadcasts?: readonly string[];
  held?: () => Promise<boolean>;
}

/**
 * Writes the deliveries that are due about one subject, and drops those that are no longer due. Idempotent,
 * also when run twice at once or in another order: a delivery's key is its subject and occasion.
 * @param readAt when the subject was read (ms): a delivery written since then comes from a newer state
 * @param also.broadcasts ids of broadcasts that it is a recipient of, beside those that its deliveries name
 * @param also.held whether sending is held, where the caller knows it for many subjects
 * @returns how many deliveries were written
 */
export const createDueDeliveries = async (
  world: World,
  asked: Subject,
  readAt: number,
  { broadcasts = [], held = () => isHeld(world) }: Also = {},
): Promise<number> => {
  const existing = await deliveriesOf(world, asked.thing.id);
  // Read after the deliveries: a broadcast whose delivery was dropped is seen to be withdrawn.
  const untold = existing.filter((d) => !isTold(d)).map((d) => d.sk);
  const subject = await withBroadcasts(world, asked, [...untold, ...broadcasts.map(occasionKey)]);
  const due = stillToTell(occasionsOf(subject, world.now()), existing);
  for (const d of existing)
    if (isOpen(d) && !due.some((o) => o.sk === d.sk) && d.createdAt <= iso(readAt))
      await transition(world, d, {
        from: OPEN,
        set: { state: 'dropped', open: undefined, droppedAt: iso(world.now()) },
      });

  const recipient = recipientOf(subject);
  let written = 0;
  for (const occasion of due) {
    const known = existing.find((d) => d.sk === occasion.sk);
    if (known && known.state !== 'dropped') await refresh(world, known, subject);
    else if (await create(world, subject, occasion, { recipient, notes: known?.notes, held })) written++;
  }
  return written;
};

/** @returns false where there is no way to tell it, or another process wrote it first */
const create = async (
  world: World,
  subject: Subject,
  occasion: Occasion,
  {
    recipient,
    notes,
    held,
  }: { recipient: Recipient; notes: Delivery['notes']; held: () => Promise<boolean> },
): Promise<boolean> => {
  const unasked = causedByStrangers(subject, occasion);
  const channel = chooseChannel(recipient, await isUnwanted(world, subject, recipient, unasked));
  if (channel.name === 'call' && occasion.seen) return false;
  const waits = channel.name === 'email' && (await held());
  const now = iso(world.now());
  const broadcastId = broadcastIn(occasion.sk);
  const delivery: Delivery = {
    pk: subject.thing.id,
    sk: occasion.sk,
    id: newId('delivery', world.now()),
    channel: channel.name,
    ...(waits ? ({ state: 'held', open: 'held' } as const) : channel.begins),
    template: occasion.template,
    ...(broadcastId && { broadcastId }),
    ...(unasked && channel.name === 'email' && { unasked }),
    dueAt: now,
    attempts: 0,
    eventId: subject.event?.id,
    name: recipient.name,
    phone: recipient.phone,
    ...(notes && { notes }),
    ...(channel.name === 'email' ? { email: recipient.email } : await callLine(world, subject, occasion)),
    createdAt: now,
    updatedAt: now,
  };
  const { ok } = await world.db.putIf(noticesTable, delivery, {
    // One that was dropped because of an older state is due again.
    if: 'attribute_not_exists(pk) OR (#state = :dropped AND attribute_not_exists(supersededBy))',
    names: { '#state': 'state' },
    values: { ':dropped': 'dropped' },
  });
  return ok;
};

const isUnwanted = async (
  world: World,
  subject: Subject,
  { email }: Recipient,
  unasked: boolean,
): Promise<boolean> => {
  if (email === undefined) return false;
  if (await troubleOf(world, email)) return true;
  if (!unasked) return false;
  const network = subject.kind === 'registration' ? subject.thing.network : undefined;
  return (await reachedMailLimit(world, email, network)) || !(await mayMailUnasked(world));
};

/** A line of the call list that is not told yet follows corrections, the present state and its owner. */
const refresh = async (world: World, d: Delivery, subject: Subject): Promise<void> => {
  if (d.channel !== 'call' || !isOpen(d)) return;
  const line = await callLine(world, subject, d);
  const same = (Object.keys(line) as (keyof typeof line)[]).every((name) => d[name] === line[name]);
  if (!same) await transition(world, d, { from: OPEN, set: line });
};
