import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { readNomination } from '../../../functions/events/nominations/read';
import { getRegistration } from '../../../functions/events/registrations/find';
import { iso, ms } from '../../../functions/platform/time/dates';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { atTime, danh, namedBy, quotaScene, thi } from './scene';

const world = useWorld();
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  officer = visitor(world);
});
const scene = (quota?: number, more?: Record<string, unknown>) => quotaScene(world, quota, more);
const at = (time: string, act: () => Promise<void>) => atTime(world, time, act);
const seatsOf = async (path: string) => {
  const { quota, used, left } = await readNomination(world, path.split('/').at(-1)!);
  return { quota, used, left };
};

describe('somebody whom the link did not name', () => {
  it('is a 404 on every page and in every form', async () => {
    const { path, event } = await scene();
    const { path: other, token } = await scene();
    await officer.post(other, danh);
    const [stranger] = await namedBy(world, token);
    for (const page of ['thay', 'bo', 'phieu'])
      expect((await officer.get(`${path}/${stranger!.id}/${page}`)).status).toBe(404);
    expect((await officer.post(`${path}/${stranger!.id}/thay`, thi)).status).toBe(404);
    expect((await officer.post(`${path}/${stranger!.id}/bo`, { reason: 'Thử' })).status).toBe(404);
    expect((await getRegistration(world, stranger!.id)).status).toBe('confirmed');
    expect(event.id).not.toBe(stranger!.eventId);
  });
});

describe('thay người', () => {
  const waitsInQueue = (event: Event) =>
    entered(world, event.id, { fullName: 'Người Đang Chờ', unitId: 'unt_goquao' });

  it('passes the seat to the substitute, and nobody from the queue gets it', async () => {
    const { path, event, token } = await scene(1, { capacity: 0 });
    await officer.post(path, danh);
    const waiting = await waitsInQueue(event);
    expect(waiting.status).toBe('waitlisted');
    const [old] = await namedBy(world, token);
    const sent = await officer.post(`${path}/${old!.id}/thay`, thi);
    expect(sent.status).toBe(303);
    const people = await namedBy(world, token);
    const substitute = people.find((r) => r.fullName === thi.fullName)!;
    expect(substitute).toMatchObject({ status: 'confirmed', claim: { id: old!.claim!.id }, basis: 'person' });
    expect(await getRegistration(world, old!.id)).toMatchObject({
      status: 'cancelled',
      replacedBy: substitute.id,
    });
    expect((await getRegistration(world, waiting.id)).status).toBe('waitlisted');
    const page = await officer.get(sent.to);
    expect(page.text).toContain('Đã cử Thị Nga Mẫu đi thay. Mã đăng ký:');
    expect(page.text).toContain('Danh Sóc Mẫu: được thay bằng Thị Nga Mẫu');
    const again = await officer.post(`${path}/${old!.id}/thay`, thi);
    expect([again.status, again.to]).toEqual([303, sent.to]);
    const another = { ...thi, fullName: 'Lê Văn Ba', phone: '0900 000 203' };
    expect((await officer.post(`${path}/${old!.id}/thay`, another)).status).toBe(422);
  });

  it('goes on after the deadline until the event begins, and not from then on', async () => {
    const { path, event, token } = await scene();
    await officer.post(path, danh);
    const [old] = await namedBy(world, token);
    await at(event.startsAt, async () => {
      const page = await officer.post(`${path}/${old!.id}/thay`, thi);
      expect(page.status).toBe(422);
      expect(page.text).toContain('Lớp đã bắt đầu');
      expect((await officer.post(`${path}/${old!.id}/bo`, { reason: 'Bận' })).status).toBe(422);
    });
    await at(iso(ms(event.startsAt) - 1_000), async () => {
      expect((await officer.post(`${path}/${old!.id}/thay`, thi)).status).toBe(303);
    });
  });
});

describe('taking somebody off the list', () => {
  it('wants a reason, and gives the seat back to the quota', async () => {
    const { path, token } = await scene();
    await officer.post(path, danh);
    const [person] = await namedBy(world, token);
    const bare = await officer.post(`${path}/${person!.id}/bo`, {});
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Vui lòng cho biết lý do');
    const sent = await officer.post(`${path}/${person!.id}/bo`, { reason: 'Bận việc gia đình' });
    expect((await officer.get(sent.to)).text).toContain('Đã bỏ Danh Sóc Mẫu khỏi danh sách.');
    expect(await getRegistration(world, person!.id)).toMatchObject({
      status: 'cancelled',
      how: 'nominator',
      reason: 'Bận việc gia đình',
    });
    expect(await seatsOf(path)).toEqual({ quota: 3, used: 0, left: 3 });
  });
});
