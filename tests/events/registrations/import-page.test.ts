import { beforeAll, describe, expect, it } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { toXlsx } from '../../../functions/events/attendance/export';
import { getEvent } from '../../../functions/events/event/get';
import { NAMES_KEPT_MS } from '../../../functions/events/imports/lease';
import { tendImports } from '../../../functions/events/imports/tend';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import type { Seen } from '../../support/seen';
import { signIn, type Visitor } from '../../support/visitor';
import { type TestWorld, useWorld } from '../../support/world';
import { callImporter, HEAD, peopleOf, rowsOf, runToEnd } from '../imports/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const list = `${HEAD}\nDanh Sóc\t0912345678\tĐịnh An\tTrưởng ấp\nThị Nga\t09123\tĐịnh An\nLê Ba\t0912345670\tAn Minh`;
const countOf = async (eventId: string) => {
  let n = 0;
  for await (const _ of everyRegistration(world, await getEvent(world, eventId))) n++;
  return n;
};
const activeOf = async (eventId: string) =>
  (await peopleOf(world, await getEvent(world, eventId))).filter((r) => r.status !== 'cancelled').length;
const scene = async (capacity = 60) => {
  const event = await addEvent(world, 10, { capacity });
  return { event, url: routes.consoleImport(event.id) };
};

/** Sends the form of the preview, and lets the import run to its end. @returns the path of its page */
const importedBy = async (url: string, fields: Record<string, string>): Promise<string> => {
  const run = (await organizer.post(url, fields)).headers.get('location')!;
  await runToEnd(world, run.split('/').at(-1)!);
  return run;
};

describe('/quan-tri/lop/:id/dang-ky/nhap', () => {
  it('wants a list and its attestation; keeps what was pasted', async () => {
    const { event, url } = await scene();
    expect((await organizer.get(routes.consoleRegistrations(event.id))).html).toContain(`href="${url}"`);
    const bare = await organizer.post(url, { buoc: 'xem' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Vui lòng dán danh sách, hoặc chọn tệp Excel');
    expect(bare.text).toContain('Vui lòng xác nhận những người này đã đồng ý trên giấy');
    const typed = await organizer.post(url, { list, buoc: 'xem' });
    expect(typed.html).toContain('Lê Ba');
    expect(await countOf(event.id)).toBe(0);
  });

  it('previews what is new, wrong and beyond the seats, and writes nothing; then imports', async () => {
    const { event, url } = await scene(1);
    const seen = await organizer.post(url, { list, attest: 'on', buoc: 'xem' });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Ghi mới 2 (còn 1 chỗ: 1 người được ghi vào danh sách chờ)');
    expect(seen.text).toContain('Số điện thoại cần đủ 10 chữ số');
    expect(seen.text).toContain('Nhập 2 người');
    expect(await countOf(event.id)).toBe(0);
    const run = await importedBy(url, { list, attest: 'on', buoc: 'nhap' });
    const done = await organizer.get(run);
    expect(done.text).toContain('Đã xong 3 trên 3 dòng');
    expect(done.text).toContain('Ghi mới 2 (trong đó 1 người chờ chỗ)');
    expect(done.text).toContain('Chưa nhập được 1');
    const again = await organizer.post(url, { list, attest: 'on', buoc: 'xem' });
    expect(again.text).toContain('Đã có, không đổi 2');
    expect(again.text).toContain('Không có gì để nhập');
    const changed = await organizer.post(url, {
      list: list.replace('Trưởng ấp', 'Tổ trưởng'),
      attest: 'on',
      buoc: 'xem',
    });
    expect(changed.text).toContain(
      'Danh Sóc 0912 345 678 Xã Định An, huyện Gò Quao Sửa Đổi chức vụ, công việc “Trưởng ấp” thành “Tổ trưởng”',
    );
  });

  it('takes a file of Excel, and carries it as text', async () => {
    const { event, url } = await scene();
    const bytes = await toXlsx([
      ['Họ và tên', 'Số điện thoại'],
      ['Danh Sóc', '912345678'],
    ]);
    const file = new File([bytes as BlobPart], 'danh-sach.xlsx');
    const seen = await organizer.post(url, { file, unitId: 'unt_goquao', attest: 'on', buoc: 'xem' });
    expect(seen.text).toContain('Nhập 1 người');
    const carried = /<textarea name="list" hidden="">([^<]*)</.exec(seen.html)![1]!;
    const fields = { list: carried, unitId: 'unt_goquao', attest: 'on', buoc: 'nhap' };
    expect((await organizer.get(await importedBy(url, fields))).text).toContain('Ghi mới 1');
    expect(await countOf(event.id)).toBe(1);
  });

  it('runs by itself: its page says how far it is, and is found again from the list of imports', async () => {
    const { event, url } = await scene(100);
    const many = `${HEAD}\n${rowsOf(40).join('\n')}\nThị Nga\t09123\tĐịnh An`;
    const seen = await organizer.post(url, { list: many, attest: 'on', buoc: 'xem' });
    const nonce = /name="nonce" value="([^"]*)"/.exec(seen.html)![1]!;
    const fields = { list: many, attest: 'on', nonce, buoc: 'nhap' };
    const started = await organizer.post(url, fields);
    expect(started.status).toBe(303);
    const run = started.headers.get('location')!;
    const id = run.split('/').at(-1)!;
    // A second click of the same button is the same import.
    expect((await organizer.post(url, fields)).headers.get('location')).toBe(run);

    const waiting = await organizer.get(run);
    expect(waiting.text).toContain('Đang nhập danh sách');
    expect(waiting.text).toContain('Đã xong 0 trên 41 dòng');
    expect(waiting.page.querySelector('progress')?.getAttribute('max')).toBe('41');
    expect(waiting.page.querySelector('noscript')?.innerHTML).toContain('http-equiv="refresh"');
    expect(waiting.page.querySelector('[aria-live=polite]')?.text.trim()).toBe('Đang nhập, xong 0 %');
    expect(waiting.page.querySelector('[data-running]')).not.toBeNull();
    expect((await organizer.get(url)).text).toMatch(/Các lần nhập .*Trần Mẫu Bình Đang nhập 0 trên 41 dòng/);

    const ticking: TestWorld = { ...world, now: () => (world.clock.at += 50) };
    await callImporter(ticking, id, { forMs: 3_000, lives: 70_000 });
    const half = await organizer.get(run);
    const done = Number(half.page.querySelector('progress')?.getAttribute('value'));
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(41);
    expect(half.text).toContain(`Đã xong ${done} trên 41 dòng (${Math.floor((done / 41) * 100)} %)`);

    await runToEnd(world, id);
    const ended = await organizer.get(run);
    expect(ended.text).toContain('Đã xong 41 trên 41 dòng');
    expect(ended.text).toContain('Ghi mới 40');
    expect(ended.text).toContain('Chưa nhập được (1)');
    expect(ended.text).toContain('Thị Nga');
    expect(ended.text).toContain('Số điện thoại cần đủ 10 chữ số');
    expect(ended.page.querySelector('[data-running]')).toBeNull();
    expect(ended.page.querySelector('noscript')).toBeNull();
    expect((await organizer.get(url)).text).toContain('Đã nhập ghi mới 40, chưa nhập được 1');
    expect(await countOf(event.id)).toBe(40);
  });

  it('is taken back as a whole after a question, and says what that means', async () => {
    const { event, url } = await scene(100);
    const run = await importedBy(url, {
      list: `${HEAD}\n${rowsOf(3).join('\n')}`,
      attest: 'on',
      buoc: 'nhap',
    });
    const undo = (await organizer.get(run)).page
      .querySelector('#lenh a[href$="/hoan-tac"]')!
      .getAttribute('href')!;
    const asked = await organizer.get(undo);
    expect(asked.text).toContain('Hoàn tác lần nhập này?');
    expect(asked.text).toContain('3 người do lần nhập này ghi mới bị bỏ khỏi lớp');
    expect(asked.text).toContain('ai chưa được báo thì không nhận gì');
    expect(await activeOf(event.id)).toBe(3);
    const ordered = await organizer.post(undo);
    expect([ordered.status, ordered.headers.get('location')]).toEqual([303, run]);
    expect((await organizer.get(run)).text).toContain('Đang hoàn tác lần nhập danh sách');
    expect((await organizer.get(run)).text).toContain('Đã xong 0 trên 3 người (0 %)');
    // A second click, and the question once more, lead to the same page.
    expect((await organizer.post(undo)).headers.get('location')).toBe(run);
    expect((await organizer.get(undo)).headers.get('location')).toBe(run);
    await runToEnd(world, run.split('/').at(-1)!);
    const done = await organizer.get(run);
    expect(done.text).toContain('Đã hoàn tác lần nhập danh sách');
    expect(done.text).toContain('Hoàn tác: bỏ khỏi lớp 3');
    expect(done.page.querySelector('#lenh a[href$="/hoan-tac"]')).toBeNull();
    expect(await activeOf(event.id)).toBe(0);
    expect((await organizer.get(url)).text).toContain('Đã hoàn tác ghi mới 3');
    const people = await organizer.get(routes.consoleRegistrations(event.id));
    expect(people.text).not.toContain('Danh Mẫu');
    expect(
      (await organizer.get(`${routes.consoleRegistrations(event.id)}?tinh-trang=cancelled`)).text,
    ).toContain('Danh Mẫu');
  });

  it('is not taken back where something was built on it: the people are named', async () => {
    const { event, url } = await scene(100);
    const run = await importedBy(url, {
      list: `${HEAD}\n${rowsOf(2).join('\n')}`,
      attest: 'on',
      buoc: 'nhap',
    });
    const [person] = await peopleOf(world, event);
    await checkIn(world, event.id, { registrationId: person!.id, day: 1 });
    const asked = await organizer.get(`${run}/hoan-tac`);
    expect(asked.text).toContain('Không hoàn tác được');
    expect(asked.text).toContain(`${person!.fullName}: đã được điểm danh`);
    expect(asked.html).toContain(routes.consoleRegistration(person!.id));
    expect(asked.page.querySelector('main button')).toBeNull();
    expect((await organizer.post(`${run}/hoan-tac`)).status).toBe(422);
    expect(await activeOf(event.id)).toBe(2);
  });

  it('has nothing to take back where it wrote nothing', async () => {
    const { url } = await scene(100);
    const run = await importedBy(url, {
      list: `${HEAD}\nThị Nga\t09123\tĐịnh An`,
      attest: 'on',
      buoc: 'nhap',
    });
    expect((await organizer.get(`${run}/hoan-tac`)).text).toContain('không có gì để hoàn tác');
  });

  it('says that the names of its rows are deleted, once they are', async () => {
    const { url } = await scene();
    const run = await importedBy(url, { list, attest: 'on', buoc: 'nhap' });
    const before = world.clock.at;
    world.clock.forward(NAMES_KEPT_MS);
    await tendImports(world);
    world.clock.at = before;
    const seen = await organizer.get(run);
    expect(seen.text).toContain('Chưa nhập được 1');
    expect(seen.text).toContain('tên được xóa sau 7 ngày');
    expect(seen.text).not.toContain('Thị Nga');
  });

  it('is the organizers’ alone', async () => {
    const { event, url } = await scene();
    const run = (await organizer.post(url, { list, attest: 'on', buoc: 'nhap' })).headers.get('location')!;
    for (const who of [
      await signIn(world, { role: 'viewer' }),
      await signIn(world, { role: 'officer', unitId: 'unt_goquao' }),
    ]) {
      expect((await who.get(url)).status).toBe(403);
      expect((await who.post(url, { list, attest: 'on', buoc: 'nhap' })).status).toBe(403);
      expect((await who.get(run)).status).toBe(403);
    }
    expect(await countOf(event.id)).toBe(0);
  });
});

describe('POST /events/{eventId}/registrations/import', () => {
  let program: Visitor;
  beforeAll(async () => {
    program = await signIn(world, { role: 'organizer', bearer: true });
  });
  const call = (eventId: string, body: object, headers = {}) =>
    program.api('POST', `/events/${eventId}/registrations/import`, body, headers);
  const rows = [
    { fullName: 'Danh Sóc', phone: '0912 345 678', unitId: 'unt_dinhan', position: 'Trưởng ấp' },
    { fullName: 'Danh Sóc', phone: '0912345678', unitId: 'unt_dinhan' },
    { fullName: 'Thị Nga', phone: '0912345679', unitId: 'unt_khongco' },
  ];
  const outcomes = ({ json }: Seen) => json.items.map((item: { outcome: string }) => item.outcome);

  it('answers row by row; previews without writing; leaves a repeat alone', async () => {
    const { event } = await scene();
    expect(outcomes(await call(event.id, { rows, basis: 'paper', preview: true }))).toEqual([
      'new',
      'refused',
      'refused',
    ]);
    expect(await countOf(event.id)).toBe(0);
    const done = await call(event.id, { rows, basis: 'paper' });
    expect(outcomes(done)).toEqual(['registered', 'refused', 'refused']);
    expect(done.json.items[2].errors).toEqual([{ path: 'unitId', code: 'unit-unknown' }]);
    expect(outcomes(await call(event.id, { rows: rows.slice(0, 1), basis: 'paper' }))).toEqual(['unchanged']);
    const changed = { ...rows[0], position: 'Tổ trưởng' };
    expect(
      (await call(event.id, { rows: [changed], basis: 'paper', preview: true })).json.items[0],
    ).toMatchObject({
      outcome: 'changed',
      fields: ['position'],
    });
    expect(outcomes(await call(event.id, { rows: [changed], basis: 'paper' }))).toEqual(['corrected']);
  });

  it('takes from one row to 500, and no row that is malformed', async () => {
    const { event } = await scene();
    expect((await call(event.id, { rows: [], basis: 'paper' })).status).toBe(422);
    expect((await call(event.id, { rows: Array(501).fill(rows[0]), basis: 'paper' })).status).toBe(422);
    expect((await call(event.id, { rows: [{ ...rows[0], phone: '09' }], basis: 'paper' })).status).toBe(422);
    // An account attests nothing by leaving a field out.
    expect((await call(event.id, { rows })).status).toBe(422);
    expect((await call(event.id, { rows, basis: 'paper' }, { authorization: 'Bearer nobody' })).status).toBe(
      401,
    );
    expect(await countOf(event.id)).toBe(0);
  });
});
