import type { World } from '../../platform/world/world';
import type { Delivery, DeliveryState } from '../deliveries/delivery';
import { type Transition, transition } from '../deliveries/transition';

/** What a caller needs: the person, whose call list it is, and the words to read aloud or paste. */
export interface CallLine {
  name: string;
  phone: string | undefined;
  owner: string;
  unitId: string | undefined;
  words: string;
}

interface CallInstead {
  from: readonly DeliveryState[];
  line: CallLine;
  and?: Transition['and'];
}

/** A mail that does not reach its person becomes a line of the call list. */
export const callInstead = (
  world: World,
  delivery: Delivery,
  { from, line, and }: CallInstead,
): Promise<Delivery | undefined> =>
  transition(world, delivery, {
    from,
    set: { channel: 'call', state: 'to-call', open: 'to-call', ...line },
    and,
  });
