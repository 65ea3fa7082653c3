import type { Delivery, DeliveryState } from '../outbox/deliveries/delivery';
import { settle } from '../outbox/deliveries/transition';
import type { World } from '../platform/world/world';
import type { Matter } from './subject';
import { recipientOf } from './subject';
import { callFields } from './tell';

/** What mail could not tell, a person does: the delivery becomes a line of the call list. */
export const toCallInstead = async (
  world: World,
  d: Delivery,
  matter: Matter,
  from: readonly DeliveryState[],
  also: Partial<Record<keyof Delivery, unknown>> = {},
): Promise<Delivery | undefined> => {
  const { name, phone } = recipientOf(matter);
  return settle(world, d, from, {
    channel: 'call',
    state: 'to-call',
    open: 'to-call',
    ...(await callFields(world, matter, d.template)),
    name,
    phone,
    ...also,
  });
};
