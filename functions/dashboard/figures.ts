import type { Units } from '../directory/units/list';
import { isInArea } from '../directory/units/successors';
import { shownUnits } from '../directory/units/tiles/shown';
import type { EventInList } from '../events/event/event';
import type { CountedInvitation } from '../events/invitations/invitation';
import { daysLate } from '../inquiries/days';
import type { Recommendation } from '../recommendations/recommendation';

/** Events by what became of them, and their seats. */
export interface Figures {
  /** Held: published, and over. */
  over: number;
  coming: number;
  postponed: number;
  cancelled: number;
  drafts: number;
  /** Seats of the events that are held or coming; taken ones; people who wait. */
  offered: number;
  used: number;
  waiting: number;
  /** Seats that were taken in events that are over: participations. */
  reached: number;
}

type Counted = Pick<EventInList, 'status' | 'endsAt' | 'seats' | 'taskId' | 'placeUnitId'>;

const NONE: Figures = {
  over: 0,
  coming: 0,
  postponed: 0,
  cancelled: 0,
  drafts: 0,
  offered: 0,
  used: 0,
  waiting: 0,
  reached: 0,
};

const stateOf = ({ status, endsAt }: Counted, now: string) =>
  status === 'published' ? (endsAt <= now ? 'over' : 'coming') : status === 'draft' ? 'drafts' : status;

/** @param now an instant, as text */
export const figuresOf = (events: readonly Counted[], now: string): Figures => {
  const sum = { ...NONE };
  for (const event of events) {
    const state = stateOf(event, now);
    sum[state]++;
    if (state !== 'over' && state !== 'coming') continue;
    const { size, held, waiting } = event.seats;
    sum.offered += size;
    sum.used += held;
    if (state === 'over') sum.reached += held;
    else sum.waiting += waiting;
  }
  return sum;
};

/** How many events shall be held in all: those that are held, are coming or wait for a date. */
export const plannedOf = ({ over, coming, postponed }: Figures): number => over + coming + postponed;

export interface UnitFigures {
  unitId: string;
  name: string;
  figures: Figures;
}

/**
 * The events of each district, or of each commune where there are no districts; an event of a unit that was merged stands
 * under what the unit is today. The last part: events that lie in none of them, as those of the province.
 */
export const byUnit = (
  { all, inForce }: Pick<Units, 'all' | 'inForce'>,
  events: readonly Counted[],
  now: string,
): { units: UnitFigures[]; elsewhere: Figures } => {
  const level = shownUnits({ inForce });
  const isAt = ({ placeUnitId }: Counted, id: string) => isInArea(all, placeUnitId, id);
  return {
    units: level
      .map(({ id, name }) => ({
        unitId: id,
        name,
        figures: figuresOf(
          events.filter((event) => isAt(event, id)),
          now,
        ),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    elsewhere: figuresOf(
      events.filter((event) => !level.some(({ id }) => isAt(event, id))),
      now,
    ),
  };
};

/** What bodies did with recommendations and difficulties. */
export interface AnswerFigures {
  /** Not answered yet; of them, those whose last day has passed. */
  asked: number;
  late: number;
  /** Answered, to be closed by the organizer. */
  answered: number;
  closed: number;
}

export const answersOf = (
  all: readonly Pick<Recommendation, 'status' | 'dueOn'>[],
  now: number,
): AnswerFigures => {
  const of = (status: Recommendation['status']) => all.filter((r) => r.status === status).length;
  return {
    asked: of('asked'),
    late: all.filter((r) => daysLate(r, now) > 0).length,
    answered: of('answered'),
    closed: of('closed'),
  };
};

/** What bodies said to invitations that were sent; the last answer counts. */
export interface InvitedFigures {
  sent: number;
  accepted: number;
  declined: number;
}

/** @param events the events whose invitations count */
export const invitedOf = (
  all: readonly Pick<CountedInvitation, 'eventId' | 'status' | 'answered'>[],
  events: readonly { id: string }[],
): InvitedFigures => {
  const ids = new Set(events.map(({ id }) => id));
  const sent = all.filter(({ eventId, status }) => status === 'issued' && ids.has(eventId));
  const of = (answer: CountedInvitation['answered']) =>
    sent.filter(({ answered }) => answered === answer).length;
  return { sent: sent.length, accepted: of('accepted'), declined: of('declined') };
};
