import type { Event } from '../../events/event/event';
import type { Nomination } from '../../events/nominations/nomination';
import { meetsOnline } from '../../events/registrations/online-link';
import type { Registration } from '../../events/registrations/registration';
import { DAY, HOUR, iso, localDate, ms } from '../../platform/time/dates';

/** A notice that is due: under which key it is told once, and with which words. */
export interface Occasion {
  /** Names the turn of what changed, so that each change is told once, however often it is derived. */
  sk: string;
  template: string;
  /** Since when it is so: words that were put together later say it, where they carry it (`unsaid`). */
  at?: string;
  /** The person saw it on the screen as it happened: a mail is a receipt, a call would be noise. */
  seen?: true;
  /** Takes back what was told before: where nothing was, there is nothing to take back. */
  unsays?: true;
}

/** When people are reminded: so many days before the event begins, at this hour in Vietnam. */
export interface Reminding {
  daysBefore: number;
  hour: number;
}
export const REMINDING: Reminding = { daysBefore: 1, hour: 8 };

const ACTIVE = ['pending', 'confirmed', 'waitlisted'];

/** From this instant on the people of an event are reminded. */
export const reminderAt = (event: Pick<Event, 'startsAt'>, { daysBefore, hour }: Reminding): number =>
  ms(`${localDate(ms(event.startsAt) - daysBefore * DAY)}T00:00:00+07:00`) + hour * HOUR;

/** An event that is over is told of no more; a postponed one has no date that could be over. */
const isOver = (event: Event, now: number) => event.status !== 'postponed' && ms(event.endsAt) <= now;

/** What became of the event since somebody came to it: at most one notice, the latest. */
export const eventOccasion = (event: Event, since: string): Occasion | undefined => {
  if (event.status === 'cancelled')
    return { sk: `event-cancelled#${event.turn}`, template: 'event-cancelled' };
  // A new date found while it is postponed is told as well.
  if (event.status === 'postponed')
    return { sk: `event-postponed#${event.turn}.${event.schedule}`, template: 'event-postponed' };
  if (event.status === 'draft') return undefined;
  const resumed = event.turn > 1 ? (event.turnAt ?? event.updatedAt) : '';
  const changed = event.schedule > 0 ? (event.scheduleAt ?? '') : '';
  // New dates that came with the resumption are told with it.
  if (since < changed && changed > resumed)
    return { sk: `event-changed#${event.schedule}`, template: 'event-changed', at: changed };
  if (since < resumed) return { sk: `event-resumed#${event.turn}`, template: 'event-resumed', at: resumed };
  return undefined;
};

const CONFIRMED: Partial<Record<NonNullable<Registration['how']>, string>> = {
  promoted: 'promoted',
  approved: 'approved',
  substitute: 'substitute',
  moved: 'moved',
  nominator: 'nominated',
};

/** What became of the registration itself. Whoever cancelled by themselves or moved on knows. */
const ownOccasion = (event: Event, r: Registration): Occasion | undefined => {
  const plainly = r.how === undefined || r.how === 'direct';
  const named = r.channel === 'nomination';
  const at = (template: string, seen?: boolean): Occasion => ({
    sk: `${template}#${r.turn}`,
    template,
    ...(seen && { seen: true as const }),
  });
  switch (r.status) {
    case 'confirmed':
      return at(plainly ? (named ? 'nominated' : 'confirmed') : (CONFIRMED[r.how!] ?? 'confirmed'));
    case 'waitlisted':
      return at('waitlisted', plainly && !named);
    case 'pending':
      return at('pending', plainly && !named);
    case 'declined':
      return at('declined');
    case 'cancelled':
      if (r.how === 'self' || r.how === 'moved') return undefined;
      // Named and replaced before anybody told them: they need not hear of either.
      if (r.replacedBy) return { ...at('replaced'), ...(named && { unsays: true as const }) };
      // Cancelled after the event was: the event's own end is what they must hear.
      if (event.status === 'cancelled' && r.updatedAt >= (event.turnAt ?? event.updatedAt))
        return { sk: `event-cancelled#${event.turn}`, template: 'event-cancelled' };
      return at('cancelled');
  }
};

/** How long a lost code is worth telling: later, whoever asked has asked again. */
const CODE_LIVES = 2 * DAY;

/** They asked for their code again: told through the address or the phone on file, once a day. */
const askedForCode = ({ codeAsked, codeAskedAt }: Registration, now: number): Occasion | undefined => {
  if (!codeAsked) return undefined;
  const at = codeAskedAt ?? iso(ms(`${codeAsked}T00:00:00+07:00`) + DAY);
  return now < ms(at) + CODE_LIVES ? { sk: `code#${codeAsked}`, template: 'code', at } : undefined;
};

/** The link of an online class came or changed: the business of those alone who hold a seat there. */
const newLink = (event: Event, r: Registration): Occasion | undefined => {
  const { link, linkAt } = event;
  if (!link || !linkAt || r.createdAt >= linkAt || r.status !== 'confirmed' || !meetsOnline(r, event))
    return undefined;
  return { sk: `event-link#${link}`, template: 'event-link', at: linkAt };
};

const reminder = (event: Event, r: Registration, now: number, rule: Reminding): Occasion | undefined => {
  const from = reminderAt(event, rule);
  if (r.status !== 'confirmed' || now < from || now >= ms(event.startsAt)) return undefined;
  // Whoever came when reminding had begun was told the time just then.
  if (ms(r.createdAt) >= from) return undefined;
  return { sk: `reminder#${event.schedule}.${r.turn}`, template: 'reminder', at: iso(from) };
};

/**
 * Which notices are due to a registered person, from the present state alone; what of it is still to be
 * said, `unsaid` knows. Whatever a registration becomes while its event is cancelled or postponed meets
 * the event's state: that is what they are told.
 * @param now milliseconds
 */
export const registrationOccasions = (
  event: Event,
  registration: Registration,
  now: number,
  reminding: Reminding = REMINDING,
): Occasion[] => {
  if (event.status === 'draft' || isOver(event, now)) return [];
  const own = ownOccasion(event, registration);
  if (!ACTIVE.includes(registration.status)) return own ? [own] : [];
  const news = eventOccasion(event, registration.createdAt);
  const code = askedForCode(registration, now);
  const all =
    event.status === 'published'
      ? [own, news, newLink(event, registration), code, reminder(event, registration, now, reminding)]
      : [news, event.status === 'postponed' ? code : undefined];
  return all.filter((o) => o !== undefined);
};

/** Which notices are due to the officer of a unit or body who is asked to name people. */
export const nominationOccasions = (event: Event, nomination: Nomination, now: number): Occasion[] => {
  if (event.status === 'draft' || isOver(event, now) || nomination.status !== 'issued') return [];
  const news = eventOccasion(event, nomination.createdAt);
  if (event.status !== 'published') return news ? [news] : [];
  const issued = { sk: `nomination#${nomination.turn}`, template: 'nomination' };
  return news ? [issued, news] : [issued];
};
