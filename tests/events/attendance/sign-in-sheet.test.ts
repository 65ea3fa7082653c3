import { beforeAll, describe, expect, test } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { signInSheet } from '../../../functions/events/attendance/sign-in-sheet';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent, onDay } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const sessions = () => [
  { startsAt: onDay(world, 2, '08:00'), endsAt: onDay(world, 2, '11:00'), topic: 'Kỹ năng hòa giải' },
  { startsAt: onDay(world, 2, '13:30'), endsAt: onDay(world, 2, '17:00'), topic: 'Luật Đất đai' },
  { startsAt: onDay(world, 3, '07:45'), endsAt: onDay(world, 3, '11:15'), topic: 'Thực hành' },
];
/** Two days with a programme of three parts. */
const twoDays = () =>
  addEvent(world, 2, {
    startsAt: onDay(world, 2, '07:30'),
    endsAt: onDay(world, 3, '11:30'),
    sessions: sessions(),
  });
const sheet = async (id: string, query = '') => organizer.get(`${routes.consoleSignInSheet(id)}${query}`);

describe('the sign-in sheet', () => {
  test('says the day’s own hours, from the programme', async () => {
    const event = await twoDays();
    const first = await sheet(event.id);
    expect(first.text).toContain('từ 07 giờ 30 đến 17 giờ 00, ngày 18 tháng 11 năm 2026');
    const second = await sheet(event.id, '?ngay=2026-11-19');
    expect(second.text).toContain('từ 07 giờ 45 đến 11 giờ 30, ngày 19 tháng 11 năm 2026');
  });

  test('is made for one part of the programme where that is asked for', async () => {
    const event = await twoDays();
    const page = await sheet(event.id, '?buoi=2');
    expect(page.text).toContain('từ 13 giờ 30 đến 17 giờ 00');
    expect(page.page.querySelector('.sheet-title')!.text).toContain('Luật Đất đai');
    const options = (await sheet(event.id)).page.querySelectorAll('select[name=buoi] option');
    expect(options.map((o) => o.text.trim())).toEqual([
      'Cả ngày',
      '8:00–11:00 Kỹ năng hòa giải',
      '13:30–17:00 Luật Đất đai',
    ]);
    expect((await sheet(event.id, '?ngay=2026-11-19')).html).not.toContain('name="buoi"');
  });

  test('has columns for money and hand-outs where they are wanted', async () => {
    const event = await twoDays();
    const heads = async (query: string) =>
      (await sheet(event.id, query)).page.querySelectorAll('.sheet thead th').map((th) => th.text);
    const usual = ['STT', 'Họ và tên', 'Năm sinh', 'Chức vụ, đơn vị', 'Số điện thoại'];
    expect(await heads('')).toEqual([...usual, 'Ký nhận']);
    expect(await heads('?cot=tien')).toEqual([...usual, 'Tiền hỗ trợ (đồng)', 'Ký nhận']);
    expect(await heads('?cot=tien&cot=tai-lieu')).toEqual([
      ...usual,
      'Tiền hỗ trợ (đồng)',
      'Tài liệu đã nhận',
      'Ký nhận',
    ]);
    expect(await heads('?cot=la')).toEqual([...usual, 'Ký nhận']);
  });

  test('of an evening past midnight is one, and says that it ends the next day', async () => {
    const event = await addEvent(world, 2, {
      startsAt: onDay(world, 2, '19:00'),
      endsAt: onDay(world, 3, '00:30'),
    });
    const page = await sheet(event.id);
    expect(page.text).toContain('từ 19 giờ 00 đến 00 giờ 30 hôm sau, ngày 18 tháng 11 năm 2026');
    expect(page.text).not.toContain('Mỗi ngày một danh sách');
  });

  test('keeps who was there on that day and left, and the day of now', async () => {
    const event = await twoDays();
    const an = await comes(world, event.id, { fullName: 'Trần Mẫu An' });
    const binh = await comes(world, event.id, { fullName: 'Trần Mẫu Bình' });
    world.clock.at = ms(event.startsAt);
    await checkIn(world, event.id, { registrationId: an.id, day: 1 });
    await cancelByStaff(world, an.id, 'Bận', { evenIfPresent: true });
    await cancelByStaff(world, binh.id, 'Bận');
    const names = async (day?: number) =>
      (await signInSheet(world, event.id, day)).rows.map((r) => r.fullName);
    expect(await names()).toEqual(['Trần Mẫu An']);
    world.clock.forward(DAY);
    expect([await names(), await names(1)]).toEqual([[], ['Trần Mẫu An']]);
    expect((await signInSheet(world, event.id)).day).toBe(2);
  });
});
