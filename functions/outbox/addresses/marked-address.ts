import { createHmac } from 'node:crypto';
import { countAttempt } from '../../directory/accounts/attempts';
import { base32 } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import type { Table } from '../../platform/store/table';
import { HOUR, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { noticesTable } from '../deliveries/delivery';

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

/** Of a stranger's making: what anybody can cause to be mailed to an address that nobody has proven. */
const UNASKED = { most: 10, within: HOUR };

/**
 * Whether the address was mailed as often within the hour as strangers may cause it: whoever types
 * another's address into the form ten times does not fill their inbox. Counts this one.
 */
export const mailedEnough = async (world: World, email: string): Promise<boolean> => {
  try {
    await countAttempt(world, 'mail-to', email.trim().toLowerCase(), UNASKED);
    return false;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-many') return true;
    throw error;
  }
};

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

/** Staff know that an address works after all, or is wanted after all: it is mailed again, whatever the mark said. */
export const liftMark = (world: World, email: string): Promise<void> =>
  world.db.delete(addresses, keyOf(world, email));

/** Somebody who asked for no more mail asks for it again; a bounced address stays marked. */
export const unmarkAddress = async (world: World, email: string): Promise<void> => {
  if ((await troubleOf(world, email)) !== 'unsubscribed') return;
  await liftMark(world, email);
};
