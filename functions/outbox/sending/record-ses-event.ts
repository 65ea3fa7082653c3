import type { World } from '../../platform/world/world';
import { markAddress } from '../addresses/marked-address';
import type { Delivery } from '../deliveries/delivery';
import { findDelivery } from '../deliveries/find';
import { transition } from '../deliveries/transition';
import { addressesIn, type SesEvent } from './ses-event';

/** A later event never replaces a graver one: SES's events come twice and in any order. */
const GRAVITY = ['delayed', 'delivered', 'complained', 'rejected', 'bounced'] as const;
type Feedback = (typeof GRAVITY)[number];

/** What an event means for the layer above, which knows what the delivery is about. */
export interface Reported {
  /** Addresses that get no mail from now on. */
  marked: { email: string; trouble: 'bounced' | 'complained' }[];
  /** The mail did not arrive, so its person was not told. */
  undelivered?: { delivery: Delivery; feedback: Feedback };
}

/** Records what SES reports about one mail: the state of its delivery, and addresses that do not work. */
export const recordSesEvent = async (world: World, event: SesEvent): Promise<Reported> => {
  const id = event.mail.tags.delivery?.[0];
  const delivery = id ? await findDelivery(world, id) : undefined;
  // An event proves that SES accepted the mail, whatever became of its answer.
  if (delivery)
    await transition(world, delivery, {
      from: ['sending', 'unknown'],
      set: { state: 'sent', open: undefined, messageId: event.mail.messageId, error: undefined },
    });
  const undelivered = (feedback: Feedback): Pick<Reported, 'undelivered'> =>
    delivery ? { undelivered: { delivery, feedback } } : {};
  switch (event.type) {
    case 'Delivery':
      await note(world, delivery, 'delivered');
      break;
    case 'DeliveryDelay':
      await note(world, delivery, 'delayed');
      break;
    case 'Bounce': {
      // A full mailbox or a server that was down says nothing against the address.
      const permanent = event.bounce?.bounceType === 'Permanent';
      const marked = permanent ? await mark(world, event.bounce!.bouncedRecipients, 'bounced') : [];
      await note(world, delivery, 'bounced');
      return { marked, ...undelivered('bounced') };
    }
    case 'Complaint': {
      const marked = await mark(world, event.complaint?.complainedRecipients ?? [], 'complained');
      await note(world, delivery, 'complained');
      return { marked };
    }
    case 'Reject':
    case 'Rendering Failure':
      await note(world, delivery, 'rejected');
      return { marked: [], ...undelivered('rejected') };
  }
  return { marked: [] };
};

const mark = async (
  world: World,
  recipients: readonly { emailAddress: string }[],
  trouble: 'bounced' | 'complained',
): Promise<Reported['marked']> => {
  const emails = addressesIn(recipients);
  for (const email of emails) await markAddress(world, email, trouble);
  return emails.map((email) => ({ email, trouble }));
};

const note = async (world: World, d: Delivery | undefined, feedback: Feedback): Promise<void> => {
  const known = GRAVITY.indexOf(d?.feedback as Feedback);
  if (d && known < GRAVITY.indexOf(feedback))
    await transition(world, d, { from: ['sent'], set: { feedback } });
};
