import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkIn, undoCheckIn } from '../../../functions/events/attendance/check-in';
import { registerAtDoor } from '../../../functions/events/attendance/let-in';
import type { Event } from '../../../functions/events/event/event';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correct } from '../../../functions/events/registrations/change/correct';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent, onDay } from '../../support/events';
import { comes, entered, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { problem, refusal } from '../../support/refusals';
import { fieldsOf, type Seen } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { quotaScene } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const source = { basis: 'paper', channel: 'phone' } as const;
const now = (r: Registration) => getRegistration(world, r.id);
const cancelled = (r: Registration) => cancelByStaff(world, r.id, 'Bận', { evenIfPresent: true });
const door = (event: Event, query = '') => `${routes.consoleCheckIn(event.id)}${query}`;

/** Two days with two seats: An and Bình were seen on the first morning, Quỳnh waits. */
const scene = async () => {
  const event = await addEvent(world, 2, { capacity: 2, endsAt: onDay(world, 3, '16:30') });
  const an = await comes(world, event.id, { fullName: 'Trần Mẫu An' });
  const binh = await comes(world, event.id, { fullName: 'Trần Mẫu Bình' });
  const quynh = await comes(world, event.id, { fullName: 'Trần Mẫu Quỳnh' });
  world.clock.at = ms(event.startsAt) - 10 * 60_000;
  for (const { id } of [an, binh]) await checkIn(world, event.id, { registrationId: id, day: 1 });
  world.clock.at = ms(event.startsAt) + 3.5 * HOUR;
  return { event, an, binh, quynh };
};
const seenOn = (r: Registration, day: number) => r.came?.[day];

describe('a person who was marked as present', () => {
  test('is asked before they cancel by themselves, and stays seated until the yes', async () => {
    const { event, an, quynh } = await scene();
    const refused = await refusal(withdraw(world, an));
    expect(refused).toMatchObject({ code: 'marked-present', detail: { name: 'Trần Mẫu An' } });
    expect(refused.detail.at).toBe(iso(ms(event.startsAt) - 10 * 60_000));
    expect((await now(an)).status).toBe('confirmed');
    expect((await now(quynh)).status).toBe('waitlisted');
    await withdraw(world, an, { evenIfPresent: true });
    expect(await now(an)).toMatchObject({ status: 'cancelled', came: { 1: refused.detail.at } });
  });

  test('is not cancelled, replaced or moved by the organizer without a question', async () => {
    const { an, binh } = await scene();
    const parallel = await addEvent(world, 20);
    const marked = problem('marked-present');
    await expect(cancelByStaff(world, an.id, 'Nhầm')).rejects.toEqual(marked);
    await expect(move(world, an.id, parallel.id)).rejects.toEqual(marked);
    await expect(replace(world, an.id, particulars() as never, source)).rejects.toEqual(marked);
    expect((await now(an)).status).toBe('confirmed');
    const moved = await move(world, an.id, parallel.id, { evenIfPresent: true });
    expect(moved.came).toBeUndefined();
    expect(seenOn(await now(an), 1)).toBeDefined();
    const cuc = particulars({ fullName: 'Lê Mẫu Cúc' });
    const substitute = await replace(world, binh.id, cuc as never, { ...source, evenIfPresent: true });
    expect(substitute.came).toBeUndefined();
    expect(await now(binh)).toMatchObject({ status: 'cancelled', replacedBy: substitute.id });
    expect(seenOn(await now(binh), 1)).toBeDefined();
  });

  test('is no longer asked about once the mark was taken back', async () => {
    const { event, an } = await scene();
    await undoCheckIn(world, event.id, an.id, 1);
    await withdraw(world, an);
    expect((await now(an)).status).toBe('cancelled');
  });

  test('is asked about where the mark came while the question was on its way', async () => {
    const event = await addEvent(world, 2, { capacity: 2 });
    const an = await comes(world, event.id);
    await Promise.allSettled([
      checkIn(world, event.id, { registrationId: an.id, day: 1 }),
      cancelByStaff(world, an.id, 'Nhầm'),
    ]);
    const after = await now(an);
    // One of them was first; the other was refused.
    expect(after.status === 'confirmed').toBe(seenOn(after, 1) !== undefined);
  });

  test.each([
    ['registers again', (r: Registration, e: Event) => entered(world, e.id, particularsOf(r))],
    [
      'walks in again',
      async (r: Registration, e: Event) => {
        const { fullName, phone, unitId } = r;
        const walk = { fullName, phone, unitId, day: 2, beyond: true, another: false };
        return (await registerAtDoor(world, e.id, walk)).registration;
      },
    ],
    [
      'is the substitute of another',
      (r: Registration, _e: Event, binh: Registration) =>
        replace(world, binh.id, particularsOf(r), { ...source, evenIfPresent: true }),
    ],
    [
      'writes the name with other accents',
      (r: Registration, e: Event) => entered(world, e.id, { ...particularsOf(r), fullName: 'Tran Mau An' }),
    ],
  ])('and was cancelled keeps the day when the person %s', async (_how, again) => {
    const { event, an, binh, quynh } = await scene();
    const first = seenOn(await now(an), 1);
    await cancelByStaff(world, quynh.id, 'Bận');
    await cancelled(an);
    const back = await again(an, event, binh);
    expect(back.id).toBe(an.id);
    const after = await now(an);
    expect(after.status).toBe('confirmed');
    expect(seenOn(after, 1)).toBe(first);
  });

  test('keeps the day when a correction leads another record to that name', async () => {
    const { event, an, quynh } = await scene();
    const first = seenOn(await now(an), 1);
    await cancelByStaff(world, quynh.id, 'Bận');
    await cancelled(an);
    const typo = await entered(world, event.id, { ...particularsOf(an), fullName: 'Trần Mẫu Hạnh' });
    await checkIn(world, event.id, { registrationId: typo.id, day: 2 });
    const mended = await correct(world, typo, { ...particularsOf(typo), fullName: 'Trần Mẫu An' });
    expect(mended.id).toBe(typo.id);
    expect((await now(typo)).came).toMatchObject({ 1: first, 2: expect.any(String) });
    // The old key leads there now: the person is one.
    await expect(entered(world, event.id, particularsOf(an))).rejects.toEqual(problem('already-on-list'));
  });
});

/** The fields of the page's form to an address, with its hidden ones. */
const fieldsTo = (page: Seen, action: string) => {
  const forms = page.page.querySelectorAll('form');
  const form = forms.find((f) => f.getAttribute('action') === action);
  return fieldsOf(parse(`<main>${form?.outerHTML ?? ''}</main>`));
};

describe('the pages ask', () => {
  test('the organizer who cancels: at the first look, and where the mark came after it', async () => {
    const { an, event, quynh } = await scene();
    const path = routes.consoleDecide(an.id, 'huy');
    const page = await organizer.get(path);
    expect(page.text).toContain('Trần Mẫu An đã được ghi có mặt lúc');
    expect(page.text).toContain('Vẫn hủy đăng ký');
    const sent = await organizer.post(path, { ...fieldsTo(page, path), reason: 'Nhầm' });
    expect(sent.status).toBe(303);
    expect((await now(an)).status).toBe('cancelled');
    await cancelByStaff(world, quynh.id, 'Bận');
    const late = await entered(world, event.id, { fullName: 'Lê Mẫu Muộn' });
    const before = routes.consoleDecide(late.id, 'huy');
    const open = await organizer.get(before);
    expect(open.text).not.toContain('đã được ghi có mặt');
    await checkIn(world, event.id, { registrationId: late.id, day: 1 });
    const asked = await organizer.post(before, { ...fieldsTo(open, before), reason: 'Nhầm' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Lê Mẫu Muộn đã được ghi có mặt lúc');
    expect((await now(late)).status).toBe('confirmed');
    const yes = await organizer.post(before, { ...fieldsTo(asked, before), reason: 'Nhầm' });
    expect(yes.status).toBe(303);
    expect((await now(late)).status).toBe('cancelled');
  });

  test('the person themselves, by code and phone', async () => {
    const { an } = await scene();
    const me = visitor(world);
    await me.post(routes.review(), { code: an.code, phone: an.phone });
    const page = await me.get(routes.withdraw());
    expect(page.text).toContain('đã được ghi có mặt lúc');
    expect(page.text).toContain('Vẫn báo không tham dự');
    const unasked = { ...fieldsTo(page, routes.withdraw()), evenIfPresent: '' };
    expect((await me.post(routes.withdraw(), unasked)).status).toBe(422);
    expect((await now(an)).status).toBe('confirmed');
    expect((await me.post(routes.withdraw(), fieldsTo(page, routes.withdraw()))).status).toBe(303);
    expect((await now(an)).status).toBe('cancelled');
  });

  test("the unit's officer, who takes off or replaces", async () => {
    const { event, nomination } = await quotaScene(world);
    const token = linkToken(world, nomination.id, nomination.turn);
    const named = await nominate(
      world,
      token,
      NomineeInput.parse({ ...particulars({ unitId: 'unt_dinhan' }), basis: 'paper' }),
    );
    await checkIn(world, event.id, { registrationId: named.id, day: 1 });
    const me = visitor(world);
    const off = routes.nominationWithdraw(token, named.id);
    const asked = await me.post(off, { ...fieldsTo(await me.get(off), off), reason: 'Bận' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('đã được ghi có mặt');
    expect(asked.text).toContain('Vẫn bỏ khỏi danh sách');
    const swap = routes.nominationReplace(token, named.id);
    const substitute = { fullName: 'Lê Mẫu Cúc', phone: '0987654321', basis: 'paper' };
    const shown = await me.post(swap, { ...fieldsTo(await me.get(swap), swap), ...substitute });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('Vẫn thay người');
    expect((await now(named)).status).toBe('confirmed');
    expect((await me.post(off, { ...fieldsTo(asked, off), reason: 'Bận' })).status).toBe(303);
    expect(await now(named)).toMatchObject({ status: 'cancelled', came: { 1: expect.any(String) } });
  });

  test('the API, by a flag', async () => {
    const { an, binh } = await scene();
    const at = `/registrations/${an.id}/cancellation`;
    const refused = await organizer.api('POST', at, { reason: 'Nhầm' });
    expect(refused).toMatchObject({ status: 409, json: { code: 'marked-present' } });
    expect((await organizer.api('POST', at, { reason: 'Nhầm', evenIfPresent: true })).status).toBe(200);
    const swap = `/registrations/${binh.id}/replacement`;
    const body = { ...particulars({ fullName: 'Lê Mẫu Cúc' }), basis: 'paper' };
    expect((await organizer.api('POST', swap, body)).json.code).toBe('marked-present');
    expect((await organizer.api('POST', swap, { ...body, evenIfPresent: true })).status).toBe(201);
    const mine = { code: an.code, phone: an.phone };
    expect((await visitor(world).api('POST', at, mine)).status).toBe(200);
  });
});

describe('at the door', () => {
  test('a second scan says since when', async () => {
    const { event, an } = await scene();
    const sent = await organizer.post(door(event), { ngay: '1', tim: an.code });
    const page = await organizer.get(sent.to);
    expect(page.text).toContain('Trần Mẫu An đã có mặt từ 7:20. Lần này không ghi thêm');
    expect(page.text).not.toContain('Hủy điểm danh');
  });

  test('a person who cancelled is found by name, phone and code: when, and by whom', async () => {
    const event = await addEvent(world, 2, { capacity: 3 });
    const [self, staff] = [
      await comes(world, event.id, { fullName: 'Trần Mẫu An' }),
      await comes(world, event.id, { fullName: 'Trần Mẫu Bình' }),
    ];
    world.clock.at = ms(event.startsAt) - 13.5 * HOUR;
    await withdraw(world, self);
    await organizer.api('POST', `/registrations/${staff.id}/cancellation`, { reason: 'Trùng lịch' });
    world.clock.at = ms(event.startsAt) + 20 * 60_000;
    for (const search of ['an', self.phone, `+84${self.phone.slice(1)}`]) {
      const { text } = await organizer.get(door(event, `?tim=${encodeURIComponent(search)}`));
      expect(text).toContain('Trần Mẫu An');
      expect(text).toMatch(/Đã hủy lúc .*18:00, người này tự báo/);
    }
    const found = await organizer.get(door(event, '?tim=binh'));
    expect(found.text).toMatch(/Đã hủy lúc .*18:00, người tổ chức: Trần Mẫu Bình. Lý do: Trùng lịch/);
    const scanned = await organizer.post(door(event), { ngay: '1', tim: self.code });
    expect(scanned.status).toBe(422);
    expect(scanned.text).toMatch(/Trần Mẫu An đã hủy đăng ký lúc .*18:00/);
    expect(scanned.text).toContain('người này tự báo');
    // Three fields are filled already: they are let in by one click.
    const walk = routes.consoleWalkIn(event.id);
    const sent = await organizer.post(walk, fieldsTo(scanned, walk));
    expect(sent.status).toBe(303);
    expect(await now(self)).toMatchObject({ status: 'confirmed', channel: 'door' });
  });

  test('a replaced one names who goes instead, at the end of a chain, and leads there', async () => {
    const event = await addEvent(world, 2, { capacity: 3 });
    const binh = await comes(world, event.id, { fullName: 'Trần Mẫu Bình' });
    const dao = await replace(world, binh.id, particulars({ fullName: 'Lê Mẫu Đào' }) as never, source);
    const cuc = await replace(world, dao.id, particulars({ fullName: 'Lê Mẫu Cúc' }) as never, source);
    world.clock.at = ms(event.startsAt);
    const scanned = await organizer.post(door(event), { ngay: '1', tim: binh.code });
    expect(scanned.status).toBe(422);
    expect(scanned.text).toContain('Trần Mẫu Bình đã được thay: Lê Mẫu Cúc đi thay');
    const link = scanned.page.querySelectorAll('a').find((a) => a.text.includes('Điểm danh Lê Mẫu Cúc'))!;
    const theirs = await organizer.get(link.getAttribute('href')!.replaceAll('&amp;', '&'));
    expect(theirs.html).toContain(`name="id" value="${cuc.id}"`);
    const refused = await organizer.api('POST', `/events/${event.id}/check-ins`, { code: binh.code });
    expect(refused).toMatchObject({ status: 409, json: { code: 'check-in-replaced' } });
  });

  test.each(['cancelled', 'replaced', 'moved'])(
    'who came and was %s later stays on that day, once',
    async (how) => {
      const { event, an } = await scene();
      if (how === 'cancelled') await cancelled(an);
      if (how === 'replaced')
        await replace(world, an.id, particulars({ fullName: 'Lê Mẫu Cúc' }) as never, {
          ...source,
          evenIfPresent: true,
        });
      if (how === 'moved') {
        const { id } = await addEvent(world, 30);
        await move(world, an.id, id, { evenIfPresent: true });
      }
      const came = await organizer.get(door(event, '?xem=roi'));
      expect(came.text).toContain('Trần Mẫu An');
      expect(came.text).toMatch(/2 trên \d người đã đến/);
      world.clock.at = ms(event.startsAt) + DAY;
      const second = await organizer.get(door(event));
      expect(second.text).toMatch(/0 trên \d người đã đến/);
      expect(second.text).not.toContain('Trần Mẫu An');
    },
  );
});
