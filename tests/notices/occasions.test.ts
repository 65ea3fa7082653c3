import { describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import type { Registration } from '../../functions/events/registrations/registration';
import { reminderAt } from '../../functions/notices/occasions/occasion';
import { registrationOccasions } from '../../functions/notices/occasions/registration';
import { DAY, HOUR, iso, ms } from '../../functions/platform/time/dates';
import { anEvent, aRegistration } from '../support/stored';
import { MONDAY } from '../support/world';

const due = (event: Partial<Event>, registration: Partial<Registration>, now = MONDAY) =>
  registrationOccasions(anEvent('evt_o', event), aRegistration('evt_o', 'k', registration), now).map(
    (o) => o.sk,
  );

describe('which notices are due to a registered person', () => {
  test.each([
    ['direct', 'confirmed#3'],
    ['promoted', 'promoted#3'],
    ['approved', 'approved#3'],
    ['substitute', 'substitute#3'],
    ['moved', 'moved#3'],
    ['nominator', 'nominated#3'],
    ['organizer', 'confirmed#3'],
  ] as const)('a confirmation says how it came about: %s', (how, sk) => {
    expect(due({}, { how, turn: 3 })).toEqual([sk]);
  });

  test('a person nominated by their unit is told so, however the seat came about', () => {
    expect(due({}, { how: 'direct', channel: 'nomination' })).toEqual(['nominated#1']);
  });

  test('a receipt is due for waiting and pending, and was seen on the screen', () => {
    const [waiting] = registrationOccasions(
      anEvent('evt_o'),
      aRegistration('evt_o', 'k', { status: 'waitlisted' }),
      MONDAY,
    );
    expect(waiting).toEqual({ sk: 'waitlisted#1', template: 'waitlisted', seen: true });
    expect(due({}, { status: 'pending' })).toEqual(['pending#1']);
  });

  test('the reserve of a unit is told what it is; a nominee who lost the seat by mistake is told that', () => {
    const nominee = { status: 'waitlisted', channel: 'nomination', nominationId: 'nom_o_unt_a' } as const;
    const told = (how: 'nominator' | 'substitute' | 'unseated') =>
      registrationOccasions(
        anEvent('evt_o'),
        aRegistration('evt_o', 'k', { ...nominee, how, turn: 2 }),
        MONDAY,
      );
    expect(told('nominator')).toEqual([{ sk: 'waitlisted#2', template: 'reserve' }]);
    expect(told('substitute')).toEqual([{ sk: 'waitlisted#2', template: 'reserve' }]);
    expect(told('unseated')).toEqual([{ sk: 'unseated#2', template: 'unseated' }]);
  });

  test('who cancelled by themselves, or moved on, is not told so; who was cancelled is', () => {
    expect(due({}, { status: 'cancelled', how: 'self', turn: 2 })).toEqual([]);
    expect(due({}, { status: 'cancelled', how: 'moved', turn: 2 })).toEqual([]);
    expect(due({}, { status: 'cancelled', how: 'organizer', turn: 2 })).toEqual(['cancelled#2']);
    expect(due({}, { status: 'cancelled', how: 'nominator', turn: 2 })).toEqual(['cancelled#2']);
    expect(due({}, { status: 'cancelled', how: 'nominator', turn: 2, replacedBy: 'reg_x' })).toEqual([
      'replaced#2',
    ]);
    expect(due({}, { status: 'declined', turn: 2 })).toEqual(['declined#2']);
  });

  test('a cancelled event is told instead of whatever the registration is', () => {
    const event = { status: 'cancelled', turn: 2, turnAt: iso(MONDAY) } as const;
    for (const status of ['confirmed', 'waitlisted', 'pending'] as const)
      expect(due(event, { status })).toEqual(['event-cancelled#2']);
    expect(due(event, { status: 'confirmed', how: 'promoted', turn: 5, updatedAt: iso(MONDAY + 1) })).toEqual(
      ['event-cancelled#2'],
    );
    // Cancelled after the event was: told of the event. Before it: told what was told then.
    const cancelled = { status: 'cancelled', how: 'organizer', turn: 2 } as const;
    expect(due(event, { ...cancelled, updatedAt: iso(MONDAY + 1) })).toEqual(['event-cancelled#2']);
    expect(due(event, { ...cancelled, updatedAt: iso(MONDAY - 1) })).toEqual(['cancelled#2']);
  });

  test('a postponement is told once, and again when a new date is found', () => {
    const event = { status: 'postponed', turn: 2, turnAt: iso(MONDAY), undated: true } as const;
    expect(due(event, {})).toEqual(['event-postponed#2.0']);
    expect(due({ ...event, schedule: 1, undated: undefined }, {})).toEqual(['event-postponed#2.1']);
    expect(due(event, {}, MONDAY + 40 * DAY)).toEqual(['event-postponed#2.0']);
  });

  test('a cancellation of an event that waited for a new date is told, although the old date has passed', () => {
    const cancelled = { status: 'cancelled', turn: 3 } as const;
    const end = ms(anEvent('evt_o').endsAt);
    const told = ['event-cancelled#3'];
    expect(due({ ...cancelled, undated: true, turnAt: iso(end + DAY) }, {}, end + DAY)).toEqual(told);
    // Cancelled before the old date: a call that is open when it passes stays.
    expect(due({ ...cancelled, undated: true, turnAt: iso(end - DAY) }, {}, end + DAY)).toEqual(told);
    // The new date passed as well, and it was never opened again.
    expect(due({ ...cancelled, turnAt: iso(end + DAY) }, {}, end + DAY)).toEqual(told);
    expect(due({ ...cancelled, turnAt: iso(end - DAY) }, {}, end + DAY)).toEqual([]);
  });

  test('a resumption is told to people who registered before it, not to those who registered after', () => {
    const event = { turn: 3, turnAt: iso(MONDAY), schedule: 1, scheduleAt: iso(MONDAY) };
    // Whether they were ever told what it was before is not for the state to know: see `stillToTell`.
    expect(due(event, { createdAt: iso(MONDAY - 1), updatedAt: iso(MONDAY - 1) })).toEqual([
      'confirmed#1',
      'event-resumed#3',
    ]);
    const after = { createdAt: iso(MONDAY), updatedAt: iso(MONDAY) };
    expect(due(event, after)).toEqual(['confirmed#1']);
  });

  test('a changed time or place is told, with the state, to people who registered before', () => {
    const event = { schedule: 2, scheduleAt: iso(MONDAY) };
    expect(due(event, { createdAt: iso(MONDAY - 1), updatedAt: iso(MONDAY - 1) })).toEqual([
      'confirmed#1',
      'event-changed#2',
    ]);
    // Promoted after the change: both are news.
    expect(
      due(event, { createdAt: iso(MONDAY - 1), updatedAt: iso(MONDAY + 1), how: 'promoted', turn: 2 }),
    ).toEqual(['promoted#2', 'event-changed#2']);
    expect(due(event, { createdAt: iso(MONDAY), updatedAt: iso(MONDAY) })).toEqual(['confirmed#1']);
  });

  test('the first publication is no news to anybody', () => {
    expect(due({ turn: 1, turnAt: iso(MONDAY) }, {})).toEqual(['confirmed#1']);
  });

  test('a reminder is due from the morning of the day before until the event begins', () => {
    const event = anEvent('evt_o');
    const from = reminderAt(event, { daysBefore: 1, hour: 8 });
    expect(iso(from)).toBe('2026-11-25T01:00:00.000Z'); // 8:00 on Wednesday in Vietnam, for Thursday 9:00
    expect(due({}, {}, from - 1)).toEqual(['confirmed#1']);
    expect(due({}, {}, from)).toEqual(['confirmed#1', 'reminder#0.1']);
    expect(due({}, {}, ms(event.startsAt) - 1)).toContain('reminder#0.1');
    expect(due({}, {}, ms(event.startsAt))).toEqual(['confirmed#1']);
    expect(due({}, { status: 'waitlisted' }, from)).toEqual(['waitlisted#1']);
    // A person who registered after reminding had begun was told the time just then.
    expect(due({}, { createdAt: iso(from) }, from + HOUR)).toEqual(['confirmed#1']);
  });

  test('a code that was asked for is told under the day alone, postponed or not, for two days', () => {
    const asked = { codeAsked: '2026-11-16', codeAskedAt: iso(MONDAY) };
    expect(due({}, asked)).toEqual(['confirmed#1', 'code#2026-11-16']);
    expect(due({}, { ...asked, how: 'promoted', turn: 2 })).toEqual(['promoted#2', 'code#2026-11-16']);
    const postponed = { status: 'postponed', turn: 2, turnAt: iso(MONDAY), undated: true } as const;
    expect(due(postponed, asked)).toEqual(['event-postponed#2.0', 'code#2026-11-16']);
    expect(due(postponed, asked, MONDAY + 2 * DAY)).toEqual(['event-postponed#2.0']);
    expect(due({ ...postponed, status: 'cancelled' }, asked)).toEqual(['event-cancelled#2']);
    // Asked before the moment was kept: its day counts to its end.
    expect(due({}, { codeAsked: '2026-11-15' }, MONDAY + DAY)).toContain('code#2026-11-15');
  });

  test('nothing is due for a draft, nor once the event is over', () => {
    expect(due({ status: 'draft' }, {})).toEqual([]);
    const end = ms(anEvent('evt_o').endsAt);
    expect(due({}, {}, end - 1)).toEqual(['confirmed#1']);
    expect(due({}, {}, end)).toEqual([]);
  });
});
