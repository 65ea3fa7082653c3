import { DAY, iso, ms } from '../../platform/time/dates';
import type { EventInList } from './event';

/** What the organizer must do about an event. */
export type EventTask =
  | 'publish' // still a draft, and its day is near
  | 'new-date' // postponed, and its old day has passed
  | 'resume' // postponed to a day that is near, and not published again
  | 'crowded' // many registered from one network: people, or a machine
  | 'unseated' // confirmed people lost their seats, and no seat is free for them
  | 'nearly-empty'; // registration closes soon and few people have registered

export interface EventToDo {
  task: EventTask;
  /** By when: an instant. */
  due: string;
  event: EventInList;
}

const SOON = 14 * DAY;
const CLOSING = 7 * DAY;
/** Later, the organizer has seen it. */
const LOOK_WITHIN = 3 * DAY;
/** Below this share of held seats, the organizer should call for more people. */
const FEW = 1 / 3;

/** At most one task for each event, by date. Pure; `now` in milliseconds. */
export const eventToDos = (events: readonly EventInList[], now: number): EventToDo[] =>
  events
    .flatMap((event): EventToDo[] => {
      const task = taskOf(event, now);
      return task ? [{ event, ...task }] : [];
    })
    .sort((a, b) => a.due.localeCompare(b.due));

const taskOf = (e: EventInList, now: number): Omit<EventToDo, 'event'> | undefined => {
  const at = iso(now);
  const within = (span: number, instant: string) => instant > at && ms(instant) - now <= span;
  if (e.status === 'draft' && within(SOON, e.startsAt)) return { task: 'publish', due: e.startsAt };
  if (e.status === 'postponed') {
    if (e.startsAt <= at) return { task: 'new-date', due: at };
    if (within(SOON, e.startsAt)) return { task: 'resume', due: e.startsAt };
  }
  if (e.status !== 'published') return undefined;
  if (e.seats.unseated && e.endsAt > at) return { task: 'unseated', due: at };
  if (e.crowd && e.endsAt > at && ms(at) - ms(e.crowd.at) < LOOK_WITHIN) return { task: 'crowded', due: at };
  const closes = e.registrationClosesAt ?? e.startsAt;
  const few = e.seats.size > 0 && e.seats.held < e.seats.size * FEW;
  return e.admission === 'open' && few && within(CLOSING, closes)
    ? { task: 'nearly-empty', due: closes }
    : undefined;
};
