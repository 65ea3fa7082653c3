import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { expect } from 'vitest';

/** One entry of a calendar file, as both parsers read it. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  status: string;
  stamp: string;
  changed: string;
  start: string;
  end: string;
  /** Which day of a series this entry replaces. */
  replaces?: string;
  rule?: string;
  summary: string;
  location?: string;
  description: string;
  organizer: string;
  organizerName: string;
  attendee?: string;
  attendeeName?: string;
  partstat?: string;
  alarms: number;
}

const OCTETS = 75;

/** RFC 5545, 3.1: lines end with CR LF, have at most 75 octets, and no character is cut in two. */
const checkLines = (ics: string) => {
  const lines = ics.split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(OCTETS);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  }
  // A CR LF after the last line is optional for readers.
  expect(lines.filter(Boolean).at(-1)).toBe('END:VCALENDAR');
};

const one = (component: ICAL.Component, name: string) => {
  const all = component.getAllProperties(name);
  expect(all.length, `${name} at most once`).toBeLessThanOrEqual(1);
  return all[0];
};

const entryOf = (event: ICAL.Component): CalendarEntry => {
  const text = (name: string) => one(event, name)?.getFirstValue()?.toString() ?? '';
  const time = (name: string) =>
    (one(event, name)?.getFirstValue() as ICAL.Time | undefined)?.toJSDate().toISOString();
  const [organizer, attendee] = [one(event, 'organizer'), one(event, 'attendee')];
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    status: text('status'),
    stamp: time('dtstamp')!,
    changed: time('last-modified')!,
    start: time('dtstart')!,
    end: time('dtend')!,
    replaces: time('recurrence-id'),
    rule: text('rrule') || undefined,
    summary: text('summary'),
    location: text('location') || undefined,
    description: text('description'),
    organizer: organizer?.getFirstValue()?.toString() ?? '',
    organizerName: String(organizer?.getParameter('cn') ?? ''),
    attendee: attendee?.getFirstValue()?.toString(),
    attendeeName: attendee && String(attendee.getParameter('cn') ?? ''),
    partstat: attendee && String(attendee.getParameter('partstat') ?? 'NEEDS-ACTION'),
    alarms: event.getAllSubcomponents('valarm').length,
  };
};

/** RFC 5546: what each method asks for, beside what RFC 5545 asks for. */
const checkMethod = (method: string, entries: readonly CalendarEntry[]) => {
  expect(new Set(entries.map((e) => e.uid)).size, 'one UID').toBe(1);
  expect(entries.filter((e) => !e.replaces)).toHaveLength(1);
  for (const e of entries) {
    expect(e.uid).toMatch(/^\S+@\S+$/);
    expect(e.organizer).toMatch(/^mailto:\S+@\S+$/i);
    expect(e.sequence).toBeGreaterThanOrEqual(0);
    expect(e.sequence).toBeLessThan(2 ** 31);
    expect(e.end > e.start, `${e.start} to ${e.end}`).toBe(true);
    if (method === 'CANCEL') expect(e).toMatchObject({ status: 'CANCELLED', alarms: 0 });
    else expect(['CONFIRMED', 'TENTATIVE']).toContain(e.status);
    if (method === 'REQUEST') expect(e.attendee).toMatch(/^mailto:\S+@\S+$/i);
    if (method === 'PUBLISH') expect(e.attendee).toBeUndefined();
  }
};

/** Reads a calendar file with two parsers, which must agree, and checks it against RFC 5545 and RFC 5546. */
export const readCalendar = (ics: string): { method: string; entries: CalendarEntry[] } => {
  checkLines(ics);
  const calendar = new ICAL.Component(ICAL.parse(ics));
  expect(calendar.name).toBe('vcalendar');
  expect(one(calendar, 'version')?.getFirstValue()).toBe('2.0');
  expect(one(calendar, 'prodid')).toBeDefined();
  const method = String(one(calendar, 'method')?.getFirstValue());
  const entries = calendar.getAllSubcomponents('vevent').map(entryOf);
  checkMethod(method, entries);

  const other = nodeIcal.sync.parseICS(ics);
  const master = other[entries[0]!.uid] as VEvent;
  expect(master.method).toBe(method);
  for (const { replaces, ...entry } of entries) {
    const e = (replaces ? master.recurrences![replaces] : master) as VEvent;
    const { uid, sequence, status, start, end, summary } = entry;
    expect([e.uid, Number(e.sequence), e.status]).toEqual([uid, sequence, status]);
    expect([e.start.toISOString(), e.end!.toISOString()]).toEqual([start, end]);
    // It takes a backslash before an n for a line break.
    if (!summary.includes('\\')) expect(e.summary).toBe(summary);
  }
  return { method, entries };
};

/** The calendar files of a mail: the part for calendar programs, then the attachments. */
export const calendarParts = (raw: string) => {
  const parts = [
    ...raw.matchAll(/Content-Type: text\/calendar;((?:.|\r\n[ \t])*)([\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/g),
  ];
  return parts.map(([, parameters = '', more = '', content = '']) => ({
    declared: /method=(\w+)/.exec(parameters)?.[1],
    charset: /charset=([\w-]+)/.exec(parameters)?.[1],
    name: /filename="?([\w.-]+)"?/.exec(more)?.[1],
    ...readCalendar(Buffer.from(content, 'base64').toString('utf8')),
  }));
};
