import type { Delivery } from '../../outbox/deliveries/delivery';
import { deliveriesOf } from '../../outbox/deliveries/find';
import type { World } from '../../platform/world/world';
import type { Invitation } from './invitation';

/**
 * Where an invitation's latest mail or call stands: a delivery's own state; or what SES said of the mail
 * since; `not-sent` while the letter is only prepared, `waiting` until its turn has come.
 */
export const MAIL_STATES = [
  'not-sent',
  'waiting',
  'sent',
  'delivered',
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

/** Where somebody must do something about it. */
const TROUBLE: ReadonlySet<MailState> = new Set([
  'bounced',
  'complained',
  'failed',
  'unknown',
  'to-call',
  'not-reached',
]);
export const isMailTrouble = (state: MailState): boolean => TROUBLE.has(state);

/** Of one delivery. Pure. */
export const deliveryState = ({ state, feedback }: Pick<Delivery, 'state' | 'feedback'>): MailState => {
  if (feedback === 'bounced' || feedback === 'complained') return feedback;
  if (state === 'sent') return feedback === 'delivered' ? 'delivered' : 'sent';
  return state === 'due' || state === 'sending' ? 'waiting' : state;
};

/** Of an invitation, from everything that went to the body about it. Pure. */
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

/** The same, read now. */
export const mailStateNow = async (world: World, invitation: Invitation): Promise<MailState> =>
  mailState(invitation, await deliveriesOf(world, invitation.id));
