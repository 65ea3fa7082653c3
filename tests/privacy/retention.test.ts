import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import type { Account } from '../../functions/directory/accounts/account';
import type { Event } from '../../functions/events/event/event';
import { type Invitation, invitationsTable } from '../../functions/events/invitations/invitation';
import { getInvitation } from '../../functions/events/invitations/list';
import { getNomination } from '../../functions/events/nominations/list';
import { EMPTIED_NAME } from '../../functions/events/person/forgotten';
import { getRegistration } from '../../functions/events/registrations/find';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { keepMail, mailsOf } from '../../functions/outbox/sending/sent-mail';
import { historyOf } from '../../functions/platform/audit/history';
import { DAY, HOUR, iso, localDate, ms } from '../../functions/platform/time/dates';
import { USUAL_DAYS } from '../../functions/privacy/retention/classes';
import { retentionOverview } from '../../functions/privacy/retention/read';
import { readRetention, setRetention } from '../../functions/privacy/retention/settings';
import { tendRetention } from '../../functions/privacy/retention/tend';
import { routes } from '../../web/routes';
import { noSleep } from '../support/mail';
import { addPlaces } from '../support/places';
import { fieldsOf } from '../support/seen';
import { anEvent, aRegistration, keep, keepEvent, keepNomination } from '../support/stored';
import { signIn } from '../support/visitor';
import { MONDAY, type TestWorld, useWorld } from '../support/world';

const admin: Account = {
  id: 'acc_qt',
  email: 'qt@stp.example',
  name: 'Thị Mẫu Quản',
  role: 'admin',
  active: true,
  createdAt: iso(MONDAY),
};

/** Where a name, a phone, an address or a note of the scene stands. */
const PERSON = /Mẫu Lưu|0900 ?100 ?200|0900100200|luu@mau\.example|vợ nghe máy/;
const says = (item: unknown) => PERSON.test(JSON.stringify(item));

const on = async (world: TestWorld, days: Partial<typeof USUAL_DAYS> = {}) =>
  setRetention(world, admin, {
    on: true,
    days: { ...USUAL_DAYS, ...days },
    basis: 'Quyết định mẫu số 1',
    version: (await readRetention(world)).version,
  });

let n = 0;
/** An event that ended yesterday, with a person in every place that knows people. */
const scene = async (world: TestWorld, more: Partial<Event> = {}) => {
  const id = `evt_luu${++n}`;
  const event = anEvent(id, {
    startsAt: iso(world.now() - DAY - 4 * HOUR),
    endsAt: iso(world.now() - DAY),
    contactName: 'Người phụ trách',
    ...more,
  });
  await keepEvent(world, event);
  const r = aRegistration(id, 'mau', {
    fullName: 'Mẫu Lưu',
    phone: '0900100200',
    webPhone: '0900100200',
    email: 'luu@mau.example',
    gender: 'female',
    unitName: 'xã Định An',
    came: { '1': iso(world.now() - DAY) },
    claim: { id: 'chỗ', block: 'b1', pool: 'open' } as never,
    imports: { imp_1: { row: 1, at: 1, version: 1, turn: 1, before: { fullName: 'Mẫu Lưu Cũ' } } },
  });
  await keep(world, r);
  const delivery: Delivery = {
    pk: r.id,
    sk: 'confirmed#1',
    id: `dlv_${n}`,
    channel: 'call',
    state: 'to-call',
    open: 'to-call',
    template: 'confirmed',
    dueAt: iso(world.now()),
    attempts: 0,
    eventId: id,
    owner: id,
    name: 'Mẫu Lưu',
    phone: '0900100200',
    words: 'Kính gửi Mẫu Lưu',
    notes: [{ text: 'vợ nghe máy', by: 'acc_1', at: iso(world.now()) }],
    createdAt: iso(world.now()),
    updatedAt: iso(world.now()),
  };
  await world.db.put(noticesTable, delivery);
  await keepMail(world, delivery, {
    to: { name: 'Mẫu Lưu', address: 'luu@mau.example' },
    subject: 'Mẫu Lưu',
    text: 'Kính gửi Mẫu Lưu',
  } as never);
  await keepNomination(world, {
    id: `nom_luu${n}`,
    eventId: id,
    name: 'Huyện mẫu',
    contactName: 'Mẫu Lưu',
    contactPhone: '0900100200',
    status: 'issued',
    version: 1,
    createdAt: iso(world.now()),
  });
  await world.db.put(invitationsTable, {
    pk: `inv_luu${n}`,
    sk: 'invitation',
    id: `inv_luu${n}`,
    eventId: id,
    bodyId: 'bod_mau',
    bodyName: 'Hội mẫu',
    guest: 'đồng chí Mẫu Lưu',
    status: 'issued',
    tokenHash: `hash${n}`,
    version: 3,
    answer: {
      answer: 'accepted',
      delegates: [{ name: 'Mẫu Lưu', phone: '0900100200' }, { name: 'Mẫu Lưu Hai' }],
      support: [{ kind: 'speaker', detail: 'Mẫu Lưu' }],
      note: 'gọi Mẫu Lưu',
      at: iso(world.now()),
      through: 'link',
    },
    createdAt: iso(world.now()),
    updatedAt: iso(world.now()),
  } as unknown as Invitation);
  const read = async () => ({
    r: await getRegistration(world, r.id),
    d: (await deliveriesOf(world, r.id))[0]!,
    mails: await mailsOf(world, { ...delivery, state: 'sent' }),
    nomination: await getNomination(world, `nom_luu${n}`),
    invitation: await getInvitation(world, `inv_luu${n}`),
  });
  return { event, r, read };
};

describe('what has been kept long enough', () => {
  const world = useWorld();

  test('is counted and left alone until an admin switches the deleting on', async () => {
    const { event, read } = await scene(world);
    const before = await read();
    world.clock.forward(USUAL_DAYS.people * DAY + HOUR);
    await tendRetention(world);
    expect(await read()).toEqual(before);
    const { due, gone } = await retentionOverview(world);
    expect(gone).toEqual([]);
    expect(due.map(({ kind, eventId, dueOn, counts }) => ({ kind, eventId, dueOn, counts }))).toEqual([
      {
        kind: 'notes',
        eventId: event.id,
        dueOn: localDate(ms(event.endsAt) + 180 * DAY),
        counts: { notes: 1 },
      },
      {
        kind: 'deliveries',
        eventId: event.id,
        dueOn: localDate(ms(event.endsAt) + 730 * DAY),
        counts: { deliveries: 1 },
      },
      {
        kind: 'people',
        eventId: event.id,
        dueOn: localDate(ms(event.endsAt) + 1_825 * DAY),
        counts: { people: 1, came: 1, women: 1, contacts: 1, answers: 1 },
      },
    ]);
  });

  test('goes by its class, on the day and not before; what is counted stays', async () => {
    await on(world);
    await tendRetention(world);
    const { event, r, read } = await scene(world);
    world.clock.at = ms(event.endsAt) + USUAL_DAYS.notes * DAY - 1;
    await tendRetention(world);
    expect((await read()).d.notes).toHaveLength(1);
    world.clock.forward(DAY);
    await tendRetention(world);
    let now = await read();
    expect(now.d).toMatchObject({ name: 'Mẫu Lưu', state: 'to-call' });
    expect(now.d.notes).toBeUndefined();

    world.clock.at = ms(event.endsAt) + USUAL_DAYS.deliveries * DAY + HOUR;
    await tendRetention(world);
    now = await read();
    expect(says(now.d) || says(now.mails)).toBe(false);
    expect(now.d).toMatchObject({
      template: 'confirmed',
      state: 'dropped',
      supersededBy: 'kept long enough',
    });
    expect(now.d.open).toBeUndefined();
    expect(now.r.fullName).toBe('Mẫu Lưu');

    world.clock.at = ms(event.endsAt) + USUAL_DAYS.people * DAY + HOUR;
    await tendRetention(world);
    now = await read();
    expect(says(now)).toBe(false);
    // Seat, status, place and attendance; how many delegates came, and what was given.
    expect(now.r).toMatchObject({
      fullName: EMPTIED_NAME,
      phone: '',
      status: 'confirmed',
      unitName: 'xã Định An',
      came: r.came,
      claim: r.claim,
    });
    expect(now.invitation.answer).toMatchObject({ answer: 'accepted', support: [{ kind: 'speaker' }] });
    expect(now.invitation.answer?.delegates).toHaveLength(2);
    expect(now.nomination).toMatchObject({ name: 'Huyện mẫu', contactName: EMPTIED_NAME });

    const { due, gone } = await retentionOverview(world);
    expect(due.filter(({ eventId }) => eventId === event.id)).toEqual([]);
    expect(gone.find((g) => g.kind === 'people' && g.eventId === event.id)?.counts).toEqual({
      people: 1,
      came: 1,
      women: 1,
      contacts: 1,
      answers: 1,
    });
    const told = (await historyOf(world, event.id)).items.map(({ what, fields }) => [what, fields.kind]);
    expect(told).toEqual(['people', 'deliveries', 'notes'].map((kind) => ['expired', { to: kind }]));
  });

  test('stays while the event is postponed without a date', async () => {
    const { event, read } = await scene(world, { status: 'postponed', undated: true });
    world.clock.at = ms(event.endsAt) + USUAL_DAYS.people * DAY + DAY;
    await tendRetention(world);
    expect(says((await read()).r)).toBe(true);
    // Cancelled in the end: the days are over.
    await keepEvent(world, { ...event, status: 'cancelled', undated: false });
    world.clock.forward(DAY);
    await tendRetention(world);
    // DynamoDB has deleted the mail as it went by then.
    expect(says({ ...(await read()), mails: [] })).toBe(false);
  });

  test('is looked at once a day, in the tick of the clock, which otherwise asks one question', async () => {
    const { event, read } = await scene(world);
    world.clock.at = ms(event.endsAt) + USUAL_DAYS.people * DAY + DAY;
    await runClock(world, noSleep());
    // DynamoDB has deleted the mail as it went by then.
    expect(says({ ...(await read()), mails: [] })).toBe(false);
    world.costs.length = 0;
    await tendRetention(world);
    expect(world.costs).toHaveLength(1);
  });
});

describe('a large event', () => {
  const world = useWorld();

  test('is emptied in steps that stop in time and go on where they stopped', async () => {
    await on(world);
    const { event } = await scene(world);
    const people = Array.from({ length: 450 }, (_, i) =>
      aRegistration(event.id, `p${String(i).padStart(3, '0')}`, { fullName: `Mẫu Lưu ${i}` }),
    );
    await world.db.putMany<Registration>(registrationsTable as never, people);
    world.clock.at = ms(event.endsAt) + USUAL_DAYS.people * DAY + DAY;
    const left = async () =>
      (
        await world.db.all(registrationsTable, { where: 'pk = :pk', values: { ':pk': `${event.id}#0` } })
      ).filter(says).length;
    let ticks = 0;
    let most = 0;
    let before = await left();
    expect(before).toBe(451);
    while (before > 0 && ticks < 40) {
      // Each reading of the clock is a second: a tick has three steps or so.
      const start = world.clock.at;
      let reads = 0;
      const ticking = { ...world, now: () => start + 1_000 * reads++ } as TestWorld;
      await tendRetention(ticking, { until: start + 8_000 });
      ticks++;
      const after = await left();
      most = Math.max(most, before - after);
      before = after;
    }
    expect(before).toBe(0);
    expect(ticks).toBeGreaterThan(2);
    expect(most).toBeLessThan(450);
    world.clock.forward(DAY);
    await tendRetention(world);
    const { gone } = await retentionOverview(world);
    expect(gone.find(({ kind }) => kind === 'people')?.counts.people).toBe(451);
  });
});

describe('the settings', () => {
  const world = useWorld();
  beforeAll(() => addPlaces(world));
  const input = { on: false, days: { ...USUAL_DAYS }, version: 1 };
  const refusal = (more: object, who: Account = admin) =>
    setRetention(world, who, { ...input, ...more }).then(
      () => 'taken',
      (problem) => problem.fields[0]?.code ?? problem.code,
    );

  test('are refused to all but admins, without a ground, in the wrong order, and where they changed', async () => {
    expect(await refusal({}, { ...admin, role: 'organizer' })).toBe('forbidden');
    expect(await refusal({ on: true })).toBe('retention-basis');
    expect(await refusal({ days: { notes: 30, deliveries: 900, people: 800 } })).toBe('retention-order');
    expect(await refusal({ version: 2 })).toBe('retention-stale');
    expect(await refusal({})).toBe('taken');
    expect(await refusal({})).toBe('retention-stale');
    expect((await readRetention(world)).version).toBe(2);
  });

  test('have a page for admins: what would go, the terms, who changed them', async () => {
    const who = await signIn(world, { role: 'admin', id: 'acc_qt' });
    const path = routes.consoleRetention();
    const seen = await who.get(path);
    expect(seen.text).toContain('Hệ thống chưa xóa dữ liệu nào');
    expect(seen.text).toContain('730 ngày sau khi gửi');
    const short = { ...fieldsOf(seen.page), 'days.notes': '5' };
    expect((await who.post(path, short)).text).toContain('từ 30 đến 36.500');
    const typed = { ...fieldsOf(seen.page), 'days.notes': '90', basis: 'Quyết định mẫu', on: 'xoa' };
    const saved = await who.send(path, typed);
    expect(saved.text).toContain('Đang tự động xóa, theo: Quyết định mẫu.');
    for (const changed of ['việc tự động xóa', 'thời hạn của ghi chú', 'căn cứ'])
      expect(saved.text).toMatch(new RegExp(`Trần Mẫu Bình sửa [^.]*${changed}`));
    expect(await readRetention(world)).toMatchObject({ on: true, days: { notes: 90 } });
    expect((await who.api('GET', '/retention')).json).toMatchObject({
      on: true,
      days: { notes: 90 },
      version: 3,
    });
    for (const role of ['organizer', 'officer', 'viewer'] as const) {
      const other = await signIn(world, { role, unitId: 'unt_goquao' });
      expect((await other.get(path)).status).toBe(403);
      expect((await other.post(path, typed)).status).toBe(403);
      expect((await other.api('GET', '/retention')).status).toBe(403);
    }
  });
});
