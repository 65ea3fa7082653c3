import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { revoke } from '../../../functions/events/invitations/revoke';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { revokeNomination } from '../../../functions/events/nominations/revoke';
import { milestonesOf } from '../../../functions/events/overview/milestones';
import { stateScope } from '../../../functions/events/overview/scope';
import { eventState } from '../../../functions/events/overview/state';
import { approve } from '../../../functions/events/registrations/change/approve';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, HOUR, ms } from '../../../functions/platform/time/dates';
import { addBody } from '../../support/bodies';
import { addEvent, draftEvent, furnish, onDay } from '../../support/events';
import { comes, entered, organizer } from '../../support/people';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, says, tokenOf } from '../invitations/scene';
import { danh, giveQuota, pathOfLink } from '../nominations/scene';

const world = useWorld();
beforeAll(() => furnish(world));

const stateFor = async (account: Account, eventId: string) =>
  eventState(world, eventId, await stateScope(world, account));
const stateOf = (eventId: string) => stateFor(organizer, eventId);

describe('people', () => {
  test('who wait are counted from the queue itself, and not who left it', async () => {
    const event = await addEvent(world, 5, { capacity: 1 });
    await comes(world, event.id);
    const waits = await comes(world, event.id);
    await comes(world, event.id);
    expect((await stateOf(event.id)).waiting).toBe(2);
    await withdraw(world, waits);
    const { waiting, people } = await stateOf(event.id);
    expect([waiting, people]).toEqual([1, undefined]);
  });

  test('who are to be approved are counted, and no longer once they are', async () => {
    const event = await addEvent(world, 5, { approval: true });
    const first = await comes(world, event.id);
    await comes(world, event.id);
    expect((await stateOf(event.id)).people).toMatchObject({ pending: 2, confirmed: 0 });
    await approve(world, first.id);
    expect((await stateOf(event.id)).people).toMatchObject({ pending: 1, confirmed: 1 });
  });

  test('who came are counted for each day', async () => {
    const event = await addEvent(world, 2, { endsAt: onDay(world, 3, '16:30') });
    const [both, one] = [await entered(world, event.id), await entered(world, event.id)];
    await entered(world, event.id);
    for (const [r, day] of [
      [both, 1],
      [one, 1],
      [both, 2],
    ] as const)
      await checkIn(world, event.id, { registrationId: r.id, day });
    world.clock.at = ms(event.endsAt) + HOUR;
    expect((await stateOf(event.id)).people).toMatchObject({ confirmed: 3, came: [2, 1], cameAtAll: 2 });
    world.clock.at = MONDAY;
  });
});

describe('answers', () => {
  test('of units: who has named enough, and the next deadline of those that have not', async () => {
    const event = await addEvent(world, 20, { admission: 'nomination', capacity: undefined });
    const full = await giveQuota(world, event.id, { quota: 1, deadline: onDay(world, 4, '17:00') });
    await giveQuota(world, event.id, { unitId: 'unt_rachgia', quota: 3, deadline: onDay(world, 6, '17:00') });
    const token = pathOfLink(world, full.nomination).split('/').at(-1)!;
    await nominate(world, token, parse(NomineeInput, danh));
    expect((await stateOf(event.id)).quotas).toEqual({
      places: 2,
      full: 1,
      asked: 4,
      named: 1,
      nextDeadline: onDay(world, 6, '17:00'),
    });
  });

  test('of units: neither a revoked quota counts nor a deadline that has passed', async () => {
    const event = await addEvent(world, 20, { admission: 'nomination', capacity: undefined });
    const { nomination } = await giveQuota(world, event.id, { quota: 4 });
    await giveQuota(world, event.id, { unitId: 'unt_rachgia', quota: 3, deadline: onDay(world, 6, '17:00') });
    await revokeNomination(world, nomination.id);
    expect((await stateOf(event.id)).quotas).toMatchObject({ places: 1, asked: 3 });
    world.clock.at = ms(onDay(world, 7, '08:00'));
    expect((await stateOf(event.id)).quotas?.nextDeadline).toBeUndefined();
    world.clock.at = MONDAY;
  });

  test('of bodies: each invitation under one word, revoked ones under none', async () => {
    const event = await holdEvent(world);
    const [yes, no, silent, gone, prepared] = await Promise.all(
      ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((n) => addBody(world, `Hội tình hình ${n}`)),
    );
    for (const body of [yes, no, silent, gone])
      await invite(world, event.id, { bodyId: body!.id, seatsOffered: 3 });
    await invite(world, event.id, { bodyId: prepared!.id, seatsOffered: 1, hold: true });
    const of = (body: { id: string }) => ({ id: `inv_${event.id.slice(4)}_${body.id.slice(4)}`, turn: 1 });
    const delegates = [{ name: 'Trần Mẫu Một' }, { name: 'Trần Mẫu Hai' }];
    await answerInvitation(world, { token: tokenOf(world, of(yes!)) }, 1, says({ delegates }));
    const declines = says({ answer: 'declined', reason: 'Bận' });
    await answerInvitation(world, { token: tokenOf(world, of(no!)) }, 1, declines);
    await revoke(world, of(gone!).id, 1);
    expect((await stateOf(event.id)).invitations).toMatchObject({
      prepared: 1,
      accepted: 1,
      delegates: 2,
      declined: 1,
      unanswered: 1,
    });
  });

  test('an officer sees the quotas of their own area, and no invitations', async () => {
    const event = await addEvent(world, 20, { admission: 'nomination', capacity: undefined });
    await giveQuota(world, event.id, { quota: 2 });
    await giveQuota(world, event.id, { unitId: 'unt_rachgia', quota: 5 });
    const body = await addBody(world, 'Hội tình hình Sáu');
    await invite(world, event.id, { bodyId: body.id, seatsOffered: 1 });
    const officer: Account = { ...organizer, role: 'officer', unitId: 'unt_goquao' };
    const { quotas, invitations } = await stateFor(officer, event.id);
    expect([quotas?.places, quotas?.asked, invitations]).toEqual([1, 2, undefined]);
    const elsewhere = await stateFor({ ...officer, unitId: 'unt_dinhan' }, event.id);
    expect(elsewhere.quotas).toBeUndefined();
  });
});

describe('what an event is coming to', () => {
  const whats = async (eventId: string, at = world.now()) =>
    milestonesOf(await stateOf(eventId), at).map(({ what }) => what);

  test('stands in the order of time, without what is past', async () => {
    const event = await addEvent(world, 10, {
      registrationOpensAt: onDay(world, 1, '08:00'),
      registrationClosesAt: onDay(world, 8, '17:00'),
      capacity: 1,
    });
    for (let n = 0; n < 2; n++) await entered(world, event.id);
    const all = ['registration-opens', 'registration-closes', 'seats-by-hand', 'begins', 'ends'];
    expect(await whats(event.id)).toEqual(all);
    expect(await whats(event.id, world.now() + 2 * DAY)).toEqual(all.slice(1));
    expect(await whats(event.id, ms(event.startsAt))).toEqual(['ends']);
    expect(await whats(event.id, ms(event.endsAt))).toEqual([]);
  });

  test('names the hour from which seats are given by hand only where somebody waits', async () => {
    expect(await whats((await addEvent(world, 10)).id)).not.toContain('seats-by-hand');
  });

  test('is nothing while the date is open; a draft takes no registrations', async () => {
    const event = await addEvent(world, 10);
    await postponeEvent(world, event.id, { reason: 'Mưa bão' });
    expect(await whats(event.id)).toEqual([]);
    const draft = await draftEvent(world);
    expect(await whats(draft.id)).toEqual(['begins', 'ends']);
  });
});
