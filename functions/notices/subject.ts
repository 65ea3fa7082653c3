import type { Body } from '../directory/bodies/body';
import { callContact, mailAddress } from '../directory/bodies/mail-address';
import type { Broadcast } from '../events/broadcasts/broadcast';
import type { Addressee } from '../events/broadcasts/groups';
import type { Event } from '../events/event/event';
import type { Invitation } from '../events/invitations/invitation';
import type { Nomination } from '../events/nominations/nomination';
import type { ForgetRequest } from '../events/person/forget-request';
import type { Registration } from '../events/registrations/registration';
import type { Inquiry } from '../inquiries/inquiry';
import type { Recipient } from '../outbox/deliveries/channels';
import type { Point } from '../points/point';
import type { Recommendation } from '../recommendations/recommendation';
import type { SupportInquiry, SupportRequest } from '../support/request';
import { broadcastOccasions } from './occasions/broadcast';
import { forgetRequestOccasions } from './occasions/forget-request';
import { inquiryOccasions } from './occasions/inquiry';
import { invitationNotices } from './occasions/invitation-notices';
import { nominationOccasions } from './occasions/nomination';
import type { Occasion } from './occasions/occasion';
import { pointOccasions } from './occasions/point';
import { registrationOccasions } from './occasions/registration';
import { supportOccasions } from './occasions/support';

/** What a notice is about: the thing and its event, as they are now. */
export type Subject = AboutEvent | AboutRequest | AboutInquiry | AboutSupport | AboutPoint;

export type AboutEvent = (
  | { kind: 'registration'; event: Event; thing: Registration; nomination?: Nomination | undefined }
  | { kind: 'nomination'; event: Event; thing: Nomination; short?: boolean }
  | { kind: 'invitation'; event: Event; thing: Invitation; body: Body }
) & {
  /** The broadcasts that it may be a recipient of (`withBroadcasts`). */
  broadcasts?: readonly Broadcast[];
};

/** A request to be forgotten, with the registration from which it came and its event; a person without one has neither. */
export interface AboutRequest {
  kind: 'forget-request';
  event?: Event | undefined;
  thing: ForgetRequest;
  registration?: Registration | undefined;
}

/** What is asked of a body, without an event of its own. */
export interface AboutInquiry {
  kind: 'inquiry';
  event?: undefined;
  thing: Inquiry;
  body: Body;
}

/** A request for support of a mediator, with what the body answered. */
export interface AboutSupport {
  kind: 'support';
  event?: undefined;
  thing: SupportRequest;
  inquiry?: SupportInquiry | undefined;
  registration: Registration;
}

/** A paper or a difficulty that a person raised, with what was asked of a body about it. */
export interface AboutPoint {
  kind: 'point';
  event?: undefined;
  thing: Point;
  recommendation?: Recommendation | undefined;
  registration: Registration;
}

export const isAboutEvent = (subject: Subject): subject is AboutEvent =>
  !['forget-request', 'inquiry', 'support', 'point'].includes(subject.kind);

/** The notices due now: by the rules of the subject's kind, and the organizer's messages. */
export const occasionsOf = (subject: Subject, now: number): Occasion[] => {
  if (subject.kind === 'forget-request') return forgetRequestOccasions(subject.thing, subject.registration);
  if (subject.kind === 'inquiry') return inquiryOccasions(subject.thing, now);
  if (subject.kind === 'support')
    return supportOccasions(subject.thing, subject.inquiry, subject.registration);
  if (subject.kind === 'point')
    return pointOccasions(subject.thing, subject.recommendation, subject.registration);
  return [
    ...ownOccasions(subject, now),
    ...broadcastOccasions(subject.event, subject as Addressee, subject.broadcasts ?? [], now),
  ];
};

const ownOccasions = (subject: AboutEvent, now: number): Occasion[] => {
  switch (subject.kind) {
    case 'registration':
      return registrationOccasions(subject.event, subject.thing, now);
    case 'nomination':
      return nominationOccasions(subject.event, subject.thing, now);
    case 'invitation':
      return invitationNotices(subject.event, subject.thing, now);
  }
};

/** The person to tell, and on whose call list they are where mail does not reach them. */
export const recipientOf = (subject: Subject): Recipient => {
  if (subject.kind === 'forget-request') return askerOf(subject);
  if (subject.kind === 'inquiry') return bodyOf(subject.body, subject.thing.id);
  if (subject.kind === 'support' || subject.kind === 'point') return askedBy(subject);
  const { event } = subject;
  switch (subject.kind) {
    case 'registration': {
      const { fullName, phone, email, nominationId, unitId } = subject.thing;
      // A revoked link shows no list any more, so the organizer calls the people it named.
      const revoked = subject.nomination?.status === 'revoked';
      const owner = revoked ? event.id : (nominationId ?? event.id);
      return { name: fullName, phone, email, owner, unitId };
    }
    case 'nomination': {
      const { contactName, name, contactPhone, contactEmail, unitId } = subject.thing;
      return {
        name: `${contactName} (${name})`,
        phone: contactPhone,
        email: contactEmail,
        owner: event.id,
        unitId,
      };
    }
    case 'invitation':
      return bodyOf(subject.body, event.id);
  }
};

const bodyOf = (body: Body, owner: string): Recipient => {
  const call = callContact(body);
  return { name: call?.name ?? body.name, phone: call?.phone, email: mailAddress(body), owner };
};

/** The person who asked or raised it. The organizer calls them: the words may tell of a case. */
const askedBy = ({ thing: { id }, registration }: AboutSupport | AboutPoint): Recipient => {
  const { fullName, phone, email, unitId } = registration;
  return { name: fullName, phone, email, owner: id, unitId };
};

/** The person who asked to be forgotten. The organizer calls them: no unit hears of such a request. */
const askerOf = ({ thing: { id, asker }, registration }: AboutRequest): Recipient => {
  const { fullName = '', phone, email } = registration ?? asker ?? {};
  return { name: fullName, phone, email, owner: id, unitId: registration?.unitId };
};
