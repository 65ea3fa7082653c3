import type { Feedback } from '../deliveries/feedback';
import type { SesEvent } from './ses-event';

/** What one kind of event means. */
export interface Outcome {
  feedback?: Feedback;
  /** Why the address gets no mail from now on. */
  marks?: 'bounced' | 'complained';
}

const WRONG_ADDRESS: Outcome = { feedback: 'bounced', marks: 'bounced' };
/** A list of SES says so, not the mail server. Only our own marks count: staff can lift those. */
const NOT_TRIED: Outcome = { feedback: 'rejected' };
/** Without a delivery the mail did not arrive. After a delivery it is an answering machine, or says nothing. */
const MAY_WORK: Outcome = { feedback: 'undelivered' };
const LATE: Outcome = { feedback: 'delayed' };
const UNWANTED: Outcome = { feedback: 'complained', marks: 'complained' };
const NOTHING: Outcome = {};

/**
 * Every event of SES, with its type and its subtype.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Send: NOTHING,
  Open: NOTHING,
  Click: NOTHING,
  Subscription: NOTHING,
  Delivery: { feedback: 'delivered' },
  DeliveryDelay: LATE,
  'DeliveryDelay InternalFailure': LATE,
  'DeliveryDelay General': LATE,
  'DeliveryDelay MailboxFull': LATE,
  'DeliveryDelay SpamDetected': LATE,
  'DeliveryDelay RecipientServerError': LATE,
  'DeliveryDelay IPFailure': LATE,
  'DeliveryDelay TransientCommunicationFailure': LATE,
  'DeliveryDelay BYOIPHostNameLookupUnavailable': LATE,
  'DeliveryDelay Undetermined': LATE,
  'DeliveryDelay SendingDeferral': LATE,
  'Bounce Permanent': WRONG_ADDRESS,
  'Bounce Permanent General': WRONG_ADDRESS,
  'Bounce Permanent NoEmail': WRONG_ADDRESS,
  'Bounce Permanent Suppressed': NOT_TRIED,
  'Bounce Permanent OnAccountSuppressionList': NOT_TRIED,
  'Bounce Permanent UnsubscribedRecipient': NOT_TRIED,
  'Bounce Transient': MAY_WORK,
  'Bounce Transient General': MAY_WORK,
  'Bounce Transient MailboxFull': MAY_WORK,
  'Bounce Transient MessageTooLarge': MAY_WORK,
  'Bounce Transient CustomTimeoutExceeded': MAY_WORK,
  'Bounce Transient ContentRejected': MAY_WORK,
  'Bounce Transient AttachmentRejected': MAY_WORK,
  Bounce: MAY_WORK,
  'Bounce Undetermined Undetermined': MAY_WORK,
  Complaint: UNWANTED,
  'Complaint abuse': UNWANTED,
  'Complaint fraud': UNWANTED,
  'Complaint other': UNWANTED,
  'Complaint virus': UNWANTED,
  // The mail server says the mail is no spam, or reports on our signature: no person complained.
  'Complaint not-spam': NOTHING,
  'Complaint auth-failure': NOTHING,
  'Complaint OnAccountSuppressionList': NOT_TRIED,
  Reject: { feedback: 'rejected' },
  'Rendering Failure': { feedback: 'rejected' },
};

/** The names under which an event may stand in the table, the most exact one first. */
const namesOf = ({ type, bounce, complaint, deliveryDelay }: SesEvent): string[] => {
  const words =
    type === 'Bounce'
      ? [type, bounce?.bounceType, bounce?.bounceSubType]
      : type === 'Complaint'
        ? [type, complaint?.complaintSubType ?? complaint?.complaintFeedbackType]
        : [type, type === 'DeliveryDelay' ? deliveryDelay?.delayType : undefined];
  const said = words.filter(Boolean);
  return said.map((_, i) => said.slice(0, said.length - i).join(' '));
};

/**
 * What an event means. Of a subtype that SES adds later, its type decides.
 * @returns `unknown` names what the table does not have
 */
export const outcomeOf = (event: SesEvent): Outcome & { unknown?: string } => {
  const names = namesOf(event);
  const name = names.find((n) => Object.hasOwn(OUTCOMES, n));
  return { ...(name && OUTCOMES[name]), ...(name !== names[0] && { unknown: names[0] ?? '' }) };
};
