import type { Event } from '../../events/event/event';
import { isReserve } from '../../events/registrations/nominees';
import { meetsOnline } from '../../events/registrations/online-link';
import { isDelegate, type Registration } from '../../events/registrations/registration';
import { DAY, iso, ms } from '../../platform/time/dates';
import { eventOccasion, isOver } from './event';
import { type Occasion, REMINDING, type Reminding, reminderAt } from './occasion';

const ACTIVE = ['pending', 'confirmed', 'waitlisted'];

const CONFIRMED: Partial<Record<NonNullable<Registration['how']>, string>> = {
  promoted: 'promoted',
  approved: 'approved',
  substitute: 'substitute',
  moved: 'moved',
  nominator: 'nominated',
};

const registeredPlainly = ({ how }: Registration): boolean => how === undefined || how === 'direct';

/**
 * The person knows what became of their registration: they read it on the screen, or heard it from the organizer on the
 * phone. Not where the organizer wrote it down from paper or a list, nor where it was restored later.
 */
const knows = (r: Registration): boolean =>
  registeredPlainly(r)
    ? r.channel !== 'nomination'
    : r.channel === 'phone' && r.how === 'organizer' && r.basis === 'person';

/** What became of the registration itself. A person who cancelled or moved it knows. */
const ownOccasion = (event: Event, r: Registration): Occasion | undefined => {
  const plainly = registeredPlainly(r);
  const named = r.channel === 'nomination';
  const seen = knows(r);
  const at = (template: string): Occasion => ({ sk: `${template}#${r.turn}`, template });
  const receipt = (template: string): Occasion => ({ ...at(template), ...(seen && { seen }) });
  switch (r.status) {
    case 'confirmed':
      // They stood at the door.
      if (r.how === 'door') return undefined;
      if (plainly && named) return at('nominated');
      return plainly || !CONFIRMED[r.how!] ? receipt('confirmed') : at(CONFIRMED[r.how!]!);
    case 'waitlisted':
      if (r.how === 'unseated') return at('unseated');
      // Under the key of a person who waits, which it was written under before it had a name of its own.
      if (isReserve(r)) return { ...at('waitlisted'), template: 'reserve' };
      return receipt('waitlisted');
    case 'pending':
      return receipt('pending');
    case 'declined':
      return at('declined');
    case 'cancelled':
      if (r.how === 'self' || r.how === 'moved') return undefined;
      // Nominated and replaced, or sent in another's place and taken back, before they were told: they need not hear
      // of either.
      if (r.replacedBy)
        return { ...at('replaced'), ...((named || r.how === 'undone') && { takesBack: r.createdAt }) };
      // Cancelled after the event was: they must hear that the event is cancelled.
      if (event.status === 'cancelled' && r.updatedAt >= (event.turnAt ?? event.updatedAt))
        return { sk: `event-cancelled#${event.turn}`, template: 'event-cancelled' };
      // No person is behind it, it seems: mailed if a mail went before, and never called.
      if (r.how === 'invented') return { ...at('cancelled'), seen: true, takesBack: r.createdAt };
      // Imported and taken back before they were told: they need not hear of either.
      return { ...at('cancelled'), ...(r.how === 'undone' && { takesBack: r.createdAt }) };
  }
};

/** How long a lost code is worth telling: later, the person has asked again. */
const CODE_LIVES = 2 * DAY;

/** They asked for their code: it goes to the address or phone on file, once a day. */
const askedForCode = (r: Registration, now: number): Occasion | undefined => {
  const { codeAsked, codeAskedAt } = r;
  if (!codeAsked) return undefined;
  const at = codeAskedAt ?? iso(ms(`${codeAsked}T00:00:00+07:00`) + DAY);
  return now < ms(at) + CODE_LIVES
    ? { sk: `code#${codeAsked}`, template: 'code', at, ...byItself(r) }
    : undefined;
};

/** The link that showed their code was revoked: they have another code. */
const newCode = (r: Registration): Occasion | undefined =>
  r.codeRenewedAt === undefined
    ? undefined
    : { sk: `new-code#${r.codeLink}`, template: 'new-code', at: r.codeRenewedAt, ...byItself(r) };

/** A unit that calls its people reads out no code, so what it tells them carries none. */
const byItself = ({ nominationId }: Registration): Pick<Occasion, 'alone'> =>
  nominationId === undefined ? {} : { alone: true };

/** The link of an online class came or changed: only people with a seat there are told. */
const newLink = (event: Event, r: Registration): Occasion | undefined => {
  const { link, linkAt } = event;
  if (!link || !linkAt || r.createdAt >= linkAt || r.status !== 'confirmed' || !meetsOnline(r, event))
    return undefined;
  return { sk: `event-link#${link}`, template: 'event-link', at: linkAt };
};

const reminder = (event: Event, r: Registration, now: number, rule: Reminding): Occasion | undefined => {
  const from = reminderAt(event, rule);
  if (r.status !== 'confirmed' || now < from || now >= ms(event.startsAt)) return undefined;
  // A person who registered when reminding had begun was told the time just then.
  if (ms(r.createdAt) >= from) return undefined;
  return { sk: `reminder#${event.schedule}.${r.turn}`, template: 'reminder', at: iso(from) };
};

/**
 * Which notices are due to a registered person, from the present state alone; `stillToTell` removes those
 * that were told. While an event is cancelled or postponed, they are told that, whatever becomes of their
 * registration.
 * @param now milliseconds
 */
export const registrationOccasions = (
  event: Event,
  registration: Registration,
  now: number,
  reminding: Reminding = REMINDING,
): Occasion[] => {
  // A delegate is told by the body, which has its own notices.
  if (event.status === 'draft' || isOver(event, now) || isDelegate(registration)) return [];
  // A person who is restricted is told nothing; one who was forgotten cannot be told.
  if (registration.restricted || registration.forgotten) return [];
  const own = ownOccasion(event, registration);
  if (!ACTIVE.includes(registration.status)) return own ? [own] : [];
  const news = eventOccasion(event, registration.createdAt);
  const codes = [askedForCode(registration, now), newCode(registration)];
  const all =
    event.status === 'published'
      ? [own, news, newLink(event, registration), ...codes, reminder(event, registration, now, reminding)]
      : [news, ...(event.status === 'postponed' ? codes : [])];
  return all.filter((o) => o !== undefined);
};
