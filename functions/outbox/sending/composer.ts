import type { OutgoingMail } from '../../platform/mail/send';
import type { CallLine } from '../calls/call-instead';
import type { Delivery } from '../deliveries/delivery';

/** What the sender asks of the layer above it, which knows what a delivery is about. */
export interface Composer {
  /**
   * Reads the delivery's subject as it is now.
   * @returns undefined where the notice is no longer due: a person who cancelled is not told "confirmed"
   */
  read(delivery: Delivery): Promise<DueNotice | undefined>;
}

export interface DueNotice {
  /** As they are now: the address may have been corrected or removed since. */
  recipient: { name: string; email?: string };
  /** A receipt of what the person saw on the screen: where mail does not reach, it is dropped. */
  mailOnly: boolean;
  /** The mail of the claimed delivery, worded from the present state. */
  compose(claimed: Delivery): Promise<OutgoingMail>;
  /** The same notice for the call list. */
  callLine(): Promise<CallLine>;
}
