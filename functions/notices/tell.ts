import { mailedEnough, troubleOf } from '../outbox/addresses/marked-address';
import { chooseChannel, type Recipient } from '../outbox/deliveries/channels';
import { type Delivery, noticesTable } from '../outbox/deliveries/delivery';
import { deliveriesOf } from '../outbox/deliveries/find';
import { isHeld } from '../outbox/deliveries/hold';
import { newId } from '../platform/keys/ids';
import { toSay } from '../platform/mail/render';
import { Refused } from '../platform/store/outcome';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Occasion } from './occasions/occasions';
import { OPEN, unsaid } from './pending';
import { letterOf, type Matter, occasionsOf, recipientOf } from './subject';

const isOpen = ({ state }: Delivery) => OPEN.some((open) => open === state);

/**
 * Writes what is still to be said about one thing and withdraws what no longer is. Deriving it again, twice at once
 * or in another order, changes nothing: a delivery stands under its thing and occasion.
 * @param readAt when the matter was read: what was written since is left alone, it knew better
 * @returns how many deliveries were written
 */
export const tell = async (world: World, matter: Matter, readAt: number): Promise<number> => {
  const standing = await deliveriesOf(world, matter.thing.id);
  const due = unsaid(occasionsOf(matter, world.now()), standing);
  for (const d of standing)
    if (isOpen(d) && !due.some((o) => o.sk === d.sk) && d.createdAt <= iso(readAt)) await drop(world, d);

  const recipient = recipientOf(matter);
  let written = 0;
  for (const occasion of due) {
    const known = standing.find((d) => d.sk === occasion.sk);
    if (known && known.state !== 'dropped') await refresh(world, known, matter, recipient);
    else if (await write(world, matter, occasion, recipient)) written++;
  }
  return written;
};

const write = async (
  world: World,
  matter: Matter,
  occasion: Occasion,
  recipient: Recipient,
): Promise<boolean> => {
  const unwanted =
    recipient.email !== undefined &&
    (Boolean(await troubleOf(world, recipient.email)) ||
      (ofStrangers(matter, occasion) && (await mailedEnough(world, recipient.email))));
  const channel = chooseChannel(recipient, unwanted);
  if (channel.name === 'call' && occasion.seen) return false;
  const held = channel.name === 'email' && (await isHeld(world));
  const now = iso(world.now());
  const delivery: Delivery = {
    pk: matter.thing.id,
    sk: occasion.sk,
    id: newId('delivery', world.now()),
    channel: channel.name,
    ...(held ? ({ state: 'held', open: 'held' } as const) : channel.begins),
    template: occasion.template,
    dueAt: now,
    attempts: 0,
    eventId: matter.event.id,
    name: recipient.name,
    phone: recipient.phone,
    ...(channel.name === 'email'
      ? { email: recipient.email }
      : await callFields(world, matter, occasion.template)),
    createdAt: now,
    updatedAt: now,
  };
  try {
    // Dropped by a look at an older state, it is due after all.
    await world.db.put(noticesTable, delivery, {
      if: 'attribute_not_exists(pk) OR (#state = :dropped AND attribute_not_exists(supersededBy))',
      names: { '#state': 'state' },
      values: { ':dropped': 'dropped' },
    });
  } catch (error) {
    if (error instanceof Refused) return false; // another hand was first
    throw error;
  }
  return true;
};

/** What somebody whom nobody knows can bring about, for any address: registering, and asking for a code. */
const ofStrangers = ({ kind, thing }: Matter, { template }: Occasion): boolean =>
  kind === 'registration' &&
  (thing.channel === 'web' || thing.channel === 'api') &&
  ['confirmed', 'waitlisted', 'pending', 'code'].includes(template);

/** What a line of the call list needs: whose it is, and the words to read or paste. */
export const callFields = async (world: World, matter: Matter, template: string) => ({
  owner: recipientOf(matter).owner,
  words: toSay(await letterOf(world, template, matter), world.settings.department),
});

const change = async (
  world: World,
  d: Pick<Delivery, 'pk' | 'sk'>,
  set: Partial<Record<keyof Delivery, unknown>>,
  states: readonly string[],
): Promise<void> => {
  try {
    await world.db.update(
      noticesTable,
      { pk: d.pk, sk: d.sk },
      {
        set: { ...set, updatedAt: iso(world.now()) },
        if: `#state IN (${states.map((_, i) => `:w${i}`).join(', ')})`,
        names: { '#state': 'state' },
        values: Object.fromEntries(states.map((s, i) => [`:w${i}`, s])),
      },
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error; // told in the meantime: it stays told
  }
};

const drop = (world: World, d: Delivery) => change(world, d, { state: 'dropped', open: undefined }, OPEN);

/** A line not told yet follows a correction of name or phone, the present state, and whose it is to tell. */
const refresh = async (world: World, d: Delivery, matter: Matter, recipient: Recipient): Promise<void> => {
  if (d.channel !== 'call' || !isOpen(d)) return;
  const fields = await callFields(world, matter, d.template);
  const line = { ...fields, name: recipient.name, phone: recipient.phone };
  const same = (Object.keys(line) as (keyof typeof line)[]).every((name) => d[name] === line[name]);
  if (!same) await change(world, d, line, OPEN);
};
