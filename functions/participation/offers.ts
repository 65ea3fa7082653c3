import type { Event } from '../events/event/event';
import { getEvents } from '../events/event/get';
import { readRegistrations } from '../events/registrations/find';
import type { Registration } from '../events/registrations/registration';
import type { Page } from '../platform/store/paging';
import type { World } from '../platform/world/world';
import { findMediators } from '../register/mediators/find';
import type { Mediator } from '../register/mediators/mediator';
import { teamsOf } from '../register/teams/list';
import type { Team } from '../register/teams/team';
import { locate } from '../seats/ledger/ids';
import { participations, registrationIdOf } from './participation';

/** A registration that may be a mediator's: an organizer decides. */
export interface Offer {
  mediator: Mediator;
  team: Team | undefined;
  registration: Registration;
  event: Event;
}

const offered = { index: 'everyone', where: 'listed = :kind', values: { ':kind': 'offered' } } as const;

/** How many offers wait for a decision. One call for some thousands of them. */
export const countOffers = async (world: World): Promise<number> =>
  (await world.db.all(participations, offered)).length;

/** A page of the offers that wait for a decision, the oldest event first. Five calls. */
export const listOffers = async (
  world: World,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Offer>> => {
  const { items, next } = await world.db.query(participations, {
    ...offered,
    limit,
    cursor,
  });
  const ids = items.map(registrationIdOf);
  const [people, registrations, events] = await Promise.all([
    findMediators(
      world,
      items.map(({ pk }) => pk),
    ),
    readRegistrations(world, ids),
    getEvents(
      world,
      ids.flatMap((id) => locate(id)?.eventId ?? []),
    ),
  ]);
  const stayed = people.flatMap(({ merged }) => merged?.into ?? []);
  const known = [...people, ...(await findMediators(world, stayed))];
  const teams = await teamsOf(world, known);
  const mediatorNow = (id: string) => {
    const record = known.find((one) => one.id === id);
    return record?.merged ? known.find((one) => one.id === record.merged!.into) : record;
  };
  // Two records that were merged may both have the offer.
  const ofEach = new Map(items.map((one) => [`${mediatorNow(one.pk)?.id} ${one.sk}`, one]));
  const offers = [...ofEach.values()].flatMap((one): Offer[] => {
    const mediator = mediatorNow(one.pk);
    const registration = registrations.find(({ id }) => id === registrationIdOf(one));
    const event = registration && events.get(registration.eventId);
    if (!mediator || !event || registration.restricted || mediator.restricted) return [];
    return [{ mediator, team: teams.get(mediator.teamId), registration, event }];
  });
  return { items: offers, next };
};
