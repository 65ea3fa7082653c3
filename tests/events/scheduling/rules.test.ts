import { describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import type { EventInList } from '../../../functions/events/event/event';
import { EventInput } from '../../../functions/events/event/event-input';
import { monthSpan } from '../../../functions/events/event/list';
import { mayEvent } from '../../../functions/events/event/may';
import { eventToDos } from '../../../functions/events/event/to-do';
import { copyStartsAt } from '../../../functions/events/scheduling/duplicate';
import { movedDates } from '../../../functions/events/scheduling/move-dates';
import { requestedPools } from '../../../functions/events/scheduling/pools';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { markdown } from '../../../functions/platform/text/markdown';
import { DAY, HOUR, iso, MINUTE, ms } from '../../../functions/platform/time/dates';
import { ENDS, input, STARTS, training } from '../../support/events';
import { organizer } from '../../support/people';
import { MONDAY } from '../../support/world';

const fieldsOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.fields.map((f) => `${f.path} ${f.code}`);
  }
};

describe('what an organizer may fill in', () => {
  const refused = (over: object) => fieldsOf(() => parse(EventInput, { ...training, ...over }));

  test('an end before its start names the end', () =>
    expect(refused({ startsAt: ENDS, endsAt: STARTS, sessions: [] })).toContain('endsAt ends-before-start'));
  test('a session outside the event names the session', () =>
    expect(refused({ sessions: [{ startsAt: iso(ms(STARTS) - HOUR), endsAt: ENDS, topic: 'Sớm' }] })).toEqual(
      ['sessions.0.startsAt session-outside-event'],
    ));
  test('31/02 is refused, not rolled over', () =>
    expect(refused({ startsAt: '2027-02-31T08:00:00+07:00' })).toContain('startsAt time-malformed'));
  test('a time that is left out is asked for, and one that is no text is of the wrong type', () => {
    expect(refused({ startsAt: undefined })).toContain('startsAt required');
    expect(refused({ startsAt: 1_800_000_000 })).toContain('startsAt wrong-type');
  });
  test('an event in a hall needs its place, one online does not', () => {
    expect(refused({ venue: undefined })).toEqual(['venue venue-required']);
    expect(refused({ venue: undefined, mode: 'online' })).toEqual([]);
  });
  test('registration closes after it opens and before the end', () => {
    expect(refused({ registrationOpensAt: STARTS, registrationClosesAt: iso(MONDAY) })).toEqual([
      'registrationClosesAt closes-before-opening',
    ]);
    expect(refused({ registrationClosesAt: iso(ms(ENDS) + 1) })).toEqual([
      'registrationClosesAt closes-after-end',
    ]);
  });
  test('an event lasts a month at most, so that every list can find it', () => {
    const ends = (days: number) => iso(ms(STARTS) + days * DAY);
    expect(refused({ endsAt: ends(31) })).toEqual([]);
    expect(refused({ endsAt: iso(ms(ends(31)) + 1) })).toEqual(['endsAt event-too-long']);
  });
  test('registration opens before it ends by itself, at the beginning', () => {
    expect(refused({ registrationOpensAt: STARTS })).toEqual(['registrationOpensAt opens-after-start']);
    expect(refused({ registrationOpensAt: STARTS, registrationClosesAt: ENDS })).toEqual([]);
  });
  test('capacity and pools together are ambiguous', () =>
    expect(refused({ pools: [{ kind: 'open', seats: 3 }] })).toEqual(['capacity capacity-and-pools']));
  test('a title of 5,000 letters and an unknown field are named', () => {
    expect(refused({ title: 'ă'.repeat(5_000) })).toEqual(['title too-long']);
    expect(refused({ colour: 'red' })).toEqual(['colour unknown-field']);
  });
  test('decomposed Vietnamese is kept composed', () =>
    expect(input({ title: 'Hòa giải'.normalize('NFD') }).title).toBe('Hòa giải'.normalize('NFC')));
});

describe('capacity', () => {
  test('is the hall, or the online room where there is no hall', () => {
    expect(requestedPools(input({ capacity: 5 }))).toEqual([{ pool: 'open', seats: 5, path: 'capacity' }]);
    expect(requestedPools(input({ capacity: 5, mode: 'online' }))[0]!.pool).toBe('online');
    expect(requestedPools(input({ capacity: undefined }))).toEqual([]);
  });
});

describe('moving dates', () => {
  const event = {
    ...input({ registrationOpensAt: iso(MONDAY), registrationClosesAt: iso(MONDAY + 8 * DAY) }),
  };
  test('moves sessions, end and closing along with the beginning', () => {
    const moved = movedDates(event, { startsAt: iso(ms(STARTS) + 7 * DAY) });
    expect(moved.endsAt).toBe(iso(ms(ENDS) + 7 * DAY));
    expect(moved.sessions[0]!.startsAt).toBe(iso(ms(STARTS) + 7 * DAY));
    expect(moved.registrationClosesAt).toBe(iso(MONDAY + 15 * DAY));
    expect(moved.registrationOpensAt).toBe(iso(MONDAY));
  });
  test('a closing at a day’s end stays at a day’s end, and one at the beginning stays there', () => {
    const to = { startsAt: iso(ms(STARTS) + 7 * DAY + HOUR / 2) };
    const closing = (registrationClosesAt: string) =>
      movedDates({ ...event, registrationClosesAt }, to).registrationClosesAt;
    const dayEnd = iso(MONDAY + 7 * DAY + 14 * HOUR + 59 * MINUTE); // 23:59 in Vietnam
    expect(closing(dayEnd)).toBe(iso(ms(dayEnd) + 7 * DAY));
    expect(closing(STARTS)).toBe(to.startsAt);
    const earlier = { startsAt: iso(ms(STARTS) + 7 * DAY - 2 * HOUR) };
    const hourBefore = { ...event, registrationClosesAt: iso(ms(STARTS) - HOUR) };
    expect(movedDates(hourBefore, earlier).registrationClosesAt).toBe(earlier.startsAt);
  });
  test('a new end that cuts off a session is refused', () =>
    expect(fieldsOf(() => movedDates(event, { endsAt: iso(ms(STARTS) + HOUR / 2) }))).toEqual([
      'endsAt session-outside-event',
    ]));
  test('a new end more than a month away is refused', () =>
    expect(fieldsOf(() => movedDates(event, { endsAt: iso(ms(STARTS) + 32 * DAY) }))).toEqual([
      'endsAt event-too-long',
    ]));
  test('an opening that would come after the new beginning goes', () => {
    const open = input({ registrationOpensAt: iso(MONDAY + DAY) });
    expect(movedDates(open, { startsAt: iso(MONDAY + DAY) }).registrationOpensAt).toBeUndefined();
  });
  test('a copy falls on the same weekday, two weeks from now at the soonest', () => {
    const copy = ms(copyStartsAt(iso(MONDAY - 300 * DAY), MONDAY));
    expect((copy - (MONDAY - 300 * DAY)) % (7 * DAY)).toBe(0);
    expect(copy - MONDAY).toBeGreaterThanOrEqual(14 * DAY);
    expect(copy - MONDAY).toBeLessThan(21 * DAY);
    expect(copyStartsAt(iso(MONDAY + 60 * DAY), MONDAY)).toBe(iso(MONDAY + 67 * DAY));
  });
  test('a month in Vietnam begins at 17:00 of the day before in UTC', () =>
    expect(monthSpan('2026-12')).toEqual({
      from: '2026-11-30T17:00:00.000Z',
      to: '2026-12-31T17:00:00.000Z',
    }));
});

describe('who may', () => {
  const event = { status: 'published', shelf: 'public', startsAt: STARTS, endsAt: ENDS } as const;
  const draft = { ...event, status: 'draft', shelf: 'draft' } as const;
  const viewer: Account = { ...organizer, role: 'viewer' };

  test('the public sees what is published and does nothing', () => {
    expect(Object.entries(mayEvent(undefined, event, MONDAY)).filter(([, yes]) => yes)).toEqual([
      ['see', true],
    ]);
    expect(mayEvent(undefined, draft, MONDAY).see).toBe(false);
    expect(mayEvent({ ...organizer, active: false }, draft, MONDAY).see).toBe(false);
  });
  test('a viewer reads drafts and changes nothing', () => {
    const can = mayEvent(viewer, draft, MONDAY);
    expect([can.see, can.edit, can.publish, can.duplicate]).toEqual([true, false, false, false]);
  });
  test('an event can be postponed and cancelled up to the second before it ends', () => {
    expect(mayEvent(organizer, event, ms(ENDS) - 1)).toMatchObject({ postpone: true, cancel: true });
    expect(mayEvent(organizer, event, ms(ENDS))).toMatchObject({ postpone: false, cancel: false });
  });
  test('a cancelled event is edited no more', () =>
    expect(mayEvent(organizer, { ...event, status: 'cancelled' }, MONDAY)).toMatchObject({
      edit: false,
      publish: false,
      cancel: false,
      duplicate: true,
    }));
});

describe('what events ask of their organizer', () => {
  const event = {
    id: 'evt_1',
    status: 'published',
    admission: 'open',
    startsAt: STARTS,
    endsAt: ENDS,
    seats: { size: 30, held: 3, waiting: 0, at: '' },
  } as EventInList;
  const tasks = (over: Partial<EventInList>, now = MONDAY) =>
    eventToDos([{ ...event, ...over }], now).map((t) => t.task);

  test('a draft is to be published from two weeks before its day', () => {
    expect(tasks({ status: 'draft' })).toEqual(['publish']);
    expect(tasks({ status: 'draft' }, ms(STARTS) - 14 * DAY - 1)).toEqual([]);
    expect(tasks({ status: 'draft' }, ms(STARTS))).toEqual([]);
  });
  test('few registered are worth a word in the last week of registration, not before', () => {
    expect(tasks({})).toEqual([]);
    expect(tasks({}, MONDAY + 4 * DAY)).toEqual(['nearly-empty']);
    expect(tasks({ seats: { ...event.seats, held: 10 } }, MONDAY + 4 * DAY)).toEqual([]);
    expect(tasks({ admission: 'nomination' }, MONDAY + 4 * DAY)).toEqual([]);
  });
  test('a person who lost their seat is shown at once, until the event is over', () => {
    const seats = { ...event.seats, unseated: 2 };
    expect(tasks({ seats })).toEqual(['unseated']);
    expect(tasks({ seats }, ms(ENDS))).toEqual([]);
    expect(tasks({ seats, status: 'cancelled' })).toEqual([]);
  });
  test('a postponed event asks for a new date, or to be published again', () => {
    expect(tasks({ status: 'postponed' })).toEqual(['resume']);
    expect(tasks({ status: 'postponed' }, ms(STARTS))).toEqual(['new-date']);
  });
});

describe('Markdown', () => {
  test('shows HTML as text and drops scripts, pictures and javascript links', async () => {
    const html = await markdown('<script>x</script> ![p](https://e.vn/a.png) [k](javascript:alert(1))');
    expect(html).not.toMatch(/<script|<img|href="javascript/);
    expect(html).toContain('&lt;script&gt;');
  });
  test('links are not followed by search engines, and headings begin below the page’s', async () => {
    const html = await markdown('### Một\n\n# Hai\n\nXem [luật](https://e.vn)');
    expect(html).toContain('<h2>Một</h2>');
    expect(html).toContain('<h2>Hai</h2>');
    expect(html).toMatch(/<a href="https:\/\/e.vn" rel="nofollow noopener">/);
  });
});
