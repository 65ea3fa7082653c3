import { beforeAll, expect, test } from 'vitest';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { type Fields, signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld({ publicOrigin: 'https://nhipcau.test' });
beforeAll(() => addPlaces(world));

/** What every answer says to browsers, whatever it answers. */
const SAID = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-resource-policy': 'same-origin',
};
const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

test('every answer tells browsers what they may do with it: pages, files, JSON, redirects and refusals', async () => {
  const { id } = await addEvent(world, 10);
  const staff = await signIn(world, { role: 'organizer' });
  const own: [string, number][] = [
    [routes.console(), 200],
    [routes.consoleExport(id, 'xlsx'), 200],
    [routes.consoleExport(id, 'csv'), 200],
    [`/api/events/${id}/registrations`, 200],
  ];
  const open: [string, number][] = [
    ['/', 200],
    [routes.event(id), 200],
    [routes.eventCalendar(id), 200],
    ['/healthz', 200],
    ['/robots.txt', 200],
    ['/api/openapi.json', 200],
    ['/api/events', 200],
    ['/api/none', 404],
    ['/khong-co', 404],
    [routes.console(), 302],
  ];
  for (const [who, pages] of [
    [staff, own],
    [visitor(world), open],
  ] as const)
    for (const [path, status] of pages) {
      const { status: seen, headers } = await who.get(path);
      expect([path, seen]).toEqual([path, status]);
      for (const [name, value] of Object.entries(SAID))
        expect([path, name, headers.get(name)]).toEqual([path, name, value]);
      for (const part of POLICY)
        expect([path, headers.get('content-security-policy')]).toEqual([path, expect.stringContaining(part)]);
      // No other origin reads an answer by a script.
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const type = headers.get('content-type');
      if (seen !== 302)
        expect([path, type]).toEqual([path, expect.stringMatching(/^(text\/.*; ?charset=|application\/)/)]);
    }
});

test.each<[string, string, Fields]>([
  ['this machine', routes.signOut(), {}],
  ['all machines', routes.signOutEverywhere(), {}],
])('signing out of %s clears what the browser kept of the pages', async (_where, path, fields) => {
  const staff = await signIn(world, { role: 'organizer' });
  const answer = await staff.post(path, fields);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
});
