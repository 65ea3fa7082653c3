import type { Invitation } from '../events/invitations/invitation';
import type { Delivery } from '../outbox/deliveries/delivery';
import { deliveriesOf } from '../outbox/deliveries/find';
import type { World } from '../platform/world/world';

/**
 * The state of an invitation's latest mail or call: the delivery's own state, or SES's later feedback;
 * `not-sent` while the letter is only prepared, `waiting` until the delivery exists.
 */
export const MAIL_STATES = [
  'not-sent',
  'waiting',
  'sent',
  'delivered',
  'undelivered',
  'bounced',
  'complained',
  'failed',
  'unknown',
  'held',
  'to-call',
  'not-reached',
  'told',
  'dropped',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** States in which the organizer must act. */
const TROUBLE: ReadonlySet<MailState> = new Set([
  'undelivered',
  'bounced',
  'complained',
  'failed',
  'unknown',
  'to-call',
  'not-reached',
]);
export const isMailTrouble = (state: MailState): boolean => TROUBLE.has(state);

/** The state of one delivery. Pure. */
export const deliveryState = ({ state, feedback }: Pick<Delivery, 'state' | 'feedback'>): MailState => {
  if (feedback === 'undelivered' || feedback === 'bounced' || feedback === 'complained') return feedback;
  if (state === 'sent') return feedback === 'delivered' ? 'delivered' : 'sent';
  return state === 'due' || state === 'sending' ? 'waiting' : state;
};

/** The state of an invitation, from all deliveries about it. Pure. */
export const mailState = (
  invitation: Pick<Invitation, 'status'>,
  deliveries: readonly Delivery[],
): MailState => {
  if (invitation.status === 'prepared') return 'not-sent';
  const letters = deliveries
    .filter((d) => d.template.startsWith('invitation'))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const last = letters.filter((d) => d.state !== 'dropped').at(-1) ?? letters.at(-1);
  return last ? deliveryState(last) : 'waiting';
};

/** `mailState` from the table. */
export const mailStateNow = async (world: World, invitation: Invitation): Promise<MailState> =>
  mailState(invitation, await deliveriesOf(world, invitation.id));
