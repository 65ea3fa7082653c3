import type { Event } from '../../../../functions/events/event/event';
import type { EventRoom } from '../../../../functions/events/event/room';
import { questionsOf } from '../../../../functions/events/person/questions';
import { showCount } from '../../../../functions/platform/text/count';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import type { Values } from '../../../ui/form';
import { dateAndTime } from '../parts/words';

/** Fields of one text. */
export const TEXTS = [
  'kind',
  'title',
  'titleEn',
  'summary',
  'summaryEn',
  'audience',
  'mode',
  'venue',
  'venueAddress',
  'placeUnitId',
  'mapUrl',
  'onlineUrl',
  'admission',
  'leadBodyId',
  'contactName',
  'contactPhone',
  'contactEmail',
  'lunch',
  'travel',
  'bring',
  'taskId',
] as const;
/** Fields of a date and a time. */
export const TIMES = ['startsAt', 'endsAt', 'registrationOpensAt', 'registrationClosesAt'] as const;
/** Fields of several ticks. */
export const TICKED = ['coordinatingBodyIds', 'questions'] as const;
/** Fields of a number of seats, each with its pool. */
export const SEATS = { capacity: 'open', onlineSeats: 'online' } as const;

export const SESSION_TEXTS = ['topic', 'topicEn', 'speaker', 'room'] as const;
export const SESSION_PARTS = ['date', 'start', 'end', ...SESSION_TEXTS] as const;

/** The name of a part of a row of the programme. */
export const sessionField = (row: number, part: string) => `sessions.${row}.${part}`;

/** What was typed in a field, without spaces around it. */
export const textAt = (values: Values, name: string): string => ([values[name]].flat()[0] ?? '').trim();

/** How many rows of the programme a form holds. */
export const sessionRows = (values: Values): number =>
  Math.max(
    -1,
    ...Object.keys(values).flatMap((name) => {
      const row = /^sessions\.(\d{1,2})\./.exec(name);
      return row ? [Number(row[1])] : [];
    }),
  ) + 1;

/** The rows of the programme that say more than a date. */
export const filledSessions = (values: Values): number[] =>
  Array.from({ length: sessionRows(values) }, (_, row) => row).filter((row) =>
    SESSION_PARTS.some((part) => part !== 'date' && textAt(values, sessionField(row, part))),
  );

const sessionValues = (event: Event): Values =>
  Object.fromEntries(
    event.sessions.flatMap((session, row) =>
      Object.entries({
        date: dateAndTime(session.startsAt).date,
        start: dateAndTime(session.startsAt).time,
        end: dateAndTime(session.endsAt).time,
        ...Object.fromEntries(SESSION_TEXTS.map((part) => [part, session[part] ?? ''])),
      }).map(([part, text]) => [sessionField(row, part), text]),
    ),
  );

/** An event as its form shows it. */
export const formValues = (event: Event, room: EventRoom): Values => {
  const values: Values = {
    promotionHours: event.promotionHours === undefined ? '' : String(event.promotionHours),
    approval: event.approval ? 'on' : '',
    coordinatingBodyIds: event.coordinating.map((b) => b.id),
    questions: questionsOf(event),
    ...sessionValues(event),
  };
  for (const name of TEXTS) values[name] = (name === 'leadBodyId' ? event.lead?.id : event[name]) ?? '';
  for (const name of TIMES) {
    const { date, time } = dateAndTime(event[name]);
    values[`${name}.date`] = date;
    values[`${name}.time`] = time;
  }
  for (const [name, pool] of Object.entries(SEATS))
    values[name] = room.pools.some((p) => p.pool === pool) ? showCount(seatsIn(room, pool).size) : '';
  return values;
};
