import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type AddressTrouble, type MarkedAddress, markedAddresses } from '../deliveries/notices-table';

const keyOf = (world: World, email: string) => ({
  pk: `address#${base32(
    createHmac('sha256', world.settings.secrets.person).update(email.trim().toLowerCase()).digest(),
  ).slice(0, 26)}`,
  sk: 'address' as const,
});

/** Why an address gets no mail; undefined where it does. */
export const troubleOf = async (world: World, email: string): Promise<AddressTrouble | undefined> =>
  (await world.db.get(markedAddresses, keyOf(world, email)))?.trouble;

/** No more mail to this address. Idempotent. */
export const markAddress = async (world: World, email: string, trouble: AddressTrouble): Promise<void> => {
  const item: MarkedAddress = { ...keyOf(world, email), trouble, at: iso(world.now()) };
  if (trouble !== 'unsubscribed') return world.db.put(markedAddresses, item);
  // A bounce says more than a wish: unsubscribing does not overwrite it.
  await world.db.putIf(markedAddresses, item, {
    if: 'attribute_not_exists(pk) OR trouble = :trouble',
    values: { ':trouble': trouble },
  });
};

/** Staff know that an address works, or is wanted again: whatever the mark was, it goes. */
export const liftMark = (world: World, email: string): Promise<void> =>
  world.db.delete(markedAddresses, keyOf(world, email));

/** Undoes an unsubscription; an address that bounced stays marked. */
export const unmarkAddress = async (world: World, email: string): Promise<void> => {
  if ((await troubleOf(world, email)) !== 'unsubscribed') return;
  await liftMark(world, email);
};
