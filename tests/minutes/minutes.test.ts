import { beforeAll, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../functions/background/streams/audit';
import { documentsTable } from '../../functions/documents/documents-table';
import { listDocuments } from '../../functions/documents/kept/list';
import { checkIn } from '../../functions/events/attendance/check-in';
import type { Event } from '../../functions/events/event/event';
import { end } from '../../functions/inquiries/change';
import { minutesFile } from '../../functions/minutes/document';
import { findMinutes, keepMinutes } from '../../functions/minutes/keep';
import { DAY, iso, localDate, localTime, ms } from '../../functions/platform/time/dates';
import { shortDate } from '../../functions/platform/time/format-date';
import { createPoint } from '../../functions/points/create';
import { decidePoint } from '../../functions/points/decide';
import { createRecommendation } from '../../functions/recommendations/create';
import { RECOMMENDATION } from '../../functions/recommendations/recommendation';
import { routes } from '../../web/routes';
import { unzip } from '../documents/unzip';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { problem } from '../support/refusals';
import { streamRecord } from '../support/stored';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
let event: Event;
let organizer: Visitor;

/** A conference that has begun: two of three people came, a paper was accepted, two recommendations of which one is withdrawn. */
beforeAll(async () => {
  await furnish(world);
  event = await publishedEvent(world, { kind: 'conference', capacity: 50 }, inDays(world, 20));
  const paper = await createPoint(world, {
    sort: 'paper',
    title: 'Kinh nghiệm vận động',
    words: 'Gặp từng bên.',
    unitId: 'unt_dinhan',
    eventId: event.id,
  });
  await decidePoint(world, paper.id, { version: 1, outcome: 'accepted' });
  const people = [];
  for (const [i, name] of ['An', 'Bình', 'Cúc'].entries())
    people.push(await comes(world, event.id, { fullName: `Trần Mẫu ${name}`, phone: `090000660${i}` }));
  world.clock.at = ms(event.startsAt);
  for (const { id } of people.slice(0, 2)) await checkIn(world, event.id, { registrationId: id, day: 1 });
  const { id: bodyId } = await addBody(world, 'Sở Mẫu');
  const recommend = (title: string) =>
    createRecommendation(world, {
      sort: 'recommendation',
      title,
      words: 'Nội dung kiến nghị.',
      bodyId,
      dueOn: localDate(world.now() + 30 * DAY),
      eventId: event.id,
    });
  await recommend('Nâng mức chi');
  const { id, version } = await recommend('Ghi nhầm');
  await end(world, { id, kind: RECOMMENDATION, version }, { as: 'withdrawn', words: 'Nhầm' });
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const input = (more: object = {}) => ({
  version: 0,
  beganAt: event.startsAt,
  endedAt: event.endsAt,
  place: 'Hội trường mẫu',
  chair: 'Trần Mẫu Minh',
  chairPosition: 'Phó Giám đốc',
  secretary: 'Lê Mẫu Thư',
  discussion: 'Đại biểu trao đổi.\nĐại biểu kiến nghị.',
  conclusions: 'Chuyển cơ quan có thẩm quyền.',
  ...more,
});

describe('the minutes of a conference', () => {
  test('are kept once it has begun, with the version that was read; the same words again are no new version', async () => {
    const before = { ...world, now: () => ms(event.startsAt) - 1 };
    await expect(keepMinutes(before, event.id, input())).rejects.toEqual(problem('minutes-too-early'));
    expect((await keepMinutes(world, event.id, input())).version).toBe(1);
    expect((await keepMinutes(world, event.id, input())).version).toBe(1);
    await expect(keepMinutes(world, event.id, input({ chair: 'Người khác' }))).rejects.toEqual(
      problem('minutes-stale'),
    );
    const second = await keepMinutes(world, event.id, input({ version: 1, place: 'Hội trường hai' }));
    expect(second.version).toBe(2);
    await expect(keepMinutes(world, event.id, input({ version: 1, place: 'Hội trường ba' }))).rejects.toEqual(
      problem('minutes-stale'),
    );
    expect((await findMinutes(world, event.id))!.place).toBe('Hội trường hai');
  });

  test('count who came and list papers and recommendations by themselves, as a draft that is noted', async () => {
    const { body, name } = await minutesFile(world, event.id);
    expect(name).toMatch(/^bien-ban-.*\.docx$/);
    const xml = unzip(body as Uint8Array)['word/document.xml']!;
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join('|');
    for (const words of [
      'BIÊN BẢN',
      '02 người đã điểm danh, trong 03 người đã giữ chỗ.',
      'Kinh nghiệm vận động.',
      'Nâng mức chi: Nội dung kiến nghị.',
      'Đại biểu kiến nghị.',
      'THƯ KÝ',
      'Lê Mẫu Thư',
      'CHỦ TỌA',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Ghi nhầm');
    expect(await listDocuments(world, event.id)).toMatchObject([{ kind: 'minutes', nth: 1 }]);
    await minutesFile(world, event.id);
    expect(await listDocuments(world, event.id)).toHaveLength(1);
  });

  test('are written by organizers, read by viewers, and not seen by officers', async () => {
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const api = `/events/${event.id}/minutes`;
    const [page, file] = [routes.consoleMinutes(event.id), routes.consoleMinutesFile(event.id)];
    const statuses = async (by: Visitor) => [
      (await by.get(page)).status,
      (await by.get(file)).status,
      (await by.post(page, {})).status,
      (await by.api('GET', api)).status,
      (await by.api('PUT', api, input({ version: 2 }))).status,
      (await by.api('POST', `${api}/drafts`)).status,
    ];
    expect(await statuses(officer)).toEqual(Array(6).fill(403));
    expect(await statuses(viewer)).toEqual([200, 403, 403, 200, 403, 403]);
    expect((await viewer.get(page)).text).toContain('Trần Mẫu Minh');
    expect((await viewer.get(page)).text).not.toContain('Lưu biên bản');
    expect((await visitor(world).api('GET', api)).status).toBe(401);
    expect((await organizer.api('GET', api)).json).toMatchObject({ version: 2, place: 'Hội trường hai' });
    const other = await publishedEvent(world, { kind: 'conference' }, inDays(world, 40));
    expect((await organizer.api('GET', `/events/${other.id}/minutes`)).status).toBe(404);
    expect((await organizer.get(routes.consoleMinutes(other.id))).text).toContain(
      'Biên bản được ghi từ khi lớp, hội nghị bắt đầu.',
    );
  });

  test('are filled in on a page, refused where another editor saved first, and tell their history', async () => {
    const page = routes.consoleMinutes(event.id);
    const fields = (version: string, conclusions: string) => ({
      version,
      'beganAt.date': shortDate(event.startsAt),
      'beganAt.time': localTime(event.startsAt),
      'endedAt.date': shortDate(event.endsAt),
      'endedAt.time': localTime(event.endsAt),
      place: 'Hội trường hai',
      chair: 'Trần Mẫu Minh',
      chairPosition: 'Phó Giám đốc',
      secretary: 'Lê Mẫu Thư',
      discussion: 'Đại biểu trao đổi.',
      conclusions,
    });
    expect((await organizer.post(page, fields('2', 'Kết luận mới.'))).status).toBe(303);
    const late = await organizer.post(page, fields('2', 'Kết luận của người sau.'));
    expect(late.status).toBe(412);
    expect(late.text).toContain('Kết luận của người sau.');
    const turned = { ...fields('3', 'Kết luận.'), 'endedAt.time': '00:01' };
    expect((await organizer.post(page, turned)).text).toContain('Giờ kết thúc phải sau giờ khai mạc');
    const after = (await findMinutes(world, event.id))!;
    expect([after.version, after.conclusions]).toEqual([3, 'Kết luận mới.']);
    expect((await organizer.get(page)).text).not.toContain('kết luận');
    await onAuditStream(world, [
      streamRecord(
        world,
        documentsTable.name,
        { ...after },
        { ...after, conclusions: 'Kết luận cũ.', updatedAt: iso(world.now() - DAY) },
      ),
    ]);
    expect((await organizer.get(page)).text).toContain('kết luận');
  });
});
