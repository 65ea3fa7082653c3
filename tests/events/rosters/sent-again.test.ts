import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fieldsOf, type Seen } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { imported } from '../imports/scene';
import { giveQuota, pathOfLink } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const HEAD = 'Họ và tên\tSố điện thoại';
const list = (...rows: [name: string, phone: string][]) =>
  [HEAD, ...rows.map((row) => row.join('\t'))].join('\n');
const AN: [string, string] = ['Trần Mẫu An', '0900000720'];
const BINH: [string, string] = ['Trần Mẫu Bình', '0900000721'];
const CAN: [string, string] = ['Trần Mẫu Cần', '0900000722'];
const DUNG: [string, string] = ['Trần Mẫu Dũng', '0900000723'];
const EM: [string, string] = ['Trần Mẫu Em', '0900000724'];
const PHUONG: [string, string] = ['Trần Mẫu Phượng', '0900000725'];
const GIANG: [string, string] = ['Trần Mẫu Giang', '0900000726'];
const DAY_1 = list(AN, BINH, CAN, DUNG, EM);
const DAY_2 = list(AN, BINH, CAN, PHUONG, GIANG);
const CORRECTED = list(
  AN,
  BINH,
  ['Trần Mẫu Cần', '0900000739'],
  ['Trần Mẫu Dung', '0900000723'],
  ['Trần Mẫu Em Út', '0900000724'],
);

const people = async (event: Event) => {
  const found: Record<string, string> = {};
  for await (const { fullName, phone, status } of everyRegistration(world, event))
    found[`${fullName} ${phone}`] = status;
  return found;
};
const active = async (event: Event) =>
  Object.entries(await people(event))
    .filter(([, status]) => status === 'confirmed')
    .map(([name]) => name)
    .sort();
const named = (...rows: [string, string][]) => rows.map((row) => row.join(' ')).sort();
const idOf = async (event: Event, name: string) => {
  for await (const { id, fullName } of everyRegistration(world, event)) if (fullName === name) return id;
  throw new Error(name);
};

/** Both ways by which a list comes: an organizer's import, and the paste of a unit's link with a quota. */
const WAYS = {
  import: async (capacity: number) => {
    const event = await addEvent(world, 10, { capacity });
    const url = routes.consoleImport(event.id);
    const always = { attest: 'on', unitId: 'unt_goquao' };
    return {
      event,
      write: 'nhap',
      first: (text: string) => organizer.post(url, { ...always, list: text, buoc: 'xem' }),
      next: async (page: Seen, fields: Record<string, string>) =>
        imported(world, organizer, await organizer.post(url, { ...fieldsOf(page.page), ...fields })),
    };
  },
  paste: async (quota: number) => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination } = await giveQuota(world, event.id, { quota });
    const url = `${pathOfLink(world, nomination)}/dan-tu-excel`;
    const officer = visitor(world);
    return {
      event,
      write: 'cu',
      first: (text: string) => officer.post(url, { basis: 'paper', list: text, buoc: 'xem' }),
      next: (page: Seen, fields: Record<string, string>) =>
        officer.post(url, { ...fieldsOf(page.page), ...fields }),
    };
  },
};

const dayOne = async (way: keyof typeof WAYS, seats: number) => {
  const scene = await WAYS[way](seats);
  await scene.next(await scene.first(DAY_1), { buoc: scene.write });
  expect(await active(scene.event)).toEqual(named(AN, BINH, CAN, DUNG, EM));
  return scene;
};

describe.each(['import', 'paste'] as const)('a list that is sent again, by %s', (way) => {
  it('says who is on the system and not on the list, and offers the exchange', async () => {
    const { event, first, next, write } = await dayOne(way, 5);
    const page = await first(DAY_2);
    expect(page.text).toContain('Có trên hệ thống, không có trong danh sách này (2)');
    expect(page.text).toContain('Thay Trần Mẫu Dũng (0900 000 723) bằng');
    expect(page.text).toContain('dòng 5: Trần Mẫu Phượng');
    const [dung, em] = await Promise.all([DUNG, EM].map(([name]) => idOf(event, name)));
    const done = await next(page, { [`instead.${dung}`]: '5', [`instead.${em}`]: '6', buoc: write });
    expect(done.status).toBe(200);
    expect(await active(event)).toEqual(named(AN, BINH, CAN, PHUONG, GIANG));
    expect(await people(event)).toMatchObject({
      [DUNG.join(' ')]: 'cancelled',
      [EM.join(' ')]: 'cancelled',
    });
    // Sent once more, with the same answers, it changes nothing.
    await next(page, { [`instead.${dung}`]: '5', [`instead.${em}`]: '6', buoc: write });
    expect(await active(event)).toEqual(named(AN, BINH, CAN, PHUONG, GIANG));
    expect((await first(DAY_2)).text).not.toContain('không có trong danh sách này');
  });

  it('shows the exchange before it is done, and keeps whom nobody replaces', async () => {
    const { event, first, next, write } = await dayOne(way, 7);
    const dung = await idOf(event, DUNG[0]);
    const page = await next(await first(DAY_2), { [`instead.${dung}`]: '6', buoc: 'xem' });
    expect(page.text).toContain('Thay Trần Mẫu Dũng');
    expect(fieldsOf(page.page)[`instead.${dung}`]).toBe('6');
    expect(await active(event)).toEqual(named(AN, BINH, CAN, DUNG, EM));
    await next(page, { buoc: write });
    expect(await active(event)).toEqual(named(AN, BINH, CAN, EM, PHUONG, GIANG));
  });

  it('takes no row for two people, and writes nothing then', async () => {
    const { event, first, next, write } = await dayOne(way, 7);
    const [dung, em] = await Promise.all([DUNG, EM].map(([name]) => idOf(event, name)));
    const page = await next(await first(DAY_2), {
      [`instead.${dung}`]: '5',
      [`instead.${em}`]: '5',
      buoc: write,
    });
    expect(page.text).toContain('Dòng 5 được chọn cho hai người');
    expect(await active(event)).toEqual(named(AN, BINH, CAN, DUNG, EM));
  });

  it('recognises a corrected phone and a corrected name, and asks once where it is not certain', async () => {
    const { event, first, next, write } = await dayOne(way, 7);
    const page = await first(CORRECTED);
    expect(page.text).toContain('Cùng một người: sửa số 0900 000 722 thành 0900 000 739');
    expect(page.text).toContain('Cùng một người: sửa tên Trần Mẫu Em thành Trần Mẫu Em Út');
    const fields = fieldsOf(page.page);
    const [can, dung, em] = await Promise.all([CAN, DUNG, EM].map(([name]) => idOf(event, name)));
    expect(fields).toMatchObject({ 'same.4': can, 'same.5': '', 'same.6': em });
    expect(page.text).not.toContain('không có trong danh sách này');
    await next(page, { buoc: write });
    const kept = named(AN, BINH, ['Trần Mẫu Cần', '0900000739'], DUNG, ['Trần Mẫu Em Út', '0900000724']);
    expect(await active(event)).toEqual(kept);
    // The name that lost an accent is asked about; so it is corrected.
    const again = await first(CORRECTED);
    expect(again.text).toContain('Cùng một người: sửa tên Trần Mẫu Dũng thành Trần Mẫu Dung');
    await next(again, { 'same.5': dung!, buoc: write });
    expect(await active(event)).toContain('Trần Mẫu Dung 0900000723');
    expect(Object.keys(await people(event))).toHaveLength(5);
    expect((await first(CORRECTED)).text).not.toContain('Có phải là người đã đăng ký?');
  });

  it('believes that a person is another one, and registers them too', async () => {
    const { event, first, next, write } = await dayOne(way, 9);
    const page = await first(CORRECTED);
    const shown = await next(page, { 'same.4': 'other', buoc: 'xem' });
    expect(fieldsOf(shown.page)['same.4']).toBe('other');
    await next(shown, { buoc: write });
    const all = await active(event);
    expect(all).toContain(CAN.join(' '));
    expect(all).toContain('Trần Mẫu Cần 0900000739');
  });

  it('leaves out a row that may be a correction until it is answered', async () => {
    const { event, first, next, write } = await dayOne(way, 9);
    const moved = list(AN, BINH, ['Trần Mẫu Cần', '0912999888'], DUNG, EM);
    const page = await first(moved);
    expect(fieldsOf(page.page)['same.4']).toBe('');
    const can = await idOf(event, CAN[0]);
    const left = await next(page, { buoc: write });
    expect(left.text).toContain('Chưa trả lời: có phải là người đã đăng ký không?');
    expect(await active(event)).toEqual(named(AN, BINH, CAN, DUNG, EM));
    await next(page, { 'same.4': can, buoc: write });
    expect(await active(event)).toEqual(named(AN, BINH, ['Trần Mẫu Cần', '0912999888'], DUNG, EM));
  });
});

describe('an organizer’s list', () => {
  it('says nothing of people of other units, nor of those who registered by themselves', async () => {
    const { event, first } = await dayOne('import', 20);
    await entered(world, event.id, { fullName: 'Lê Mẫu Ngoài', phone: '0900000790', unitId: 'unt_anminh' });
    await entered(world, event.id, { fullName: 'Lê Mẫu Tự', phone: '0900000791', unitId: 'unt_goquao' });
    const other = await organizer.post(routes.consoleImport(event.id), {
      attest: 'on',
      unitId: 'unt_anminh',
      list: DAY_2,
      buoc: 'xem',
    });
    expect(other.text).not.toContain('Có trên hệ thống, không có trong danh sách này');
    expect((await first(DAY_2)).text).toContain('Có trên hệ thống, không có trong danh sách này (2)');
  });

  it('corrects no registration of another event, and none that is made up', async () => {
    const { event, first, next } = await dayOne('import', 20);
    const { event: elsewhere } = await dayOne('import', 20);
    const page = await first(CORRECTED);
    for (const id of [await idOf(elsewhere, CAN[0]), 'reg_x_0_aaaa', 'rác']) {
      await next(page, { 'same.4': id, 'same.6': '', buoc: 'nhap' });
      expect(await active(event)).toEqual(named(AN, BINH, CAN, DUNG, EM));
    }
    expect(await active(elsewhere)).toEqual(named(AN, BINH, CAN, DUNG, EM));
    const wrong = await next(page, {
      [`instead.${await idOf(elsewhere, DUNG[0])}`]: '4',
      'same.4': 'other',
      buoc: 'nhap',
    });
    expect(wrong.text).toContain('Không tìm thấy đăng ký này');
    expect(await active(elsewhere)).toEqual(named(AN, BINH, CAN, DUNG, EM));
  });
});

describe('a unit’s link', () => {
  it('corrects and replaces only people whom it named itself', async () => {
    const { event, first, next } = await dayOne('paste', 9);
    const own = await entered(world, event.id, { fullName: 'Lê Mẫu Khác', phone: '0900000792' });
    const page = await first(list(AN, BINH, CAN, DUNG, EM, ['Lê Mẫu Khách', '0900000793']));
    await next(page, { 'same.7': own.id, buoc: 'cu' });
    await next(page, { [`instead.${own.id}`]: '7', buoc: 'cu' });
    expect((await people(event))['Lê Mẫu Khác 0900000792']).toBe('confirmed');
  });
});
