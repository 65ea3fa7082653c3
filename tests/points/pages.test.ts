import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import type { Event } from '../../functions/events/event/event';
import { DAY } from '../../functions/platform/time/dates';
import { createPoint } from '../../functions/points/create';
import { getPoint, listPointItems, pointsOf } from '../../functions/points/read';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
const who = {} as Record<'organizer' | 'officer' | 'far' | 'viewer' | 'person', Visitor>;
let conference: Event;
let person: Awaited<ReturnType<typeof comes>>;
beforeAll(async () => {
  await furnish(world);
  conference = await publishedEvent(world, { kind: 'conference' }, inDays(world, 20));
  person = await comes(world, conference.id, { fullName: 'Thị Mẫu Nêu', unitId: 'unt_dinhan' });
  await addBody(world, 'Sở Tài chính', { id: 'bod_stc' });
  who.organizer = await signIn(world, { role: 'organizer', bearer: true });
  who.officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
  who.far = await signIn(world, { role: 'officer', unitId: 'unt_anminh', bearer: true });
  who.viewer = await signIn(world, { role: 'viewer', bearer: true });
  who.person = visitor(world);
});

const DIFFICULTY = {
  sort: 'difficulty',
  title: 'Thiếu chỗ họp',
  words: 'Tổ chưa có chỗ họp riêng.',
} as const;

describe('papers and difficulties over HTTP', () => {
  test('an officer enters what comes from their own area and sees that alone; only organizers decide', async () => {
    const create = (by: Visitor, more: object = {}) =>
      by.api('POST', '/points', { ...DIFFICULTY, unitId: 'unt_dinhan', ...more });
    const made = await create(who.officer);
    expect([made.status, made.json.state]).toEqual([201, 'received']);
    for (const by of [who.far, who.viewer]) expect((await create(by)).status).toBe(403);
    const unitless = { unitId: undefined, raisedBy: 'Hội Luật gia' };
    expect((await create(who.officer, unitless)).status).toBe(403);
    expect((await create(who.organizer, unitless)).status).toBe(201);
    expect((await create(who.organizer, { unitId: undefined })).status).toBe(422);
    const titles = async (by: Visitor) =>
      (await by.api('GET', '/points')).json.items.map(
        (one: { raisedBy?: string; unitId?: string }) => one.unitId ?? one.raisedBy,
      );
    expect(await titles(who.officer)).toEqual(['unt_dinhan']);
    expect((await titles(who.viewer)).sort()).toEqual(['Hội Luật gia', 'unt_dinhan']);
    expect(await titles(who.far)).toEqual([]);
    const { id } = made.json;
    expect((await who.far.api('GET', `/points/${id}`)).status).toBe(403);
    expect((await who.far.get(routes.consolePoint(id))).status).toBe(403);
    expect((await visitor(world).api('GET', `/points/${id}`)).status).toBe(401);
    for (const by of [who.officer, who.viewer]) {
      expect((await by.get(routes.consolePoint(id))).status).toBe(200);
      expect((await by.api('PUT', `/points/${id}/decision`, example('decidePoint'))).status).toBe(403);
      expect((await by.api('POST', `/points/${id}/passing`, example('passPoint'))).status).toBe(403);
      for (const verb of ['tra-loi', 'chuyen'] as const)
        expect((await by.get(routes.consolePointAct(id, verb))).status).toBe(403);
    }
    expect((await who.viewer.get(routes.consoleNewPoint())).status).toBe(403);
    expect((await who.officer.get(routes.consoleBooklet(conference.id))).status).toBe(403);
    expect((await who.officer.api('GET', `/events/${conference.id}/booklet`)).status).toBe(403);
    const list = await who.officer.get(routes.consolePointsFile());
    expect([list.status, (await who.far.get(routes.consolePoints())).text]).toEqual([
      200,
      expect.stringContaining('Chưa có tham luận, vướng mắc nào'),
    ]);
  });

  test('a person sends a paper with code and phone, and reads there that it was accepted', async () => {
    await who.person.send(routes.review(), { code: person.code, phone: person.phone });
    const form = await who.person.get(routes.ownPoints());
    expect(form.text).toContain('Tham luận cho');
    const send = (fields: object) =>
      who.person.post(routes.ownPoints(), { registrationId: person.id, nonce: 'mot-lan-gui', ...fields });
    const refused = await send({ ...DIFFICULTY, words: 'Bà Trần Thị Hoa lấn đất' });
    expect(refused.status).toBe(422);
    for (const words of ['Trần Thị Hoa', 'Chưa lưu gì']) expect(refused.text).toContain(words);
    expect(await pointsOf(world, person.id)).toEqual([]);
    const paper = { sort: 'paper', title: 'Kinh nghiệm hòa giải', words: 'Gặp từng bên trước.' };
    expect((await send(paper)).status).toBe(303);
    expect((await send(paper)).status).toBe(303);
    const [{ point }, ...others] = (await pointsOf(world, person.id)) as [
      Awaited<ReturnType<typeof getPoint>>,
    ];
    expect(others).toEqual([]);
    expect((await who.organizer.get(routes.consoleEventPoints(conference.id))).text).toContain(paper.title);
    expect((await who.organizer.get(routes.consolePoint(point.id))).text).toContain(person.fullName);
    expect((await who.viewer.get(routes.consolePoint(point.id))).text).not.toContain(person.fullName);
    const decided = await who.organizer.post(routes.consolePointAct(point.id, 'tra-loi'), {
      version: '1',
      outcome: 'accepted',
      words: 'Trình bày trong 10 phút.',
    });
    expect(decided.status).toBe(303);
    expect((await who.person.get(routes.ownPoints())).text).toContain('Trình bày trong 10 phút.');
    const booklet = await who.organizer.get(routes.consoleBooklet(conference.id));
    expect([booklet.status, booklet.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('tap-tham-luan'),
    ]);
    const proof = { code: person.code, phone: person.phone };
    const read = await who.person.api('POST', '/registrations/points/lookup', proof);
    expect(read.json.items).toMatchObject([{ id: point.id, state: 'accepted' }]);
    const wrong = { ...proof, phone: '0900000999' };
    expect((await who.person.api('POST', '/registrations/points/lookup', wrong)).status).toBe(404);
    expect((await who.person.api('POST', '/registrations/points', { ...wrong, ...DIFFICULTY })).status).toBe(
      404,
    );
  });

  test('an organizer passes a difficulty on; what waits longer than five days is on the first page', async () => {
    const { id } = await createPoint(world, { ...DIFFICULTY, title: 'Chờ quá lâu', unitId: 'unt_dinhan' });
    for (const other of await listPointItems(world))
      if (other.id !== id && !other.outcome)
        await who.organizer.api('PUT', `/points/${other.id}/decision`, {
          version: other.version,
          outcome: 'answered',
          words: 'Đã trả lời.',
        });
    expect((await who.organizer.get(routes.console())).text).not.toContain('Chờ quá lâu');
    world.clock.forward(6 * DAY);
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.console())).text).toContain('Chờ quá lâu');
    const sent = await organizer.post(routes.consolePointAct(id, 'chuyen'), {
      bodyId: 'bod_stc',
      dueOn: '10/12/2032',
      topic: 'Kinh phí',
    });
    expect(sent.status).toBe(303);
    const { recommendation } = await getPoint(world, id);
    expect((await organizer.get(routes.consoleRecommendations())).html).toContain(
      routes.consoleRecommendation(recommendation!.id),
    );
    expect((await organizer.get(routes.consolePoint(id))).html).toContain(
      routes.consoleRecommendation(recommendation!.id),
    );
    expect((await organizer.get(routes.console())).text).not.toContain('Chờ quá lâu');
  });
});
