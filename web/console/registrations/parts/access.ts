import { allUnits, readUnits, type Units } from '../../../../functions/directory/units/list';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { alreadyDone } from '../../../../functions/events/registrations/already-done';
import { getRegistration } from '../../../../functions/events/registrations/find';
import { mayRegistrations } from '../../../../functions/events/registrations/may';
import {
  isDelegate,
  type Listed,
  type Registration,
} from '../../../../functions/events/registrations/registration';
import { type Roll, readRoll } from '../../../../functions/events/registrations/roll/read-roll';
import { missing, Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { type Fields, versionIn } from '../../../ui/form';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** The page of a registration, saying what was just done. */
export const registrationPath = (id: string, done: string): string =>
  withQuery(routes.consoleRegistration(id), { [QUERY.done]: done });

export type Rights = ReturnType<typeof mayRegistrations>;
export type Verb = keyof Rights;

/** What this account may do with registrations in general. @throws Problem `forbidden` */
export const rightsOver = async (c: Page, verb: Verb = 'see'): Promise<Rights> => {
  const rights = mayRegistrations(c.get('account'), await allUnits(c.get('world')));
  if (!rights.see || !rights[verb]) throw new Problem('forbidden', 'forbidden');
  return rights;
};

/** The event with every registration that this account sees, since pages count, sort and search all of them. */
export interface EventPeople extends Pick<Roll, 'lags' | 'asNow'> {
  event: Event;
  all: Listed[];
  rights: Rights;
  units: Units;
}

export const registrationsFor = async (c: Page): Promise<EventPeople> => {
  const world = c.get('world');
  const rights = await rightsOver(c);
  const units = await readUnits(world);
  const event = await getEvent(world, idOf(c));
  const { people, lags, asNow } = await readRoll(world, event);
  const all = people.filter((r) => mayRegistrations(c.get('account'), units.all, r).see);
  return { event, all, lags, asNow, rights, units };
};

/**
 * A decision is about the registration as the page showed it.
 * @param verb what an earlier click may have done already: that is answered as the first time
 * @throws Problem stale where it changed since
 */
export const mustBeAsShown = (registration: Registration, verb: Verb, fields: Fields<'version'>): void => {
  if (fields.version === undefined || alreadyDone(verb, registration)) return;
  if (registration.version !== versionIn(fields)) throw new Problem('stale', 'registration-changed-since');
};

export interface One {
  registration: Registration;
  event: Event;
  rights: Rights;
}

/**
 * The registration of the path, if this account may do this with it. For an officer, a registration of
 * another area is missing.
 * @param again idempotent: also if it was already done, e.g. by a double click
 */
export const oneFor = async (c: Page, verb: Verb = 'see', again = false): Promise<One> => {
  const world = c.get('world');
  const registration = await getRegistration(world, idOf(c));
  const units = await allUnits(world);
  const rights = mayRegistrations(c.get('account'), units, registration);
  if (!rights.see) throw missing('registration');
  if (!rights[verb]) {
    const ever =
      mayRegistrations(c.get('account'), units).register && mayRegistrations(c.get('account'), units).export;
    if (!ever) throw new Problem('forbidden', 'forbidden');
    if (isDelegate(registration)) throw new Problem('conflict', 'delegate-by-answer');
    if (!again || !alreadyDone(verb, registration)) throw new Problem('conflict', 'registration-not-active');
  }
  return { registration, event: await getEvent(world, registration.eventId), rights };
};
