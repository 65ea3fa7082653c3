import { beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../functions/background/clock/sweep';
import { answerInvitation } from '../../functions/events/invitations/answer';
import { AnswerInput, InvitationInput } from '../../functions/events/invitations/invitation';
import { invite } from '../../functions/events/invitations/invite';
import { remindNominator, remindNominators } from '../../functions/events/nominations/due/remind';
import { getNomination } from '../../functions/events/nominations/list';
import { nominate } from '../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../functions/events/nominations/nominees/nominee';
import { reissueNomination, revokeNomination } from '../../functions/events/nominations/revoke';
import { postponeEvent } from '../../functions/events/scheduling/postpone';
import { remindEach, unansweredOf } from '../../functions/events/scheduling/unanswered';
import { createDueDeliveriesOfEvent } from '../../functions/notices/due-deliveries-of-event';
import { tick } from '../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { parse } from '../../functions/platform/input/parse';
import { linkToken } from '../../functions/platform/keys/link-token';
import { DAY, HOUR, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { danh, giveQuota } from '../events/nominations/scene';
import { addBody } from '../support/bodies';
import { addEvent, onDay } from '../support/events';
import { addPlaces } from '../support/places';
import { problem } from '../support/refusals';
import { signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  await addBody(world, 'Hội Luật gia Mẫu', { id: 'bod_nhac1', email: 'hlg@mau.example' });
  await addBody(world, 'Đoàn Luật sư Mẫu', { id: 'bod_nhac2' });
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

/** Gò Quao named one of two, An Minh nobody, Định An all of its people. */
const scene = async () => {
  const event = await addEvent(world, 12, { admission: 'nomination', capacity: 20 });
  const give = async (unitId: string, quota: number) => {
    world.clock.forward(1_000);
    return (await giveQuota(world, event.id, { unitId, quota, deadline: onDay(world, 9, '17:00') }))
      .nomination;
  };
  const goQuao = await give('unt_goquao', 2);
  const anMinh = await give('unt_anminh', 3);
  const dinhAn = await give('unt_dinhan', 1);
  const names = (n: { id: string; turn: number }, unitId: string, more: object = {}) =>
    nominate(world, linkToken(world, n.id, n.turn), parse(NomineeInput, { ...danh, ...more, unitId }));
  await names(goQuao, 'unt_goquao');
  await names(dinhAn, 'unt_dinhan', { fullName: 'Thị Đủ Mẫu', phone: '0900000209' });
  // They were told of their links.
  await createDueDeliveriesOfEvent(world, event);
  for (const { id } of [goQuao, anMinh, dinhAn])
    for (const call of await deliveriesOf(world, id)) await tick(world, call.id, 'told');
  return { event, goQuao, anMinh, dinhAn, names };
};
const remindersOf = async (id: string) =>
  (await deliveriesOf(world, id)).filter((d) => d.template === 'nomination-reminder');

describe('who owes an answer', () => {
  test('is every unit that has not named enough people, and every body that has not answered', async () => {
    const { event, goQuao, anMinh } = await scene();
    const invitations = await invite(
      world,
      event.id,
      parse(InvitationInput, { bodyIds: ['bod_nhac1', 'bod_nhac2'] }),
    );
    const [hlg, dls] = invitations;
    const token = linkToken(world, dls!.id, dls!.turn);
    await answerInvitation(
      world,
      { token },
      dls!.version,
      parse(AnswerInput, { answer: 'declined', reason: 'Bận' }),
    );
    const owing = await unansweredOf(world, event.id);
    expect(owing.quotas.map(({ nomination }) => nomination.id)).toEqual([goQuao.id, anMinh.id]);
    expect(owing.invitations.map((i) => i.id)).toEqual([hlg!.id]);
  });

  test('is reminded in one act, with the words shown before: by three clicks from the first page', async () => {
    const { event, goQuao, anMinh, dinhAn } = await scene();
    world.clock.forward(5 * DAY);
    const home = await organizer.get(routes.console());
    const link = home.page
      .querySelectorAll('a')
      .find((a) => a.getAttribute('href') === routes.consoleRemind(event.id))!;
    expect(home.text).toMatch(/Nhắc\s+2 nơi chưa cử đủ người/);
    const page = await organizer.get(link.getAttribute('href')!);
    expect(page.text).toContain('mới cử 1 trên 2 người');
    expect(page.page.querySelector('textarea')!.text).toContain(
      'Đến nay huyện Gò Quao mới cử 01 trên 02 người.',
    );
    const ticked = page.page.querySelectorAll('input[type=checkbox][checked]');
    expect(ticked.map((box) => box.getAttribute('value'))).toEqual([goQuao.id, anMinh.id]);
    const sent = await organizer.post(
      routes.consoleRemind(event.id),
      ticked.map((box): [string, string] => ['nguoi', box.getAttribute('value')!]),
    );
    expect((await organizer.get(sent.to)).text).toContain('Đã nhắc 2 nơi');
    await createDueDeliveriesOfEvent(world, event);
    for (const { id, told } of [
      { id: goQuao.id, told: 1 },
      { id: anMinh.id, told: 1 },
      { id: dinhAn.id, told: 0 },
    ])
      expect(await remindersOf(id)).toHaveLength(told);
    expect((await remindersOf(anMinh.id))[0]!.words).toContain('Đến nay huyện An Minh chưa cử người nào.');
    // A second click within ten minutes reminds nobody again, and says so.
    const again = await organizer.post(routes.consoleRemind(event.id), [['nguoi', goQuao.id]]);
    expect(again.text).toContain('1 nơi chưa nhắc được');
    await createDueDeliveriesOfEvent(world, event);
    expect(await remindersOf(goQuao.id)).toHaveLength(1);
  });

  test('is reminded over the API by those who invite, of this event alone', async () => {
    const { event, goQuao, anMinh } = await scene();
    const other = await scene();
    const path = `/events/${event.id}/reminders`;
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    expect((await officer.api('POST', path, {})).status).toBe(403);
    const one = await organizer.api('POST', path, { ids: [goQuao.id, other.goQuao.id] });
    expect(one.json).toEqual({
      reminded: [goQuao.id],
      leftOut: [{ id: other.goQuao.id, code: 'nomination-missing' }],
    });
    const all = await organizer.api('POST', path, {});
    expect(all.json).toEqual({
      reminded: [anMinh.id],
      leftOut: [{ id: goQuao.id, code: 'reminded-just-now' }],
    });
  });

  test('is nobody whose quota is used up, whose link is revoked or past, or of an event that is off', async () => {
    const { event, goQuao, anMinh, dinhAn } = await scene();
    await expect(remindNominator(world, dinhAn.id)).rejects.toEqual(problem('nominator-reminder-not-due'));
    await revokeNomination(world, anMinh.id);
    await expect(remindNominator(world, anMinh.id)).rejects.toEqual(problem('nominator-reminder-not-due'));
    await postponeEvent(world, event.id, { version: event.version, reason: 'Bão' });
    await expect(remindNominator(world, goQuao.id)).rejects.toEqual(problem('nominator-reminder-off'));
    expect(await unansweredOf(world, event.id)).toEqual({ quotas: [], invitations: [], declined: [] });
    const late = await scene();
    world.clock.at = ms(late.goQuao.deadline);
    await expect(remindNominator(world, late.goQuao.id)).rejects.toEqual(
      problem('nominator-reminder-closed'),
    );
    expect((await remindEach(world, late.event.id, [late.goQuao.id])).refused).toHaveLength(1);
  });
});

describe('by itself', () => {
  test('the clock reminds two days before the deadline, once, whom it concerns', async () => {
    const { event, goQuao, anMinh, dinhAn, names } = await scene();
    world.clock.at = ms(goQuao.deadline) - 2 * DAY - MINUTE;
    await sweep(world, event.id);
    expect(await remindersOf(goQuao.id)).toHaveLength(0);
    world.clock.forward(MINUTE);
    for (let hour = 0; hour < 3; hour++) {
      await sweep(world, event.id);
      world.clock.forward(HOUR);
    }
    expect(await remindersOf(goQuao.id)).toHaveLength(1);
    expect(await remindersOf(anMinh.id)).toHaveLength(1);
    expect(await remindersOf(dinhAn.id)).toHaveLength(0);
    // They name the last person before it is told: nothing is said any more past the deadline.
    await names(goQuao, 'unt_goquao', { fullName: 'Lê Mẫu Cuối', phone: '0900000208' });
    world.clock.at = ms(goQuao.deadline);
    await createDueDeliveriesOfEvent(world, event);
    expect((await remindersOf(goQuao.id)).map((d) => d.state)).toEqual(['dropped']);
  });

  test('not a unit that was reminded by hand since, nor one whose link is younger', async () => {
    const { event, goQuao, anMinh } = await scene();
    world.clock.at = ms(goQuao.deadline) - DAY;
    const young = await addEvent(world, 10, { admission: 'nomination', capacity: 20 });
    const { nomination } = await giveQuota(world, young.id, { deadline: iso(world.now() + DAY) });
    await remindNominator(world, goQuao.id);
    const { remindedAt } = await getNomination(world, goQuao.id);
    world.clock.forward(HOUR);
    await remindNominators(world, event);
    await remindNominators(world, young);
    expect((await getNomination(world, goQuao.id)).remindedAt).toBe(remindedAt);
    expect((await getNomination(world, anMinh.id)).remindedAt).toBe(iso(world.now()));
    expect((await getNomination(world, nomination.id)).remindedAt).toBeUndefined();
  });

  test('a new link says it all: no reminder beside it, and an edit that is open is not old for a reminder', async () => {
    const { event, goQuao } = await scene();
    const { version } = await getNomination(world, goQuao.id);
    await remindNominator(world, goQuao.id);
    expect((await getNomination(world, goQuao.id)).version).toBe(version);
    await reissueNomination(world, goQuao.id);
    await createDueDeliveriesOfEvent(world, event);
    const open = (await deliveriesOf(world, goQuao.id)).filter((d) => d.state === 'to-call');
    expect(open.map((d) => d.template)).toEqual(['nomination']);
  });
});
