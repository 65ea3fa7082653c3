import { calendarDays, hoursOn, sessionsOn } from '../events/event/days';
import type { Event } from '../events/event/event';
import { getEvents } from '../events/event/get';
import { readRegistrations } from '../events/registrations/find';
import { hasLeft, type Registration } from '../events/registrations/registration';
import { HOUR, iso, ms } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { findMediator } from '../register/mediators/find';
import type { Mediator } from '../register/mediators/mediator';
import { isPresent } from '../seats/ledger/entry';
import { type Link, participationsIn, participationsOfPerson } from './participation';

export const ATTENDANCES = ['attended', 'expected', 'missed'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** A class, forum or conference in the history of a person. */
export interface ClassOfPerson {
  registrationId: string;
  event: Event;
  link: Link;
  /** The registration, where it is not yet decided that it is this person's. */
  registration: Registration;
  attendance: Attendance;
  /** On how many days the person was seen. */
  days: number;
  /** Of those days, by the programme; without one, from beginning to end. */
  hours: number;
  topics: string[];
}

export interface PersonHistory {
  /** The latest first. */
  classes: ClassOfPerson[];
  /** Registrations of which an organizer decides whether they are this person's. */
  offered: ClassOfPerson[];
  /** Of the classes that were attended. */
  hours: number;
}

/** How long an event's day lasts: its programme, else the time from its beginning to its end. In hours. Pure. */
const hoursOfDay = (event: Event, day: number): number => {
  const sessions = sessionsOn(event, day);
  const { from, to } = hoursOn(event, day);
  const whole = calendarDays(event)[day - 1];
  if (sessions.length > 0)
    return sessions.reduce((sum, { startsAt, endsAt }) => sum + ms(endsAt) - ms(startsAt), 0) / HOUR;
  if (from && to) return (ms(to) - ms(from)) / HOUR;
  return whole ? (whole.to - whole.from) / HOUR : 0;
};

/** The hours and topics of the days on which a person was seen. Pure. */
export const attendedOf = (event: Event, days: readonly number[]): { hours: number; topics: string[] } => {
  const hours = days.reduce((sum, day) => sum + hoursOfDay(event, day), 0);
  const topics = days.flatMap((day) => sessionsOn(event, day).map(({ topic }) => topic));
  return { hours: Math.round(hours * 10) / 10, topics: [...new Set(topics)] };
};

/**
 * The classes of a mediator, with hours and topics: three calls, one more for each record that was merged into theirs. Of a
 * person who left an event, that event is no part.
 */
export const historyOf = async (
  world: World,
  mediator: Pick<Mediator, 'id' | 'absorbed'>,
): Promise<PersonHistory> => {
  const all = (await participationsOfPerson(world, mediator)).filter(({ link }) => link !== 'refused');
  const [events, stored] = await Promise.all([
    getEvents(
      world,
      all.map(({ eventId }) => eventId),
    ),
    readRegistrations(
      world,
      all.map(({ registrationId }) => registrationId),
    ),
  ]);
  const registrations = new Map(stored.map((one) => [one.id, one]));
  const found = all.flatMap(({ registrationId, eventId, link }): ClassOfPerson[] => {
    const [event, registration] = [events.get(eventId), registrations.get(registrationId)];
    if (!event || !registration || registration.restricted) return [];
    if (hasLeft(registration) && !isPresent(registration)) return [];
    const days = Object.keys(registration.came ?? {}).map(Number);
    const isOver = event.endsAt < iso(world.now()) || event.status === 'cancelled';
    const attendance = days.length > 0 ? 'attended' : isOver ? 'missed' : 'expected';
    return [
      {
        registrationId,
        event,
        link,
        registration,
        attendance,
        days: days.length,
        ...attendedOf(event, days),
      },
    ];
  });
  const latestFirst = found.sort((a, b) => b.event.startsAt.localeCompare(a.event.startsAt));
  const classes = latestFirst.filter(({ link }) => link === 'linked');
  return {
    classes,
    offered: latestFirst.filter(({ link }) => link === 'offered'),
    hours: hoursOf(classes),
  };
};

/** Who registered twice for an event, under two records, was there once: of these the longest counts. Pure. */
const hoursOf = (classes: readonly ClassOfPerson[]): number => {
  const most = new Map<string, number>();
  for (const { event, hours } of classes) most.set(event.id, Math.max(most.get(event.id) ?? 0, hours));
  return [...most.values()].reduce((sum, hours) => sum + hours, 0);
};

/** The mediator whose registration this is; absent where it is linked to none. Two calls. */
export const mediatorOf = async (world: World, registrationId: string): Promise<Mediator | undefined> => {
  const link = (await participationsIn(world, registrationId)).find((one) => one.link === 'linked');
  const found = link && (await findMediator(world, link.pk));
  return found?.merged ? findMediator(world, found.merged.into) : found;
};
