import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { nominationLink } from '../../../functions/events/nominations/read';
import { everyRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { planRows } from '../../../functions/events/rosters/plan-import';
import { readList } from '../../../functions/events/rosters/read-list';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addPlacesBefore, reform } from '../../support/reform';
import type { Seen } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { imported } from '../imports/scene';
import { giveQuota, namedBy } from '../nominations/scene';

/** Lists that name units as people write them, before and after a reform; and what is asked. */

const world = useWorld();
let organizer: Visitor;
let lawyers: string;
let event: Event;
/** Imports a list without another look, until its end. */
const into = async (where: Event, fields: Record<string, string>) =>
  imported(world, organizer, await organizer.post(importPath(where), { ...fields, buoc: 'nhap' }));
beforeAll(async () => {
  await addPlacesBefore(world);
  lawyers = (await addBody(world, 'Hội Luật gia huyện An Minh')).id;
  await addBody(world, 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh');
  organizer = await signIn(world, { role: 'organizer' });
  event = await addEvent(world, 20, { placeUnitId: 'unt_rachgia', capacity: 60 });
});

const HEAD = 'Họ và tên\tSố điện thoại\tĐơn vị';
let phones = 0;
const listOf = (...places: string[]) =>
  [
    HEAD,
    ...places.map(
      (place, i) => `Trần Mẫu ${'ABCDEGHIKLMN'[i]}\t0900002${String(++phones).padStart(3, '0')}\t${place}`,
    ),
  ].join('\n');
const read = async (...places: string[]) => (await readList(world, listOf(...places))).people;
const importPath = ({ id }: Event) => `/quan-tri/lop/${id}/dang-ky/nhap`;
const everybody = async (of: Event) => {
  const all: Registration[] = [];
  for await (const r of everyRegistration(world, of)) all.push(r);
  return all;
};
/** The questions of a page: the text that is asked about, and what may be chosen. */
const asked = ({ page }: Seen) =>
  page.querySelectorAll('section fieldset').map((fieldset) => ({
    text: fieldset.querySelector('legend')!.text,
    name: fieldset.querySelector('input')!.getAttribute('name')!,
    choices: fieldset.querySelectorAll('input').map((input) => input.getAttribute('value')!),
    labels: fieldset.querySelectorAll('label').map((label) => label.text.trim()),
  }));

describe('a list before the reform', () => {
  test('has units, bodies, offices and hamlets in its column of units', async () => {
    const rows = await read(
      'UBND xã Định An',
      'Ban Tư pháp xã Đông Hòa, H. An Minh',
      'Ấp 5, xã Định An',
      'Phòng Tư pháp TP. Rạch Giá',
      'Hội Luật gia huyện An Minh',
      'UBMTTQ VN tỉnh',
    );
    expect(rows.map(({ person, errors }) => person?.unitId ?? person?.bodyId ?? errors)).toEqual([
      'unt_dinhan',
      'unt_donghoa',
      'unt_dinhan',
      'unt_rachgia',
      lawyers,
      expect.stringMatching(/^bod_/),
    ]);
  });

  test.each([
    ['Dịnh An', 'unit-unknown', 'unt_dinhan'],
    ['Thị trấn Định An', 'unit-unknown', 'unt_dinhan'],
    ['Công an xã Định An', 'body-unknown', 'unt_dinhan'],
    ['Phòng Nội vụ huyện An Minh', 'body-unknown', 'unt_anminh'],
  ])('asks about %s: %s', async (text, code, id) => {
    const [row] = await read(text);
    expect(row!.person).toBeUndefined();
    expect(row!.errors).toMatchObject([{ code, detail: { said: text } }]);
    expect(String(row!.errors[0]!.detail!.ids).split(' ')).toContain(id);
  });

  test.each([
    ['Cà Mau', 'unit-unknown'],
    ['Trung tâm Trợ giúp', 'body-unknown'],
  ])('has no suggestion for %s', async (text, code) => {
    const [row] = await read(text);
    expect(row!.errors).toMatchObject([{ path: 'unitId', code, detail: { said: text } }]);
  });

  test('is asked about once for all rows of one text, and written by the answer', async () => {
    const list = listOf('Dịnh An', 'Xã Đông Hòa', 'Dịnh An', 'Gò Quau', 'Cà Mau', 'Dịnh An');
    const sent = { list, attest: 'on' };
    const preview = await organizer.post(importPath(event), { ...sent, buoc: 'xem' });
    const questions = asked(preview);
    expect(questions.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      '“Dịnh An” 3 dòng: 2, 4, 7',
      '“Gò Quau” dòng 5',
    ]);
    expect(questions[0]!.labels).toEqual([
      'Là xã Định An, huyện Gò Quao',
      'Không phải, để sửa trong danh sách',
    ]);
    expect(preview.text).toContain('Dùng cho mọi dòng như vậy và xem lại');
    const [dinhAn, goQuao] = questions as [(typeof questions)[0], (typeof questions)[0]];
    // None of these is an answer as well: the row stays out.
    const answers = { [dinhAn.name]: dinhAn.choices[0]!, [goQuao.name]: goQuao.choices.at(-1)! };
    const again = await organizer.post(importPath(event), { ...sent, ...answers, buoc: 'xem' });
    expect(asked(again).map(({ text }) => text)).toEqual([expect.stringContaining('Gò Quau')]);
    expect(again.text).toContain('Ghi mới 4');
    // The page carries the answer on.
    const carried = again.page.querySelector('form input[name=noi-ghi]')!.getAttribute('value')!;
    const done = await into(event, { ...sent, 'noi-ghi': carried });
    expect(done.text).toContain('Ghi mới 4');
    const units = (await everybody(event)).map(({ unitName }) => unitName).sort();
    expect(units.filter((name) => name === 'Xã Định An, huyện Gò Quao')).toHaveLength(3);
    expect(units).toHaveLength(4);
  });

  test('takes no answer that is not in the directory', async () => {
    const list = listOf('Dịnh An');
    for (const id of ['unt_none', 'bod_none', 'evt_x']) {
      const sent = { list, attest: 'on', 'noi-ghi': `${id} Dịnh An` };
      expect((await into(event, sent)).text).toContain('Chưa nhập được 1');
      const preview = await organizer.post(importPath(event), { ...sent, buoc: 'xem' });
      expect([id, asked(preview).length]).toEqual([id, 1]);
    }
  });

  test('is asked about behind the link of a unit as well', async () => {
    const quotas = await addEvent(world, 23, { admission: 'nomination', placeUnitId: 'unt_rachgia' });
    const { nomination } = await giveQuota(world, quotas.id, { unitId: 'unt_goquao' });
    const link = new URL(nominationLink(world, nomination)).pathname;
    const sent = { list: listOf('Dịnh An', 'ấp 5', 'Dịnh An'), basis: 'paper' };
    const preview = await visitor(world).post(`${link}/dan-tu-excel`, { ...sent, buoc: 'xem' });
    const [question, hamlet] = asked(preview);
    expect(question!.labels[0]).toBe('Là xã Định An, huyện Gò Quao');
    // A hamlet alone can only lie in the unit that has the quota.
    expect(hamlet!.labels[0]).toBe('Là huyện Gò Quao');
    const answers = { [question!.name]: question!.choices[0]! };
    const done = await visitor(world).post(`${link}/dan-tu-excel`, { ...sent, ...answers, buoc: 'cu' });
    expect(done.status).toBe(200);
    const named = await namedBy(world, link.split('/').at(-1)!);
    expect(named.map(({ unitId }) => unitId)).toEqual(['unt_dinhan', 'unt_dinhan']);
  });

  test('compares so many unknown texts with the units, and no more', async () => {
    const places = Array.from(
      { length: 450 },
      (_, i) => `Trần Mẫu An\t0900${100_000 + i}\tDịnh An (nhánh ${i})`,
    );
    const { people } = await readList(world, [HEAD, ...places].join('\n'));
    const suggested = people.filter(({ errors }) => errors.some(({ detail }) => detail?.ids));
    expect([people.length, suggested.length]).toEqual([450, 400]);
    expect(people[449]!.errors).toMatchObject([{ code: 'unit-unknown' }]);
  });

  test('names a body of the directory with a slip', async () => {
    const [row] = await read('Hội Luật gia h. An Minhh');
    expect(row!.errors).toMatchObject([{ code: 'body-unknown', detail: { ids: lawyers } }]);
  });
});

describe('a list with units of before the reform', () => {
  let after: Event;
  let old: Registration;
  let ofDivided: Registration;
  beforeAll(async () => {
    after = await addEvent(world, 24, { placeUnitId: 'unt_rachgia', capacity: 60 });
    old = await comes(world, after.id, {
      fullName: 'Trần Mẫu Cũ',
      phone: '0900000490',
      unitId: 'unt_dinhan',
    });
    ofDivided = await comes(world, after.id, {
      fullName: 'Trần Mẫu Chia',
      phone: '0900000492',
      unitId: 'unt_thoiquan',
    });
    await reform(world);
  });

  const LIST = [
    HEAD,
    'Trần Mẫu Một\t0900000491\tXã Định An, Huyện Gò Quao',
    'Trần Mẫu Hai\t0900000493\tXã Thới Quản, Huyện Gò Quao',
    'Trần Mẫu Ba\t0900000495\tThủy Liễu',
    'Trần Mẫu Cũ\t0900000490\tXã Định An, Huyện Gò Quao',
    'Trần Mẫu Chia\t0900000492\tUBND xã Thới Quản',
  ].join('\n');
  const plan = async (list: string) => planRows(world, after, (await readList(world, list)).people);

  test('one successor is understood and said, two are asked, what is on file stays', async () => {
    const rows = await plan(LIST);
    expect(rows.map((row) => row.outcome)).toEqual(['new', 'refused', 'refused', 'unchanged', 'unchanged']);
    expect(rows[0]).toMatchObject({
      person: { unitId: 'unt_goquaomoi' },
      notes: [{ code: 'unit-now', detail: { said: 'Xã Định An', now: 'Xã Gò Quao Mới' } }],
    });
    expect(rows[1]).toMatchObject({
      errors: [{ code: 'unit-split', detail: { units: 'Xã Gò Quao Mới; Xã Thủy Liễu' } }],
    });
    // The old commune was merged into another one, and a new one has its name.
    expect(rows[2]).toMatchObject({ errors: [{ code: 'unit-ambiguous' }] });
    expect(rows[3]!.notes).toBeUndefined();
  });

  test('the page asks, and writes by the answers', async () => {
    const sent = { list: LIST, attest: 'on' };
    const preview = await organizer.post(importPath(after), { ...sent, buoc: 'xem' });
    expect(preview.text).toContain('Xã Định An nay là Xã Gò Quao Mới');
    const questions = asked(preview);
    expect(questions.map(({ labels }) => labels.length)).toEqual([3, 3]);
    const answers = Object.fromEntries(questions.map(({ name, choices }) => [name, choices[1]!]));
    const done = await into(after, { ...sent, ...answers });
    expect(done.text).toContain('Ghi mới 3');
    const byName = new Map((await everybody(after)).map((r) => [r.fullName, r.unitName]));
    expect(Object.fromEntries(byName)).toEqual({
      'Trần Mẫu Một': 'Xã Gò Quao Mới',
      'Trần Mẫu Hai': 'Xã Thủy Liễu',
      'Trần Mẫu Ba': 'Xã Thủy Liễu',
      'Trần Mẫu Cũ': old.unitName,
      'Trần Mẫu Chia': ofDivided.unitName,
    });
  });

  test('by ids, a unit that has ended is refused but for those on file', async () => {
    const row = (fullName: string, phone: string) => ({
      row: 1,
      errors: [],
      person: { fullName, phone, unitId: 'unt_dinhan' },
    });
    const rows = await planRows(world, after, [
      row('Trần Mẫu Cũ', '0900000490'),
      row('Lê Mẫu Mới', '0900000489'),
    ]);
    expect(rows.map((one) => [one.outcome, one.outcome === 'refused' && one.errors[0]!.code])).toEqual([
      ['unchanged', false],
      ['refused', 'unit-ended'],
    ]);
  });
});
