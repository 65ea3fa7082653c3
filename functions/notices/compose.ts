import { type CalendarOf, type CalendarText, eventCalendar } from '../events/event/calendar-file';
import { getEvent } from '../events/event/get';
import { redactForDelegates } from '../events/event/redact-for-delegates';
import { calendarOf as calendarOfBody } from '../events/invitations/online-link';
import { signedRequest } from '../events/nominations/letter/request-letter';
import { calendarOf } from '../events/registrations/online-link';
import { unsubscribeToken } from '../outbox/addresses/unsubscribe';
import type { Delivery } from '../outbox/deliveries/delivery';
import { CALENDAR, PDF } from '../platform/files/download';
import type { MailParts } from '../platform/mail/compose';
import { facts, type Message } from '../platform/mail/message';
import { toHtml, toText } from '../platform/mail/render';
import type { OutgoingMail } from '../platform/mail/send';
import { MailRefused, type World } from '../platform/world/world';
import { locate } from '../seats/ledger/ids';
import { causedByStrangers } from './mail-limit';
import { messageOf } from './message-for';
import { isAboutEvent, type Subject } from './subject';
import { removeEntry } from './words/event-facts';

/** Templates that add a date to a calendar or remove it. */
const DATED =
  /^(confirmed|promoted|approved|substitute|moved|nominated|unseated|cancelled|replaced|invitation|invitation-(again|signed|revoked)|answer-accepted|event-(changed|resumed|link|postponed|cancelled))$/;

/** The mail of a claimed delivery, worded from the present state. @throws MailRefused `letter-not-found` */
export const composeMail = async (
  world: World,
  delivery: Delivery,
  subject: Subject,
): Promise<OutgoingMail> => {
  const { department, help } = world.settings;
  const dates = await datesOf(world, delivery, subject);
  const written = unnamed(await messageOf(world, delivery, subject), delivery, subject);
  const removed = dates.filter(({ method }) => method === 'CANCEL');
  const message = { ...written, body: [...written.body, ...removed.map((d) => removeEntry(d.name, d.what))] };
  // Officers and bodies are asked to do something; only persons may unsubscribe.
  const stop =
    subject.kind === 'registration'
      ? world.links.unsubscribe(unsubscribeToken(world, delivery.id))
      : undefined;
  return {
    id: delivery.id,
    to: { name: nameFor(delivery, subject), address: delivery.email! },
    replyTo: (isAboutEvent(subject) ? subject.event.contactEmail : undefined) ?? help.email,
    subject: message.subject,
    text: toText(message, department, stop),
    html: toHtml(message, department, stop),
    headers: stop
      ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
    calendar: subject.kind === 'nomination' ? undefined : dates[0],
    attachments: [...dates.map(attached), ...(await letterOf(world, delivery, subject))],
    tags: { delivery: delivery.id, template: delivery.template },
  };
};

/** Strangers may type any name, for any address: what they cause carries nothing that they typed. */
const nameFor = (delivery: Delivery, subject: Subject): string =>
  causedByStrangers(subject, delivery) ? '' : (delivery.name ?? '');

/** The same for the text. The end of the phone tells those who share an address which registration it is. */
const unnamed = (message: Message, delivery: Delivery, subject: Subject): Message => {
  if (subject.kind !== 'registration' || !causedByStrangers(subject, delivery)) return message;
  const which = facts(['Số điện thoại đã đăng ký', `… ${subject.thing.phone.slice(-3)}`]);
  return { ...message, to: 'ông/bà', body: [...message.body, which] };
};

/** A person's and a body's mail carries their own calendar; an officer's mail is passed on, so it carries nobody's. */
const calendarFor = (delivery: Delivery, subject: Subject): CalendarOf | undefined => {
  const attendee = { name: nameFor(delivery, subject), email: delivery.email! };
  if (subject.kind === 'registration') return { ...calendarOf(subject.thing, subject.event), attendee };
  return subject.kind === 'invitation'
    ? { ...calendarOfBody(subject.thing, subject.event), attendee }
    : undefined;
};

interface Dated extends CalendarText {
  name: string;
  what: 'buổi này' | 'lớp cũ';
}

/** The calendar files of a mail, the one that the mail is about first. */
const datesOf = async (world: World, delivery: Delivery, subject: Subject): Promise<Dated[]> => {
  if (!isAboutEvent(subject) || !DATED.test(delivery.template)) return [];
  const event = subject.kind === 'invitation' ? redactForDelegates(subject.event) : subject.event;
  const of = calendarFor(delivery, subject);
  const dates: Dated[] = [{ name: 'lich.ics', what: 'buổi này', ...(await eventCalendar(world, event, of)) }];
  // The class that they were moved out of leaves their calendar as the new one enters it.
  const left = subject.kind === 'registration' && delivery.template === 'moved' && subject.thing.movedFrom;
  const leftEvent = left && (await getEvent(world, locate(left)!.eventId));
  if (leftEvent) {
    const gone = calendarOf({ ...subject.thing, status: 'cancelled' }, leftEvent);
    const copy = { ...gone, attendee: of?.attendee };
    dates.push({ name: 'huy-lich.ics', what: 'lớp cũ', ...(await eventCalendar(world, leftEvent, copy)) });
  }
  return dates;
};

/** For people who add it by hand: not every program reads the part for calendars. */
const attached = ({ name, method, text }: Dated) => ({
  filename: name,
  contentType: `${CALENDAR}; charset=utf-8; method=${method}`,
  content: text,
});

const letterOf = async (
  world: World,
  { template }: Delivery,
  subject: Subject,
): Promise<NonNullable<MailParts['attachments']>> => {
  if (subject.kind === 'nomination' && /^nomination(-signed|-reminder)?$/.test(template)) {
    const key = signedRequest(subject.thing, subject.event);
    return key ? [await signedPart(world, key, 'cong-van.pdf')] : [];
  }
  if (subject.kind !== 'invitation' || !template.startsWith('invitation') || !subject.thing.signedLetter)
    return [];
  return [await signedPart(world, subject.thing.signedLetter, 'giay-moi.pdf')];
};

/** Offices do not answer an unsigned mail, so it waits for the letter. */
const signedPart = async (world: World, key: string, filename: string) => {
  const content = await world.files.get(key);
  if (!content) throw new MailRefused('letter-not-found', false);
  return { filename, contentType: PDF, content };
};
