import { beforeAll, describe, expect, it } from 'vitest';
import { changeNomination } from '../../../functions/events/nominations/change';
import { releaseExpiredQuotas } from '../../../functions/events/nominations/due/release';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { readNomination } from '../../../functions/events/nominations/read';
import { reissueNomination, revokeNomination } from '../../../functions/events/nominations/revoke';
import { DAY, iso, MINUTE, ms } from '../../../functions/platform/time/dates';
import { draftEvent, inDays } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { atTime, danh, giveQuota, namedBy, pathOfLink, quotaScene, thi } from './scene';

const world = useWorld();
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  officer = visitor(world);
});

const pathOf = (nomination: Nomination) => pathOfLink(world, nomination);
const scene = (quota?: number, more?: Record<string, unknown>) => quotaScene(world, quota, more);
const at = (time: string, act: () => Promise<void>) => atTime(world, time, act);
const seatsOf = async (path: string) => {
  const { quota, used, left } = await readNomination(world, path.split('/').at(-1)!);
  return { quota, used, left };
};

describe('GET /cu-nguoi/:token', () => {
  it('shows the event, whom to call, the quota in words and until when; kept and found by nobody', async () => {
    const { path } = await scene();
    const page = await officer.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.html).toContain('<meta name="robots" content="noindex"/>');
    expect(page.text).toContain('Tập huấn kỹ năng hòa giải ở cơ sở');
    expect(page.text).toContain('Đã cử 0 trên 3 người, còn 3.');
    expect(page.text).toContain('17 giờ 00, thứ Bảy, ngày 21 tháng 11 năm 2026');
    expect(page.html).toContain('tel:+842973000000');
    expect(page.html).not.toMatch(/type="radio"[^>]*checked/);
  });

  it('speaks English below /en', async () => {
    const { path } = await scene();
    const page = await officer.get(`/en${path}`);
    expect(page.text).toContain('0 of 3 named, 3 left.');
    expect(page.html).toContain(`action="/en${path}"`);
  });

  it('says of a forged link that it does not work, and whom to call', async () => {
    const page = await officer.get('/cu-nguoi/00000000000000000000000000');
    expect(page.status).toBe(404);
    expect(page.text).toContain('Đường dẫn này không dùng được');
    expect(page.html).toContain('tel:');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('shows nobody any more when the event has long been over', async () => {
    const { path, event } = await scene();
    await officer.post(path, danh);
    const over = ms(event.endsAt) + world.settings.linkDays * DAY;
    await at(iso(over - 1), async () => expect((await officer.get(path)).text).toContain('Danh Sóc'));
    await at(iso(over), async () => {
      for (const gone of [path, `${path}/in-phieu`]) {
        const page = await officer.get(gone);
        expect([page.status, page.text.includes('Danh Sóc')]).toEqual([410, false]);
        expect(page.text).toContain('đã kết thúc từ lâu');
      }
    });
  });

  it('says of a revoked link that it was withdrawn, and takes nobody through it', async () => {
    const { nomination, path, event } = await scene();
    await officer.post(path, danh);
    await revokeNomination(world, nomination.id);
    const page = await officer.get(path);
    expect(page.status).toBe(410);
    expect(page.text).toContain('đã thu hồi đường dẫn này');
    expect(page.text).not.toContain('Danh Sóc');
    expect((await officer.post(path, thi)).status).toBe(410);
    const again = await reissueNomination(world, nomination.id);
    expect((await officer.get(path)).status).toBe(404);
    expect((await officer.get(pathOf(again))).text).toContain('Danh Sóc Mẫu');
    expect(again.eventId).toBe(event.id);
  });
});

describe('POST /cu-nguoi/:token', () => {
  it('names a person with the basis given, and shows the code', async () => {
    const { path, token } = await scene();
    const sent = await officer.post(path, {
      ...danh,
      communeId: 'unt_dinhan',
      position: 'Trưởng ấp',
      interpreter: 'on',
    });
    expect(sent.status).toBe(303);
    const [person] = await namedBy(world, token);
    expect(person).toMatchObject({
      fullName: 'Danh Sóc Mẫu',
      unitId: 'unt_dinhan',
      status: 'confirmed',
      basis: 'paper',
      interpreter: true,
      channel: 'nomination',
    });
    expect(person!.attestedBy).toMatch(/^nom_/);
    const page = await officer.get(sent.to);
    expect(page.text).toContain(`Mã đăng ký: ${person!.code.replace(/(\d{3})(?=\d)/g, '$1 ')}.`);
    expect(page.text).toContain('Đã cử 1 trên 3 người, còn 2.');
  });

  it('writes nothing without a basis, and keeps what was typed', async () => {
    const { path } = await scene();
    const { basis: _none, ...rest } = danh;
    const page = await officer.post(path, { ...rest, phone: '0900 00' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Có 2 mục cần sửa');
    expect(page.html).toContain('href="#o-phone"');
    expect(page.html).toContain('href="#o-basis"');
    expect(page.html).toContain('value="Danh Sóc Mẫu"');
    expect(await seatsOf(path)).toEqual({ quota: 3, used: 0, left: 3 });
  });

  it('refuses a commune of another district', async () => {
    const { path } = await scene();
    const page = await officer.post(path, { ...danh, communeId: 'unt_donghoa' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Đơn vị này không thuộc nơi được giao chỉ tiêu');
    expect((await seatsOf(path)).used).toBe(0);
  });

  it('stops at the quota although the open pool has seats', async () => {
    const { path } = await scene(1);
    await officer.post(path, danh);
    const page = await officer.post(path, thi);
    expect(page.status).toBe(422);
    expect(page.text).toContain('Đã cử đủ 1 người theo chỉ tiêu');
    expect(page.text).not.toContain('Thị Nga Mẫu ');
    expect(await seatsOf(path)).toEqual({ quota: 1, used: 1, left: 0 });
  });

  it('answers a second click like the first, the last seat of the quota too', async () => {
    const { path } = await scene(1);
    const first = await officer.post(path, danh);
    const second = await officer.post(path, danh);
    expect([first.status, second.status, second.to]).toEqual([303, 303, first.to]);
    expect((await seatsOf(path)).used).toBe(1);
  });

  it('says that a person is named already, with other particulars or by another hand', async () => {
    const { path, event } = await scene();
    await officer.post(path, danh);
    const otherwise = await officer.post(path, { ...danh, position: 'Trưởng ấp' });
    expect(otherwise.status).toBe(422);
    expect(otherwise.text).toContain('Đã có trong danh sách, với thông tin khác');
    const nga = { fullName: 'Thị Nga Mẫu', phone: '0900000202', unitId: 'unt_goquao' };
    await entered(world, event.id, nga);
    const known = await officer.post(path, thi);
    expect(known.text).toContain('Người này đã có trong danh sách của lớp này.');
    expect(known.text).not.toContain('Xem lại đăng ký bằng mã');
    expect((await seatsOf(path)).used).toBe(1);
  });

  it('asks whether a name that differs in accents alone is another person, and believes the answer', async () => {
    const { path } = await scene();
    await officer.post(path, { ...danh, fullName: 'Danh Hùng' });
    const asked = await officer.post(path, { ...danh, fullName: 'Danh Hưng' });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('name="another"');
    expect(asked.html).not.toMatch(/name="another"[^>]*checked/);
    const sent = await officer.post(path, { ...danh, fullName: 'Danh Hưng', another: 'on' });
    expect(sent.status).toBe(303);
    expect((await seatsOf(path)).used).toBe(2);
  });

  it('names until the last second before the deadline, and nobody from the deadline on', async () => {
    const { path, nomination } = await scene();
    await at(iso(ms(nomination.deadline) - 1_000), async () => {
      expect((await officer.post(path, danh)).status).toBe(303);
    });
    await at(nomination.deadline, async () => {
      const page = await officer.post(path, thi);
      expect(page.status).toBe(422);
      expect(page.text).toContain('Đã hết hạn cử người');
      expect((await officer.get(path)).html).not.toContain('id="cu-mot-nguoi"');
    });
    expect((await seatsOf(path)).used).toBe(1);
  });

  it('says after the deadline that it has passed, not that the quota is full, once unused seats are released', async () => {
    const { path, nomination, event, token } = await scene();
    await officer.post(path, danh);
    await at(iso(ms(nomination.deadline) + MINUTE), async () => {
      await releaseExpiredQuotas(world, event.id);
      const late = { ...thi, basis: 'paper' as const, interpreter: false, another: false };
      await expect(nominate(world, token, late)).rejects.toMatchObject({ code: 'nomination-closed' });
      expect((await officer.get(path)).text).toContain('Đã cử 1 người.');
    });
  });

  it('counts whom it named before when the deadline is put off after a release', async () => {
    const { path, nomination, event } = await scene(2);
    await officer.post(path, danh);
    await at(iso(ms(nomination.deadline) + MINUTE), async () => {
      await releaseExpiredQuotas(world, event.id);
      await changeNomination(world, nomination.id, {
        version: nomination.version,
        quota: 2,
        deadline: iso(ms(nomination.deadline) + 60 * MINUTE),
        contactName: 'Danh Mẫu',
      });
      expect(await seatsOf(path)).toEqual({ quota: 2, used: 1, left: 1 });
      expect((await officer.post(path, thi)).status).toBe(303);
      expect((await officer.post(path, { ...thi, fullName: 'Lê Văn Ba' })).status).toBe(422);
    });
  });

  it('says so where the event is a draft, postponed or cancelled', async () => {
    const event = await draftEvent(world, { admission: 'nomination' }, inDays(world, 10));
    const { nomination } = await giveQuota(world, event.id);
    const path = pathOf(nomination);
    expect((await officer.get(path)).text).toContain('Lớp này chưa công bố');
    expect((await officer.post(path, danh)).text).toContain('Lớp này chưa công bố.');
  });
});

describe('nominate', () => {
  it('counts a person of the unit whom the organizer registered against what is left', async () => {
    const { token, event } = await scene(2);
    await entered(world, event.id, { fullName: 'Lê Văn Tư' });
    const view = await readNomination(world, token);
    expect(view).toMatchObject({ used: 0, left: 1 });
    await nominate(world, token, {
      ...danh,
      phone: '0900000201',
      interpreter: false,
      another: false,
      basis: 'paper',
    });
    await expect(
      nominate(world, token, {
        ...thi,
        phone: '0900000202',
        interpreter: false,
        another: false,
        basis: 'paper',
      }),
    ).rejects.toMatchObject({ code: 'quota-full' });
  });
});
