import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { fieldsOf } from '../../support/seen';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { registered } from './forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

let husband: Registration;
let wife: Registration;
let phone: Visitor;
beforeEach(async () => {
  const { id } = await addEvent(world, 10, { capacity: 2 });
  husband = await registered(world, id, 'Danh Văn Mẫu Chồng', '0912345678');
  wife = await registered(world, id, 'Lê Thị Mẫu Vợ', '0912345678');
  phone = visitor(world);
});
const open = (r: Registration) => phone.send('/xem-lai', { code: r.code, phone: r.phone });
const stored = () => Promise.all([husband, wife].map((r) => getRegistration(world, r.id)));
const linkOn = ({ page }: Seen, path: string) =>
  page.querySelector(`a[href^="${path}?"]`)!.getAttribute('href')!.replaceAll('&amp;', '&');

const CANCEL = '/xem-lai/bao-khong-tham-du';
const CORRECT = '/xem-lai/sua';

describe('A link on a page of one’s own registration', () => {
  beforeEach(async () => {
    await phone.get('/xem-lai');
  });

  test.each([CANCEL, CORRECT, '/xem-lai/lich.ics'])(
    'leads to the registration that the page shows, or asks for its code: %s',
    async (path) => {
      const page = await open(husband);
      const link = linkOn(page, path);
      expect((await phone.get(link)).status).toBe(200);
      await open(wife);
      const asked = await phone.get(link);
      expect([asked.status, asked.text]).toEqual([303, '']);
      const form = await phone.get(asked.headers.get('location')!);
      expect(form.text).toContain('của đúng người cần xem, sửa');
      const { code } = husband;
      const back = await phone.send('/xem-lai', { ...fieldsOf(form.page), code, phone: husband.phone });
      expect(back.html).toContain('Danh Văn Mẫu Chồng');
      expect(back.html).not.toContain('Lê Thị Mẫu Vợ');
    },
  );

  test('asks for the code where the proof is over, and then shows the page that was asked for', async () => {
    const link = linkOn(await open(husband), CORRECT);
    world.clock.forward(31 * MINUTE);
    const form = await phone.get((await phone.get(link)).headers.get('location')!);
    const back = await phone.send('/xem-lai', {
      ...fieldsOf(form.page),
      code: husband.code,
      phone: husband.phone,
    });
    world.clock.forward(-31 * MINUTE);
    expect(fieldsOf(back.page).fullName).toBe('Danh Văn Mẫu Chồng');
  });

  test('leads to no page but the reader’s own', async () => {
    for (const back of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/quan-tri',
      '/xem-lai/../quan-tri',
    ]) {
      const answer = await phone.post('/xem-lai', { ve: back, code: wife.code, phone: wife.phone });
      expect(answer.headers.get('location')).toBe('/xem-lai/dang-ky');
    }
  });
});

describe('A form whose proof is for another registration by now', () => {
  const tabs = async (path: string) => {
    await phone.get('/xem-lai');
    await open(husband);
    const { page } = await phone.get(path);
    await open(wife);
    return fieldsOf(page);
  };

  test('cancels the right one once the code is given beside it', async () => {
    const refused = await phone.post(CANCEL, await tabs(CANCEL));
    expect([refused.status, refused.text.includes('Mẫu Vợ')]).toEqual([409, false]);
    expect((await stored()).map((r) => r.status)).toEqual(['confirmed', 'confirmed']);
    const asked = fieldsOf(refused.page);
    const wrong = await phone.post(CANCEL, { ...asked, ownCode: wife.code, ownPhone: wife.phone });
    expect([wrong.status, wrong.text.includes('của đăng ký khác')]).toEqual([409, true]);
    expect((await stored()).map((r) => r.status)).toEqual(['confirmed', 'confirmed']);
    const done = await phone.send(CANCEL, { ...asked, ownCode: husband.code, ownPhone: '0912 345 678' });
    expect(done.text).toContain('Cảm ơn ông/bà đã báo');
    expect((await stored()).map((r) => r.status)).toEqual(['cancelled', 'confirmed']);
  });

  test('keeps a long correction until the code is given', async () => {
    const long = { ...(await tabs(CORRECT)), teamName: 'Tổ hòa giải ấp 5', access: 'Cần lối đi xe lăn' };
    const refused = await phone.post(CORRECT, long);
    const asked = fieldsOf(refused.page);
    expect(asked).toMatchObject({ teamName: 'Tổ hòa giải ấp 5', access: 'Cần lối đi xe lăn' });
    await phone.send(CORRECT, { ...asked, ownCode: husband.code, ownPhone: husband.phone });
    expect(await stored()).toMatchObject([
      { fullName: 'Danh Văn Mẫu Chồng', teamName: 'Tổ hòa giải ấp 5', code: husband.code },
      { fullName: 'Lê Thị Mẫu Vợ', version: wife.version },
    ]);
  });

  test('keeps it where the proof is over, too, and names what is missing of the code', async () => {
    await phone.get('/xem-lai');
    await open(husband);
    const long = { ...fieldsOf((await phone.get(CORRECT)).page), teamName: 'Tổ ấp 6' };
    world.clock.forward(31 * MINUTE);
    const refused = await phone.post(CORRECT, long);
    expect(refused.text).toContain('Trang đã mở quá lâu');
    const bad = await phone.post(CORRECT, { ...fieldsOf(refused.page), ownCode: '12', ownPhone: '' });
    expect(bad.page.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual([
      '#o-ownCode',
      '#o-ownPhone',
    ]);
    const done = await phone.send(CORRECT, {
      ...fieldsOf(bad.page),
      ownCode: husband.code,
      ownPhone: husband.phone,
    });
    world.clock.forward(-31 * MINUTE);
    expect(done.text).toContain('Đã lưu thông tin mới');
    expect((await stored())[0]).toMatchObject({ teamName: 'Tổ ấp 6' });
  });
});

describe('A page older than the registration', () => {
  beforeEach(async () => {
    await phone.get('/xem-lai');
    await open(husband);
  });
  const changed = (over: Record<string, unknown>) =>
    getRegistration(world, husband.id).then((r) =>
      correctByStaff(world, husband.id, { ...particularsOf(r), ...over }),
    );

  test('corrects nothing that was corrected meanwhile in another tab, and then does', async () => {
    const old = fieldsOf((await phone.get(CORRECT)).page);
    await phone.send(CORRECT, { ...fieldsOf((await phone.get(CORRECT)).page), position: 'Trưởng ấp 5' });
    const refused = await phone.post(CORRECT, { ...old, teamName: 'Tổ ấp 7' });
    expect([refused.status, refused.text.includes('Trưởng ấp 5')]).toEqual([422, true]);
    expect((await stored())[0]).toMatchObject({ position: 'Trưởng ấp 5' });
    await phone.send(CORRECT, fieldsOf(refused.page));
    expect((await stored())[0]).toMatchObject({ teamName: 'Tổ ấp 7' });
  });

  test('cancels nothing that became another person’s meanwhile, shows it, and then does', async () => {
    const old = fieldsOf((await phone.get(CANCEL)).page);
    await changed({ fullName: 'Danh Mẫu Cháu' });
    const refused = await phone.post(CANCEL, old);
    expect(refused.status).toBe(412);
    expect(refused.text).toContain('Đăng ký vừa thay đổi sau khi ông/bà mở trang này');
    expect(refused.text).toContain('Danh Mẫu Cháu');
    expect((await stored())[0]!.status).toBe('confirmed');
    await phone.send(CANCEL, fieldsOf(refused.page));
    expect((await stored())[0]!.status).toBe('cancelled');
  });

  test('cancels nothing without saying which version it shows', async () => {
    const fields = fieldsOf((await phone.get(CANCEL)).page);
    expect((await phone.post(CANCEL, { ...fields, version: '' })).status).toBe(412);
    expect((await stored())[0]!.status).toBe('confirmed');
  });

  test('is answered as the first time where it is sent twice', async () => {
    const fields = fieldsOf((await phone.get(CANCEL)).page);
    await phone.post(CANCEL, fields);
    expect((await phone.send(CANCEL, fields)).text).toContain('Đã báo không tham dự');
  });

  test('says what the organizer decided meanwhile', async () => {
    const fields = fieldsOf((await phone.get(CANCEL)).page);
    await cancelByStaff(world, husband.id, 'Trùng danh sách');
    expect((await phone.send(CANCEL, fields)).text).toContain('Trùng danh sách');
  });
});
