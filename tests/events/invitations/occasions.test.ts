import { describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { invitationOccasions } from '../../../functions/notices/occasions/invitation';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';

const T = Date.UTC(2026, 10, 16, 2);
const event = {
  status: 'published',
  startsAt: iso(T + 10 * DAY),
  endsAt: iso(T + 10 * DAY + 3 * HOUR),
  turn: 1,
  schedule: 0,
} as Event;
const invitation = {
  status: 'issued',
  turn: 1,
  issuedAt: iso(T),
  known: { turn: 1, schedule: 0 },
  respondBy: iso(T + 7 * DAY),
} as Invitation;
const accepted = { answer: { answer: 'accepted', delegates: [], support: [], at: iso(T), through: 'link' } };
const declined = { answer: { ...accepted.answer, answer: 'declined' } };

const due = (e: Partial<Event>, i: object, now = T) =>
  invitationOccasions({ ...event, ...e }, { ...invitation, ...i } as Invitation, now).map((o) => o.template);

describe('what an invited body must be told', () => {
  test('the letter, once per turn, and nothing while it is only prepared', () => {
    expect(invitationOccasions(event, invitation, T)).toEqual([
      { occasion: 'invitation#1', template: 'invitation' },
    ]);
    expect(due({}, { status: 'prepared', turn: 0, issuedAt: undefined })).toEqual([]);
  });

  test('the signed letter, where it was signed after the mail went out', () => {
    expect(due({}, { signedAt: iso(T - 1) })).toEqual(['invitation']);
    expect(due({}, { signedAt: iso(T + 1) })).toEqual(['invitation', 'invitation-signed']);
  });

  test('a reminder from two days before the respond-by second until it, while there is no final answer', () => {
    const by = ms(invitation.respondBy);
    expect(due({}, {}, by - 2 * DAY - 1)).toEqual(['invitation']);
    expect(due({}, {}, by - 2 * DAY)).toEqual(['invitation', 'invitation-reminder']);
    expect(due({}, {}, by)).toEqual(['invitation', 'invitation-reminder']);
    expect(due({}, {}, by + 1)).toEqual(['invitation']);
    expect(due({}, { answer: { ...accepted.answer, answer: 'saved' } }, by - DAY)).toContain(
      'invitation-reminder',
    );
    expect(due({}, accepted, by - DAY)).toEqual(['invitation']);
    expect(due({}, declined, by - DAY)).toEqual(['invitation']);
  });

  test('no reminder of a letter that itself went out within these two days, but one asked for by hand', () => {
    const by = ms(invitation.respondBy);
    expect(due({}, { issuedAt: iso(by - DAY) }, by - HOUR)).toEqual(['invitation']);
    expect(due({}, { remindedAt: iso(T + DAY) }, T + DAY)).toEqual(['invitation', 'invitation-reminder']);
  });

  test('a new online link, to those alone who accepted before it, of what is held online', () => {
    const linked = { mode: 'both', link: 2, linkAt: iso(T + 1) } as const;
    expect(due(linked, accepted)).toEqual(['invitation', 'event-link']);
    expect(due({ ...linked, linkAt: iso(T) }, accepted)).toEqual(['invitation']);
    for (const not of [declined, {}, { answer: { ...accepted.answer, answer: 'saved' } }])
      expect(due(linked, not)).toEqual(['invitation']);
    expect(due({ ...linked, mode: 'in-person' }, accepted)).toEqual(['invitation']);
    expect(due({ ...linked, status: 'cancelled' }, accepted)).not.toContain('event-link');
  });

  test('a new time or place, unless they declined or their letter said it already', () => {
    const moved = { schedule: 1 };
    expect(due(moved, accepted)).toEqual(['invitation', 'event-changed']);
    expect(due(moved, {})).toEqual(['invitation', 'event-changed']);
    expect(due(moved, declined)).toEqual(['invitation']);
    expect(due(moved, { ...accepted, known: { turn: 1, schedule: 1 } })).toEqual(['invitation']);
  });

  test('a postponement and a cancellation instead of the letter; a return is one notice with its date', () => {
    expect(due({ status: 'postponed', turn: 2 }, accepted)).toEqual(['event-postponed']);
    expect(due({ status: 'postponed', turn: 2 }, accepted, T + 30 * DAY)).toEqual([]);
    expect(due({ status: 'postponed', turn: 2, undated: true }, accepted, T + 30 * DAY)).toEqual([
      'event-postponed',
    ]);
    expect(due({ status: 'cancelled', turn: 2 }, accepted)).toEqual(['event-cancelled']);
    expect(due({ status: 'cancelled', turn: 2 }, declined)).toEqual([]);
    expect(due({ turn: 3, schedule: 1 }, accepted)).toEqual(['invitation', 'event-resumed']);
  });

  test('that it was taken back, where they had it and did not decline', () => {
    expect(due({}, { status: 'revoked' })).toEqual(['invitation-revoked']);
    expect(due({}, { status: 'revoked', ...declined })).toEqual([]);
    expect(due({}, { status: 'revoked', issuedAt: undefined })).toEqual([]);
  });

  test('the cancellation, where the event was cancelled first; taken back first, they hear that', () => {
    const cancelled = { status: 'cancelled', turn: 2, turnAt: iso(T + DAY) } as const;
    const back = (at: number) => ({ ...accepted, status: 'revoked', revokedAt: iso(at) });
    expect(due(cancelled, back(T + DAY + 1))).toEqual(['event-cancelled']);
    expect(due(cancelled, back(T + HOUR))).toEqual(['invitation-revoked']);
  });

  test('what becomes of the event, to who declined but lends a room; no signed letter to who declined', () => {
    const lends = { answer: { ...declined.answer, support: [{ kind: 'room' }] } };
    expect(due({ schedule: 1 }, lends)).toEqual(['invitation', 'event-changed']);
    expect(due({ status: 'cancelled', turn: 2 }, lends)).toEqual(['event-cancelled']);
    expect(due({}, { ...lends, status: 'revoked' })).toEqual(['invitation-revoked']);
    expect(due({}, { ...declined, signedAt: iso(T + 1) })).toEqual(['invitation']);
  });

  test('a reminder of the new deadline where it moved', () => {
    const keys = (respondBy: number) =>
      invitationOccasions(event, { ...invitation, respondBy: iso(respondBy) }, respondBy - DAY).map(
        (o) => o.occasion,
      );
    expect(keys(T + 7 * DAY)).not.toEqual(keys(T + 9 * DAY));
  });

  test('the day itself, to those who come, until it begins', () => {
    const start = ms(event.startsAt);
    const from = start - 2 * DAY - HOUR; // 8:00 in Vietnam, two days before an event at 9:00
    expect(due({}, accepted, from)).toContain('event-reminder');
    expect(due({}, accepted, from - 1)).not.toContain('event-reminder');
    const just = { answer: { ...accepted.answer, at: iso(from) } };
    expect(due({}, just, from + HOUR)).not.toContain('event-reminder');
    expect(due({}, accepted, start)).not.toContain('event-reminder');
    expect(due({}, declined, start - DAY)).not.toContain('event-reminder');
  });

  test('nothing more once the event is over', () => {
    expect(due({}, accepted, ms(event.endsAt))).toEqual([]);
  });
});
