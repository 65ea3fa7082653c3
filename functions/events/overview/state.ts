import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { isWaitedFor } from '../../seats/ledger/room';
import { dayNow } from '../event/days';
import type { Event } from '../event/event';
import { type EventRoom, readRoom } from '../event/room';
import { listInvitations } from '../invitations/list';
import { listNominations } from '../nominations/list';
import type { Nomination } from '../nominations/nomination';
import { viewQuotas } from '../nominations/read';
import { countWaiting } from '../registrations/count-waiting';
import { type AnswerCount, countAnswers, countQuotas, type QuotaCount } from './count-answers';
import { countPeople, type PeopleCount } from './count-people';

/** How far an event is: its seats, its people, who nominated, who answered. Figures alone, no person. */
export interface EventState {
  event: Event;
  room: EventRoom;
  /** Exact, from the queue. */
  waiting: number;
  /** Read where registrations are approved one by one, and from the first day on; else nothing in it is asked. */
  people?: PeopleCount | undefined;
  /** Absent where the reader sees no quota. */
  quotas?: QuotaCount | undefined;
  /** Absent where no body was invited, or the reader sees no invitations. */
  invitations?: AnswerCount | undefined;
}

/** What a reader may see of an event's answers. */
export interface StateScope {
  quota: (nomination: Nomination) => boolean;
  invitations: boolean;
}

/**
 * The state of one event. Reads the room, the queue where people wait, the quotas with their nominees and the
 * invitations; all registrations only where `people` is asked for.
 * @throws Problem missing `event-missing`
 */
export const eventState = async (world: World, eventId: string, scope: StateScope): Promise<EventState> => {
  const now = world.now();
  const room = await readRoom(world, eventId);
  const { event } = room;
  if (!event) throw missing('event');
  const asksPeople = event.approval || dayNow(event, now).when !== 'before';
  const [people, waiting, nominations, invitations] = await Promise.all([
    asksPeople ? countPeople(world, event) : undefined,
    room.pools.some(({ pool }) => isWaitedFor(room, pool)) ? countWaiting(world, event) : 0,
    listNominations(world, eventId),
    scope.invitations ? listInvitations(world, eventId) : [],
  ]);
  const seen = nominations.filter(scope.quota);
  const quotas = seen.length ? await viewQuotas(world, eventId, seen) : [];
  return {
    event,
    room,
    waiting,
    people,
    quotas: quotas.length ? countQuotas(quotas, now) : undefined,
    invitations: invitations.length ? countAnswers(invitations, event, now) : undefined,
  };
};
