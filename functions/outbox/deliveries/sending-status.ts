import type { World } from '../../platform/world/world';
import { openDeliveries } from './find';
import { isHeld } from './hold';
import { type UnaskedMail, unaskedMail } from './unasked';

/** Whether mails go out, of all events together. */
export interface SendingStatus {
  held: boolean;
  /** Mails that are held, counted up to 200. */
  holding: number;
  /** Mails that wait for their turn, counted up to 200. */
  waiting: number;
  /** Mail that strangers cause. */
  unasked: UnaskedMail;
}

export const sendingStatus = async (world: World): Promise<SendingStatus> => {
  const [held, holding, waiting, unasked] = await Promise.all([
    isHeld(world),
    openDeliveries(world, 'held', { limit: 200 }),
    openDeliveries(world, 'due', { limit: 200 }),
    unaskedMail(world),
  ]);
  return { held, holding: holding.items.length, waiting: waiting.items.length, unasked };
};
