import { beforeAll, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { changeNomination } from '../../../functions/events/nominations/change';
import { draftRequest } from '../../../functions/events/nominations/letter/request-letter';
import { getNomination } from '../../../functions/events/nominations/list';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { routes } from '../../../web/routes';
import { unzip } from '../../documents/unzip';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { giveQuota, pathOfLink } from '../nominations/scene';
import { goOut, OTHER_PDF, PDF } from './scene';

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
  const draftOf = async (eventId: string) => {
    const xml = unzip((await draftRequest(world, eventId)).body as Uint8Array)['word/document.xml']!;
    return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map((m) => m[1])
      .join('|')
      .replaceAll('\u00a0', ' ');
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
    const text = await draftOf(event.id);
    expect(text).toContain(`V/v cử người tham dự ${(await getEvent(world, event.id)).title}`);
    expect(text).toContain('Kính gửi: Các cơ quan, đơn vị (danh sách kèm theo)');
    expect(text).toContain('/STP-');
    expect(text).toContain('gửi danh sách trước 17 giờ 00, thứ Bảy, ngày 21 tháng 11 năm 2026');
    expect(text).toContain('Số lượng: 12 người, chỉ tiêu từng nơi theo danh sách kèm theo.');
    expect(text).toMatch(/01\|Ủy ban nhân dân huyện Gò Quao \(Phòng Tư pháp\)\|06\|/);
    expect(text).toContain('Tổng cộng|12');
    expect(given).toHaveLength(2);
  });

  const MARKS = {
    number: '210/STP-PBGDPL',
    dated: '17/11/2026',
    signer: 'khac',
    signerAuthority: 'TUQ',
    signerPrincipal: 'Giám đốc',
    signerTitle: 'Trưởng phòng',
    signerName: 'Trần Văn Mẫu',
  };
  const marksPath = (eventId: string) => `${routes.consoleRequest(eventId)}?so`;

  test('has a number, a day and a signer of its own, which stay until the event moves', async () => {
    const { event } = await scene(true);
    expect((await organizer.get(routes.consoleNominations(event.id))).html).toContain('chưa có số; Giám đốc');
    const saved = await organizer.post(marksPath(event.id), MARKS);
    const html = (await organizer.get(saved.to!)).html;
    expect(html).toContain('Đã lưu số, ngày và người ký công văn.');
    expect(html).toContain('số 210/STP-PBGDPL, ngày 17/11/2026; TUQ. Giám đốc, Trưởng phòng Trần Văn Mẫu');
    const text = await draftOf(event.id);
    expect(text).toContain('Số: 210/STP-PBGDPL');
    expect(text).toContain('ngày 17 tháng 11 năm 2026');
    expect(text).toContain('TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG|Trần Văn Mẫu');
    expect(text).toContain('(Kèm theo Công văn số 210/STP-PBGDPL ngày 17 tháng 11 năm 2026 của Sở Tư pháp');
    // A later letter with another signer does not change this one; it proposes its own.
    const other = await scene(true);
    world.clock.at += 60_000;
    await organizer.post(marksPath(other.event.id), {
      ...MARKS,
      signerAuthority: 'KT',
      signerName: 'Lê Mẫu',
    });
    expect(await draftOf(event.id)).toContain('TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG|Trần Văn Mẫu');
    const third = await scene(true);
    expect(await draftOf(third.event.id)).toContain('KT. GIÁM ĐỐC|TRƯỞNG PHÒNG|Lê Mẫu');
    // Another date is another công văn, by the same signer.
    await postponeEvent(world, event.id, {
      reason: 'Bão',
      startsAt: new Date(Date.parse(event.startsAt) + 7 * 86_400_000).toISOString(),
      reopen: true,
    });
    const moved = await draftOf(event.id);
    expect(moved).not.toContain('210/STP-PBGDPL');
    expect(moved).not.toContain('ngày 17 tháng 11');
    expect(moved).toContain('TUQ. GIÁM ĐỐC');
  });

  test('keeps what was typed where the signer’s principal or the day is missing', async () => {
    const { event } = await scene(true);
    const refused = await organizer.post(marksPath(event.id), { ...MARKS, signerPrincipal: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Vui lòng điền chức vụ của người được ký thay');
    expect(refused.html).toContain('value="210/STP-PBGDPL"');
    expect((await organizer.post(marksPath(event.id), { ...MARKS, dated: 'mai' })).status).toBe(422);
    expect(await draftOf(event.id)).not.toContain('210/STP-PBGDPL');
  });

  test('is marked over the API, too; what is left out is removed', async () => {
    const { event } = await scene(true);
    const path = `/events/${event.id}/request-letter/marks`;
    const signer = { authority: 'TL', principal: 'Giám đốc', title: 'Chánh Văn phòng' };
    const put = (body: object) => organizer.api('PUT', path, body);
    const marked = await put({ number: '7/STP', dated: '2026-11-18', signer });
    expect(marked.json).toMatchObject({ number: '7/STP', dated: '2026-11-18', signer });
    expect((await put({})).json).not.toHaveProperty('number');
    const read = (await organizer.api('GET', path)).json;
    expect(read).toMatchObject({ signer });
    expect(read).not.toHaveProperty('dated');
    expect((await put({ dated: '18/11/2026' })).status).toBe(422);
  });

  test('is for those who give quotas', async () => {
    const { event } = await scene(true);
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_kg', bearer: true });
    const path = `/events/${event.id}/request-letter`;
    for (const who of [viewer, officer]) {
      expect((await who.get(routes.consoleRequestDraft(event.id))).status).toBe(403);
      expect((await who.post(routes.consoleRequest(event.id), {})).status).toBe(403);
      expect((await who.post(marksPath(event.id), MARKS)).status).toBe(403);
      expect((await who.api('GET', path)).status).toBe(403);
      expect((await who.api('GET', `${path}/marks`)).status).toBe(403);
      expect((await who.api('PUT', `${path}/marks`, {})).status).toBe(403);
      expect((await who.api('PUT', path, { pdf: 'JVBERi0xLjcKJSVFT0YK' })).status).toBe(403);
      expect((await who.api('POST', `${path}/sending`)).status).toBe(403);
    }
    expect((await getNomination(world, (await scene(true)).given[0]!.id)).waits).toBe(true);
  });
});
