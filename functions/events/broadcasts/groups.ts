import { ms } from '../../platform/time/dates';
import { isPresent } from '../../seats/ledger/entry';
import { dayNow } from '../event/days';
import type { Event } from '../event/event';
import type { Invitation } from '../invitations/invitation';
import type { Nomination } from '../nominations/nomination';
import { isReserve } from '../registrations/nominees';
import { isDelegate, type Registration } from '../registrations/registration';

/** People by their registration, units and bodies by their quota, bodies by their answer. */
export const PEOPLE = ['registered', 'waiting', 'reserve', 'pending', 'attended', 'absent'] as const;
export const UNITS = ['units', 'short-units'] as const;
export const BODIES = ['accepted', 'declined', 'unanswered'] as const;
export const GROUPS = [...PEOPLE, ...UNITS, ...BODIES] as const;
export type Group = (typeof GROUPS)[number];

/** The recipients of a broadcast: all who are in one of the groups. */
export interface Choice {
  groups: readonly Group[];
  /** Only people and quotas of this district or commune. */
  area?: string;
  /** Of `attended` and `absent`: the number of the day; any day where it is left out. */
  day?: number;
}

/** A thing with a person to write to. */
export type Addressee =
  | { kind: 'registration'; thing: Registration }
  /** `short`: fewer people were named than the quota has. */
  | { kind: 'nomination'; thing: Nomination; short?: boolean }
  | { kind: 'invitation'; thing: Invitation };

export const isPeople = (group: Group): boolean => (PEOPLE as readonly Group[]).includes(group);

/** How many days of the event have begun: only then a person can be absent. */
export const daysBegun = (event: Event, now: number): number =>
  event.undated || now < ms(event.startsAt) ? 0 : dayNow(event, now).day;

/** The groups in which something is now. @param day of the groups that ask who came */
export const groupsOf = (
  event: Event,
  one: Addressee,
  { day, now }: { day?: number; now: number },
): Group[] => {
  switch (one.kind) {
    case 'registration':
      return groupsOfPerson(one.thing, daysBegun(event, now), day);
    case 'nomination':
      if (one.thing.status !== 'issued') return [];
      return one.short ? ['units', 'short-units'] : ['units'];
    case 'invitation': {
      const { status, answer } = one.thing;
      if (status !== 'issued') return [];
      return [answer === undefined || answer.answer === 'saved' ? 'unanswered' : answer.answer];
    }
  }
};

/** A delegate is told by the body, and a person whose data are restricted is told nothing: they are in no group. */
const groupsOfPerson = (r: Registration, begun: number, day?: number): Group[] => {
  if (isDelegate(r) || r.restricted) return [];
  // The reserve of a unit waits for a seat of the unit's quota, not for one of the event.
  if (isReserve(r)) return ['reserve'];
  if (r.status === 'waitlisted') return ['waiting'];
  if (r.status === 'pending') return ['pending'];
  if (r.status !== 'confirmed') return [];
  const came = day === undefined ? isPresent(r) : Boolean(r.came?.[String(day)]);
  if (came) return ['registered', 'attended'];
  return begun >= (day ?? 1) ? ['registered', 'absent'] : ['registered'];
};

/** Whether it is in one of the groups that were chosen. */
export const isIn = (event: Event, one: Addressee, { groups, day }: Choice, now: number): boolean => {
  const of = groupsOf(event, one, { ...(day !== undefined && { day }), now });
  return of.some((group) => groups.includes(group));
};
