import type { World } from '../../platform/world/world';
import type { Delivery, DeliveryState } from '../deliveries/delivery';
import { transition } from '../deliveries/transition';

/** What a caller needs: the person, whose call list it is, and the words to read aloud or paste. */
export interface CallLine {
  name: string;
  phone: string | undefined;
  owner: string;
  words: string;
}

interface CallInstead {
  from: readonly DeliveryState[];
  line: CallLine;
  also?: Partial<Delivery>;
}

/** A mail that does not reach its person becomes a line of the call list. */
export const callInstead = (
  world: World,
  delivery: Delivery,
  { from, line, also }: CallInstead,
): Promise<Delivery | undefined> =>
  transition(world, delivery, {
    from,
    set: { channel: 'call', state: 'to-call', open: 'to-call', ...line, ...also },
  });
