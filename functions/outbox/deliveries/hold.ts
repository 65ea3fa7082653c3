import { iso, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from './delivery';
import { type HoldSwitch, holdSwitches, noticesTable } from './notices-table';
import { transition } from './transition';

const KEY = { pk: 'sender', sk: 'held' } as const;

const asked = new WeakMap<World['settings'], { at: number; data: Promise<string> }>();

/**
 * Which tables these are: the switch is restored with them, so its value alone is not enough. A restore takes
 * many minutes in which the table does not exist, so an answer may be a minute old.
 */
const dataOf = ({ db, now, settings }: World): Promise<string> => {
  const known = asked.get(settings);
  if (known && Math.abs(now() - known.at) < MINUTE) return known.data;
  const data = db.tableId(noticesTable).then((id) => [id, settings.copy].filter(Boolean).join(' '));
  asked.set(settings, { at: now(), data });
  data.catch(() => asked.delete(settings));
  return data;
};

const readSwitch = (world: World) => world.db.get(holdSwitches, KEY, { consistent: true });
const setSwitch = async (world: World, held: boolean, { drops = false } = {}) =>
  world.db.put(holdSwitches, {
    ...KEY,
    held,
    ...(drops && { drops }),
    of: await dataOf(world),
    since: iso(world.now()),
  });

/** Whether the switch was set in other tables: these were restored since. */
const isRestored = async (world: World, found: HoldSwitch): Promise<boolean> =>
  found.of !== undefined && found.of !== (await dataOf(world));

/** Whether sending is held: after a restore, what was sent since the backup would be sent again. */
export const isHeld = async (world: World): Promise<boolean> => {
  const found = await readSwitch(world);
  return found !== undefined && (found.held || isRestored(world, found));
};

/**
 * Asked before anything is sent. The first call notes which tables these are. In tables that were restored
 * since, it holds what is due until a person decides.
 * @returns whether sending may go on
 */
export const maySend = async (world: World): Promise<boolean> => {
  const found = await readSwitch(world);
  if (found && (await isRestored(world, found))) {
    const count = await hold(world);
    world.log({ what: 'held-after-restore', level: 'error', count });
    return false;
  }
  if (found?.of === undefined) await setSwitch(world, found?.held ?? false);
  return !found?.held;
};

/** Holds every mail that is due or becomes due, until it is released. @returns how many were due */
export const hold = async (world: World): Promise<number> => {
  await setSwitch(world, true);
  return moveAll(world, 'due', () => HELD);
};

/**
 * Ends the hold: sends what was held or, where it was sent before the restore, drops it.
 * @returns how many deliveries were held
 */
export const release = async (world: World, { send }: { send: boolean }): Promise<number> => {
  const found = await readSwitch(world);
  // No sender ran since the restore: what was due in the backup is released or dropped with the rest.
  if (found && (await isRestored(world, found))) await hold(world);
  const count = await moveAll(world, 'held', () => (send ? DUE : DROPPED));
  await setSwitch(world, false, { drops: !send });
  return count;
};

/**
 * Makes every waiting mail follow the switch; the clock calls it. A process may read the switch, and write its delivery
 * when the switch has changed and the others were moved; and the index shows a delivery a moment after it was written.
 * @returns how many had stayed behind
 */
export const followHold = async (world: World): Promise<number> => {
  const found = await readSwitch(world);
  // In tables that were restored the sender holds all.
  if (!found || (await isRestored(world, found))) return 0;
  if (found.held) return moveAll(world, 'due', () => HELD);
  // What was held when the others were dropped is dropped as they were.
  const { drops, since } = found;
  return moveAll(world, 'held', ({ updatedAt }) => (drops && updatedAt <= since ? DROPPED : DUE));
};

const DUE: Partial<Delivery> = { state: 'due', open: 'due' };
const HELD: Partial<Delivery> = { state: 'held', open: 'held' };
const DROPPED: Partial<Delivery> = {
  state: 'dropped',
  open: undefined,
  supersededBy: 'sent before the restore',
};

const moveAll = async (
  world: World,
  from: 'due' | 'held',
  to: (delivery: Delivery) => Partial<Delivery>,
): Promise<number> => {
  const found = await world.db.all(noticesTable, {
    index: 'open',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': from },
  });
  let count = 0;
  for (const delivery of found)
    if (await transition(world, delivery, { from: [from], set: to(delivery) })) count++;
  return count;
};
