import type { EventInList } from '../../../../functions/events/event/event';
import { iso } from '../../../../functions/platform/time/dates';
import type { World } from '../../../../functions/platform/world/world';
import { fromBodies, fromInvitations } from './from-bodies';
import { fromCalls } from './from-calls';
import { fromEvents, fromOnlineRooms } from './from-events';
import { fromExpected } from './from-expected';
import { fromApprovals, fromNominations, fromSeats } from './from-people';
import { fromPeopleAtOnce } from './from-people-at-once';
import { fromAppeals, fromPledges } from './from-pledges';
import { fromPrivacy } from './from-privacy';
import { fromTasks } from './from-tasks';
import type { Provider, ToDo } from './to-do';

/** What events ask for. */
const OF_EVENTS: readonly Provider[] = [
  fromEvents,
  fromOnlineRooms,
  fromApprovals,
  fromSeats,
  fromPeopleAtOnce,
  fromNominations,
  fromInvitations,
  fromCalls,
];
/** What is asked for without an event: the page of one event does not read it. */
const OF_THE_OFFICE: readonly Provider[] = [
  fromPrivacy,
  fromBodies,
  fromExpected,
  fromPledges,
  fromAppeals,
  fromTasks,
];
const OFFICERS_OF_EVENTS: readonly Provider[] = [fromNominations, fromCalls];
const OFFICERS: readonly Provider[] = [...OFFICERS_OF_EVENTS, fromExpected, fromTasks];

const gather = async (
  world: World,
  providers: readonly Provider[],
  [events, units]: [events: readonly EventInList[], units: ReadonlySet<string> | undefined],
): Promise<ToDo[]> => {
  const now = iso(world.now());
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

/** Everything to do, soonest first; what was due is due today. `units`: an officer's area. */
export const gatherToDos = (
  world: World,
  events: readonly EventInList[],
  units?: ReadonlySet<string>,
): Promise<ToDo[]> => gather(world, units ? OFFICERS : [...OF_EVENTS, ...OF_THE_OFFICE], [events, units]);

/** What one event asks for, in the same order. */
export const toDosOfEvent = async (
  world: World,
  event: EventInList,
  units?: ReadonlySet<string>,
): Promise<ToDo[]> =>
  (await gather(world, units ? OFFICERS_OF_EVENTS : OF_EVENTS, [[event], units])).filter(
    (toDo) => toDo.event?.id === event.id,
  );
