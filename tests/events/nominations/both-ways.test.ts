import { beforeAll, describe, expect, it } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { readPasted } from '../../../functions/events/nominations/pasting/read-pasted';
import { readNomination } from '../../../functions/events/nominations/read';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota, namedBy } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const BOTH = {
  admission: 'nomination',
  mode: 'both',
  onlineUrl: 'https://hop.vn/4',
  capacity: undefined,
  pools: [
    { kind: 'open', seats: 5 },
    { kind: 'online', seats: 5 },
  ],
};
const scene = async (more: Record<string, unknown> = BOTH) => {
  const event = await addEvent(world, 10, { admission: 'nomination', ...more });
  const { nomination, link } = await giveQuota(world, event.id, { quota: 3 });
  const path = new URL(link).pathname;
  return { event, nomination, path, token: path.split('/').at(-1)! };
};
const officer = { page: () => visitor(world) };
const danh = { fullName: 'Danh Sóc Mẫu', phone: '0900 000 401', basis: 'paper' };

describe('an event held both ways, by nomination', () => {
  it('takes a person online on a seat of the quota, and says so on the list and the slip', async () => {
    const { event, path, token } = await scene();
    const page = officer.page();
    expect((await page.get(path)).html).toContain('name="online"');
    expect((await page.post(path, { ...danh, online: 'yes' })).status).toBe(303);
    expect((await page.post(path, { ...danh, online: 'yes' })).status).toBe(303);
    const [named] = await namedBy(world, token);
    expect(named).toMatchObject({ status: 'confirmed', online: true, claim: { pool: 'unt_goquao' } });
    expect(await readNomination(world, token)).toMatchObject({ quota: 3, used: 1, left: 2 });
    const room = await readRoom(world, event.id);
    expect([seatsIn(room, 'online').held, seatsIn(room, 'open').held]).toEqual([0, 0]);
    expect((await page.get(path)).text).toContain('Trực tuyến');
    expect((await page.get(`${path}/${named!.id}/phieu`)).text).toContain('Tham dự trực tuyến');
    const form = await page.get(`${path}/${named!.id}/thay`);
    expect(form.html).toMatch(/value="yes"[^>]*checked|checked[^>]*value="yes"/);
    const substitute = { ...danh, fullName: 'Thị Nga Mẫu', phone: '0900 000 402', online: 'no' };
    expect((await page.post(`${path}/${named!.id}/thay`, substitute)).status).toBe(303);
    const now = (await namedBy(world, token)).find((r) => r.status === 'confirmed');
    expect(now).toMatchObject({ fullName: 'Thị Nga Mẫu', claim: { id: named!.claim!.id } });
    expect(now!.online).toBeUndefined();
  });

  it('reads from a list how each takes part, and never guesses', async () => {
    const { nomination } = await scene();
    const list = [
      'Họ và tên\tSố điện thoại\tHình thức',
      'Danh Một\t0900 000 411\tTrực tuyến',
      'Danh Hai\t0900 000 412\tTrực tiếp',
      'Danh Ba\t0900 000 413\t',
      'Danh Bốn\t0900 000 414\tđi xe',
    ].join('\n');
    const { people: rows } = await readPasted(world, nomination, list, { basis: 'paper' });
    expect(rows.map((r) => r.person && [r.person.fullName, r.person.online])).toEqual([
      ['Danh Một', true],
      ['Danh Hai', false],
      ['Danh Ba', undefined],
      undefined,
    ]);
    expect(rows[3]!.errors).toEqual([
      { path: 'online', code: 'attendance-unknown', detail: { said: 'đi xe' } },
    ]);
    const hall = await scene({ capacity: 10 });
    const { people: there } = await readPasted(world, hall.nomination, list, { basis: 'paper' });
    expect(there.map((r) => r.errors.map((e) => e.code))).toEqual([
      ['online-not-offered'],
      [],
      [],
      ['attendance-unknown'],
    ]);
    expect((await officer.page().get(hall.path)).html).not.toContain('name="online"');
  });
});
