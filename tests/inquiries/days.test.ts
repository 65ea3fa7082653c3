import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lateBy, nextLook, type Reminding, reminderDue, remindersOf } from '../../functions/inquiries/days';
import { DAY, HOUR, iso, localDate, MINUTE, ms } from '../../functions/platform/time/dates';

const REMINDING: Reminding = { before: [7, 2], after: [1, 7, 14] };
const inVietnam = (text: string) => ms(`${text}:00+07:00`);

const turns = fc
  .record({
    asked: fc.integer({ min: inVietnam('2026-01-01T00:00'), max: inVietnam('2027-12-31T00:00') }),
    days: fc.integer({ min: 0, max: 90 }),
  })
  .map(({ asked, days }) => ({ askedAt: iso(asked), dueOn: localDate(asked + days * DAY) }));

describe('the last day', () => {
  test('is not late to its last minute in Vietnam, and late by one day a minute later', () => {
    expect(lateBy('2026-11-17', inVietnam('2026-11-17T23:59'))).toBe(0);
    expect(lateBy('2026-11-17', inVietnam('2026-11-18T00:00'))).toBe(1);
    expect(lateBy('2026-11-17', inVietnam('2026-12-01T00:00'))).toBe(14);
  });

  test('lateness rises by one each day', () => {
    fc.assert(
      fc.property(turns, fc.integer({ min: 0, max: 100 }), ({ dueOn }, n) => {
        expect(lateBy(dueOn, inVietnam(`${dueOn}T12:00`) + n * DAY)).toBe(n);
      }),
    );
  });
});

describe('reminders', () => {
  test('come at eight, seven and two days before and one, seven and fourteen after', () => {
    const all = remindersOf({ askedAt: iso(inVietnam('2026-11-01T09:00')), dueOn: '2026-11-17' }, REMINDING);
    expect(all.map(({ at }) => at)).toEqual(
      ['10', '15', '18', '24']
        .map((day) => inVietnam(`2026-11-${day}T08:00`))
        .concat(inVietnam('2026-12-01T08:00')),
    );
  });

  test('before the last day are left out within two days of the question', () => {
    fc.assert(
      fc.property(turns, (turn) => {
        for (const { day, at } of remindersOf(turn, REMINDING)) {
          expect(at).toBeGreaterThan(ms(turn.askedAt));
          if (day < 0) expect(at - ms(turn.askedAt)).toBeGreaterThanOrEqual(2 * DAY);
        }
      }),
    );
  });

  test('the last one after the last day is never left out', () => {
    fc.assert(
      fc.property(turns, (turn) => {
        expect(remindersOf(turn, REMINDING).filter(({ day }) => day > 0)).toHaveLength(3);
      }),
    );
  });

  test('a clock that ticks finds each of them once, in order, at its moment', () => {
    fc.assert(
      fc.property(turns, fc.integer({ min: MINUTE, max: 6 * HOUR }), (turn, tick) => {
        const told: number[] = [];
        let lookAt = nextLook(turn, REMINDING, ms(turn.askedAt));
        for (let now = ms(turn.askedAt); lookAt; now += tick) {
          if (ms(lookAt) > now) {
            now += Math.floor((ms(lookAt) - now) / tick) * tick;
            if (ms(lookAt) > now) continue;
          }
          told.push(reminderDue(turn, REMINDING, now)!.day);
          lookAt = nextLook(turn, REMINDING, now);
        }
        expect(told).toEqual(remindersOf(turn, REMINDING).map(({ day }) => day));
      }),
    );
  });

  test('after a stop of the clock the latest alone is due', () => {
    const turn = { askedAt: iso(inVietnam('2026-11-01T09:00')), dueOn: '2026-11-17' };
    expect(reminderDue(turn, REMINDING, inVietnam('2026-11-25T00:00'))?.day).toBe(7);
  });
});
