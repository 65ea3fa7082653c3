import { beforeAll, describe, expect, test } from 'vitest';
import { everyMember } from '../../../functions/events/broadcasts/audience';
import { daysBegun, type Group, groupsOf } from '../../../functions/events/broadcasts/groups';
import {
  fill,
  mistakesIn,
  PLACEHOLDERS,
  type Placeholder,
} from '../../../functions/events/broadcasts/placeholders';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { AnswerInput, InvitationInput } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { countGroups } from '../../../functions/notices/broadcasts/recipients';
import { sendBroadcast } from '../../../functions/notices/broadcasts/send';
import { withdrawBroadcast, workOnBroadcast } from '../../../functions/notices/broadcasts/work';
import { deliver } from '../../../functions/notices/deliver';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { parse } from '../../../functions/platform/input/parse';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import { danh, giveQuota } from '../../events/nominations/scene';
import { addBody } from '../../support/bodies';
import { addEvent, onDay } from '../../support/events';
import { noSleep, textOf } from '../../support/mail';
import { addPlaces } from '../../support/places';
import { anEvent, aRegistration } from '../../support/stored';
import { MONDAY, useWorld } from '../../support/world';

const person = (more: object) =>
  ({ kind: 'registration', thing: aRegistration('evt_g', 'a', more) }) as const;

describe('the groups of a person', () => {
  // Two days: tomorrow and the day after.
  const event = anEvent('evt_g', {
    startsAt: iso(MONDAY + DAY),
    endsAt: iso(MONDAY + 2 * DAY + 4 * HOUR),
  });
  const of = (more: object, now: number, day?: number): Group[] =>
    groupsOf(event, person(more), { now, ...(day && { day }) });

  test('follow from the status', () => {
    expect(of({ status: 'waitlisted' }, MONDAY)).toEqual(['waiting']);
    expect(of({ status: 'pending' }, MONDAY)).toEqual(['pending']);
    // The reserve of a unit is not on the event's waiting list; a nominee who lost the seat by our mistake is.
    const nominee = { status: 'waitlisted', channel: 'nomination', nominationId: 'nom_g_unt_a' };
    expect(of({ ...nominee, how: 'nominator' }, MONDAY)).toEqual(['reserve']);
    expect(of({ ...nominee, how: 'unseated' }, MONDAY)).toEqual(['waiting']);
    expect(of({ status: 'cancelled' }, MONDAY)).toEqual([]);
    expect(of({ status: 'declined' }, MONDAY)).toEqual([]);
    // A delegate is told by the body.
    expect(of({ channel: 'invitation' }, MONDAY)).toEqual([]);
  });

  test('nobody is absent before the event has begun', () => {
    expect(of({}, MONDAY + DAY - 1)).toEqual(['registered']);
    expect(of({}, MONDAY + DAY)).toEqual(['registered', 'absent']);
    expect(daysBegun({ ...event, undated: true }, MONDAY + 5 * DAY)).toBe(0);
  });

  test('are asked for one day, or for any', () => {
    const first = { came: { 1: iso(MONDAY + DAY) } };
    const after = MONDAY + 3 * DAY;
    expect(of(first, after)).toEqual(['registered', 'attended']);
    expect(of(first, after, 1)).toEqual(['registered', 'attended']);
    expect(of(first, after, 2)).toEqual(['registered', 'absent']);
    // On the first day nobody is absent from the second one.
    expect(of(first, MONDAY + DAY + HOUR, 2)).toEqual(['registered']);
    // A mark that was taken back leaves an empty map.
    expect(of({ came: {} }, after)).toEqual(['registered', 'absent']);
  });
});

describe('a text with placeholders', () => {
  const values = Object.fromEntries(
    Object.entries(PLACEHOLDERS).map(([key, name]) => [key, `<${name}>`]),
  ) as Record<Placeholder, string>;

  test('is filled, whatever the accents, capitals and blanks', () => {
    expect(fill('{họ tên}, {HỌ  TÊN}, {ho ten}: {ma}', values)).toBe('<họ tên>, <họ tên>, <họ tên>: <mã>');
    // What is filled in is not read for placeholders again.
    expect(fill('{họ tên}', { ...values, name: '{mã}' })).toBe('{mã}');
    expect(fill('a { b } c {}', values)).toBe('a { b } c {}');
  });

  test('has a code only for people, and nothing private in its subject', () => {
    const codes = (words: string, groups: Group[], subject = 'x') =>
      mistakesIn({ subject, words }, groups).map(({ path, code }) => `${path} ${code}`);
    expect(codes('{mã}', ['absent'])).toEqual([]);
    expect(codes('{mã}', ['absent', 'units'])).toEqual(['words placeholder-not-here']);
    expect(codes('{đường dẫn}', ['units', 'unanswered'])).toEqual([]);
    expect(codes('x', ['absent'], '{đường dẫn}')).toEqual(['subject placeholder-not-here']);
    expect(codes('[ghi ngày]', ['absent'])).toEqual(['words blank-left']);
    expect(codes('http://a.vn', ['absent'])).toEqual(['words link-not-https']);
    expect(codes('https://a.vn', ['absent'])).toEqual([]);
  });
});

describe('units and bodies', () => {
  const world = useWorld();
  beforeAll(async () => {
    await addPlaces(world);
    await addBody(world, 'Hội Luật gia Mẫu', { id: 'bod_hlgm', email: 'hlg@mau.example' });
    await addBody(world, 'Đoàn Luật sư Mẫu', { id: 'bod_dlsm', email: 'dls@mau.example' });
  });
  const sendAll = () => deliver(world, noSleep());
  const scene = async () => {
    const event = await addEvent(world, 12, { admission: 'nomination', capacity: 20 });
    const give = async (unitId: string, quota: number, contactEmail: string) =>
      (await giveQuota(world, event.id, { unitId, quota, deadline: onDay(world, 9, '17:00'), contactEmail }))
        .nomination;
    const full = await give('unt_goquao', 1, 'goquao@mau.example');
    const short = await give('unt_anminh', 2, 'anminh@mau.example');
    const names = (n: { id: string; turn: number }, unitId: string, more: object = {}) =>
      nominate(world, linkToken(world, n.id, n.turn), parse(NomineeInput, { ...danh, ...more, unitId }));
    await names(full, 'unt_goquao');
    const invitations = await invite(
      world,
      event.id,
      parse(InvitationInput, { bodyIds: ['bod_hlgm', 'bod_dlsm'] }),
    );
    await createDueDeliveriesOfEvent(world, event);
    await sendAll();
    world.sent.length = 0;
    return { event, full, short, names, invitations };
  };

  test('are groups by what they still owe', async () => {
    const { event, full, short, names, invitations } = await scene();
    const counts = async () =>
      Object.fromEntries((await countGroups(world, event)).map(({ group, total }) => [group, total]));
    expect(await counts()).toMatchObject({
      units: 2,
      'short-units': 1,
      unanswered: 2,
      accepted: 0,
      registered: 1,
    });
    await names(short, 'unt_anminh', { fullName: 'Thị Một Mẫu', phone: '0900000301' });
    await names(short, 'unt_anminh', { fullName: 'Thị Hai Mẫu', phone: '0900000302' });
    const [first] = invitations;
    await answerInvitation(
      world,
      { token: linkToken(world, first!.id, first!.turn) },
      first!.version,
      parse(AnswerInput, { answer: 'declined', reason: 'Bận' }),
    );
    expect(await counts()).toMatchObject({ units: 2, 'short-units': 0, unanswered: 1, declined: 1 });
    const members = await everyMember(world, event, { area: 'unt_goquao' });
    expect(members.filter(({ groups }) => groups.includes('units')).map(({ one }) => one.thing.id)).toEqual([
      full.id,
    ]);
  });

  test('are written to by their officer’s and their own address, with their own link', async () => {
    const { event, short, invitations } = await scene();
    const { id, total } = await sendBroadcast(world, event.id, {
      groups: ['short-units', 'unanswered'],
      subject: 'Nhắc: {tên lớp}',
      words: 'Gửi {đơn vị}: {đường dẫn}',
    });
    expect(total).toBe(3);
    await workOnBroadcast(world, id);
    await sendAll();
    expect(world.sent.map(({ to }) => to).sort()).toEqual([
      'anminh@mau.example',
      'dls@mau.example',
      'hlg@mau.example',
    ]);
    const toUnit = world.sent.find(({ to }) => to === 'anminh@mau.example')!;
    expect(textOf(toUnit.raw)).toContain(`/cu-nguoi/${linkToken(world, short.id, short.turn)}`);
    const body = invitations.find(({ bodyId }) => bodyId === 'bod_hlgm')!;
    const toBody = world.sent.find(({ to }) => to === 'hlg@mau.example')!;
    expect(textOf(toBody.raw)).toContain(`/thu-moi/${linkToken(world, body.id, body.turn)}`);
  });

  test('are not reminded of what they did before the mail went', async () => {
    const { event, short, names, invitations } = await scene();
    const { id } = await sendBroadcast(world, event.id, {
      groups: ['short-units', 'unanswered'],
      subject: 'Nhắc',
      words: 'Còn thiếu.',
    });
    await workOnBroadcast(world, id);
    await names(short, 'unt_anminh', { fullName: 'Thị Một Mẫu', phone: '0900000301' });
    await names(short, 'unt_anminh', { fullName: 'Thị Hai Mẫu', phone: '0900000302' });
    const [first] = invitations;
    await answerInvitation(
      world,
      { token: linkToken(world, first!.id, first!.turn) },
      first!.version,
      parse(AnswerInput, { answer: 'declined', reason: 'Bận' }),
    );
    await sendAll();
    const state = async (pk: string) =>
      (await deliveriesOf(world, pk)).find((d) => d.broadcastId === id)?.state;
    expect(await state(short.id)).toBe('dropped');
    expect(await state(first!.id)).toBe('dropped');
    expect(await state(invitations[1]!.id)).toBe('sent');
    // What was told stays told.
    await withdrawBroadcast(world, id);
    await workOnBroadcast(world, id);
    expect(await state(invitations[1]!.id)).toBe('sent');
  });
});
