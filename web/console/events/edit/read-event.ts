import { EventInput } from '../../../../functions/events/event/event-input';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { typedNumber } from '../../../../functions/platform/text/count';
import { localDate } from '../../../../functions/platform/time/dates';
import type { Fields, Posted } from '../../../ui/form';
import { typedInstant } from '../parts/date-time';
import { filledSessions, SEATS, SESSION_TEXTS, sessionField, TEXTS, TICKED } from './values';

/** A number of the form; other text stays as typed, so that the schema refuses it. */
const wholeNumber = (typed: string) => typedNumber(typed) ?? typed;

/** The pools that the form's mode asks for. */
const poolsOf = (fields: Fields, mode: string) =>
  Object.entries(SEATS).flatMap(([name, kind]) => {
    const asked = mode === 'both' || (mode === 'online') === (kind === 'online');
    const typed = fields[name];
    return asked && typed !== undefined ? [{ kind, seats: wholeNumber(typed) }] : [];
  });

/** A row of the programme; without a date it is on the event's first day. */
const sessionOf = (fields: Fields, row: number, startsOn: string | undefined) => {
  const date = fields[sessionField(row, 'date')] ?? startsOn ?? '';
  const at = (part: 'start' | 'end') =>
    typedInstant({ 'at.date': date, 'at.time': fields[sessionField(row, part)] ?? '' }, 'at');
  return {
    startsAt: at('start'),
    endsAt: at('end'),
    ...Object.fromEntries(SESSION_TEXTS.map((part) => [part, fields[sessionField(row, part)]])),
  };
};

/**
 * Reads a posted form as an event's input and hands it to `act`. Blank rows of the programme are left out.
 * @throws Problem whose fields bear the names of the form, also where `act` refused the input
 */
export const withEvent = async <T>(
  { fields, typed }: Posted,
  act: (input: EventInput) => Promise<T>,
): Promise<T> => {
  const startsAt = typedInstant(fields, 'startsAt');
  const startsOn = startsAt && startsAt !== 'x' ? localDate(startsAt) : undefined;
  const mode = fields.mode ?? 'in-person';
  const rows = filledSessions(typed);
  const pools = poolsOf(fields, mode);
  try {
    return await act(
      parse(EventInput, {
        ...Object.fromEntries(TEXTS.map((name) => [name, fields[name]])),
        ...Object.fromEntries(
          TICKED.map((name) => [
            name,
            typed[name] === undefined ? undefined : [typed[name]].flat().filter(Boolean),
          ]),
        ),
        mode,
        approval: fields.approval === 'on',
        ...(fields.promotionHours && { promotionHours: wholeNumber(fields.promotionHours) }),
        startsAt,
        endsAt: typedInstant(fields, 'endsAt', { date: startsOn }),
        registrationOpensAt: typedInstant(fields, 'registrationOpensAt', { time: '00:00' }),
        registrationClosesAt: typedInstant(fields, 'registrationClosesAt', { time: '23:59' }),
        sessions: rows.map((row) => sessionOf(fields, row, startsOn)),
        ...(pools.length && { pools }),
      }),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, code, detail } = error;
    throw new Problem(
      kind,
      code,
      detail,
      error.fields.map((f) => ({ ...f, path: formName(f.path, rows, pools) })),
    );
  }
};

/** The form's name for a path of the input. */
const formName = (path: string, rows: readonly number[], pools: readonly { kind: string }[]): string => {
  const session = /^sessions\.(\d+)\.?(.*)$/.exec(path);
  if (session) {
    const [, nth, part] = session;
    const row = rows[Number(nth)] ?? Number(nth);
    return sessionField(row, { startsAt: 'start', endsAt: 'end' }[part!] || part || 'topic');
  }
  const pool = /^pools\.(\d+)/.exec(path);
  if (pool) return pools[Number(pool[1])]?.kind === 'online' ? 'onlineSeats' : 'capacity';
  if (path === 'pools') return 'capacity';
  return path.startsWith('coordinatingBodyIds') ? 'coordinatingBodyIds' : path;
};
