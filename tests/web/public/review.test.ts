import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { move } from '../../../functions/events/registrations/change/move';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

let mine: Registration;
let eventId: string;
beforeEach(async () => {
  eventId = (await addEvent(world, 10, { capacity: 1 })).id;
  mine = await join('Danh Thị Ẩn', '0912345678');
});
const join = (fullName: string, phone: string) =>
  comes(world, eventId, { fullName, phone, unitId: 'unt_goquao_1' });

const signedIn = async () => {
  const me = visitor(world);
  await me.post('/xem-lai', { code: mine.code, phone: mine.phone });
  return me;
};

describe('POST /xem-lai', () => {
  test('shows the registration to a person who knows code and phone, in any notation', async () => {
    const spaced = mine.code.replace(/(...)(...)/, ' $1-$2 ');
    const me = visitor(world);
    const seen = await me.send('/xem-lai', { code: spaced, phone: '+84 912.345.678' });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Danh Thị Ẩn');
    expect(seen.headers.get('cache-control')).toBe('no-store');
  });

  test('says the same for a wrong code and for a wrong phone', async () => {
    const wrong = async (fields: Record<string, string>) => {
      const { status, page, headers } = await visitor(world).post('/xem-lai', fields);
      return [status, page.querySelector('.error-summary li')!.text, headers.get('set-cookie')];
    };
    const first = await wrong({ code: '999999999', phone: mine.phone });
    expect(first).toEqual([422, expect.stringContaining('mã và số điện thoại này'), null]);
    expect(await wrong({ code: mine.code, phone: '0987654321' })).toEqual(first);
  });

  test('names what is malformed', async () => {
    const { status, page } = await visitor(world).post('/xem-lai', { code: '12', phone: 'abc' });
    expect(status).toBe(422);
    expect(page.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual([
      '#o-code',
      '#o-phone',
    ]);
  });
});

describe('The pages of one’s own registration', () => {
  test('ask for the code first', async () => {
    for (const path of ['/xem-lai/dang-ky', '/xem-lai/sua', '/xem-lai/bao-khong-tham-du']) {
      const { status, headers } = await visitor(world).get(path);
      expect([path, status, headers.get('location')]).toEqual([path, 303, '/xem-lai']);
    }
    expect((await visitor(world).post('/xem-lai/bao-khong-tham-du', {})).status).toBe(303);
    expect((await getRegistration(world, mine.id)).status).toBe('confirmed');
  });

  test('correct what was said, with the form filled in, and keep code and seat', async () => {
    const me = await signedIn();
    const filled = fieldsOf((await me.get('/xem-lai/sua')).page);
    expect(filled).toMatchObject({
      fullName: 'Danh Thị Ẩn',
      districtId: 'unt_goquao',
      communeId: 'unt_goquao_1',
    });
    const bad = await me.post('/xem-lai/sua', { ...filled, phone: '12' });
    expect(bad.status).toBe(422);
    const seen = await me.send('/xem-lai/sua', { ...filled, phone: '0987 654 321', teamName: 'Tổ ấp 5' });
    expect(seen.text).toContain('Đã lưu thông tin mới');
    expect(await getRegistration(world, mine.id)).toMatchObject({
      phone: '0987654321',
      teamName: 'Tổ ấp 5',
      code: mine.code,
      status: 'confirmed',
    });
  });

  test('do not write over what the organizer corrected meanwhile, and show the present state', async () => {
    const me = await signedIn();
    const filled = fieldsOf((await me.get('/xem-lai/sua')).page);
    const now = await getRegistration(world, mine.id);
    await correctByStaff(world, mine.id, { ...particularsOf(now), position: 'Trưởng ấp 5' });
    const seen = await me.post('/xem-lai/sua', { ...filled, teamName: 'Tổ ấp 6' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Đăng ký vừa thay đổi trong lúc ông/bà sửa');
    expect(seen.text).toContain('Trưởng ấp 5');
    expect((await getRegistration(world, mine.id)).position).toBe('Trưởng ấp 5');
    const again = await me.send('/xem-lai/sua', fieldsOf(seen.page));
    expect(again.text).toContain('Đã lưu thông tin mới');
    expect((await getRegistration(world, mine.id)).teamName).toBe('Tổ ấp 6');
  });

  test('give a calendar file of their own, which knows how they join; the public one does not', async () => {
    const both = await addEvent(world, 10, {
      mode: 'both',
      onlineUrl: 'https://hop.example/phong-1',
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    const calendarOf = async (phone: string, online: boolean) => {
      const said = { fullName: 'Danh Văn Xa', phone, unitId: 'unt_goquao_1', online };
      const registration = await comes(world, both.id, said);
      const me = visitor(world);
      const seen = await me.send('/xem-lai', { code: registration.code, phone });
      const link = seen.page.querySelector('a[href*="lich.ics"]')!.getAttribute('href')!;
      const { status, headers, html } = await me.get(link);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      return html.replaceAll('\r\n ', '');
    };
    const afar = await calendarOf('0912000111', true);
    expect(afar).toContain('https://hop.example/phong-1');
    expect(afar).toContain('LOCATION:Trực tuyến');
    const there = await calendarOf('0912000112', false);
    expect(there).not.toContain('hop.example');
    expect(there).toContain('LOCATION:Hội trường');
    expect((await visitor(world).get('/xem-lai/lich.ics')).status).toBe(303);
  });

  test('say of a cancelled event that nobody is to come, and show no code to scan', async () => {
    await cancelEvent(world, eventId, { reason: 'Bão' });
    const { page, text } = await (await signedIn()).get('/xem-lai/dang-ky');
    expect(page.querySelector('.ticket h1')!.text).toBe('Lớp, hội nghị đã hủy');
    expect(text).toContain('Vui lòng không đến');
    expect(page.querySelector('.ticket svg')).toBeNull();
    for (const never of ['Đã giữ chỗ', 'Đến nơi, đọc mã', 'Thêm vào lịch', 'Báo không tham dự'])
      expect(text).not.toContain(never);
  });

  test('say of an event postponed without a date that nobody is to come yet', async () => {
    await postponeEvent(world, eventId, { reason: 'Bão' });
    const { text } = await (await signedIn()).get('/xem-lai/dang-ky');
    expect(text).toContain('Chưa có ngày mới, vui lòng chưa đến');
  });

  test('say of somebody moved to another class that they were, and ask for no new registration', async () => {
    await move(world, mine.id, (await addEvent(world, 12, { capacity: 1 })).id);
    const { text } = await (await signedIn()).get('/xem-lai/dang-ky');
    expect(text).toContain('Đã chuyển sang lớp khác');
    expect(text).not.toContain('Đăng ký lại');
  });

  test('take back a registration only after a question, and the next in line gets the seat', async () => {
    const next = await join('Lê Văn Chờ', '0987654321');
    expect(next.status).toBe('waitlisted');
    const me = await signedIn();
    const question = await me.get('/xem-lai/bao-khong-tham-du');
    expect(question.text).toContain('Báo không tham dự?');
    expect((await getRegistration(world, mine.id)).status).toBe('confirmed');
    const seen = await me.send('/xem-lai/bao-khong-tham-du', fieldsOf(question.page));
    expect(seen.text).toContain('Cảm ơn ông/bà đã báo');
    expect(seen.page.querySelector('a[href^="/xem-lai/sua"]')).toBeNull();
    expect((await getRegistration(world, mine.id)).status).toBe('cancelled');
    expect((await getRegistration(world, next.id)).status).toBe('confirmed');
    expect((await me.get('/xem-lai/bao-khong-tham-du')).headers.get('location')).toBe('/xem-lai/dang-ky');
  });

  test('say why the organizer cancelled', async () => {
    await cancelByStaff(world, mine.id, 'Trùng danh sách của huyện');
    const me = await signedIn();
    const { text } = await me.get('/xem-lai/dang-ky');
    expect(text).toContain('Đăng ký đã hủy');
    expect(text).toContain('Lý do: Trùng danh sách của huyện');
  });

  test('change nothing any more once the event is over', async () => {
    world.clock.forward(11 * 86_400_000);
    const me = await signedIn();
    expect((await me.get('/xem-lai/sua')).headers.get('location')).toBe('/xem-lai/dang-ky');
    const sent = await me.post('/xem-lai/bao-khong-tham-du', { registrationId: mine.id });
    expect(sent.headers.get('location')).toBe('/xem-lai/dang-ky');
    world.clock.forward(-11 * 86_400_000);
    expect((await getRegistration(world, mine.id)).status).toBe('confirmed');
  });
});

describe('Two people on one phone, each in a tab of the same browser', () => {
  /** The first has a page of theirs open; then the second gives code and phone in another tab. */
  const tabs = async (path: string) => {
    const event = await addEvent(world, 10, { capacity: 2 });
    eventId = event.id;
    const first = await join('Danh Thị Ẩn', '0912345678');
    const second = await join('Danh Văn Tư', '0912345678');
    const browser = visitor(world);
    await browser.post('/xem-lai', { code: first.code, phone: first.phone });
    const { page } = await browser.get(path);
    await browser.post('/xem-lai', { code: second.code, phone: second.phone });
    const stored = () => Promise.all([first, second].map((r) => getRegistration(world, r.id)));
    return { browser, fields: fieldsOf(page), before: await stored(), stored };
  };

  test.each(['', '/en'])('cancel neither from the tab of the first: %s', async (language) => {
    const { browser, fields, before, stored } = await tabs(`${language}/xem-lai/bao-khong-tham-du`);
    const refused = await browser.post(`${language}/xem-lai/bao-khong-tham-du`, fields);
    expect(refused.status).toBe(409);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.text).toContain(
      language ? 'No registration was changed or cancelled' : 'Chưa sửa, chưa hủy đăng ký nào',
    );
    expect(refused.page.querySelector('main a.btn')!.getAttribute('href')).toBe(`${language}/xem-lai`);
    expect(refused.text).not.toContain('Danh Văn Tư');
    expect(await stored()).toEqual(before);
  });

  test('write nothing over the second from the correction of the first', async () => {
    const { browser, fields, before, stored } = await tabs('/xem-lai/sua');
    expect(fields.fullName).toBe('Danh Thị Ẩn');
    const refused = await browser.post('/xem-lai/sua', { ...fields, teamName: 'Tổ ấp 5' });
    expect([refused.status, refused.page.querySelector('h1')!.text]).toEqual([
      409,
      'Chưa sửa, chưa hủy đăng ký nào',
    ]);
    expect(await stored()).toEqual(before);
  });

  test('do it after all once the first gives code and phone again', async () => {
    const { browser, fields, before, stored } = await tabs('/xem-lai/bao-khong-tham-du');
    const [first] = before;
    await browser.post('/xem-lai', { code: first!.code, phone: first!.phone });
    await browser.post('/xem-lai/bao-khong-tham-du', fields);
    expect((await stored()).map((r) => r.status)).toEqual(['cancelled', 'confirmed']);
  });

  test.each(['bao-khong-tham-du', 'sua'])(
    'do nothing by a form that names no registration: %s',
    async (at) => {
      const { browser, fields, before, stored } = await tabs(`/xem-lai/${at}`);
      const { registrationId: _named, ...bare } = fields;
      expect((await browser.post(`/xem-lai/${at}`, bare)).status).toBe(409);
      expect(await stored()).toEqual(before);
    },
  );
});

describe('POST /xem-lai/quen-ma', () => {
  test('answers the same whether or not anybody is registered', async () => {
    const known = await visitor(world).send('/xem-lai/quen-ma', {
      fullName: 'danh thi an',
      phone: mine.phone,
    });
    const unknown = await visitor(world).send('/xem-lai/quen-ma', {
      fullName: 'Không Ai',
      phone: '0900000000'.replace('0900', '0909'),
    });
    expect(known.status).toBe(200);
    expect(known.html).toBe(unknown.html);
    expect(known.html).not.toContain(mine.code);
    expect((await getRegistration(world, mine.id)).codeAsked).toBeTruthy();
  });

  test('names what is malformed', async () => {
    const { status, page } = await visitor(world).post('/xem-lai/quen-ma', { fullName: '', phone: '' });
    expect(status).toBe(422);
    expect(page.querySelectorAll('.error-summary a')).toHaveLength(2);
  });
});
