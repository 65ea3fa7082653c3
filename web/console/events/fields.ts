import { createHash } from 'node:crypto';
import type { Event } from '../../../functions/events/event/event';
import { EventInput } from '../../../functions/events/event/event-input';
import type { EventRoom } from '../../../functions/events/event/room';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { localDate } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import type { FormState } from '../../ui/form';
import type { Fields } from '../../ui/read-form';
import { calendarDate, clock, typedInstant } from './date-time';
import { dateAndTime } from './words';

type Values = FormState['values'];

const TEXTS = {
  kind: 'Loại',
  title: 'Tên',
  titleEn: 'Tên tiếng Anh',
  summary: 'Giới thiệu',
  summaryEn: 'Giới thiệu tiếng Anh',
  audience: 'Đối tượng',
  mode: 'Hình thức',
  venue: 'Địa điểm',
  venueAddress: 'Địa chỉ',
  placeUnitId: 'Địa bàn',
  mapUrl: 'Đường dẫn bản đồ',
  onlineUrl: 'Đường dẫn trực tuyến',
  admission: 'Cách nhận người',
  leadBodyId: 'Đơn vị chủ trì',
  contactName: 'Người phụ trách',
  contactPhone: 'Điện thoại người phụ trách',
  contactEmail: 'Email người phụ trách',
  lunch: 'Ăn trưa',
  travel: 'Hỗ trợ đi lại',
  bring: 'Mang theo',
  taskId: 'Nhiệm vụ của kế hoạch',
} as const;
const TIMES = {
  startsAt: 'Bắt đầu',
  endsAt: 'Kết thúc',
  registrationOpensAt: 'Mở đăng ký',
  registrationClosesAt: 'Hạn đăng ký',
} as const;
const SEATS = { capacity: 'Số chỗ tại hội trường', onlineSeats: 'Số chỗ trực tuyến' } as const;
const SESSION_TEXTS = ['topic', 'topicEn', 'speaker', 'room'] as const;
const SESSION_PARTS = ['date', 'start', 'end', ...SESSION_TEXTS] as const;

/** Every field as people call it, to say what another editor changed. */
export const LABELS: Record<string, string> = {
  ...TEXTS,
  ...TIMES,
  ...SEATS,
  approval: 'Duyệt từng đăng ký',
  coordinatingBodyIds: 'Đơn vị phối hợp',
  sessions: 'Chương trình',
};

const SESSION_LABELS: Record<string, string> = {
  date: 'ngày',
  start: 'từ giờ',
  end: 'đến giờ',
  topic: 'chuyên đề',
  topicEn: 'chuyên đề bằng tiếng Anh',
  speaker: 'báo cáo viên',
  room: 'phòng',
};

/** What a field of the form is called: `Số chỗ trực tuyến`, `Buổi 2, đến giờ`. */
export const labelOf = (path: string): string | undefined => {
  const session = /^sessions\.(\d+)(?:\.(\w+))?$/.exec(path);
  if (!session) return LABELS[path];
  return [`Buổi ${Number(session[1]) + 1}`, SESSION_LABELS[session[2] ?? '']].filter(Boolean).join(', ');
};

const first = (values: Values, name: string): string => ([values[name]].flat()[0] ?? '').trim();
const sessionName = (i: number, part: string) => `sessions.${i}.${part}`;

/** How many rows of sessions a form holds. */
export const sessionRows = (values: Values): number =>
  Math.max(
    -1,
    ...Object.keys(values).flatMap((name) => {
      const row = /^sessions\.(\d{1,2})\./.exec(name);
      return row ? [Number(row[1])] : [];
    }),
  ) + 1;

const isBlank = (values: Values, i: number) =>
  SESSION_PARTS.every((part) => part === 'date' || !first(values, sessionName(i, part)));

/** An event as its form shows it. */
export const formValues = (event: Event, room: EventRoom): Values => {
  const values: Values = {
    approval: event.approval ? 'on' : '',
    coordinatingBodyIds: event.coordinating.map((b) => b.id),
    leadBodyId: event.lead?.id ?? '',
  };
  for (const name of Object.keys(TEXTS) as (keyof typeof TEXTS)[])
    if (name !== 'leadBodyId') values[name] = event[name] ?? '';
  for (const name of Object.keys(TIMES) as (keyof typeof TIMES)[]) {
    const { date, time } = dateAndTime(event[name]);
    values[`${name}.date`] = date;
    values[`${name}.time`] = time;
  }
  for (const [name, pool] of [
    ['capacity', 'open'],
    ['onlineSeats', 'online'],
  ] as const)
    values[name] = room.pools.some((p) => p.pool === pool) ? String(seatsIn(room, pool).size) : '';
  event.sessions.forEach((s, i) => {
    values[sessionName(i, 'date')] = dateAndTime(s.startsAt).date;
    values[sessionName(i, 'start')] = dateAndTime(s.startsAt).time;
    values[sessionName(i, 'end')] = dateAndTime(s.endsAt).time;
    for (const part of SESSION_TEXTS) values[sessionName(i, part)] = s[part] ?? '';
  });
  return values;
};

const wholeNumber = (typed: string | undefined) =>
  typed === undefined ? undefined : /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : typed;

/**
 * A posted form as an event's input. Blank rows of the programme are left out.
 * @throws Problem whose fields bear the names of the form
 */
export const readEvent = (fields: Fields, typed: Values): EventInput => {
  const startsAt = typedInstant(fields, 'startsAt');
  const startsOn = startsAt && startsAt !== 'x' ? localDate(startsAt) : undefined;
  const rows = Array.from({ length: sessionRows(typed) }, (_, i) => i).filter((i) => !isBlank(typed, i));
  const at = (i: number, part: 'start' | 'end') =>
    typedInstant(
      {
        'at.date': fields[sessionName(i, 'date')] ?? startsOn ?? '',
        'at.time': fields[sessionName(i, part)] ?? '',
      },
      'at',
    );
  const seats = { open: wholeNumber(fields.capacity), online: wholeNumber(fields.onlineSeats) };
  const mode = fields.mode ?? 'in-person';
  const pools = (['open', 'online'] as const)
    .filter((kind) => mode === 'both' || (mode === 'online') === (kind === 'online'))
    .flatMap((kind) => (seats[kind] === undefined ? [] : [{ kind, seats: seats[kind] }]));
  const raw = {
    ...Object.fromEntries(Object.keys(TEXTS).map((name) => [name, fields[name]])),
    mode,
    approval: fields.approval === 'on',
    startsAt,
    endsAt: typedInstant(fields, 'endsAt', { date: startsOn }),
    registrationOpensAt: typedInstant(fields, 'registrationOpensAt', { time: '00:00' }),
    registrationClosesAt: typedInstant(fields, 'registrationClosesAt', { time: '23:59' }),
    coordinatingBodyIds: [typed.coordinatingBodyIds ?? []].flat().filter(Boolean),
    sessions: rows.map((i) => ({
      startsAt: at(i, 'start'),
      endsAt: at(i, 'end'),
      ...Object.fromEntries(SESSION_TEXTS.map((part) => [part, fields[sessionName(i, part)]])),
    })),
    ...(pools.length && { pools }),
  };
  return underFormNames(rows, pools, () => parse(EventInput, raw));
};

/** Runs what may refuse the input, and names its complaints as the form does. */
export const underFormNames = <T>(
  rows: readonly number[],
  pools: readonly { kind: string }[],
  act: () => T,
): T => {
  const rename = (error: unknown): never => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      error.kind,
      error.code,
      error.detail,
      error.fields.map((f) => ({ ...f, path: formName(f.path, rows, pools) })),
    );
  };
  try {
    const result = act();
    return (result instanceof Promise ? result.catch(rename) : result) as T;
  } catch (error) {
    return rename(error);
  }
};

const formName = (path: string, rows: readonly number[], pools: readonly { kind: string }[]): string => {
  const session = /^sessions\.(\d+)\.?(.*)$/.exec(path);
  if (session) {
    const part = { startsAt: 'start', endsAt: 'end' }[session[2]!] ?? session[2] ?? 'topic';
    return sessionName(rows[Number(session[1])] ?? Number(session[1]), part || 'topic');
  }
  const pool = /^pools\.(\d+)/.exec(path);
  if (pool) return pools[Number(pool[1])]?.kind === 'online' ? 'onlineSeats' : 'capacity';
  if (path === 'pools') return 'capacity';
  return path.startsWith('coordinatingBodyIds') ? 'coordinatingBodyIds' : path;
};

/** The pools as the form asked for them, for naming complaints of the ability. */
export const namesOf = (input: EventInput) => ({
  rows: input.sessions.map((_, i) => i),
  pools: input.pools ?? [],
});

/** Each field as one text, so that two versions of the form can be compared. */
const flat = (values: Values): Record<string, string> => {
  const out: Record<string, string> = {};
  for (const name of [...Object.keys(TEXTS), ...Object.keys(SEATS), 'approval'])
    out[name] = first(values, name).replace(/\r\n?/g, '\n');
  for (const name of Object.keys(TIMES))
    out[name] = [calendarDate(first(values, `${name}.date`)), clock(first(values, `${name}.time`))]
      .join(' ')
      .trim();
  out.coordinatingBodyIds = [values.coordinatingBodyIds ?? []].flat().filter(Boolean).sort().join(' ');
  out.sessions = Array.from({ length: sessionRows(values) }, (_, i) => i)
    .filter((i) => !isBlank(values, i))
    .map((i) =>
      SESSION_PARTS.map((part) => {
        const text = first(values, sessionName(i, part));
        return part === 'date' ? calendarDate(text) : part === 'start' || part === 'end' ? clock(text) : text;
      }).join('|'),
    )
    .join('\n');
  return out;
};

/** Short marks of each field as the editor first saw it; they travel with the form. */
export const marksOf = (values: Values): string =>
  Object.entries(flat(values))
    .map(([name, text]) => `${name}:${mark(text)}`)
    .join(' ');
const mark = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 6);

export interface Merged {
  /** What the form shows now. */
  values: Values;
  /** Fields that only the other editor changed: theirs is taken. */
  taken: string[];
  /** Fields that both changed: ours stays in the form, theirs is shown. */
  disputed: { name: string; theirs: string }[];
}

/**
 * Two editors: what the second typed is kept, what only the first changed is taken over, and what both
 * changed is shown for the second to decide.
 * @param marks of the form as the second editor first saw it
 */
export const mergeEdits = (marks: string, mine: Values, theirs: Values): Merged => {
  const before = Object.fromEntries(marks.split(' ').map((m) => m.split(':') as [string, string]));
  const [a, b] = [flat(mine), flat(theirs)];
  const merged: Merged = { values: { ...mine }, taken: [], disputed: [] };
  for (const name of Object.keys(b)) {
    if (a[name] === b[name] || before[name] === mark(b[name]!)) continue;
    if (before[name] === mark(a[name]!)) {
      merged.taken.push(name);
      const parts = Object.keys({ ...mine, ...theirs }).filter((n) => n === name || n.startsWith(`${name}.`));
      for (const part of parts) merged.values[part] = theirs[part];
    } else merged.disputed.push({ name, theirs: b[name]! });
  }
  return merged;
};
