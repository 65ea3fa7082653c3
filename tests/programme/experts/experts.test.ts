import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/experts/operations';
import { changeOf } from '../../../functions/background/streams/audit-change';
import { XLSX } from '../../../functions/platform/files/download';
import { readXlsx } from '../../../functions/platform/sheets/xlsx';
import { findPersonData } from '../../../functions/privacy/find';
import { forgetPerson } from '../../../functions/privacy/forget';
import { type Expert, ExpertInput } from '../../../functions/programme/experts/expert';
import { allExperts, expertsWith, getExpert } from '../../../functions/programme/experts/list';
import { createExpert, removeExpert, updateExpert } from '../../../functions/programme/experts/save';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { furnish, inDays, publishedEvent } from '../../support/events';
import { comes } from '../../support/people';
import { fieldsOf } from '../../support/seen';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await furnish(world);
  await addBody(world, 'Đoàn Luật sư tỉnh', { id: 'bod_dls' });
  organizer = await signIn(world, { role: 'organizer' });
});

const typed = (more: object = {}) => ({
  bodyId: 'bod_dls',
  fullName: 'Phạm Thị Mẫu Hạnh',
  topics: ['land'],
  phone: '0900000711',
  from: '2026-01-01',
  ...more,
});
const add = (more: object = {}) => createExpert(world, ExpertInput.parse(typed(more)));
const codes = (input: object) => ExpertInput.safeParse(input).error?.issues.map(({ message }) => message);

describe('an expert', () => {
  test('can be reached, has a field, and is not gone before they come', () => {
    expect(codes(typed())).toBeUndefined();
    expect(codes(typed({ phone: undefined }))).toEqual(['expert-unreachable']);
    expect(codes(typed({ phone: undefined, email: 'hanh@mau.example' }))).toBeUndefined();
    expect(codes(typed({ topics: [] }))).toEqual(['topic-required']);
    expect(codes(typed({ to: '2025-12-31' }))).toEqual(['expert-ends-early']);
  });

  test('of one form is written down once, for a body that there is, as the last editor read', async () => {
    const [first, again] = [await add({ nonce: 'mot-bieu-mau' }), await add({ nonce: 'mot-bieu-mau' })];
    expect(again.id).toBe(first.id);
    await expect(add({ bodyId: 'bod_khong_co' })).rejects.toMatchObject({
      fields: [{ path: 'bodyId', code: 'body-unknown' }],
    });
    const { nonce: _, ...input } = ExpertInput.parse(typed({ position: 'Luật sư' }));
    expect(await updateExpert(world, first, input)).toMatchObject({ position: 'Luật sư', version: 2 });
    await expect(updateExpert(world, first, input)).rejects.toMatchObject({ code: 'expert-stale' });
    await expect(removeExpert(world, first)).rejects.toMatchObject({ code: 'expert-stale' });
    for (const _again of [1, 2]) await removeExpert(world, { id: first.id, version: 2 });
    await expect(getExpert(world, first.id)).rejects.toMatchObject({ code: 'expert-missing' });
  });

  test('is found by field, body and day', () => {
    const one = { bodyId: 'bod_a', topics: ['land'], from: '2026-01-01', to: '2026-06-30', fullName: 'Lê A' };
    const other = { bodyId: 'bod_b', topics: ['family'], from: '2026-03-01', fullName: 'Lê B' };
    const all = [one, other] as unknown as Expert[];
    const names = (by: Parameters<typeof expertsWith>[1]) => expertsWith(all, by).map((e) => e.fullName);
    expect(names({})).toEqual(['Lê A', 'Lê B']);
    expect(names({ topic: 'family' })).toEqual(['Lê B']);
    expect(names({ bodyId: 'bod_a' })).toEqual(['Lê A']);
    expect(names({ on: '2026-06-30' })).toEqual(['Lê A', 'Lê B']);
    expect(names({ on: '2026-07-01' })).toEqual(['Lê B']);
    expect(names({ on: '2026-02-28' })).toEqual(['Lê A']);
  });

  test('has a history without names and numbers', async () => {
    const made = await add();
    const change = changeOf({ table: 'programme', after: made as never, sequence: '1', at: 0 });
    expect(JSON.stringify(change)).not.toMatch(/Hạnh|0900000711/);
    await removeExpert(world, made);
  });
});

describe('a person who is an expert, too', () => {
  test('is found with the entry, and the entry goes when they are forgotten', async () => {
    const event = await publishedEvent(world, { capacity: 20 }, inDays(world, 20));
    const r = await comes(world, event.id, { fullName: 'Võ Thị Mẫu Quên', phone: '0900000722' });
    const entry = await add({ fullName: 'Võ Thị Mẫu Quên', phone: '0900000722' });
    const other = await add({ fullName: 'Võ Thị Mẫu Khác', phone: '0900000722' });
    const { kept } = await findPersonData(world, { id: r.id });
    expect(kept.filter(({ place }) => place === 'experts')).toMatchObject([
      { id: entry.id, values: { fullName: 'Võ Thị Mẫu Quên', topics: ['land'] } },
    ]);
    await forgetPerson(world, { id: r.id }, 'asked');
    expect((await allExperts(world)).map(({ id }) => id)).toEqual([other.id]);
    await removeExpert(world, other);
  });
});

describe('the pages of experts', () => {
  test('lead from the empty list over a mistake to the expert, the invitation and the removal', async () => {
    expect((await organizer.get(routes.consoleExperts())).text).toContain('Chưa ghi chuyên gia nào');
    const form = fieldsOf((await organizer.get(routes.consoleNewExpert())).page);
    const input = { ...form, bodyId: 'bod_dls', fullName: 'Ngô Văn Mẫu Thành', topics: 'family' };
    const refused = await organizer.post(routes.consoleNewExpert(), input);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Vui lòng ghi số điện thoại hoặc email để liên hệ');
    const made = await organizer.post(routes.consoleNewExpert(), { ...input, phone: '0900 000 733' });
    expect([made.status, made.text]).toEqual([303, '']);
    const list = await organizer.get(made.to);
    expect(list.text).toContain('Đã ghi chuyên gia.');
    expect(list.html).toContain('tel:0900000733');
    expect((await organizer.get(`${routes.consoleExperts()}?chu-de=land`)).text).toContain('Có 0 chuyên gia');
    const [one] = await allExperts(world);
    const event = await publishedEvent(world, { capacity: 20 }, inDays(world, 30));
    const page = await organizer.get(routes.consoleExpert(one!.id));
    const invite = `${routes.consoleInvite(event.id)}?chon-het=bod_dls`;
    expect(page.html).toContain(invite);
    const ticked = (await organizer.get(invite)).page.querySelectorAll('input[name=bodyIds][checked]');
    expect([...ticked].map((box) => box.getAttribute('value'))).toEqual(['bod_dls']);
    const file = await organizer.get(routes.consoleExpertsFile());
    expect(file.headers.get('content-type')).toBe(XLSX);
    const [sheet] = await readXlsx(file.bytes);
    expect(sheet!.rows[1]!.cells[1]!.text).toBe('Ngô Văn Mẫu Thành');
    const removal = routes.consoleExpertRemove(one!.id);
    const removed = await organizer.post(removal, fieldsOf((await organizer.get(removal)).page));
    expect((await organizer.get(removed.to)).text).toContain('Đã bỏ chuyên gia khỏi danh sách.');
    expect(await allExperts(world)).toEqual([]);
  });

  test('and the operations are for organizers alone', async () => {
    const { id } = await add();
    const paths = [
      routes.consoleExperts(),
      routes.consoleExpertsFile(),
      routes.consoleNewExpert(),
      routes.consoleExpert(id),
      routes.consoleExpertRemove(id),
    ];
    for (const role of ['viewer', 'officer'] as const) {
      const own = role === 'officer' ? { unitId: 'unt_goquao' } : {};
      const reader = await signIn(world, { role, ...own });
      for (const path of paths) expect([path, (await reader.get(path)).status]).toEqual([path, 403]);
      for (const path of paths.slice(2)) expect((await reader.post(path, {})).status).toBe(403);
      const program = await signIn(world, { role, bearer: true, ...own });
      for (const { id: name, method, path, example } of operations) {
        const url = path.replace('{id}', id);
        const { status } = await program.api(method.toUpperCase() as 'GET', url, example);
        expect([name, status]).toEqual([name, 403]);
      }
    }
    expect(await allExperts(world)).toHaveLength(1);
  });
});
