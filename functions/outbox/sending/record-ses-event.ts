import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { markAddress } from '../addresses/marked-address';
import type { Delivery, DeliveryState } from '../deliveries/delivery';
import { ARRIVED, type Feedback, graverThanSoFar, NOT_ARRIVED, wordIn } from '../deliveries/feedback';
import { findDelivery } from '../deliveries/find';
import { transition } from '../deliveries/transition';
import { noteUnaskedReturned } from '../deliveries/unasked';
import { addressesIn, type SesEvent } from './ses-event';
import { outcomeOf } from './ses-outcomes';

/** What an event means for the layer above, which knows what the delivery is about. */
export interface Reported {
  /** Addresses that get no mail from now on. */
  marked: { email: string; trouble: 'bounced' | 'complained' }[];
  /** The mail did not arrive, so its person was not told. */
  undelivered?: Delivery;
}

/**
 * Records what SES reports about one mail: the state of its delivery, and addresses that do not work. Events may come
 * twice and in any order: the same events end the same.
 */
export const recordSesEvent = async (world: World, event: SesEvent): Promise<Reported> => {
  const { feedback, marks, unknown } = outcomeOf(event);
  if (unknown !== undefined) world.log({ what: 'feedback-unknown', level: 'warn', message: unknown });
  const id = event.mail.tags.delivery?.[0];
  const delivery = id ? await findDelivery(world, id) : undefined;
  // An event proves that SES accepted the mail, whatever became of its answer.
  if (delivery)
    await transition(world, delivery, {
      from: ['sending', 'unknown'],
      set: { state: 'sent', open: undefined, messageId: event.mail.messageId, error: undefined },
    });
  const marked = marks ? await mark(world, event, marks) : [];
  if (!delivery || !feedback) return { marked };
  if ((await note(world, delivery, feedback)) && delivery.unasked && isReturn(feedback))
    await noteUnaskedReturned(world);
  return { marked, ...(NOT_ARRIVED.includes(feedback) && { undelivered: { ...delivery, feedback } }) };
};

const mark = async (
  world: World,
  { bounce, complaint, mail }: SesEvent,
  trouble: 'bounced' | 'complained',
): Promise<Reported['marked']> => {
  const marked: Reported['marked'] = [];
  const mailedAt = mail.timestamp && iso(Date.parse(mail.timestamp));
  for (const email of addressesIn(bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? []))
    if (await markAddress(world, email, trouble, mailedAt)) marked.push({ email, trouble });
  return marked;
};

const MAILED: readonly DeliveryState[] = ['sent', 'to-call', 'not-reached', 'told', 'dropped'];

/** What a mail service holds against the department: the address does not exist, or its reader complained. */
const isReturn = (feedback: Feedback) => feedback === 'bounced' || feedback === 'complained';

/** @returns whether the word is new, and none graver was there */
const note = async (world: World, d: Delivery, feedback: Feedback): Promise<boolean> => {
  // An answering machine was quicker than the word of the delivery: the person has the mail and needs no call.
  if (ARRIVED.includes(feedback))
    await transition(world, d, {
      from: ['sent', 'to-call', 'not-reached'],
      set: { feedback, state: 'sent', channel: 'email', open: undefined, owner: undefined, words: undefined },
      and: wordIn(['undelivered']),
    });
  const noted = { from: MAILED, set: { feedback }, and: graverThanSoFar(feedback) };
  return (await transition(world, d, noted)) !== undefined;
};
