import { type CalendarOf, eventCalendar } from '../events/event/calendar-file';
import { getEvent } from '../events/event/get';
import { redactForDelegates } from '../events/event/redact-for-delegates';
import { calendarOf as calendarOfBody } from '../events/invitations/online-link';
import { calendarOf } from '../events/registrations/online-link';
import { unsubscribeToken } from '../outbox/addresses/unsubscribe';
import type { Delivery } from '../outbox/deliveries/delivery';
import type { MailParts } from '../platform/mail/compose';
import { toHtml, toText } from '../platform/mail/render';
import type { OutgoingMail } from '../platform/mail/send';
import { MailRefused, type World } from '../platform/world/world';
import { locate } from '../seats/ledger/ids';
import { messageFor } from './message-for';
import type { Subject } from './subject';

/** Templates that add a date to a calendar or remove it. */
const DATED =
  /^(confirmed|promoted|approved|substitute|moved|nominated|cancelled|replaced|invitation|invitation-signed|answer-accepted|event-(changed|resumed|link|postponed|cancelled))$/;

/** The mail of a claimed delivery, worded from the present state. @throws MailRefused `letter-not-found` */
export const composeMail = async (
  world: World,
  delivery: Delivery,
  subject: Subject,
): Promise<OutgoingMail> => {
  const { department, help } = world.settings;
  const message = await messageFor(world, delivery.template, subject);
  // Officers and bodies are asked to do something; only persons may unsubscribe.
  const stop =
    subject.kind === 'registration'
      ? world.links.unsubscribe(unsubscribeToken(world, delivery.id))
      : undefined;
  return {
    id: delivery.id,
    to: { name: delivery.name ?? '', address: delivery.email! },
    replyTo: subject.event.contactEmail ?? help.email,
    subject: message.subject,
    text: toText(message, department, stop),
    html: toHtml(message, department, stop),
    headers: stop
      ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
    attachments: await attachments(world, delivery, subject),
    tags: { delivery: delivery.id, template: delivery.template },
  };
};

/** A person's and a body's mail carries their own calendar; an officer's mail is passed on, so it does not. */
const calendarFor = (subject: Subject): CalendarOf | undefined => {
  if (subject.kind === 'registration') return calendarOf(subject.thing, subject.event);
  return subject.kind === 'invitation' ? calendarOfBody(subject.thing, subject.event) : undefined;
};

const attachments = async (
  world: World,
  { template }: Delivery,
  subject: Subject,
): Promise<MailParts['attachments']> => {
  const files: NonNullable<MailParts['attachments']> = [];
  const file = (filename: string, content: string) =>
    files.push({ filename, contentType: 'text/calendar; charset=utf-8', content });
  if (DATED.test(template))
    file(
      'lich.ics',
      await eventCalendar(
        subject.kind === 'invitation' ? redactForDelegates(subject.event) : subject.event,
        world.links.event(subject.event.id),
        calendarFor(subject),
      ),
    );
  // The class that they were moved out of leaves their calendar as the new one enters it.
  const left = subject.kind === 'registration' && template === 'moved' && subject.thing.movedFrom;
  const leftEvent = left && (await getEvent(world, locate(left)!.eventId));
  if (leftEvent)
    file(
      'huy-lich.ics',
      await eventCalendar(
        leftEvent,
        world.links.event(leftEvent.id),
        calendarOf({ ...subject.thing, status: 'cancelled' }, leftEvent),
      ),
    );
  if (subject.kind === 'invitation' && template.startsWith('invitation') && subject.thing.signedLetter) {
    const letter = await world.files.get(subject.thing.signedLetter);
    // Bodies do not answer an unsigned mail, so it waits for the letter.
    if (!letter) throw new MailRefused('letter-not-found', false);
    files.push({ filename: 'giay-moi.pdf', contentType: 'application/pdf', content: letter });
  }
  return files;
};
