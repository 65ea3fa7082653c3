import { Refused } from '../store/outcome';
import type { Table } from '../store/table';
import { iso } from '../time';
import type { World } from '../world';
import { type Delivery, noticesTable } from './delivery';

interface Switch {
  pk: 'sender';
  sk: 'held';
  held: boolean;
  since: string;
  by?: string;
}
const switches = noticesTable as Table<unknown> as Table<Switch>;
const KEY = { pk: 'sender', sk: 'held' } as const;

/** Whether sending is held: after a restore, what was sent since the backup would be sent again. */
export const isHeld = async (world: World): Promise<boolean> =>
  (await world.db.get(switches, KEY, { consistent: true }))?.held ?? false;

/** Holds every mail that is due or becomes due, until somebody releases them. */
export const hold = async (world: World): Promise<number> => {
  await world.db.put(switches, { ...KEY, held: true, since: iso(world.now()) });
  return pass(world, 'due', { state: 'held', open: 'held' });
};

/**
 * Sends on what was held, or drops it where the organizer knows that it was sent before the restore.
 * @returns how many deliveries it was
 */
export const release = async (world: World, { send }: { send: boolean }): Promise<number> => {
  const count = await pass(
    world,
    'held',
    send
      ? { state: 'due', open: 'due' }
      : { state: 'dropped', open: undefined, supersededBy: 'sent before the restore' },
  );
  await world.db.put(switches, { ...KEY, held: false, since: iso(world.now()) });
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
