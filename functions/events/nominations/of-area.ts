import { DAY, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { EventInList } from '../event/event';
import { listAll } from '../event/list';
import { registeredAs } from '../registrations/register/recognise';
import type { Registration } from '../registrations/registration';
import { listNominations } from './list';
import type { Nomination } from './nomination';
import { type NominationView, viewNominations } from './read';

/** How far ahead and back an officer's own events are looked for. */
const AHEAD = 400 * DAY;
const BEHIND = 400 * DAY;
/** As many events are asked for quotas; the nearest ones. */
const MOST_EVENTS = 40;
/** As many quotas are shown with their people: each costs a query. */
export const MOST_QUOTAS = 60;
const MOST_PAST = 10;

/** Those of an area; undefined where every quota is meant. */
type Units = ReadonlySet<string> | undefined;

/** The quotas of an area in some events. Two queries for the events, one for each of them. */
const inArea = async (
  world: World,
  events: readonly EventInList[],
  units: Units,
  most: number,
): Promise<Nomination[]> => {
  const asked = events.filter((e) => e.admission === 'nomination' && e.status !== 'draft');
  const given = await Promise.all(asked.slice(0, MOST_EVENTS).map(({ id }) => listNominations(world, id)));
  return given
    .flat()
    .filter(({ unitId, status }) => status === 'issued' && (!units || units.has(unitId ?? '')))
    .slice(0, most);
};

const withPeople = async (world: World, nominations: readonly Nomination[]): Promise<NominationView[]> => {
  const events = [...new Set(nominations.map(({ eventId }) => eventId))];
  const views = await Promise.all(
    events.map((id) =>
      viewNominations(
        world,
        id,
        nominations.filter(({ eventId }) => eventId === id),
      ),
    ),
  );
  return views.flat();
};

/** The quotas of an area for events that are not over, with the people named: the next deadline first, then those past. */
export const quotasAhead = async (world: World, units: Units): Promise<NominationView[]> => {
  const now = iso(world.now());
  const events = await listAll(world, { from: now, to: iso(world.now() + AHEAD) });
  const views = await withPeople(world, await inArea(world, events, units, MOST_QUOTAS));
  const rank = ({ nomination }: NominationView) =>
    `${nomination.deadline < now ? 1 : 0}${nomination.deadline}`;
  return views.sort(
    (a, b) => rank(a).localeCompare(rank(b)) || a.nomination.name.localeCompare(b.nomination.name, 'vi'),
  );
};

/** A quota of an event that is over, and the registrations of those who had a seat. */
export interface PastQuota {
  view: NominationView;
  seated: readonly Registration[];
}

/** The last quotas of an area whose events are over, the latest first, with who was expected. */
export const pastQuotas = async (world: World, units: Units): Promise<PastQuota[]> => {
  const now = iso(world.now());
  const events = await listAll(world, { from: iso(world.now() - BEHIND), to: now });
  const past = events.filter(({ endsAt, status }) => endsAt <= now && status === 'published').reverse();
  const views = await withPeople(world, await inArea(world, past, units, MOST_PAST));
  return Promise.all(
    views.map(async (view) => {
      const ids = view.people.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
      return { view, seated: ids.length ? await registeredAs(world, view.event, ids) : [] };
    }),
  );
};
