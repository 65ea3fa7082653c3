import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { assets } from '../../support/assets';
import { addBody } from '../../support/bodies';
import { addEvent, draftEvent, inDays, onDay } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { fieldsOf, type Seen } from '../../support/seen';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let bodyId: string;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  bodyId = (await addBody(world, 'Đoàn Luật sư tỉnh', { kind: 'bar-association' })).id;
});

let id: string;
let form: string;
beforeEach(async () => {
  id = (await addEvent(world, 10, { capacity: 2 })).id;
  form = `/lop/${id}/dang-ky`;
});

const hung = {
  fullName: 'Nguyễn Văn Hùng',
  phone: '0912 345 678',
  districtId: 'unt_goquao',
  communeId: 'unt_goquao_2',
  consent: 'on',
};
const all = async () => (await listRegistrations(world, id, { limit: 100 })).items;
const codeOn = ({ page }: Seen) => page.querySelector('.code')?.text.replace(/\s/g, '');
const errorsOn = ({ page }: Seen) =>
  page.querySelectorAll('.error-summary a').map((a) => [a.getAttribute('href'), a.text]);

describe('GET /lop/{id}/dang-ky', () => {
  test('asks with labels, ticks nothing beforehand and is kept by the reader’s own browser alone', async () => {
    const { status, headers, page } = await visitor(world).get(form);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(page.querySelectorAll('input[checked]')).toHaveLength(0);
    for (const control of page.querySelectorAll('form[method=post] input, form[method=post] select')) {
      if (control.getAttribute('type') === 'hidden') continue;
      expect(page.querySelector(`label[for="${control.getAttribute('id')}"]`)?.text.trim()).toBeTruthy();
    }
    expect(page.querySelector('.check a')!.getAttribute('href')).toBe('/quyen-rieng-tu');
    expect(page.querySelector('label[for=o-consent]')!.text).toContain('báo cáo và lưu quá trình bồi dưỡng');
  });

  test('gives every form its own nonce', async () => {
    const nonce = async () => fieldsOf((await visitor(world).get(form)).page).nonce;
    expect(await nonce()).not.toBe(await nonce());
  });

  test('lists the communes by district, so that they can be chosen without JavaScript', async () => {
    const { page } = await visitor(world).get(form);
    const groups = page.querySelectorAll('#o-communeId optgroup');
    expect(groups).toHaveLength(15);
    const districts = page.querySelectorAll('#o-districtId option').map((o) => o.text);
    for (const g of groups) expect(districts).toContain(g.getAttribute('label'));
  });

  test('lets in exactly its own inline scripts', async () => {
    const { page, headers } = await visitor(world).get(form);
    const policy = headers.get('content-security-policy')!;
    const inline = Object.values(assets.islands.inline);
    for (const { hash } of inline) expect(policy).toContain(hash);
    expect(policy).not.toContain('unsafe');
    const scripts = page.querySelectorAll('script').map((s) => s.innerHTML);
    expect(scripts.length).toBeGreaterThan(0);
    for (const s of scripts) expect(inline.map(({ script }) => script)).toContain(s);
  });

  test.each([
    ['nomination', { admission: 'nomination' }, 'cử'],
    ['invitation', { admission: 'invitation' }, 'giấy mời'],
    ['not yet open', { registrationOpensAt: '2026-11-20T01:00:00Z' }, 'mở đăng ký.'],
  ] as const)('says why there is no form: %s', async (_why, input, words) => {
    const event = await addEvent(world, 10, input);
    const { status, page, text } = await visitor(world).get(`/lop/${event.id}/dang-ky`);
    expect(status).toBe(200);
    expect(page.querySelector('form[method=post]')).toBeNull();
    expect(text).toContain('Hiện không nhận đăng ký');
    expect(text).toContain(words);
    expect(page.querySelector('main a[href^="tel:"]')).not.toBeNull();
  });
});

describe('POST /lop/{id}/dang-ky', () => {
  test('keeps a seat and shows code and QR after a redirect, with nothing of it in the URL', async () => {
    const me = visitor(world);
    const fresh = fieldsOf((await me.get(form)).page);
    const answer = await me.post(form, { ...fresh, ...hung, yearOfBirth: '1968', teamRole: 'leader' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/xem-lai/da-dang-ky');
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-dk=.*Path=\/; HttpOnly; Secure; SameSite=Lax/);
    const ticket = await me.get('/xem-lai/da-dang-ky');
    const [registration] = await all();
    expect(registration).toMatchObject({ status: 'confirmed', unitId: 'unt_goquao_2', yearOfBirth: 1968 });
    expect(codeOn(ticket)).toBe(registration!.code);
    expect(ticket.text).toContain('Đã giữ chỗ cho ông/bà');
    expect(ticket.text).toContain('Xã mẫu Gò Quao 2, huyện Gò Quao');
    expect(ticket.page.querySelector('.qr svg')!.getAttribute('aria-label')).toContain('Mã QR');
    expect(ticket.headers.get('cache-control')).toBe('no-store');
    expect(ticket.page.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('noindex');
  });

  test('shows the ticket to nobody else', async () => {
    const answer = await visitor(world).get('/xem-lai/da-dang-ky');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/xem-lai');
  });

  test('believes no cookie that it did not sign, and none for ever', async () => {
    const me = visitor(world);
    await me.send(form, hung);
    const [path, cookie] = [...me.cookies.jar].find(([key]) => key === '/ __Host-dk')!;
    const [registration, until, signature] = cookie.value.split('.');
    for (const forged of [
      `${registration}x.${until}.${signature}`,
      `${registration}.${Number(until) + 1}.${signature}`,
      `${registration}.${until}.`,
      'x',
    ]) {
      me.cookies.jar.set(path, { ...cookie, value: forged });
      expect((await me.get('/xem-lai/dang-ky')).status).toBe(303);
    }
    me.cookies.jar.set(path, cookie);
    expect((await me.get('/xem-lai/dang-ky')).status).toBe(200);
    world.clock.forward(31 * 60_000);
    expect((await me.get('/xem-lai/dang-ky')).status).toBe(303);
  });

  test('names every mistake at once, in the order of the form, and keeps what was typed', async () => {
    const seen = await visitor(world).post(form, {
      fullName: '',
      phone: '0912 345 67',
      email: 'khong-phai-email',
      yearOfBirth: 'sáu tám',
      teamName: 'Tổ ấp 5',
      nonce: 'n0n-ce-n0n-ce',
    });
    expect(seen.status).toBe(422);
    expect(errorsOn(seen).map(([href]) => href)).toEqual([
      '#o-fullName',
      '#o-phone',
      '#o-districtId',
      '#o-yearOfBirth',
      '#o-email',
      '#o-consent',
    ]);
    for (const [href] of errorsOn(seen)) expect(seen.page.querySelector(href!)).not.toBeNull();
    expect(seen.page.querySelector('.error-summary h2')!.text).toBe('Có 6 mục cần sửa');
    expect(fieldsOf(seen.page)).toMatchObject({
      phone: '0912 345 67',
      teamName: 'Tổ ấp 5',
      nonce: 'n0n-ce-n0n-ce',
    });
    expect(seen.page.querySelector('#o-phone')!.getAttribute('aria-invalid')).toBe('true');
    expect(await all()).toHaveLength(0);
  });

  test('refuses a commune of another district, and takes a commune without its district', async () => {
    const elsewhere = await visitor(world).post(form, { ...hung, districtId: 'unt_anminh' });
    expect(elsewhere.status).toBe(422);
    expect(errorsOn(elsewhere)[0]![0]).toBe('#o-communeId');
    const { districtId: _left, ...alone } = hung;
    expect((await visitor(world).post(form, alone)).status).toBe(303);
  });

  test('refuses a unit that is not there', async () => {
    const seen = await visitor(world).post(form, { ...hung, districtId: 'unt_none', communeId: '' });
    expect(seen.status).toBe(422);
    expect(errorsOn(seen)[0]![0]).toBe('#o-districtId');
  });

  test('takes a body in place of a unit', async () => {
    await visitor(world).send(form, { ...hung, districtId: '', communeId: '', bodyId });
    expect((await all())[0]).toMatchObject({ bodyName: 'Đoàn Luật sư tỉnh' });
  });

  test('shows an honest retry of the same form its own code again', async () => {
    const me = visitor(world);
    const fresh = { ...fieldsOf((await me.get(form)).page), ...hung };
    const first = await me.send(form, fresh);
    const second = await visitor(world).send(form, fresh);
    expect(codeOn(second)).toBe(codeOn(first));
    expect(await all()).toHaveLength(1);
  });

  test('tells a repeat that it stands, without showing the code', async () => {
    await visitor(world).send(form, { ...hung, nonce: 'mot-mot-mot' });
    const seen = await visitor(world).post(form, { ...hung, nonce: 'hai-hai-hai' });
    expect(seen.status).toBe(409);
    expect(seen.text).toContain('Họ tên và số điện thoại này đã đăng ký rồi');
    expect(seen.html.replace(/\D/g, '')).not.toContain((await all())[0]!.code);
    expect(seen.headers.get('set-cookie')).toBeNull();
    const links = seen.page.querySelectorAll('main a').map((a) => a.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/xem-lai', '/xem-lai/quen-ma', 'tel:+842973000000']));
  });

  test('asks whether it is another person where only the accents differ, and registers that person', async () => {
    await visitor(world).send(form, hung);
    const me = visitor(world);
    const asked = await me.post(form, { ...hung, fullName: 'Nguyễn Văn Hưng', nonce: 'hai-hai-hai' });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Có phải cùng một người không?');
    expect(asked.text).not.toContain('Hùng');
    const ticket = await me.send(form, fieldsOf(asked.page));
    expect(ticket.text).toContain('Nguyễn Văn Hưng');
    expect((await all()).map((r) => r.fullName).sort()).toEqual(['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng']);
  });

  test('puts a person who comes to a full event on the waiting list, and says so before and after', async () => {
    for (const name of ['An', 'Bình']) await visitor(world).send(form, { ...hung, fullName: `Trần ${name}` });
    const me = visitor(world);
    expect((await me.get(form)).text).toContain('Ghi tên vào danh sách chờ');
    await visitor(world).send(form, { ...hung, fullName: 'Trần Châu' });
    const ticket = await me.send(form, hung);
    expect(ticket.text).toContain('Đã ghi tên chờ cho ông/bà');
    expect(ticket.text).toContain('đứng thứ 2 trong danh sách chờ');
    expect(ticket.page.querySelector('.ticket .qr')).toBeNull();
    expect(ticket.text).toContain('Vui lòng chỉ đến khi đã được báo có chỗ.');
  });

  test('says pending where the organizer approves', async () => {
    const event = await addEvent(world, 10, { approval: true });
    const me = visitor(world);
    expect((await me.get(`/lop/${event.id}/dang-ky`)).text).toContain('Ban tổ chức xem từng đăng ký');
    expect((await me.send(`/lop/${event.id}/dang-ky`, hung)).text).toContain('Đã nhận đăng ký, chờ duyệt');
  });

  test('lets people choose the hall or the online room, each with its own seats', async () => {
    const event = await addEvent(world, 10, {
      mode: 'both',
      pools: [
        { kind: 'open', seats: 1 },
        { kind: 'online', seats: 1 },
      ],
      onlineUrl: 'https://meet.example.vn/phong-1',
    });
    const me = visitor(world);
    const online = await me.send(`/lop/${event.id}/dang-ky`, { ...hung, online: 'yes' });
    expect(online.text).toContain('https://meet.example.vn/phong-1');
    const hall = await visitor(world).send(`/lop/${event.id}/dang-ky`, {
      ...hung,
      fullName: 'Lê Ẩn',
      online: 'no',
    });
    expect(hall.text).toContain('Đã giữ chỗ');
    expect(hall.text).toContain('Đến nơi, đọc mã hoặc nói tên là được.');
    expect(online.text).not.toContain('Đến nơi');
    expect(online.text).toContain('mở đường dẫn trực tuyến trên trang này');
    expect(hall.html).not.toContain('phong-1');
    const late = await visitor(world).send(`/lop/${event.id}/dang-ky`, {
      ...hung,
      fullName: 'Lê Bình',
      online: 'yes',
    });
    expect(late.text).toContain('Đã ghi tên chờ');
    expect(late.html).not.toContain('phong-1');
  });

  test('takes nobody once the window is closed, the event is cancelled, or by nomination', async () => {
    const shut = await addEvent(world, 10, { registrationClosesAt: onDay(world, 1, '08:00') });
    world.clock.forward(2 * 86_400_000);
    const late = await visitor(world).post(`/lop/${shut.id}/dang-ky`, hung);
    expect([late.status, late.page.querySelector('h1')!.text]).toEqual([409, 'Hiện không nhận đăng ký']);
    await cancelEvent(world, id, { reason: 'Dồn lớp' });
    const cancelled = await visitor(world).post(form, hung);
    expect([cancelled.status, cancelled.text.includes('đã hủy')]).toEqual([409, true]);
    const nominated = await addEvent(world, 10, { admission: 'nomination' });
    expect((await visitor(world).post(`/lop/${nominated.id}/dang-ky`, hung)).status).toBe(403);
    expect(await all()).toHaveLength(0);
    world.clock.forward(-2 * 86_400_000);
  });

  test('takes no notice of fields that the form does not have, whatever they are called', async () => {
    const names = ['constructor', '__proto__', 'toString', 'valueOf'];
    const stray = ['answers', ...names.flatMap((name) => [name, `answers[${name}]`, `answers.${name}`])];
    const fields = JSON.parse(`{${stray.map((name) => `"${name}": "x"`)}}`) as Record<string, string>;
    const ticket = await visitor(world).send(form, { ...fields, ...hung });
    expect(ticket.text).toContain('Đã giữ chỗ');
    expect(await all()).toHaveLength(1);
    expect(seatsIn(await readRoom(world, id)).held).toBe((await all()).length);
  });

  test('is missing for a draft', async () => {
    const draft = await draftEvent(world, {}, inDays(world, 10));
    expect((await visitor(world).post(`/lop/${draft.id}/dang-ky`, hung)).status).toBe(404);
  });

  test('refuses a form that another site sends', async () => {
    const answer = await visitor(world).post(form, hung, { origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
    expect(await all()).toHaveLength(0);
  });

  test('works in English below /en', async () => {
    const ticket = await visitor(world).send(`/en${form}`, hung);
    expect(ticket.text).toContain('Your place is reserved');
  });
});
