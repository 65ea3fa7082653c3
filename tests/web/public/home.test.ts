import { beforeAll, describe, expect, test } from 'vitest';
import { summarise } from '../../../functions/events/event/summarise';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { showPhone } from '../../../functions/platform/text/phone';
import { callsOf } from '../../support/calls-of';
import { addEvent, draftEvent, inDays, onDay } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
const ids: Record<string, string> = {};

beforeAll(async () => {
  await addWholeProvince(world, 2);
  const make = async (name: string, days: number, input: Record<string, unknown> = {}) => {
    ids[name] = (await addEvent(world, days, { title: `Lớp ${name}`, ...input })).id;
  };
  await make('mở', 3, { registrationClosesAt: onDay(world, 2, '23:59') });
  await make('đầy', 4, { capacity: 1 });
  await make('cử', 5, { admission: 'nomination', contactName: 'Phòng Tư pháp' });
  await make('mời', 6, { admission: 'invitation' });
  await make('chưa mở', 7, { registrationOpensAt: onDay(world, 2, '08:00') });
  await make('hết hạn', 8, { registrationClosesAt: onDay(world, 1, '08:00') });
  await make('hoãn', 9);
  await make('hủy', 10);
  await make('diễn đàn Gò Quao', 30, {
    kind: 'forum',
    placeUnitId: 'unt_goquao_1',
    titleEn: 'Forum in Go Quao',
    endsAt: onDay(world, 31, '16:00'),
  });
  await draftEvent(world, { title: 'Lớp nháp' }, inDays(world, 11));
  for (const n of ['An', 'Bình'])
    await comes(world, ids.đầy!, { fullName: `Trần Thị ${n}`, phone: '0912345678', unitId: 'unt_goquao' });
  await summarise(world, ids.đầy!, 1);
  await postponeEvent(world, ids.hoãn!, { reason: 'Biển động' });
  await cancelEvent(world, ids.hủy!, { reason: 'Dồn lớp' });
});

const cardOf = async (name: string, path = '/') => {
  const { page } = await visitor(world).get(path);
  return page.querySelectorAll('.event-card').find((c) => c.querySelector('h3')!.text.includes(name));
};
const words = async (name: string) => (await cardOf(name))!.structuredText.replace(/\s+/g, ' ');

describe('GET /', () => {
  test('shows the events to come by month, each card leading to its event, and no draft', async () => {
    const { status, page, text } = await visitor(world).get('/');
    expect(status).toBe(200);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('h2.group').map((h) => h.text)).toEqual(['Tháng 11', 'Tháng 12']);
    expect(page.querySelector('.event-card h3 a')!.getAttribute('href')).toBe(`/lop/${ids.mở}`);
    expect(text).not.toContain('Lớp nháp');
  });

  test('names the action by the state of each event', async () => {
    expect(await words('Lớp mở')).toMatch(/Còn 60 chỗ Hạn đăng ký: hết 18\/11 Đăng ký$/);
    expect((await cardOf('Lớp mở'))!.querySelector('a.btn')!.getAttribute('href')).toBe(
      `/lop/${ids.mở}/dang-ky`,
    );
    expect(await words('Lớp đầy')).toMatch(/Hết chỗ 1 người đang chờ Ghi tên chờ$/);
    expect(await words('Lớp cử')).toMatch(/Do đơn vị cử Hỏi Phòng Tư pháp Xem chi tiết$/);
    expect(await words('Lớp mời')).toMatch(/Theo giấy mời Hỏi Nguyễn Thị Mẫu Xem chi tiết$/);
    expect(await words('Lớp chưa mở')).toMatch(
      /Chưa mở đăng ký Mở từ thứ Tư, 18\/11\/2026, 8:00 Xem chi tiết$/,
    );
    expect(await words('Lớp hoãn')).toMatch(/Tạm hoãn Lịch mới sẽ được báo sau Xem chi tiết$/);
    expect(await words('Lớp hủy')).toMatch(/Đã hủy Không tổ chức Xem chi tiết$/);
  });

  test('closes a card when its deadline passes', async () => {
    expect(await words('Lớp hết hạn')).toContain('Còn 60 chỗ');
    world.clock.at += 24 * 3_600_000;
    try {
      expect(await words('Lớp hết hạn')).toMatch(/Đã hết hạn đăng ký Xem chi tiết$/);
    } finally {
      world.clock.at -= 24 * 3_600_000;
    }
  });

  test('says the days of an event that lasts longer than one', async () => {
    expect(await words('diễn đàn Gò Quao')).toMatch(/^Thứ Tư – Năm 16–17 2 ngày/);
  });

  test('finds by words without accents, by kind, by district and by month', async () => {
    const titles = async (query: string) =>
      (await visitor(world).get(`/?${query}`)).page
        .querySelectorAll('.event-card h3')
        .map((h) => h.text.trim());
    expect(await titles('tim=dien+dan+go+quao')).toEqual(['Lớp diễn đàn Gò Quao']);
    expect(await titles('loai=forum')).toEqual(['Lớp diễn đàn Gò Quao']);
    expect(await titles('noi=unt_goquao')).toEqual(['Lớp diễn đàn Gò Quao']);
    expect(await titles('thang=2026-12')).toEqual(['Lớp diễn đàn Gò Quao']);
    expect(await titles('loai=%3Cscript%3E&thang=2026-99')).toHaveLength(9);
  });

  test('keeps the filters chosen and offers a way back where nothing is found', async () => {
    const { page, text, status } = await visitor(world).get('/?tim=kh%C3%B4ng+c%C3%B3&loai=contest');
    expect(status).toBe(200);
    expect(page.querySelector('#o-tim')!.getAttribute('value')).toBe('không có');
    expect(page.querySelector('#o-loai option[selected]')!.getAttribute('value')).toBe('contest');
    expect(text).toContain('Không tìm thấy lớp, hội nghị nào phù hợp');
    expect(page.querySelector('.empty a')!.getAttribute('href')).toBe('/');
  });

  test('speaks English below /en, with English titles where there are some', async () => {
    const { page, text } = await visitor(world).get('/en');
    expect(page.querySelector('html')!.getAttribute('lang')).toBe('en');
    expect(text).toContain('Forum in Go Quao');
    expect(page.querySelector('.event-card h3 a')!.getAttribute('href')).toBe(`/en/lop/${ids.mở}`);
    expect(page.querySelector('.event-card h3 a')!.getAttribute('lang')).toBe('vi');
  });

  test('costs one call to the tables', async () => {
    expect(await callsOf(world, () => visitor(world).get('/'))).toEqual(['query events']);
  });

  test('may be kept for strangers, for each size of type, and not for a reader with a cookie of their own', async () => {
    const plain = await visitor(world).get('/');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=15');
    expect(plain.headers.get('vary')).toContain('Cookie');
    expect(plain.headers.get('set-cookie')).toBeNull();
    const large = await visitor(world).get('/', { cookie: '__Host-co=1' });
    expect(large.headers.get('cache-control')).toBe('public, max-age=15');
    const own = await visitor(world).get('/', { cookie: '__Host-co=1; __Host-dk=1' });
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    const bearer = await visitor(world).get('/', { authorization: 'Bearer x' });
    expect(bearer.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('A list longer than a page', () => {
  const long = useWorld();
  test('leads on to the rest, and back', async () => {
    await addWholeProvince(long, 0);
    for (let i = 1; i <= 23; i++) await addEvent(long, i, { title: `Lớp thứ ${i}.` });
    const me = visitor(long);
    const first = await me.get('/?loai=training');
    expect(first.page.querySelectorAll('.event-card')).toHaveLength(20);
    const next = first.page.querySelector('a[rel=next]')!.getAttribute('href')!.replaceAll('&amp;', '&');
    const second = await me.get(next);
    expect(second.page.querySelectorAll('.event-card h3').map((h) => h.text)).toEqual([
      'Lớp thứ 21.',
      'Lớp thứ 22.',
      'Lớp thứ 23.',
    ]);
    expect(second.page.querySelector('a[rel=next]')).toBeNull();
    expect(second.text).toContain('Về đầu danh sách');
  });

  test('says whom to call where nothing is planned at all', async () => {
    long.clock.at += 90 * 86_400_000;
    const { text } = await visitor(long).get('/');
    expect(text).toContain('Hiện chưa có lớp, hội nghị nào sắp tới');
    expect(text).toContain(showPhone(long.settings.help.phone));
  });
});
