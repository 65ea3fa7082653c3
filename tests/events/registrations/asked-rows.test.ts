import { beforeAll, describe, expect, test } from 'vitest';
import { BodyInput } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import { addUnit } from '../../../functions/directory/units/add';
import { UnitInput } from '../../../functions/directory/units/unit-input';
import type { Event } from '../../../functions/events/event/event';
import { nominationLink } from '../../../functions/events/nominations/read';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { readList } from '../../../functions/events/rosters/read-list';
import { parse } from '../../../functions/platform/input/parse';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { imported } from '../imports/scene';
import { giveQuota, namedBy } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const LIST = [
  'Họ và tên\tSố điện thoại\tÐơn vị',
  'Lê Mẫu Hùng\t0900000971\tĐịnh An',
  'Lê Mẫu Hưng\t0900000971\tXã Ðịnh An',
  'Trần Văn Mẫu Ông\t0900000970\tĐịnh An',
  'Lê Thị Mẫu Mẹ\t0900000970\tĐịnh An',
  'Trần Thị Mẫu Con\t0900000970\tĐịnh An',
  'Bà Lê Thị Mẫu Mẹ\t0900000970\tĐịnh An',
  'Trần T. Mẫu Con\t0900000970\tĐịnh An',
].join('\n');

const namesIn = async (event: Event) => {
  const names: string[] = [];
  for await (const { fullName } of everyRegistration(world, event)) names.push(fullName);
  return names.sort();
};

describe('an organizer’s list with people who share phones', () => {
  const importPath = (event: Event) => `/quan-tri/lop/${event.id}/dang-ky/nhap`;

  test('asks once about each pair that may be one person, and about nobody else', async () => {
    const event = await addEvent(world, 9, { capacity: 50 });
    const preview = await organizer.post(importPath(event), { list: LIST, attest: 'on', buoc: 'xem' });
    expect(
      preview.html.match(/type="checkbox"[^>]*name="another"|name="another"[^>]*type="checkbox"/g),
    ).toHaveLength(2);
    expect(preview.text).toContain('Có thể là một người, vui lòng trả lời');
    expect(preview.text).toContain('tên gần giống dòng 2');
    expect(preview.text).toContain('tên gần giống dòng 6');
    expect(preview.text).toContain('Trùng với dòng 5');
    expect(await namesIn(event)).toEqual([]);
  });

  test('believes the answer for the rows that were ticked, and leaves the others out', async () => {
    const event = await addEvent(world, 9, { capacity: 50 });
    const sent = { list: LIST, attest: 'on', buoc: 'nhap' };
    const send = async (another: string) =>
      imported(world, organizer, await organizer.post(importPath(event), { ...sent, another }));
    expect((await send('3')).text).toContain('Ghi mới 5');
    const all = ['Lê Mẫu Hùng', 'Lê Mẫu Hưng', 'Lê Thị Mẫu Mẹ', 'Trần Thị Mẫu Con', 'Trần Văn Mẫu Ông'];
    expect(await namesIn(event)).toEqual(all.sort());
    // Sent again, the same list changes nothing; the other answer lets the last one in.
    await send('3');
    expect(await namesIn(event)).toHaveLength(5);
    await send('3 8');
    expect(await namesIn(event)).toHaveLength(6);
  });
});

describe('an officer’s pasted list with people who share phones', () => {
  test('asks, and believes the answer', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination } = await giveQuota(world, event.id, { quota: 20 });
    const link = nominationLink(world, nomination);
    const officer = visitor(world);
    const path = `${new URL(link).pathname}/dan-tu-excel`;
    const preview = await officer.post(path, { list: LIST, basis: 'paper', buoc: 'xem' });
    expect(preview.text).toContain('Có thể là một người, vui lòng trả lời');
    expect(preview.text).toContain('Cử những người này');
    await officer.post(path, { list: LIST, basis: 'paper', buoc: 'cu', another: '3' });
    const named = await namedBy(world, link.split('/').at(-1)!);
    expect(named.map(({ fullName }) => fullName)).toContain('Lê Mẫu Hưng');
    expect(named).toHaveLength(5);
  });
});

describe('units and bodies', () => {
  const unit = (name: string) =>
    addUnit(world, parse(UnitInput, { name, kind: 'commune', parentId: 'unt_goquao' }));
  const body = (name: string) => createBody(world, parse(BodyInput, { name, kind: 'other' }));
  const errorAt = (path: string, code: string) =>
    expect.objectContaining({ fields: [expect.objectContaining({ path, code })] });

  test.each([
    ['Thủy Liễu', 'Thuỷ Liễu'],
    ['Mỹ Mẫu', 'Mĩ Mẫu'],
    ['Đông Mẫu', 'Ðông Mẫu'],
    ['Hòa Mẫu', 'xã HOÀ MẪU'],
  ])('%s is not added again as %s, and a list finds it by either', async (name, other) => {
    const { id } = await unit(name);
    await expect(unit(other)).rejects.toEqual(errorAt('name', 'unit-twice'));
    const list = [name, other].map((said, i) => `Mẫu Người\t090000098${i}\t${said}, huyện Gò Quao`);
    const { people: rows } = await readList(world, ['Họ và tên\tSố điện thoại\tĐơn vị', ...list].join('\n'));
    expect(rows.map(({ person }) => person?.unitId)).toEqual([id, id]);
  });

  test('are two where their accents differ, and a list means the one whose accents it has', async () => {
    const [one, other] = [await unit('Thạnh Mẫu'), await unit('Thành Mẫu')];
    const { people: rows } = await readList(
      world,
      'Họ và tên\tSố điện thoại\tĐơn vị\nMẫu A\t0900000981\tThạnh Mẫu\nMẫu B\t0900000982\tXã Thành Mẫu\nMẫu C\t0900000983\tThanh Mau',
    );
    expect(rows.map(({ person }) => person?.unitId)).toEqual([one.id, other.id, undefined]);
    expect(rows[2]!.errors).toMatchObject([{ code: 'unit-ambiguous' }]);
  });

  test.each([
    ['Hội Mẫu Thủy Liễu', 'Hội Mẫu Thuỷ Liễu'],
    ['Đoàn Mẫu Mỹ Đức', 'Ðoàn Mẫu Mĩ Ðức'],
  ])('%s is not added again as %s', async (name, other) => {
    await body(name);
    await expect(body(other)).rejects.toEqual(errorAt('name', 'body-twice'));
  });
});
