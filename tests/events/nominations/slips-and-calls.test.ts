import { beforeAll, describe, expect, it } from 'vitest';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { listCalls } from '../../../functions/outbox/calls/calls';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { addPlaces } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { atTime, danh, namedBy, quotaScene, thi } from './scene';

const world = useWorld();
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  officer = visitor(world);
});
const scene = (quota?: number, more?: Record<string, unknown>) => quotaScene(world, quota, more);

describe('slips', () => {
  it('bear the name, the event, the code in groups and as a QR, the place and whom to call', async () => {
    const { path, token } = await scene();
    await officer.post(path, danh);
    world.clock.forward(1_000);
    await officer.post(path, thi);
    const [person] = await namedBy(world, token);
    const slip = await officer.get(`${path}/${person!.id}/phieu`);
    for (const words of [
      'Danh Sóc Mẫu',
      'Tập huấn kỹ năng',
      'Hội trường Sở Tư pháp',
      '7:30–11:30',
      '0297 300 0000',
    ])
      expect(slip.text).toContain(words);
    expect(slip.html).toContain('role="img"');
    expect(slip.text).not.toContain('Thị Nga Mẫu');
    const all = await officer.get(`${path}/in-phieu`);
    expect(all.html.match(/class="ticket"/g)).toHaveLength(2);
  });
});

describe('a slip of an online event', () => {
  it('says how to find the link, and sends nobody to a door', async () => {
    const { path, token } = await scene(3, { mode: 'online', onlineUrl: 'https://meet.example.vn/phong-2' });
    await officer.post(path, danh);
    const [person] = await namedBy(world, token);
    const slip = await officer.get(`${path}/${person!.id}/phieu`);
    expect(slip.text).toContain('Trực tuyến');
    expect(slip.text).toContain('đường dẫn hiện ra khi xem lại đăng ký');
    expect(slip.text).not.toMatch(/Khi đến|Hội trường/);
    // A slip is printed and passed on: the link itself is not on it.
    expect(slip.html).not.toContain('phong-2');
  });
});

describe('the call list of the link', () => {
  const line = (nomination: Nomination, owner: string) => ({
    pk: `reg_${nomination.id}`,
    sk: `x#${owner}`,
    id: `dlv_${owner}${nomination.id.slice(4)}`,
    channel: 'call' as const,
    state: 'to-call' as const,
    template: 'nominated',
    open: 'to-call' as const,
    dueAt: iso(world.now()),
    attempts: 0,
    owner,
    name: 'Danh Sóc Mẫu',
    phone: '0900000201',
    words: 'Thưa ông Danh Sóc Mẫu, ông được cử dự lớp.',
    createdAt: iso(world.now()),
    updatedAt: iso(world.now()),
  });

  it('shows the words to read, and ticks its own lines alone', async () => {
    const { path, nomination } = await scene();
    const own = line(nomination, nomination.id);
    const foreign = line(nomination, 'evt_other');
    await world.db.put(noticesTable, own);
    await world.db.put(noticesTable, foreign);
    const page = await officer.get(path);
    expect(page.text).toContain('Cần báo (1)');
    expect(page.text).toContain('Thưa ông Danh Sóc Mẫu');
    const english = await officer.get(`/en${path}`);
    expect(english.text).toContain('1 person still to be told');
    expect(english.text).toContain('Thưa ông Danh Sóc Mẫu');
    // A blind officer's voice reads each part in its own language.
    expect(english.html).toMatch(/<textarea[^>]*lang="vi"/);
    for (const words of ['Còn 1 người', 'Đã báo', 'Chưa liên hệ được', 'Được cử tham dự', 'Lời để đọc'])
      expect(english.text).not.toContain(words);
    expect((await officer.post(`${path}/da-bao`, { id: foreign.id, outcome: 'told' })).status).toBe(404);
    const tried = await officer.post(`${path}/da-bao`, { id: own.id, outcome: 'not-reached' });
    expect((await officer.get(tried.to)).text).toContain('Đã ghi kết quả gọi.');
    expect((await officer.post(`${path}/da-bao`, { id: own.id, outcome: 'told' })).status).toBe(303);
    expect((await listCalls(world, { owner: nomination.id, limit: 10 })).items).toEqual([]);
    expect((await listCalls(world, { owner: 'evt_other', limit: 10 })).items).toHaveLength(1);
  });

  it('has pages of twenty, the true number, and reads the words of one page alone', async () => {
    const { path, nomination, event } = await scene();
    const LINES = 203;
    const all = Array.from({ length: LINES }, (_, n) => ({
      ...line(nomination, nomination.id),
      pk: `reg_${event.id}_${n}`,
      id: `dlv_${event.id}_${n}`,
      eventId: event.id,
      name: `Người Mẫu ${n}`,
      phone: n < 2 ? '0900000777' : `09${String(20_000_000 + n)}`,
      dueAt: iso(world.now() + n),
      words: 'Sở Tư pháp xin báo. '.repeat(60),
    }));
    // Two lines that were told stay in the index.
    const told = [LINES, LINES + 1].map((n) => ({
      ...all[0]!,
      pk: `reg_${event.id}_${n}`,
      id: `dlv_${event.id}_${n}`,
      state: 'told' as const,
      open: undefined,
    }));
    await world.db.putMany(noticesTable, [...all, ...told]);
    world.costs.length = 0;
    const first = await officer.get(path);
    const reads = world.costs.filter(({ table }) => table === 'notices');
    expect(reads.map(({ call }) => call)).toEqual(['query', 'getMany']);
    const namesOn = (page: typeof first) =>
      page.page.querySelectorAll('li.call').map((li) => li.querySelector('strong')!.text);
    expect(first.text).toContain(`Cần báo (${LINES})`);
    expect(first.text).toContain(`Còn ${LINES} người`);
    expect(namesOn(first)).toEqual(Array.from({ length: 20 }, (_, n) => `Người Mẫu ${n}`));
    expect(first.text).toContain('Trang 1/11');
    const next = first.page.querySelectorAll('a').find((a) => a.text.includes('Trang sau'))!;
    const second = await officer.get(next.getAttribute('href')!);
    expect(namesOn(second)[0]).toBe('Người Mẫu 20');
    const last = await officer.get(`${path}?trang=99`);
    expect(namesOn(last)).toEqual(['Người Mẫu 200', 'Người Mẫu 201', 'Người Mẫu 202']);
    // A tick on the second page comes back to it.
    const form = second.page.querySelector('li.call form')!;
    const done = await officer.post(form.getAttribute('action')!, {
      id: form.querySelector('input[name=id]')!.getAttribute('value')!,
      trang: form.querySelector('input[name=trang]')!.getAttribute('value')!,
      outcome: 'told',
    });
    const after = await officer.get(done.to);
    expect(after.text).toContain(`Cần báo (${LINES - 1})`);
    expect(namesOn(after)[0]).toBe('Người Mẫu 21');
  });

  it('says who was told, and shows what must be told today first', async () => {
    const { path, nomination, event, token } = await scene();
    await officer.post(path, danh);
    const [person] = await namedBy(world, token);
    const ofPerson = { ...line(nomination, nomination.id), pk: person!.id, eventId: event.id };
    const soon = { ...line(nomination, nomination.id), id: `dlv_soon${event.id}`, sk: 'y', name: 'Báo Ngay' };
    await world.db.putMany(noticesTable, [
      { ...ofPerson, template: 'reminder' },
      { ...soon, template: 'cancelled', dueAt: iso(world.now() + 1), eventId: event.id },
    ]);
    await atTime(world, iso(ms(event.startsAt) - HOUR), async () => {
      const page = await officer.get(path);
      const names = page.page.querySelectorAll('li.call strong').map((name) => name.text);
      expect(names).toEqual(['Báo Ngay', 'Danh Sóc Mẫu']);
    });
    const answer = async (outcome: string) => {
      const done = await officer.post(`${path}/da-bao`, { id: ofPerson.id, outcome });
      return (await officer.get(done.to)).text;
    };
    expect(await answer('not-reached')).toContain('Chưa liên hệ được Danh Sóc Mẫu, vẫn còn trong danh sách');
    expect(await answer('told')).toContain('Đã báo Danh Sóc Mẫu.');
  });
});
