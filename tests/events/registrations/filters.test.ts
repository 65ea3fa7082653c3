import { beforeAll, describe, expect, test } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { exportTable } from '../../../functions/events/attendance/export';
import type { Event } from '../../../functions/events/event/event';
import { ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
let event: Event;

beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  const pools = [
    { kind: 'open', seats: 2 },
    { kind: 'online', seats: 5 },
  ] as const;
  event = await addEvent(world, 9, { mode: 'both', capacity: undefined, pools: [...pools] });
  const people = [];
  for (const more of [
    { fullName: 'Danh Mẫu Cả', unitId: 'unt_dinhan', interpreter: true },
    { fullName: 'Lê Mẫu An', unitId: 'unt_goquao', access: 'Xe lăn' },
    { fullName: 'Phạm Mẫu Bé', unitId: 'unt_anminh' },
    { fullName: 'Thị Mẫu Dư', unitId: 'unt_anminh', online: true },
  ]) {
    world.clock.forward(1_000);
    people.push(await entered(world, event.id, { basis: 'paper', ...more }));
  }
  world.clock.at = ms(event.startsAt);
  await checkIn(world, event.id, { registrationId: people[0]!.id, day: 1 });
});

const at = (query: string) => organizer.get(`${routes.consoleRegistrations(event.id)}?${query}`);
const names = async (query: string) =>
  (await at(query)).page.querySelectorAll('tbody th a').map((a) => a.text);

describe('the list of an event’s people', () => {
  test.each([
    ['dia-ban=unt_goquao', ['Danh Mẫu Cả', 'Lê Mẫu An']],
    ['dia-ban=unt_goquao&nhu-cau=access', ['Lê Mẫu An']],
    ['hinh-thuc=online', ['Thị Mẫu Dư']],
    ['hinh-thuc=hall&tinh-trang=waitlisted', ['Phạm Mẫu Bé']],
    ['co-mat=came', ['Danh Mẫu Cả']],
    ['co-mat=absent', ['Lê Mẫu An', 'Thị Mẫu Dư']],
    ['nhu-cau=interpreter', ['Danh Mẫu Cả']],
    [
      'nhu-cau=khong-co&hinh-thuc=x&co-mat=constructor',
      ['Danh Mẫu Cả', 'Lê Mẫu An', 'Thị Mẫu Dư', 'Phạm Mẫu Bé'],
    ],
    ['tim=mau&dia-ban=unt_anminh&co-mat=absent', ['Thị Mẫu Dư']],
  ])('%s', async (query, expected) => {
    expect((await names(query)).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['sap-xep=ten', ['Lê Mẫu An', 'Phạm Mẫu Bé', 'Danh Mẫu Cả', 'Thị Mẫu Dư']],
    ['sap-xep=moi', ['Thị Mẫu Dư', 'Phạm Mẫu Bé', 'Lê Mẫu An', 'Danh Mẫu Cả']],
    ['sap-xep=don-vi', ['Phạm Mẫu Bé', 'Thị Mẫu Dư', 'Lê Mẫu An', 'Danh Mẫu Cả']],
    ['', ['Lê Mẫu An', 'Danh Mẫu Cả', 'Thị Mẫu Dư', 'Phạm Mẫu Bé']],
  ])('is in the order that %s asks for', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('keeps the other filters where a status is chosen, and gives the file what it shows', async () => {
    const seen = await at('dia-ban=unt_anminh&sap-xep=ten');
    const hrefs = seen.page.querySelectorAll('main a').map((a) => [a.text, a.getAttribute('href')] as const);
    expect(new Map(hrefs).get('Chờ chỗ 1')).toContain('tinh-trang=waitlisted&dia-ban=unt_anminh&sap-xep=ten');
    expect(seen.text).toContain('Tải 2 người đang lọc');
    const [, ...rows] = await exportTable(world, event, { area: 'unt_anminh', way: 'hall' });
    expect(rows.map((row) => row[1])).toEqual(['Phạm Mẫu Bé']);
    const file = await organizer.get(new Map(hrefs).get('CSV')!);
    expect(file.headers.get('content-disposition')).toContain('-trich.csv');
  });

  test('asks only what parts its people', async () => {
    const other = await addEvent(world, 12);
    await entered(world, other.id, { unitId: 'unt_dinhan', basis: 'paper' });
    const { page } = await organizer.get(routes.consoleRegistrations(other.id));
    const asked = page.querySelectorAll('form.filters select').map((s) => s.getAttribute('name'));
    expect(asked).toEqual(['tinh-trang', 'sap-xep']);
  });
});
