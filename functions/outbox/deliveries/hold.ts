import { Refused } from '../../platform/store/outcome';
import type { Table } from '../../platform/store/table';
import { iso, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Delivery, noticesTable } from './delivery';

interface Switch {
  pk: 'sender';
  sk: 'held';
  held: boolean;
  /** The tables in which it was set (`dataOf`): in restored ones it says nothing, and sending is held. */
  of?: string;
  since: string;
  by?: string;
}
const switches = noticesTable as Table<unknown> as Table<Switch>;
const KEY = { pk: 'sender', sk: 'held' } as const;

const asked = new WeakMap<World['settings'], { at: number; data: Promise<string> }>();

/**
 * Which tables these are. The switch is restored with them, so it is not asked alone. A restore takes
 * many minutes in which there is no such table, so the answer holds for one.
 */
const dataOf = ({ db, now, settings }: World): Promise<string> => {
  const known = asked.get(settings);
  if (known && Math.abs(now() - known.at) < MINUTE) return known.data;
  const data = db.tableId(noticesTable).then((id) => [id, settings.copy].filter(Boolean).join(' '));
  asked.set(settings, { at: now(), data });
  data.catch(() => asked.delete(settings));
  return data;
};

const readSwitch = (world: World) => world.db.get(switches, KEY, { consistent: true });
const setSwitch = async (world: World, held: boolean) =>
  world.db.put(switches, { ...KEY, held, of: await dataOf(world), since: iso(world.now()) });

const isOfOthers = async (world: World, found: Switch): Promise<boolean> =>
  found.of !== undefined && found.of !== (await dataOf(world));

/** Whether sending is held: after a restore, what was sent since the backup would be sent again. */
export const isHeld = async (world: World): Promise<boolean> => {
  const found = await readSwitch(world);
  return found !== undefined && (found.held || isOfOthers(world, found));
};

/**
 * Before anything is sent: the first time, notes in which tables that is; in tables that were restored
 * since, holds whatever is due until somebody decides.
 * @returns whether sending may go on
 */
export const maySend = async (world: World): Promise<boolean> => {
  const found = await readSwitch(world);
  if (found && (await isOfOthers(world, found))) {
    const count = await hold(world);
    world.log({ what: 'held-after-restore', level: 'error', count });
    return false;
  }
  if (found?.of === undefined) await setSwitch(world, found?.held ?? false);
  return !found?.held;
};

/** Holds every mail that is due or becomes due, until somebody releases them. */
export const hold = async (world: World): Promise<number> => {
  await setSwitch(world, true);
  return pass(world, 'due', { state: 'held', open: 'held' });
};

/**
 * Sends on what was held, or drops it where the organizer knows that it was sent before the restore.
 * @returns how many deliveries it was
 */
export const release = async (world: World, { send }: { send: boolean }): Promise<number> => {
  const found = await readSwitch(world);
  // Restored, and no sender came by since: what was due in the backup is decided on with the rest.
  if (found && (await isOfOthers(world, found))) await hold(world);
  const count = await pass(
    world,
    'held',
    send
      ? { state: 'due', open: 'due' }
      : { state: 'dropped', open: undefined, supersededBy: 'sent before the restore' },
  );
  await setSwitch(world, false);
  // Written while the others were being passed on.
  return count + (send ? await pass(world, 'held', { state: 'due', open: 'due' }) : 0);
};

const pass = async (
  world: World,
  from: 'due' | 'held',
  set: Partial<Record<keyof Delivery, unknown>>,
): Promise<number> => {
  let count = 0;
  const found = await world.db.all(noticesTable, {
    index: 'open',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': from },
  });
  for (const { pk, sk } of found)
    try {
      await world.db.update(
        noticesTable,
        { pk, sk },
        {
          set: { ...set, updatedAt: iso(world.now()) },
          if: '#state = :from',
          names: { '#state': 'state' },
          values: { ':from': from },
        },
      );
      count++;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  return count;
};
