import { beforeAll, describe, expect, test } from 'vitest';
import { BodyInput } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import type { Event } from '../../../functions/events/event/event';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { parse } from '../../../functions/platform/input/parse';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
let event: Event;

/** Everybody is of Gò Quao, whose name and kind hold the words that are sought. */
const PEOPLE = [
  ['Trần Văn An', '0900001100', { yearOfBirth: 1971 }],
  ['Trần Văn An', '0900001142', { yearOfBirth: 1985 }],
  ['Lê Quan Lan', '0900001101', {}],
  ['Hoàng Lan Vân', '0900001103', {}],
  ['Danh Thị Ân', '0900001105', {}],
  ['Nguyễn Lan Anh', '0900001109', {}],
  ['Phan Thị Y', '0900001111', {}],
  ['Nguyễn Thanh Ý', '0900001102', {}],
  ['Đặng Văn Mẫu Đức', '0900000401', {}],
  ['Mẫu Số', '0900000711', {}],
  ['Mẫu Bàn', '02973800712', {}],
] as const;

beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
  event = await addEvent(world, 9, { capacity: 50 });
  for (const [fullName, phone, more] of PEOPLE)
    await registerByStaff(
      world,
      event.id,
      parse(StaffRegisterInput, { fullName, phone, unitId: 'unt_goquao', ...more }),
    );
  await createBody(
    world,
    parse(BodyInput, {
      name: 'Hội Mẫu Thủy Liễu',
      kind: 'other',
      phone: '0297 3800 799',
      contacts: [{ name: 'Bà Trần Thị Mẫu Hòa', phone: '0900 000 788' }],
    }),
  );
});

const registrations = (query: string) => organizer.get(`/quan-tri/lop/${event.id}/dang-ky?${query}`);
const door = () => `/quan-tri/lop/${event.id}/diem-danh`;
const typed = async (tim: string) => {
  const sent = await organizer.post(door(), { ngay: '1', tim });
  expect(sent.status).toBe(303);
  return (await organizer.get(sent.to)).text;
};
const inOrder = (text: string) =>
  [...new Set(PEOPLE.map(([name]) => name))]
    .filter((name) => text.includes(name))
    .sort((a, b) => text.indexOf(a) - text.indexOf(b));
const tim = (words: string) => new URLSearchParams({ tim: words }).toString();

const SPELLINGS = [
  '+84 900 000 711',
  '84900000711',
  '0084900000711',
  '(+84) 900000711',
  '900000711',
  '900 000 711',
  '0900.000.711',
  '0711',
];

describe('a phone number in every spelling', () => {
  test.each(SPELLINGS)('%s is found at the door, in the list and over the API', async (spelling) => {
    expect(inOrder(await typed(spelling))).toEqual(['Mẫu Số']);
    expect(inOrder((await registrations(tim(spelling))).text)).toEqual(['Mẫu Số']);
    const { items } = await listRegistrations(world, event.id, { search: spelling, limit: 50 });
    expect(items.map(({ fullName }) => fullName)).toEqual(['Mẫu Số']);
  });

  test('of a landline too', async () => {
    expect(inOrder(await typed('+84 297 3800 712'))).toEqual(['Mẫu Bàn']);
    expect(inOrder((await registrations(tim('297 3800 712'))).text)).toEqual(['Mẫu Bàn']);
  });

  test.each(['+84 297 3800 799', '0900000788', '900 000 788', 'thuỷ liễu', 'hoà', 'Trần'])(
    '%s finds the body by its own number, its people, its name',
    async (spelling) => {
      expect((await organizer.get(`/quan-tri/co-quan?${tim(spelling)}`)).text).toContain('Hội Mẫu Thủy Liễu');
      const listed = await organizer.get(`/quan-tri/co-quan?${tim('0900 000 711')}`);
      expect(listed.text).not.toContain('Hội Mẫu Thủy Liễu');
    },
  );
});

describe('a name', () => {
  test.each([
    ['An', ['Trần Văn An', 'Danh Thị Ân', 'Nguyễn Lan Anh']],
    ['Ân', ['Danh Thị Ân', 'Trần Văn An', 'Nguyễn Lan Anh']],
    ['Y', ['Phan Thị Y', 'Nguyễn Thanh Ý']],
    ['Lan', ['Lê Quan Lan', 'Nguyễn Lan Anh', 'Hoàng Lan Vân']],
    ['dang', ['Đặng Văn Mẫu Đức']],
    ['Ðức', ['Đặng Văn Mẫu Đức']],
  ])('%s: the same order at the door, in the list and over the API', async (words, expected) => {
    expect(inOrder(await typed(words))).toEqual(expected);
    expect(inOrder((await registrations(tim(words))).text)).toEqual(expected);
    const { items } = await listRegistrations(world, event.id, { search: words, limit: 50 });
    expect([...new Set(items.map(({ fullName }) => fullName))]).toEqual(expected);
  });

  test('that two people have stands with phone and year', async () => {
    const page = await typed('Trần Văn An');
    expect(page).toMatch(/Trần Văn An [^·]* · sinh 1971 · 0900 001 100/);
    expect(page).toMatch(/Trần Văn An [^·]* · sinh 1985 · 0900 001 142/);
    const { text } = await registrations(tim('Trần Văn An'));
    for (const year of [1971, 1985]) expect(text).toContain(`Trần Văn An sinh ${year}`);
  });

  test('is paged over the API, best first, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRegistrations(world, event.id, {
        search: 'an',
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ phone }) => phone));
      cursor = page.next;
    } while (cursor);
    expect(seen.slice(0, 2).sort()).toEqual(['0900001100', '0900001142']);
    expect(seen.slice(2)).toEqual(['0900001105', '0900001109']);
  });
});
