import { linkToken } from '../../platform/keys/link-token';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { findDelivery } from '../deliveries/find';
import { markAddress, unmarkAddress } from './marked-address';

const proofOf = (world: World, deliveryId: string) => linkToken(world, `unsubscribe:${deliveryId}`, 0);

/** What an unsubscribing link carries: the delivery, and proof that the link was made here. */
export const unsubscribeToken = (world: World, deliveryId: string): string =>
  `${deliveryId}-${proofOf(world, deliveryId)}`;

/** The address that the link's mail went to. @throws Problem missing `unsubscribe-link-missing` where it is forged */
const addressBehind = async (world: World, token: string): Promise<string> => {
  const [id = '', proof = ''] = token.split('-');
  if (proof !== proofOf(world, id)) throw missing('unsubscribe-link');
  const delivery = await findDelivery(world, id);
  if (!delivery?.email) throw missing('unsubscribe-link');
  return delivery.email;
};

/** Whether the link is genuine, so that a page may show its button. */
export const readUnsubscribe = async (world: World, token: string): Promise<void> =>
  void (await addressBehind(world, token));

/** No more mail to this address: its person is called from now on. Idempotent. */
export const unsubscribe = async (world: World, token: string): Promise<void> =>
  void (await markAddress(world, await addressBehind(world, token), 'unsubscribed'));

/** Mail to this address again. */
export const subscribeAgain = async (world: World, token: string): Promise<void> =>
  unmarkAddress(world, await addressBehind(world, token));
