import { beforeAll, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { changeNomination } from '../../../functions/events/nominations/change';
import { draftRequest } from '../../../functions/events/nominations/letter/request-letter';
import { getNomination } from '../../../functions/events/nominations/list';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { giveQuota, pathOfLink } from '../nominations/scene';
import { goOut, OTHER_PDF, PDF } from './scene';
import { unzip } from './unzip';

describe('one công văn that asks units to name people', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });

  const scene = async (hold: boolean) => {
    world.clock.at = MONDAY;
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 30, audience: 'Tổ trưởng' });
    const units = ['unt_goquao', 'unt_rachgia'];
    const given = [];
    for (const [i, unitId] of units.entries())
      given.push(
        (
          await giveQuota(world, event.id, {
            unitId,
            quota: 6,
            contactEmail: `u${i}@mau.example`,
            ...(hold && { hold }),
          })
        ).nomination,
      );
    return { event, given };
  };
  const upload = (eventId: string, pdf = PDF) =>
    organizer.post(routes.consoleRequest(eventId), {
      file: new File([pdf], 'cv.pdf', { type: 'application/pdf' }),
    });

  test('waits with the calls, is signed once, and goes out with each of them', async () => {
    const { event, given } = await scene(true);
    expect(await goOut(world, event.id)).toEqual([]);
    expect((await organizer.get(routes.consoleNominations(event.id))).html).toContain('2 nơi chờ công văn');
    world.clock.at += 60_000;
    const done = await upload(event.id);
    expect((await organizer.get(done.to!)).html).toContain('Đã lưu công văn đã ký cho 2 nơi.');
    const mails = await goOut(world, event.id);
    expect(mails.map(({ to, file }) => [to, file]).sort()).toEqual([
      ['u0@mau.example', 0],
      ['u1@mau.example', 0],
    ]);
    expect(await goOut(world, event.id)).toEqual([]);
    // The unit's page offers it; the page of a forged link does not.
    const path = pathOfLink(world, given[0]!);
    expect((await visitor(world).get(path)).html).toContain(`${path}/cong-van.pdf`);
    const file = await visitor(world).get(`${path}/cong-van.pdf`);
    expect(Buffer.from(file.bytes)).toEqual(Buffer.from(PDF));
  });

  test('follows to units that were asked before it, once; another file once more', async () => {
    const { event } = await scene(false);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
    world.clock.at += 60_000;
    await upload(event.id);
    const mails = await goOut(world, event.id);
    expect(mails.map(({ file }) => file)).toEqual([0, 0]);
    expect(mails[0]!.subject).toMatch(/^Công văn đã ký/);
    world.clock.at += 60_000;
    await upload(event.id);
    expect(await goOut(world, event.id)).toEqual([]);
    await upload(event.id, OTHER_PDF);
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([1, 1]);
  });

  test('is no longer that of a unit whose deadline moved', async () => {
    const { event, given } = await scene(true);
    await upload(event.id);
    const { version, contactName, contactEmail } = await getNomination(world, given[0]!.id);
    const deadline = new Date(MONDAY + 4 * 86_400_000).toISOString();
    await changeNomination(world, given[0]!.id, { version, quota: 6, deadline, contactName, contactEmail });
    const mails = await goOut(world, event.id);
    expect(mails.map(({ to, file }) => [to, file]).sort()).toEqual([
      ['u0@mau.example', -1],
      ['u1@mau.example', 0],
    ]);
    expect((await visitor(world).get(`${pathOfLink(world, given[0]!)}/cong-van.pdf`)).status).toBe(404);
  });

  test('can be done without: the calls go out', async () => {
    const { event } = await scene(true);
    const sent = await organizer.post(`${routes.consoleRequest(event.id)}?gui`, {});
    expect((await organizer.get(sent.to!)).html).toContain('Đã gửi đường dẫn đến 2 nơi, không kèm công văn.');
    expect((await goOut(world, event.id)).map(({ file }) => file)).toEqual([-1, -1]);
  });

  test('names every unit, its quota and the deadline in the form of a công văn', async () => {
    const { event, given } = await scene(true);
    const xml = unzip((await draftRequest(world, event.id)).body as Uint8Array)['word/document.xml']!;
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('|');
    expect(text).toContain(`V/v cử người tham dự ${(await getEvent(world, event.id)).title}`);
    expect(text).toContain('Kính gửi: Các cơ quan, đơn vị (danh sách kèm theo)');
    expect(text).toContain('/STP-');
    expect(text).toContain('gửi danh sách trước 17 giờ 00, thứ Bảy, ngày 21 tháng 11 năm 2026');
    expect(text).toContain('Số lượng: 12 người, chỉ tiêu từng nơi theo danh sách kèm theo.');
    expect(text).toMatch(/01\|Ủy ban nhân dân huyện Gò Quao \(Phòng Tư pháp\)\|06\|/);
    expect(text).toContain('Tổng cộng|12');
    expect(given).toHaveLength(2);
  });

  test('is for those who give quotas', async () => {
    const { event } = await scene(true);
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    expect((await viewer.get(routes.consoleRequestDraft(event.id))).status).toBe(403);
    expect((await viewer.post(routes.consoleRequest(event.id), {})).status).toBe(403);
  });
});
