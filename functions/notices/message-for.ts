import { broadcastIn, type Written } from '../events/broadcasts/broadcast';
import type { Placeholder } from '../events/broadcasts/placeholders';
import { placeOf } from '../events/event/place';
import { closedBecause } from '../events/invitations/answer-deadline';
import { officeOf } from '../events/nominations/letter/office';
import { viewNomination } from '../events/nominations/read';
import { ownLinkToken } from '../events/registrations/own-link';
import { showCode } from '../platform/keys/ids';
import { linkToken } from '../platform/keys/link-token';
import type { Message } from '../platform/mail/message';
import { showPhone } from '../platform/text/phone';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type AboutEvent, isAboutEvent, type Subject } from './subject';
import { broadcastMessage } from './words/broadcast';
import { whenWords } from './words/event-facts';
import { refusalMessage } from './words/forget-request';
import { inquiryMessage } from './words/inquiry';
import { invitationMessage } from './words/invitation';
import { nominationMessage } from './words/nomination';
import { pointMessage } from './words/point';
import { addressed, registrationMessage } from './words/registration';
import { supportAnswerMessage } from './words/support-answer';

/** How words are said. */
interface Saying {
  /** To a person, by the unit that named them: without the code, and without the link that shows it. */
  codeless?: boolean;
}

/** A notice in words, from the present state. Reads what the words need and passes it on as plain data. */
export const messageFor = async (
  world: World,
  template: string,
  subject: Subject,
  { codeless = false }: Saying = {},
): Promise<Message> => {
  if (subject.kind === 'forget-request') {
    const { thing: request, registration } = subject;
    return refusalMessage({ request, registration, settings: world.settings, links: world.links });
  }
  if (subject.kind === 'inquiry') return inquiryMessage(world, template, subject.thing);
  if (subject.kind === 'support') {
    const { thing: request, inquiry, registration } = subject;
    return supportAnswerMessage(template, {
      request,
      inquiry,
      registration,
      settings: world.settings,
      link: world.links.ownSupport(),
    });
  }
  if (subject.kind === 'point') {
    const { thing: point, recommendation, registration } = subject;
    return pointMessage(template, {
      point,
      recommendation,
      registration,
      settings: world.settings,
      link: world.links.ownPoints(),
    });
  }
  const { event } = subject;
  switch (subject.kind) {
    case 'registration':
      return registrationMessage(template, {
        event,
        registration: subject.thing,
        links: world.links,
        now: world.now(),
        ticket: world.links.ticket(ownLinkToken(world, subject.thing)),
        // Not the person's own unit, which may lie below the unit that nominated them.
        nominator: subject.nomination?.name,
        codeless,
      });
    case 'nomination': {
      const { quota, used } = await viewNomination(world, subject.thing);
      return nominationMessage(template, {
        event,
        nomination: subject.thing,
        link: world.links.nomination(linkToken(world, subject.thing.id, subject.thing.turn)),
        quota: { size: quota, used, open: iso(world.now()) < subject.thing.deadline },
      });
    }
    case 'invitation':
      return invitationMessage(template, {
        event,
        invitation: subject.thing,
        link: world.links.invitation(linkToken(world, subject.thing.id, subject.thing.turn)),
        from: world.settings.department.name,
        open: !closedBecause(subject.thing, event, world.now()),
      });
  }
};

/** The words of a delivery: of a broadcast, what the organizer wrote. */
export const messageOf = (
  world: World,
  { sk, template }: { sk: string; template: string },
  subject: Subject,
  saying: Saying = {},
): Message | Promise<Message> => {
  const id = broadcastIn(sk);
  if (id === undefined || !isAboutEvent(subject)) return messageFor(world, template, subject, saying);
  const broadcast = subject.broadcasts?.find((b) => b.id === id);
  // It is due, so it was read.
  if (!broadcast) throw new Error('a broadcast without its words');
  return broadcastFor(world, broadcast, subject, saying);
};

/**
 * What one recipient of a broadcast reads.
 * @param trial hides what is the recipient's own: code and link
 */
export const broadcastFor = (
  world: World,
  written: Written,
  subject: AboutEvent,
  { trial = false, codeless = false }: Saying & { trial?: boolean } = {},
): Message => {
  const { event } = subject;
  const { to, name, from, code, link } = namedIn(world, subject, codeless);
  const values: Record<Placeholder, string> = {
    name,
    from,
    title: event.title,
    when: whenWords(event),
    where: event.mode === 'online' ? 'trực tuyến' : placeOf(event),
    contact: `${event.contactName}, ${showPhone(event.contactPhone)}`,
    code: trial ? '000 000 000' : code,
    link: trial ? `${world.settings.publicOrigin}/…` : link,
  };
  return broadcastMessage(written, { event, to, values });
};

/** How a recipient is greeted and named, and what is theirs alone. */
const namedIn = (
  world: World,
  subject: AboutEvent,
  codeless: boolean,
): Record<'to' | 'name' | 'from' | 'code' | 'link', string> => {
  switch (subject.kind) {
    case 'registration': {
      const { thing: r } = subject;
      return {
        to: addressed(r),
        name: r.fullName,
        from: r.unitName ?? r.bodyName ?? '',
        code: codeless ? 'ghi trên phiếu do đơn vị phát' : showCode(r.code),
        link: codeless ? world.links.review() : world.links.ticket(ownLinkToken(world, r)),
      };
    }
    case 'nomination': {
      const { thing: n } = subject;
      const link = world.links.nomination(linkToken(world, n.id, n.turn));
      return { to: officeOf(n), name: n.contactName, from: n.name, code: '', link };
    }
    case 'invitation': {
      const { thing: i } = subject;
      const link = world.links.invitation(linkToken(world, i.id, i.turn));
      return { to: i.bodyName, name: i.bodyName, from: i.bodyName, code: '', link };
    }
  }
};
