import { type CalendarOf, eventCalendar } from '../events/event/calendar-file';
import { getEvent } from '../events/event/get';
import { redactForDelegates } from '../events/event/redact-for-delegates';
import { calendarOf as calendarOfBody } from '../events/invitations/online-link';
import { calendarOf } from '../events/registrations/online-link';
import { locate } from '../events/registrations/registration';
import type { Delivery } from '../outbox/deliveries/delivery';
import { linkToken } from '../platform/keys/link-token';
import type { MailParts } from '../platform/mail/compose';
import { toHtml, toText } from '../platform/mail/render';
import { type Outgoing, sendMail } from '../platform/mail/send';
import { MailRefused, type World } from '../platform/world/world';
import { letterOf, type Matter } from './subject';

/** Templates that put a date into somebody's calendar, or take it out. */
const DATED =
  /^(confirmed|promoted|approved|substitute|moved|nominated|cancelled|replaced|invitation|invitation-signed|event-(changed|resumed|link|postponed|cancelled))$/;

/** What the unsubscribing link bears: the delivery, and proof that we wrote the link. */
export const unsubscribeToken = (world: World, deliveryId: string): string =>
  `${deliveryId}-${linkToken(world, `unsubscribe:${deliveryId}`, 0)}`;

/**
 * Sends the mail of a claimed delivery, worded from the present state, once.
 * @returns SES's message id
 * @throws MailRefused, or anything else where nobody knows
 */
export const sendNotice = async (world: World, delivery: Delivery, matter: Matter): Promise<string> =>
  sendMail(world, await prepared(world, delivery, matter));

/** Nothing was sent while the mail was still being prepared: whatever fails here is a refusal. */
const prepared = async (world: World, delivery: Delivery, matter: Matter): Promise<Outgoing> => {
  try {
    return await mailOf(world, delivery, matter);
  } catch (error) {
    if (error instanceof MailRefused) throw error;
    throw new MailRefused(`not-prepared: ${error instanceof Error ? error.name : 'error'}`, false);
  }
};

const mailOf = async (world: World, delivery: Delivery, matter: Matter): Promise<Outgoing> => {
  const { department, help } = world.settings;
  const letter = await letterOf(world, delivery.template, matter);
  // Officers and bodies are asked for something; only persons may ask for no more mail.
  const stop =
    matter.kind === 'registration'
      ? world.links.unsubscribe(unsubscribeToken(world, delivery.id))
      : undefined;
  return {
    id: delivery.id,
    to: { name: delivery.name ?? '', address: delivery.email! },
    replyTo: matter.event.contactEmail ?? help.email,
    subject: letter.subject,
    text: toText(letter, department, stop),
    html: toHtml(letter, department, stop),
    headers: stop
      ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
    attachments: await attachments(world, delivery, matter),
    tags: { delivery: delivery.id, template: delivery.template },
  };
};

/** A person's mail is their own, a body's its own; what a unit passes on is read by anybody. */
const calendarFor = (matter: Matter): CalendarOf | undefined => {
  if (matter.kind === 'registration') return calendarOf(matter.thing, matter.event);
  return matter.kind === 'invitation' ? calendarOfBody(matter.thing, matter.event) : undefined;
};

const attachments = async (
  world: World,
  { template }: Delivery,
  matter: Matter,
): Promise<MailParts['attachments']> => {
  const files: NonNullable<MailParts['attachments']> = [];
  const file = (filename: string, content: string) =>
    files.push({ filename, contentType: 'text/calendar; charset=utf-8', content });
  if (DATED.test(template))
    file(
      'lich.ics',
      await eventCalendar(
        matter.kind === 'invitation' ? redactForDelegates(matter.event) : matter.event,
        world.links.event(matter.event.id),
        calendarFor(matter),
      ),
    );
  // The class they were moved out of leaves their calendar as the new one enters it.
  const left = matter.kind === 'registration' && template === 'moved' && matter.thing.movedFrom;
  const leftEvent = left && (await getEvent(world, locate(left)!.eventId));
  if (leftEvent)
    file(
      'huy-lich.ics',
      await eventCalendar(
        leftEvent,
        world.links.event(leftEvent.id),
        calendarOf({ ...matter.thing, status: 'cancelled' }, leftEvent),
      ),
    );
  if (matter.kind === 'invitation' && template.startsWith('invitation') && matter.thing.signedLetter) {
    const letter = await world.files.get(matter.thing.signedLetter);
    // Nobody answers an unsigned mail: without the letter it waits.
    if (!letter) throw new MailRefused('letter-not-found', false);
    files.push({ filename: 'giay-moi.pdf', contentType: 'application/pdf', content: letter });
  }
  return files;
};
