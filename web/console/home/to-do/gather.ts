import type { EventInList } from '../../../../functions/events/event/event';
import { iso } from '../../../../functions/platform/time/dates';
import type { World } from '../../../../functions/platform/world/world';
import { fromBodies, fromInvitations } from './from-bodies';
import { fromCalls } from './from-calls';
import { fromEvents, fromOnlineRooms } from './from-events';
import { fromFindings, fromRecommendations, fromSupport } from './from-inquiries';
import { fromApprovals, fromNominations, fromSeats } from './from-people';
import { fromPeopleAtOnce } from './from-people-at-once';
import { fromPledges } from './from-pledges';
import { fromPrivacy } from './from-privacy';
import type { Provider, ToDo } from './to-do';

const ORGANIZERS: readonly Provider[] = [
  fromEvents,
  fromOnlineRooms,
  fromApprovals,
  fromSeats,
  fromPeopleAtOnce,
  fromPrivacy,
  fromNominations,
  fromInvitations,
  fromBodies,
  fromFindings,
  fromRecommendations,
  fromPledges,
  fromSupport,
  fromCalls,
];
const OFFICERS: readonly Provider[] = [fromNominations, fromCalls];

/** Everything to do, soonest first; what was due is due today. `units`: an officer's area. */
export const gatherToDos = async (
  world: World,
  events: readonly EventInList[],
  units?: ReadonlySet<string>,
): Promise<ToDo[]> => {
  const now = iso(world.now());
  const providers = units ? OFFICERS : ORGANIZERS;
  const all = (await Promise.all(providers.map((provide) => provide(world, events, units)))).flat();
  return all
    .map((t) => (t.due < now ? { ...t, due: now } : t))
    .sort(
      (a, b) =>
        Number(b.first ?? false) - Number(a.first ?? false) ||
        a.due.localeCompare(b.due) ||
        a.verb.localeCompare(b.verb, 'vi'),
    );
};
