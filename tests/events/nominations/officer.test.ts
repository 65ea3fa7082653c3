import { beforeAll, describe, expect, it } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import {
  correctNominee,
  NomineeCorrection,
  withdrawFor,
} from '../../../functions/events/nominations/nominees/change-nominee';
import { viewNomination } from '../../../functions/events/nominations/read';
import { getRegistration } from '../../../functions/events/registrations/find';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { problem } from '../../support/refusals';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { atTime, danh, giveQuota, quotaScene, signInForQuotas, thi } from './scene';

const world = useWorld();
let officer: Visitor;
let stranger: Visitor;
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  ({ officer, stranger, organizer } = await signInForQuotas(world));
});
const scene = async (quota?: number, more?: Record<string, unknown>) => {
  const { event, nomination, path } = await quotaScene(world, quota, more);
  return { event, nomination, link: path, url: routes.consoleQuota(nomination.id) };
};
const peopleOf = async (nomination: Parameters<typeof viewNomination>[1]) =>
  (await viewNomination(world, nomination)).people;
const corrected = { ...danh, fullName: 'Danh Sóc Mẫu Em', phone: '0900 000 299', position: 'Trưởng ấp' };
const ba = { fullName: 'Lý Ba Mẫu', phone: '0900 000 203', basis: 'paper' };

describe('the first page of an officer', () => {
  it('shows the quotas of the unit with their deadline, and says where there are none', async () => {
    const none = await stranger.get(routes.console());
    expect(none.text).toContain('Đơn vị của tôi');
    expect(none.text).toContain('Hiện chưa có lớp, hội nghị nào đề nghị địa bàn này cử người');
    const { event, nomination, url } = await scene(2);
    await officer.post(url, danh);
    const page = await officer.get(routes.console());
    expect(page.text).toContain(event.title);
    expect(page.text).toContain('1/2');
    expect(page.text).toContain('Còn thiếu 1');
    expect(page.text).toContain('trước 17 giờ 00, thứ Bảy, ngày 21 tháng 11 năm 2026');
    expect(page.html).toContain(`href="${routes.consoleQuota(nomination.id)}"`);
    expect((await stranger.get(routes.console())).text).not.toContain(event.title);
  });

  it('shows the quotas of the communes below, and who came to what is over', async () => {
    const { event, nomination, url } = await scene(2);
    await giveQuota(world, event.id, { unitId: 'unt_dinhan', quota: 1 });
    await officer.post(url, danh);
    await officer.post(url, thi);
    expect((await officer.get(routes.console())).text).toContain('Xã Định An');
    const here = (await peopleOf(nomination)).find((r) => r.fullName === danh.fullName);
    await atTime(world, event.startsAt, async () => {
      await checkIn(world, event.id, { registrationId: here!.id, day: 1 });
    });
    await atTime(world, iso(ms(event.endsAt) + DAY), async () => {
      const page = await officer.get(routes.console());
      expect(page.text).toContain('Có mặt 1 trên 2 người được cử');
      expect(page.text).toMatch(/Có mặt:\s*Danh Sóc Mẫu/);
      expect(page.text).toMatch(/Vắng:\s*Thị Nga Mẫu/);
    });
  });

  it('shows the people of its own call list', async () => {
    const { url, nomination } = await scene(1);
    await officer.post(url, danh);
    expect(await peopleOf(nomination)).toHaveLength(1);
    expect((await officer.get(routes.console())).text).toContain('Cần gọi');
  });
});

describe('naming people with an account', () => {
  it('does what the link does, and the history says who', async () => {
    const { url, link, nomination } = await scene(2);
    const sent = await officer.post(url, danh);
    expect(sent.status).toBe(303);
    expect((await officer.get(sent.to)).text).toContain('Đã cử Danh Sóc Mẫu. Mã đăng ký:');
    const [named] = await peopleOf(nomination);
    const registration = await getRegistration(world, named!.id);
    expect(registration).toMatchObject({ channel: 'nomination', nominationId: nomination.id });
    expect(registration.by).toMatch(/^acc_/);
    expect(registration.attestedBy).toBe(registration.by);
    // One list, whichever way people came.
    expect((await visitor(world).get(link)).text).toContain('Danh Sóc Mẫu');
    await visitor(world).post(link, thi);
    expect((await officer.get(url)).text).toContain('Thị Nga Mẫu');
    const second = (await peopleOf(nomination)).find((r) => r.fullName === thi.fullName);
    expect((await getRegistration(world, second!.id)).by).toBe(nomination.id);
    expect((await officer.post(url, ba)).status).toBe(422);
  });

  it('takes a list, a substitute and a withdrawal, until the same deadline', async () => {
    const { url, nomination, event } = await scene(2);
    const list = 'Danh Sóc Mẫu\t0900 000 201\nThị Nga Mẫu\t0900 000 202';
    const looked = await officer.post(`${url}/dan-tu-excel`, { list, basis: 'paper', buoc: 'xem' });
    expect(looked.text).toContain('Cả 2 dòng đều cử được');
    await officer.post(`${url}/dan-tu-excel`, { list, basis: 'paper', buoc: 'cu' });
    const [one, two] = await peopleOf(nomination);
    expect((await officer.post(`${url}/${one!.id}/thay`, ba)).status).toBe(303);
    expect((await officer.post(`${url}/${two!.id}/bo`, { reason: 'Bận việc' })).status).toBe(303);
    expect(
      (await peopleOf(nomination)).filter((r) => r.status === 'confirmed').map((r) => r.fullName),
    ).toEqual(['Lý Ba Mẫu']);
    expect((await officer.get(`${url}/in-phieu`)).text).toContain('Phiếu tham dự');
    await atTime(world, iso(ms(nomination.deadline) + HOUR), async () => {
      const late = await officer.post(url, thi);
      expect([late.status, late.text.includes('Đã hết hạn cử người')]).toEqual([422, true]);
    });
    await atTime(world, event.startsAt, async () => {
      expect((await officer.post(`${url}/${one!.id}/thay`, ba)).status).toBe(422);
    });
  });

  it('changes no person whom another quota named', async () => {
    const { url, nomination } = await scene(2);
    const { event, nomination: elsewhere } = await scene(2);
    await organizer.post(routes.consoleQuota(elsewhere.id), thi);
    const { id } = (await peopleOf(elsewhere))[0]!;
    const { version } = await getRegistration(world, id);
    for (const [verb, fields] of [
      ['thay', ba],
      ['bo', { reason: 'Bận việc' }],
      ['cu-chinh-thuc', {}],
      ['sua', { ...danh, version: String(version) }],
    ] as const)
      expect([verb, (await officer.post(`${url}/${id}/${verb}`, fields)).status]).toEqual([verb, 404]);
    const { basis: _, ...said } = corrected;
    const correction = parse(NomineeCorrection, { ...said, version });
    await expect(correctNominee(world, { nomination }, id, correction)).rejects.toEqual(
      problem('registration-missing'),
    );
    await expect(withdrawFor(world, { nomination }, id, { reason: 'Bận' })).rejects.toEqual(
      problem('registration-missing'),
    );
    expect((await getRegistration(world, id)).eventId).toBe(event.id);
    expect((await getRegistration(world, id)).version).toBe(version);
  });

  it('lets the organizer do it for a unit that calls', async () => {
    const { url, nomination } = await scene(1);
    expect((await organizer.post(url, danh)).status).toBe(303);
    expect(await peopleOf(nomination)).toHaveLength(1);
  });
});

describe('correcting a nominee', () => {
  it('writes every field, and shows what is on file to nobody behind the link', async () => {
    const { url, link, nomination } = await scene();
    await officer.post(url, { ...danh, email: 'danh@mau.example' });
    const { id } = (await peopleOf(nomination))[0]!;
    const form = await officer.get(`${url}/${id}/sua`);
    expect(form.html).toContain('value="danh@mau.example"');
    const { version } = await getRegistration(world, id);
    const sent = await officer.post(`${url}/${id}/sua`, { ...corrected, version: String(version) });
    expect(sent.status).toBe(303);
    expect((await officer.get(sent.to)).text).toContain('Đã sửa thông tin của Danh Sóc Mẫu Em');
    const now = await getRegistration(world, id);
    expect(now).toMatchObject({ fullName: 'Danh Sóc Mẫu Em', phone: '0900000299', position: 'Trưởng ấp' });
    expect(now.email).toBeUndefined();
    expect(now.status).toBe('confirmed');
    expect((await visitor(world).get(`${link}/${id}/sua`)).status).toBe(404);
  });

  it('is refused where it was changed since, for a unit elsewhere, and once the event has begun', async () => {
    const { url, nomination, event } = await scene();
    await officer.post(url, danh);
    const { id } = (await peopleOf(nomination))[0]!;
    const { version } = await getRegistration(world, id);
    const post = (more: object) =>
      officer.post(`${url}/${id}/sua`, { ...corrected, version: String(version), ...more });
    expect((await post({ communeId: 'unt_donghoa' })).status).toBe(422);
    expect((await getRegistration(world, id)).fullName).toBe('Danh Sóc Mẫu');
    expect((await post({ communeId: 'unt_dinhan' })).status).toBe(303);
    expect((await getRegistration(world, id)).unitId).toBe('unt_dinhan');
    const stale = await post({ fullName: 'Người Khác' });
    expect(stale.status).toBe(422);
    expect((await getRegistration(world, id)).fullName).toBe('Danh Sóc Mẫu Em');
    await atTime(world, event.startsAt, async () => {
      const { version: newest } = await getRegistration(world, id);
      expect((await post({ fullName: 'Muộn Rồi', version: String(newest) })).status).toBe(422);
    });
  });
});
