import { linkToken } from '../../platform/keys/link-token';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { markAddress, unmarkAddress } from '../addresses/marked-address';
import { findDelivery } from './find';

/** The address behind an unsubscribing link. @throws Problem missing `unsubscribe-link` where it is forged */
const addressBehind = async (world: World, token: string): Promise<string> => {
  const [id = '', proof = ''] = token.split('-');
  if (proof !== linkToken(world, `unsubscribe:${id}`, 0)) throw missing('unsubscribe-link');
  const delivery = await findDelivery(world, id);
  if (!delivery?.email) throw missing('unsubscribe-link');
  return delivery.email;
};

/** Whether a link is ours: a page may then offer its button. */
export const readUnsubscribe = async (world: World, token: string): Promise<void> =>
  void (await addressBehind(world, token));

/** No more mail to this person's address; from now on they are called. Twice is once. */
export const unsubscribe = async (world: World, token: string): Promise<void> =>
  markAddress(world, await addressBehind(world, token), 'unsubscribed');

/** Mail again, after all. */
export const subscribeAgain = async (world: World, token: string): Promise<void> =>
  unmarkAddress(world, await addressBehind(world, token));
