import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { copy } from '../../../web/copy/copy';
import { addBody } from '../../support/bodies';
import { callsOf } from '../../support/calls-of';
import { addEvent, draftEvent, inDays, onDay } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let both: Event;

beforeAll(async () => {
  await addWholeProvince(world, 1);
  const lead = await addBody(world, 'Sở Tư pháp');
  const bar = await addBody(world, 'Đoàn Luật sư tỉnh', { kind: 'bar-association' });
  both = await addEvent(world, 20, {
    kind: 'conference',
    mode: 'both',
    title: 'Hội nghị chia sẻ kinh nghiệm',
    titleEn: 'Conference',
    summary: '# Mục đích\n\nTháo gỡ **vướng mắc** <script>alert(1)</script> [đọc](javascript:alert(1))',
    startsAt: onDay(world, 20, '08:00'),
    endsAt: onDay(world, 21, '11:30'),
    pools: [
      { kind: 'open', seats: 30 },
      { kind: 'online', seats: 10 },
    ],
    onlineUrl: 'https://meet.example.vn/bi-mat',
    registrationClosesAt: onDay(world, 18, '23:59'),
    leadBodyId: lead.id,
    coordinatingBodyIds: [bar.id],
    bring: 'Giấy mời',
    lunch: 'Có cơm trưa',
    travel: 'Hỗ trợ tàu xe',
    audience: 'Tổ trưởng',
    sessions: [
      {
        startsAt: onDay(world, 20, '08:00'),
        endsAt: onDay(world, 20, '09:00'),
        topic: 'Khai mạc',
        speaker: 'Lãnh đạo Sở',
        room: 'Phòng 1',
      },
      { startsAt: onDay(world, 21, '08:00'), endsAt: onDay(world, 21, '09:00'), topic: 'Thảo luận' },
    ],
  });
});

describe('GET /lop/{id}', () => {
  test('tells everything that one needs to come, and not the online link', async () => {
    const { status, page, text, html } = await visitor(world).get(`/lop/${both.id}`);
    expect(status).toBe(200);
    expect(page.querySelectorAll('h1').map((h) => h.text)).toEqual(['Hội nghị chia sẻ kinh nghiệm']);
    for (const words of [
      'Chủ nhật, 06/12/2026, 8:00 – thứ Hai, 07/12/2026, 11:30',
      'Giấy mời',
      'Có cơm trưa',
      'Hỗ trợ tàu xe',
      'Tổ trưởng',
      'Sở Tư pháp',
      'Đoàn Luật sư tỉnh',
      '8:00 Khai mạc',
      'Lãnh đạo Sở · Phòng 1',
      'Còn 40 chỗ',
      'Tại hội trường: còn 30 trong 30 chỗ',
      'Trực tuyến: còn 10 trong 10 chỗ',
      'Hạn đăng ký: hết thứ Sáu, 04/12/2026',
    ])
      expect(text).toContain(words);
    expect(page.querySelectorAll('.agenda')).toHaveLength(2);
    expect(page.querySelector('aside a[href^="tel:"]')!.getAttribute('href')).toBe('tel:+842973000000');
    expect(page.querySelector('footer a[href^="tel:"]')!.getAttribute('href')).toBe('tel:+842973000000');
    expect(html).not.toContain('bi-mat');
  });

  test('says when and where once, before how to register', async () => {
    const { page } = await visitor(world).get(`/lop/${both.id}`);
    const names = (within: string) => page.querySelectorAll(`${within} dt`).map((dt) => dt.text);
    expect(names('.first')).toEqual(['Thời gian', 'Địa điểm']);
    expect(names('.first + aside + div')).not.toContain('Thời gian');
  });

  test('offers no calendar and no way to a registration once it is over', async () => {
    const event = await addEvent(world, 9);
    const links = async () => (await visitor(world).get(`/lop/${event.id}`)).page.querySelectorAll('aside a');
    expect((await links()).length).toBe(4);
    world.clock.forward(20 * 86_400_000);
    const left = (await links()).map((a) => a.getAttribute('href'));
    world.clock.forward(-20 * 86_400_000);
    expect(left).toEqual(['tel:+842973000000']);
  });

  test('tells English readers the month by its name', async () => {
    const { text } = await visitor(world).get(`/en/lop/${both.id}`);
    expect(text).toContain('Sunday, 6 December 2026, 8:00 – Monday, 7 December 2026, 11:30');
  });

  test('makes the summary safe and keeps the headings in order', async () => {
    const { page, html } = await visitor(world).get(`/lop/${both.id}`);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('href="javascript:');
    expect(page.querySelector('.markdown strong')!.text).toBe('vướng mắc');
    const levels = page.querySelectorAll('h1,h2,h3,h4').map((h) => Number(h.tagName[1]));
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('is one call to the tables', async () => {
    expect(await callsOf(world, () => visitor(world).get(`/lop/${both.id}`))).toEqual(['query events']);
  });

  test('is missing while it is a draft, and where there is no such event', async () => {
    const draft = await draftEvent(world, {}, inDays(world, 5));
    for (const path of [
      `/lop/${draft.id}`,
      `/lop/${draft.id}/dang-ky`,
      `/lop/${draft.id}/lich.ics`,
      '/lop/evt_none',
    ]) {
      const { status, text, page } = await visitor(world).get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('Không có lớp, hội nghị này');
      expect(page.querySelector('h1')!.text).toBe('Không tìm thấy');
    }
  });

  test('says when registration opens, and that it has closed', async () => {
    const later = await addEvent(world, 9, { registrationOpensAt: onDay(world, 3, '08:00') });
    expect((await visitor(world).get(`/lop/${later.id}`)).text).toContain('Mở từ thứ Năm, 19/11/2026, 8:00');
    const shut = await addEvent(world, 9, { registrationClosesAt: onDay(world, 1, '08:00') });
    world.clock.forward(86_400_000);
    const { text, page } = await visitor(world).get(`/lop/${shut.id}`);
    world.clock.forward(-86_400_000);
    expect(text).toContain('Đã hết hạn đăng ký');
    expect(page.querySelector('aside .btn')).toBeNull();
  });

  test('says whom to ask where people are nominated or invited', async () => {
    const nominated = await addEvent(world, 9, { admission: 'nomination', contactName: 'Phòng Tư pháp' });
    const { text, page } = await visitor(world).get(`/lop/${nominated.id}`);
    expect(text).toContain('vui lòng hỏi đơn vị của ông/bà hoặc Phòng Tư pháp');
    expect(page.querySelector('aside .btn')).toBeNull();
    const invited = await addEvent(world, 9, { admission: 'invitation' });
    expect((await visitor(world).get(`/lop/${invited.id}`)).text).toContain('có giấy mời');
  });

  test('marks the hours of its agenda as former ones while there is no new date', async () => {
    const sessions = [
      { startsAt: onDay(world, 9, '08:00'), endsAt: onDay(world, 9, '09:00'), topic: 'Khai mạc' },
    ];
    const event = await addEvent(world, 9, { sessions });
    expect((await visitor(world).get(`/lop/${event.id}`)).text).not.toContain('theo lịch cũ');
    await postponeEvent(world, event.id, { reason: 'Biển động' });
    const { text, page } = await visitor(world).get(`/lop/${event.id}`);
    expect(text).toContain('Ngày giờ dưới đây theo lịch cũ; lịch mới sẽ được báo sau.');
    expect(page.querySelector('.agenda li s')?.text).toBe('8:00');
  });

  test('shows that it is postponed or cancelled, and why', async () => {
    const event = await addEvent(world, 9);
    await postponeEvent(world, event.id, { reason: 'Biển động' });
    const postponed = await visitor(world).get(`/lop/${event.id}`);
    expect(postponed.text).toMatch(/Tạm hoãn.*Lý do: Biển động/);
    expect(postponed.page.querySelector('dd s')).not.toBeNull();
    await cancelEvent(world, event.id, { reason: 'Dồn lớp' });
    expect((await visitor(world).get(`/lop/${event.id}`)).text).toMatch(/Đã hủy.*Lý do: Dồn lớp/);
  });

  test('gives a calendar file without the online link', async () => {
    const { status, headers, html } = await visitor(world).get(`/lop/${both.id}/lich.ics`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(html).toContain('BEGIN:VEVENT');
    expect(html).not.toContain('bi-mat');
  });
});

describe('the English words for places', () => {
  test('know one from many', () => {
    const t = copy('en').events;
    expect([t.poolLeft(0, 1), t.poolLeft(0, 20)]).toEqual(['full (1 place)', 'full (20 places)']);
    expect([t.left(1), t.left(2), t.seatsOf(1)]).toEqual(['1 place left', '2 places left', 'of 1 place']);
  });
});
