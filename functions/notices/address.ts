import { createHmac } from 'node:crypto';
import { base32 } from '../ids';
import { Refused } from '../store/outcome';
import type { Table } from '../store/table';
import { iso } from '../time';
import type { World } from '../world';
import { noticesTable } from './delivery';

export const TROUBLES = ['bounced', 'complained', 'unsubscribed'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** An address that is not mailed: kept as a keyed hash, so that the list betrays nobody. */
export interface MarkedAddress {
  pk: string;
  sk: 'address';
  trouble: Trouble;
  at: string;
  by?: string;
}
const addresses = noticesTable as Table<unknown> as Table<MarkedAddress>;

const keyOf = (world: World, email: string) => ({
  pk: `address#${base32(
    createHmac('sha256', world.settings.secrets.person).update(email.trim().toLowerCase()).digest(),
  ).slice(0, 26)}`,
  sk: 'address',
});

/** Why an address is not mailed, where it is not. */
export const troubleOf = async (world: World, email: string): Promise<Trouble | undefined> =>
  (await world.db.get(addresses, keyOf(world, email)))?.trouble;

/** Marks an address; telling it twice changes nothing. */
export const markAddress = async (world: World, email: string, trouble: Trouble): Promise<void> => {
  const item = { ...keyOf(world, email), sk: 'address', trouble, at: iso(world.now()) };
  // A bounce says more than a wish: whoever asks for no more mail does not wipe it out.
  const only =
    trouble === 'unsubscribed'
      ? { if: 'attribute_not_exists(pk) OR trouble = :trouble', values: { ':trouble': trouble } }
      : {};
  try {
    await world.db.put(addresses, item, only);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
};

/** Somebody who asked for no more mail asks for it again; a bounced address stays marked. */
export const unmarkAddress = async (world: World, email: string): Promise<void> => {
  if ((await troubleOf(world, email)) !== 'unsubscribed') return;
  await world.db.delete(addresses, keyOf(world, email));
};
