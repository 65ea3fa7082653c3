import { describe, expect, test } from 'vitest';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { historyOf } from '../../../functions/platform/audit/history';
import { newToken } from '../../../functions/platform/keys/ids';
import { takenWords } from '../../../web/console/history/taken-words';
import { routeOf } from '../../../web/site/request-log';
import { anEvent, aRegistration, keep, keepEvent } from '../../support/stored';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

test.each([
  ['/', '/'],
  ['/lop/evt_01jd3w8zj4/dang-ky', '/lop/:evt/dang-ky'],
  ['/api/events/evt_01/registrations/export', '/api/events/:evt/registrations/export'],
  ['/ve/5w3x9k2m7n4p6q8r0s1t2v3w4x', '/ve/:secret'],
  ['/ve/ABCDEF', '/ve/:secret'],
  ['/quan-tri/ke-hoach/2026', '/quan-tri/ke-hoach/:n'],
  ['/0912345678', '/:secret'],
])('the route of %s is %s', (path, route) => {
  expect(routeOf(path)).toBe(route);
});

test('the history says what was taken, in words', () => {
  const taken = (as: string, more = {}) =>
    takenWords({
      pk: 'evt_1',
      sk: '',
      table: 'events',
      who: 'acc_1',
      what: 'taken',
      fields: { as: { to: as }, ...more },
    });
  expect(taken('xlsx', { people: { to: 3_000 } })).toBe('tải danh sách đăng ký (Excel): 3.000 người');
  expect(taken('csv', { people: { to: 7 }, part: { to: true } })).toBe(
    'tải danh sách đăng ký (CSV), một phần: 7 người',
  );
  expect(taken('sign-in-sheet', { people: { to: 80 } })).toBe('mở danh sách ký tên: 80 người');
});

describe('a request leaves one line in the log', () => {
  const world = useWorld();
  const ask = (path: string, headers: Record<string, string> = {}) =>
    visitor(world).request(path, { headers }, { requestContext: { requestId: 'Xy1=' } });
  const lines = () => world.logs.filter(({ what }) => what === 'request');

  test('with its route, account, status and time, and without the secret of a link', async () => {
    world.logs.length = 0;
    await ask('/ve/5w3x9k2m7n4p6q8r0s1t2v3w4x?tu=thu');
    const [line, ...more] = lines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ method: 'GET', route: '/ve/:secret', status: 404, ms: 0, call: 'Xy1=' });
    expect(JSON.stringify(line)).not.toMatch(/5w3x9k2m7n4p6q8r0s1t2v3w4x|tu=/);
  });

  test('and a list that is taken out leaves a line in the history of its event, too', async () => {
    const token = newToken();
    const { id } = await addAccount(world, { email: 'x@mau.vn', name: 'Trần Thị Xuất', role: 'organizer' });
    await addApiToken(world, id, token);
    const event = anEvent('evt_taken');
    await keepEvent(world, event);
    await keep(world, aRegistration(event.id, 'a'));
    world.logs.length = 0;
    const asked = { authorization: `Bearer ${token}` };
    const path = `/api/events/${event.id}`;
    expect((await ask(`${path}/registrations/export?format=csv`, asked)).status).toBe(200);
    expect((await ask(`${path}/sign-in-sheet`, asked)).status).toBe(200);
    expect(lines().map(({ account, status }) => [account, status])).toEqual([
      [id, 200],
      [id, 200],
    ]);
    const { items } = await historyOf(world, event.id);
    expect(
      items.map(({ who, what, fields }) => JSON.stringify([who, what, fields.as, fields.people])).sort(),
    ).toEqual([
      JSON.stringify([id, 'taken', { to: 'csv' }, { to: 1 }]),
      JSON.stringify([id, 'taken', { to: 'sign-in-sheet' }, { to: 1 }]),
    ]);
  });
});
