import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import type { Event } from '../../functions/events/event/event';
import { inquiryToken } from '../../functions/inquiries/read';
import { XLSX } from '../../functions/platform/files/download';
import { readXlsx } from '../../functions/platform/sheets/xlsx';
import { getSupport, supportOf } from '../../functions/support/read';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import type { Seen } from '../support/seen';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
const who = {} as Record<'organizer' | 'officer' | 'far' | 'viewer' | 'mediator', Visitor>;
let event: Event;
let person: Awaited<ReturnType<typeof comes>>;
beforeAll(async () => {
  await furnish(world);
  event = await publishedEvent(world, {}, inDays(world, 20));
  person = await comes(world, event.id, { fullName: 'Thị Mẫu Hỏi', unitId: 'unt_dinhan' });
  await addBody(world, 'Tòa án nhân dân tỉnh', { id: 'bod_tand' });
  who.organizer = await signIn(world, { role: 'organizer', bearer: true });
  who.officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
  who.far = await signIn(world, { role: 'officer', unitId: 'unt_anminh', bearer: true });
  who.viewer = await signIn(world, { role: 'viewer', bearer: true });
  who.mediator = visitor(world);
});

const create = async (by: Visitor = who.organizer) =>
  by.api('POST', '/support-requests', { ...example('createSupportRequest'), unitId: 'unt_dinhan' });

describe('requests for support over HTTP', () => {
  test('an officer asks for teams of their own area and sees those alone; only organizers handle them', async () => {
    const made = await create(who.officer);
    expect([made.status, made.json.state]).toEqual([201, 'received']);
    expect((await create(who.far)).status).toBe(403);
    expect((await create(who.viewer)).status).toBe(403);
    const url = `/support-requests/${made.json.id}`;
    const ids = async (visitor: Visitor) =>
      (await visitor.api('GET', '/support-requests')).json.items.map((one: { id: string }) => one.id);
    expect(await ids(who.officer)).toContain(made.json.id);
    expect(await ids(who.viewer)).toContain(made.json.id);
    expect(await ids(who.far)).toEqual([]);
    expect((await who.far.api('GET', url)).status).toBe(403);
    expect((await who.far.get(routes.consoleOneSupport(made.json.id))).status).toBe(403);
    expect((await visitor(world).api('GET', url)).status).toBe(401);
    for (const one of [who.officer, who.viewer]) {
      expect((await one.api('POST', `${url}/passing`, example('passSupportRequest'))).status).toBe(403);
      expect((await one.api('PUT', `${url}/answer`, example('enterSupportAnswer'))).status).toBe(403);
      expect((await one.api('POST', `${url}/closing`, example('closeSupportRequest'))).status).toBe(403);
      for (const verb of ['chuyen', 'ket-thuc'] as const)
        expect((await one.get(routes.consoleSupportAct(made.json.id, verb))).status).toBe(403);
    }
    const counts = await who.far.api('GET', '/support-requests/counts');
    expect(counts.json.types.every(({ asked }: { asked: number }) => asked === 0)).toBe(true);
  });

  test('a mediator asks with code and phone, is warned of a name, and reads the answer', async () => {
    await who.mediator.send(routes.review(), { code: person.code, phone: person.phone });
    const form = await who.mediator.get(routes.ownSupport());
    expect(form.text).toContain('Không ghi họ tên');
    const send = (words: string, more: object = {}) =>
      who.mediator.post(routes.ownSupport(), { registrationId: person.id, type: 'land', words, ...more });
    const refused = await send('Bà Trần Thị Hoa lấn đất, gọi 0912345678');
    expect(refused.status).toBe(422);
    for (const words of ['Trần Thị Hoa', '0912345678', 'Chưa lưu gì']) expect(refused.text).toContain(words);
    expect(await supportOf(world, person.id)).toEqual([]);
    expect((await send('Hai hộ tranh chấp lối đi.')).status).toBe(303);
    const [{ request }] = (await supportOf(world, person.id)) as [Awaited<ReturnType<typeof getSupport>>];
    const url = routes.consoleOneSupport(request.id);
    expect((await who.organizer.get(routes.consoleSupport())).html).toContain(url);
    expect((await who.organizer.get(url)).text).toContain(person.fullName);
    expect((await who.organizer.get(routes.console())).text).toContain('Đề nghị hỗ trợ chưa chuyển');
    const sent = await who.organizer.post(routes.consoleSupportAct(request.id, 'chuyen'), {
      bodyId: 'bod_tand',
      dueOn: '10/12/2032',
    });
    expect(sent.status).toBe(303);
    const { inquiry } = await getSupport(world, request.id);
    const token = inquiryToken(world, inquiry!);
    const body = visitor(world);
    const link = await body.get(routes.support(token));
    expect(link.text).toContain('Hai hộ tranh chấp lối đi.');
    expect(link.text).not.toContain(person.fullName);
    expect(
      (
        await body.post(routes.support(token), {
          version: '1',
          how: 'visit',
          words: 'Cán bộ đến ấp ngày 10/12.',
          position: 'Thẩm phán',
        })
      ).status,
    ).toBe(303);
    expect((await body.get(routes.recommendation(token))).status).toBe(404);
    const own = await who.mediator.get(routes.ownSupport());
    for (const words of ['Cán bộ đến ấp ngày 10/12.', 'Thẩm phán', 'Đã có trả lời'])
      expect(own.text).toContain(words);
    const proof = { code: person.code, phone: person.phone };
    const read = await body.api('POST', '/registrations/support-requests/lookup', proof);
    expect(read.json.items).toMatchObject([
      { id: request.id, answer: { words: 'Cán bộ đến ấp ngày 10/12.' } },
    ]);
    const wrong = { ...proof, phone: '0900000999' };
    expect((await body.api('POST', '/registrations/support-requests/lookup', wrong)).status).toBe(404);
    const closed = await who.organizer.post(routes.consoleSupportAct(request.id, 'ket-thuc'), {
      version: '2',
      outcome: 'settled',
    });
    expect(closed.status).toBe(303);
    expect((await who.mediator.get(routes.ownSupport())).text).toContain('Hòa giải thành');
    expect((await who.organizer.get(routes.consoleSupport())).text).toContain('Số liệu theo loại');
  });

  const rowsOf = async ({ status, headers, bytes }: Seen) => {
    expect([status, headers.get('content-type')]).toEqual([200, XLSX]);
    const [sheet] = await readXlsx(bytes);
    return sheet!.rows.slice(1).map(({ cells }) => cells.map(({ text }) => text));
  };

  test('the register is a spreadsheet, with the filter of the page; an officer gets the own area alone', async () => {
    const words = 'Vụ việc trong bảng tính.';
    const input = { ...example('createSupportRequest'), words, unitId: 'unt_dinhan' };
    const { id } = (await who.organizer.api('POST', '/support-requests', input)).json;
    await who.organizer.api('POST', `/support-requests/${id}/passing`, example('passSupportRequest'));
    const has = async (by: Visitor, query = '') =>
      (await rowsOf(await by.get(`${routes.consoleSupportFile()}${query}`))).some((row) =>
        row.includes(words),
      );
    expect([await has(who.organizer), await has(who.officer), await has(who.far)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await has(who.organizer, '?tinh-trang=passed')).toBe(true);
    expect(await has(who.organizer, '?tinh-trang=received')).toBe(false);
    const row = (await rowsOf(await who.viewer.api('GET', '/support-requests/export?state=passed'))).find(
      (r) => r.includes(words),
    );
    expect(row).toEqual(
      expect.arrayContaining(['Xã Định An', 'Chờ cơ quan trả lời', 'Tòa án nhân dân tỉnh', '10/12/2032']),
    );
    expect((await visitor(world).api('GET', '/support-requests/export')).status).toBe(401);
  });

  test('the support that a body gave stands on its page, and what it has not answered does not', async () => {
    const page = async () => (await who.organizer.get(routes.consoleBody('bod_tand'))).html;
    const { id } = (await create()).json;
    await who.organizer.api('POST', `/support-requests/${id}/passing`, example('passSupportRequest'));
    const link = routes.consoleOneSupport(id);
    expect(await page()).not.toContain(link);
    const said = example('enterSupportAnswer');
    await who.organizer.api('PUT', `/support-requests/${id}/answer`, { ...said, version: 1 });
    expect(await page()).toContain(link);
    const { support } = (await who.viewer.api('GET', '/bodies/bod_tand/contributions')).json;
    expect(support).toContainEqual(expect.objectContaining({ supportId: id, type: 'court', how: 'visit' }));
  });
});
