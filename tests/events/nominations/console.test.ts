import { beforeAll, describe, expect, it } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { getNomination, listNominations } from '../../../functions/events/nominations/list';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { nominationLink } from '../../../functions/events/nominations/read';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const eventWith = async () => {
  const event = await addEvent(world, 10, { admission: 'nomination' });
  return { event, url: `/quan-tri/lop/${event.id}/cu-nguoi` };
};
const deadline = { 'deadline.date': '2026-11-20', 'deadline.time': '17:00' };
const row = (id: string, more: Record<string, string> = {}) => ({
  [`quota.${id}`]: '3',
  [`contactName.${id}`]: 'Danh Mẫu',
  [`contactPhone.${id}`]: '0900 000 111',
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${name}.${id}`, value])),
});

describe("an event's quotas in the console", () => {
  it('are for staff alone', async () => {
    const { url } = await eventWith();
    expect((await visitor(world).get(url)).to).toContain('/quan-tri/dang-nhap');
  });

  it('are given to several units at once, each with a link and words to paste', async () => {
    const { event, url } = await eventWith();
    const sent = await organizer.post(url, {
      chon: ['unt_goquao', 'unt_anminh'],
      ...deadline,
      ...row('unt_goquao'),
      ...row('unt_anminh', { quota: '5', contactEmail: 'anminh@mau.example' }),
    });
    expect(sent.status).toBe(303);
    const given = await listNominations(world, event.id);
    expect(given.map((n) => [n.name, n.deadline, n.contactEmail]).sort()).toEqual([
      ['Huyện An Minh', '2026-11-20T10:00:00.000Z', 'anminh@mau.example'],
      ['Huyện Gò Quao', '2026-11-20T10:00:00.000Z', undefined],
    ]);
    expect(seatsIn(await readRoom(world, event.id), 'unt_anminh').size).toBe(5);
    const page = await organizer.get(sent.to);
    expect(page.text).toContain('Đã giao chỉ tiêu cho 2 nơi.');
    expect(page.text).toContain('đã cử 0 trên 8 người');
    expect(page.text).toMatch(/không cần tài khoản: https:\/\/nhipcau.test\/cu-nguoi\/\w{26}/);
    expect(page.text).toContain('đề nghị cử 05 người tham dự');
    expect(page.html).not.toContain('id="o-chon-unt_goquao"');
  });

  it('are given to all with one number: a tick for all, the number, the button', async () => {
    const { event, url } = await eventWith();
    const page = await organizer.get(url);
    const all = page.page.querySelectorAll('a').find((a) => a.text.startsWith('Chọn cả'))!;
    const ticked = await organizer.get(all.getAttribute('href')!);
    const boxes = ticked.page
      .querySelectorAll('input[name=chon][checked]')
      .map((b) => b.getAttribute('value')!);
    expect(all.text.trim()).toBe(`Chọn cả ${boxes.length} nơi`);
    expect(boxes.length).toBeGreaterThan(2);
    const rows = Object.assign({}, ...boxes.map((id) => row(id, { quota: '' })));
    const own = { 'quota.unt_anminh': '5' };
    const sent = await organizer.post(url, { chon: boxes, ...deadline, quotaForAll: '2', ...rows, ...own });
    expect(sent.status).toBe(303);
    const room = await readRoom(world, event.id);
    expect(boxes.map((id) => seatsIn(room, id).size)).toEqual(
      boxes.map((id) => (id === 'unt_anminh' ? 5 : 2)),
    );
  });

  it('ask about a number without its tick, and give nothing meanwhile', async () => {
    const { event, url } = await eventWith();
    const page = await organizer.post(url, {
      chon: ['unt_goquao'],
      ...deadline,
      ...row('unt_goquao'),
      ...row('unt_anminh'),
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Có ghi chỉ tiêu mà chưa chọn nơi này');
    expect(page.html).toContain('href="#o-chon-unt_anminh"');
    expect(await listNominations(world, event.id)).toEqual([]);
  });

  it('name every mistake at its row, and write nothing', async () => {
    const { event, url } = await eventWith();
    const page = await organizer.post(url, {
      chon: ['unt_goquao', 'unt_anminh'],
      'deadline.date': '2026-11-20',
      'deadline.time': '17:00',
      ...row('unt_goquao'),
      ...row('unt_anminh', { quota: 'ba', contactPhone: '09', contactName: '' }),
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#o-quota-unt_anminh"');
    expect(page.html).toContain('href="#o-contactPhone-unt_anminh"');
    expect(page.html).toContain('href="#o-contactName-unt_anminh"');
    expect(page.html).toContain('value="ba"');
    expect(await listNominations(world, event.id)).toEqual([]);
    expect((await organizer.post(url, deadline)).text).toContain('Vui lòng đánh dấu ít nhất một đơn vị');
  });

  it('refuse a deadline after the beginning, or one that is no date', async () => {
    const { url } = await eventWith();
    const late = await organizer.post(url, {
      chon: 'unt_goquao',
      'deadline.date': '2026-12-24',
      'deadline.time': '8:00',
      ...row('unt_goquao'),
    });
    expect(late.text).toContain('Hạn cử người phải trước khi lớp bắt đầu');
    const none = await organizer.post(url, {
      chon: 'unt_goquao',
      'deadline.date': '31/02/2027',
      'deadline.time': '8:00',
      ...row('unt_goquao'),
    });
    expect(none.text).toContain('Ngày giờ không có thật');
  });

  it('are given to bodies and to the communes of a district too', async () => {
    const { event, url } = await eventWith();
    const body = await addBody(world, 'Hội Luật gia tỉnh', { kind: 'lawyers-association' });
    expect((await organizer.get(`${url}?cap=co-quan`)).text).toContain('Hội Luật gia tỉnh');
    expect((await organizer.get(`${url}?cap=unt_goquao`)).text).toContain('Xã Định An');
    await organizer.post(`${url}?cap=co-quan`, { chon: body.id, ...deadline, ...row(body.id) });
    expect((await listNominations(world, event.id))[0]).toMatchObject({ bodyId: body.id, pool: body.id });
  });

  it('change: quota, deadline and contact, by the version that was read', async () => {
    const { event, url } = await eventWith();
    const { nomination } = await giveQuota(world, event.id);
    const one = `/quan-tri/cu-nguoi/${nomination.id}`;
    const fields = {
      version: '1',
      quota: '4',
      ...deadline,
      contactName: 'Thị Mẫu',
      contactPhone: '0900000112',
    };
    expect((await organizer.post(one, fields)).status).toBe(303);
    expect(seatsIn(await readRoom(world, event.id), 'unt_goquao').size).toBe(4);
    const stale = await organizer.post(one, { ...fields, quota: '9' });
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('vừa có người khác sửa');
    expect(seatsIn(await readRoom(world, event.id), 'unt_goquao').size).toBe(4);
    expect((await organizer.get(url)).text).toContain('Thị Mẫu');
  });

  it('do not shrink below those named', async () => {
    const { event } = await eventWith();
    const { nomination, link } = await giveQuota(world, event.id, { quota: 3 });
    for (const [i, fullName] of ['Danh Một', 'Danh Hai'].entries())
      await nominate(world, link.split('/').at(-1)!, {
        fullName,
        phone: `090000030${i}`,
        basis: 'paper',
        interpreter: false,
        another: false,
      });
    const page = await organizer.post(`/quan-tri/cu-nguoi/${nomination.id}`, {
      version: '1',
      quota: '1',
      ...deadline,
      contactName: 'Danh Mẫu',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Đã có 2 chỗ được giữ');
  });

  it('get a new link, the old one dead, or none any more', async () => {
    const { event } = await eventWith();
    const { nomination, link } = await giveQuota(world, event.id);
    const old = new URL(link).pathname;
    const sent = await organizer.post(`/quan-tri/cu-nguoi/${nomination.id}/cap-lai`, { version: '1' });
    expect((await organizer.get(sent.to)).text).toContain('Đã cấp đường dẫn mới cho huyện Gò Quao');
    expect((await visitor(world).get(old)).status).toBe(404);
    const end = await organizer.post(`/quan-tri/cu-nguoi/${nomination.id}/thu-hoi`, {});
    expect((await organizer.get(end.to)).text).toContain('Đã thu hồi');
  });

  it('get one new link for a double click, and none from a page that is out of date', async () => {
    const { event } = await eventWith();
    const { nomination } = await giveQuota(world, event.id);
    const one = `/quan-tri/cu-nguoi/${nomination.id}`;
    const version = /name="version" value="(\d+)"\/?><button/.exec((await organizer.get(one)).html)![1]!;
    const twice = await Promise.all([1, 2].map(() => organizer.post(`${one}/cap-lai`, { version })));
    expect(twice.map((seen) => seen.status)).toEqual([303, 303]);
    const late = await organizer.post(`${one}/cap-lai`, { version });
    expect(late.status).toBe(303);
    const after = await getNomination(world, nomination.id);
    expect(after).toMatchObject({ turn: 2, version: 2 });
    expect((await visitor(world).get(new URL(nominationLink(world, after)).pathname)).status).toBe(200);
    await organizer.post(`${one}/thu-hoi`, {});
    const stale = await organizer.post(`${one}/cap-lai`, { version });
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('vừa có người khác sửa');
    expect(await getNomination(world, nomination.id)).toMatchObject({ turn: 2, status: 'revoked' });
  });

  it('show an officer their own area without links, a viewer all without links; neither gives quotas', async () => {
    const { event, url } = await eventWith();
    const { nomination } = await giveQuota(world, event.id);
    await giveQuota(world, event.id, { unitId: 'unt_anminh' });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_anminh' });
    const seen = await officer.get(url);
    expect(seen.text).toContain('Huyện An Minh');
    expect(seen.text).not.toContain('Huyện Gò Quao');
    expect(seen.html).not.toContain('/cu-nguoi/0');
    expect(seen.html).not.toContain('readonly');
    const viewer = await signIn(world, { role: 'viewer' });
    const all = await viewer.get(url);
    expect(all.text).toContain('Huyện Gò Quao');
    expect(all.html).not.toContain('readonly');
    const overApi = async (who: Visitor) =>
      (await who.get(`/api/events/${event.id}/nominations`)).html.replace(/\s/g, '');
    expect(await overApi(officer)).toContain('HuyệnAnMinh');
    expect(await overApi(officer)).not.toContain('HuyệnGòQuao');
    for (const who of [officer, viewer]) expect(await overApi(who)).not.toContain('"link"');
    expect(await overApi(organizer)).toContain('"link"');
    for (const who of [officer, viewer]) {
      expect((await who.post(url, { chon: 'unt_rachgia', ...deadline, ...row('unt_rachgia') })).status).toBe(
        403,
      );
      expect((await who.post(`/quan-tri/cu-nguoi/${nomination.id}/thu-hoi`, {})).status).toBe(403);
      expect((await who.get(`/quan-tri/cu-nguoi/${nomination.id}`)).status).toBe(403);
    }
  });
});
