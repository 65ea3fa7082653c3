import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { listBodies } from '../../../functions/directory/bodies/list';
import { listUnits } from '../../../functions/directory/units/list';
import { getEvent } from '../../../functions/events/event/get';
import { listEvents } from '../../../functions/events/event/list';
import { readRoom } from '../../../functions/events/event/room';
import { listInvitations } from '../../../functions/events/invitations/list';
import { listNominations } from '../../../functions/events/nominations/list';
import { everyRegistration, findByCode } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { listCalls } from '../../../functions/outbox/calls/calls';
import { iso } from '../../../functions/platform/time/dates';
import { listPlans } from '../../../functions/programme/plans/list';
import { stateOf } from '../../../functions/programme/plans/plan';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { ledgerOf } from '../../../functions/seats/tables/ledger-tables';
import { seed } from '../../../infra/demo/seed';
import { useWorld } from '../../support/world';

describe('the demo', () => {
  const world = useWorld();
  const registrations = async (eventId: string) => {
    const found: Registration[] = [];
    for await (const r of everyRegistration(world, await getEvent(world, eventId))) found.push(r);
    return found;
  };
  const count = async (eventId: string) => {
    const by: Record<string, number> = {};
    for (const { status } of await registrations(eventId)) by[status] = (by[status] ?? 0) + 1;
    return by;
  };

  beforeAll(async () => {
    await seed(world, 'demo');
  });

  test('stands in the province of 2021, before the reform, with plainly marked communes', async () => {
    const units = await listUnits(world);
    expect(units.filter((u) => u.kind === 'district' || u.kind === 'city')).toHaveLength(15);
    expect(units.every((u) => u.validTo === undefined)).toBe(true);
    const communes = units.filter((u) => u.kind === 'commune');
    expect(communes.every((u) => u.sample && u.name.includes('mẫu'))).toBe(true);
    expect(communes.filter((u) => u.pilot)).toHaveLength(4);
  });

  test('holds the plan of 2021 and its clones for this year and the next, row by row', async () => {
    const [next, current, old] = await listPlans(world);
    expect([next!.year, current!.year, old!.year]).toEqual([2027, 2026, 2021]);
    expect([next!, current!, old!].map(stateOf)).toEqual(['consulted', 'draft', 'issued']);
    const rows =
      'II.1 II.2 II.3a II.3b II.3c II.3d II.4a II.4b II.5a II.5b II.5c III.1 III.2 III.3 III.4 III.5 III.6';
    expect(old!.tasks.map((t) => t.row)).toEqual(rows.split(' '));
    expect(current!.tasks.map((t) => t.row)).toEqual(rows.split(' '));
    expect(current!.tasks.map((t) => t.id)).toContain('tsk_ii3b');
    expect(old!.number).toBe('77/KH-UBND');
    expect(current!.number).toBeUndefined();
    expect(current!.tasks[0]!.time).toBe('tháng 4/2026');
    expect(current!.title).not.toContain('2021');
  });

  test('knows the bodies that the plan names, under addresses of a reserved domain', async () => {
    const bodies = await listBodies(world);
    for (const id of ['bod_stp', 'bod_mttq', 'bod_hlg', 'bod_dls', 'bod_tand', 'bod_vksnd', 'bod_tttvpl'])
      expect(bodies.map((b) => b.id)).toContain(id);
    expect(bodies.filter((b) => b.kind === 'people-committee')).toHaveLength(15);
    expect(bodies.every((b) => b.email?.endsWith('.example'))).toBe(true);
  });

  test('has a past year, and coming weeks on working days', async () => {
    const past = await listEvents(world, { past: true, limit: 50 });
    expect(past.items.map((e) => e.startsAt.slice(0, 4))).toEqual(['2021', '2021', '2021', '2021']);
    const coming = await listEvents(world, { limit: 50 });
    expect(coming.items.map((e) => e.id)).toEqual([
      'evt_mau_day',
      'evt_mau_gan_day',
      'evt_mau_truc_tuyen',
      'evt_mau_cu',
      'evt_mau_duyet',
      'evt_mau_mo',
      'evt_mau_moi',
    ]);
    for (const e of coming.items) expect(new Date(e.startsAt).getUTCDay() % 6).not.toBe(0);
    const drafts = await listEvents(world, { shelf: 'draft', limit: 50 });
    expect(drafts.items.map((e) => e.id)).toEqual(['evt_mau_nhap']);
    expect((await getEvent(world, 'evt_mau_nhap')).version).toBe(1);
  });

  test('has a full class with people waiting, a nearly full one, and room in the conference', async () => {
    expect(await count('evt_mau_day')).toEqual({ confirmed: 80, waitlisted: 7, cancelled: 1 });
    const promoted = (await registrations('evt_mau_day')).filter((r) => r.how === 'promoted');
    expect(promoted).toHaveLength(1);
    expect(seatsIn(await readRoom(world, 'evt_mau_gan_day')).free).toBe(4);
    // Four of those in the hall are delegates of invited bodies.
    const conference = await readRoom(world, 'evt_mau_mo');
    expect(seatsIn(conference, 'open')).toMatchObject({ size: 200, held: 137 });
    expect(seatsIn(conference, 'online')).toMatchObject({ size: 100, held: 66 });
    expect(await count('evt_mau_duyet')).toEqual({ confirmed: 8, pending: 4 });
  });

  test('leaves the ledger as registering does: every seat is named by one registration', async () => {
    for (const id of [
      'evt_mau_day',
      'evt_mau_gan_day',
      'evt_mau_mo',
      'evt_mau_truc_tuyen',
      'evt_2021_goquao',
    ]) {
      const blocks = await ledgerOf(world).blocks(id);
      const held = blocks.flatMap((b) => Object.keys(b.held).map((claim) => `${b.sk} ${b.pool} ${claim}`));
      const named = (await registrations(id)).flatMap((r) =>
        r.status === 'confirmed' && r.claim ? [`${r.claim.block} ${r.claim.pool} ${r.claim.id}`] : [],
      );
      expect(named.sort()).toEqual(held.sort());
      for (const b of blocks) expect(b.count).toBe(Object.keys(b.held).length);
    }
  });

  test('repeats no notice that was told long ago, and leaves recent ones to be told', async () => {
    await runClock(world, { pause: async () => {} });
    const mailed = world.sent.length;
    expect(mailed).toBeGreaterThan(15); // letters to bodies and officers, and few others
    expect(mailed).toBeLessThan(40);
    const calls = await listCalls(world, { limit: 100 });
    expect(calls.items.length).toBeGreaterThan(5);
    expect(calls.items.length).toBeLessThan(30);
    expect(calls.items.map((c) => c.template)).toContain('promoted');
  });

  test('has quotas half used, within each', async () => {
    const room = await readRoom(world, 'evt_mau_cu');
    const used = (await listNominations(world, 'evt_mau_cu')).map((n) => seatsIn(room, n.pool));
    expect(used.map((s) => `${s.held}/${s.size}`).sort()).toEqual(
      ['5/5', '3/5', '2/4', '0/4', '2/4', '1/4', '1/3'].sort(),
    );
  });

  test('has invitations accepted, saved, declined and unanswered', async () => {
    const invitations = await listInvitations(world, 'evt_mau_mo');
    const answers = invitations.map((i) => i.answer?.answer ?? 'none').sort();
    expect(answers).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'declined',
      'none',
      'none',
      'none',
      'none',
      'saved',
    ]);
    expect(invitations.every((i) => i.respondBy > iso(world.now()))).toBe(true);
  });

  test('names only people who say that they are samples, on numbers that are not in use', async () => {
    for (const event of ['evt_mau_day', 'evt_mau_cu', 'evt_2021_goquao'])
      for (const r of await registrations(event)) {
        expect(r.fullName).toContain('Mẫu');
        expect(r.phone).toMatch(/^0900000\d{3}$/);
      }
  });

  test('holds the registration that the reference looks up', async () => {
    const { registration } = await findByCode(world, { code: '900000001', phone: '0900000001' });
    expect(registration.status).toBe('confirmed');
  });
});
