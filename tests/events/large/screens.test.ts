import { beforeAll, describe, expect, test } from 'vitest';
import { mendSeats } from '../../../functions/background/clock/mend-seats';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { type Registration, registrationsTable } from '../../../functions/events/registrations/registration';
import { tendRoll } from '../../../functions/events/registrations/roll/keep-roll';
import { routes } from '../../../web/routes';
import { LONG } from '../../limits';
import { callsOf } from '../../support/calls-of';
import { addEvent, furnish } from '../../support/events';
import { fillEvent } from '../../support/full-event';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const SEATS = 20_000;
const WAITING = 500;

const world = useWorld();
let organizer: Visitor;
let event: Event;
let one: Registration;
let rolls: string[];

beforeAll(async () => {
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  await furnish(world);
  const { id } = await addEvent(world, 10, { capacity: SEATS });
  event = await fillEvent(world, { id, parentId: 'unt_kg', waiting: WAITING });
  world.costs.length = 0;
  await tendRoll(world, event);
  rolls = world.costs.map(({ call, table }) => `${call} ${table}`);
  const { items } = await world.db.query(registrationsTable, {
    where: 'pk = :pk',
    values: { ':pk': `${event.id}#0` },
    limit: 1,
  });
  one = items[0] as Registration;
}, LONG);

describe('an event of 20,000 people and 500 who wait', () => {
  const list = () => routes.consoleRegistrations(event.id);
  const door = () => routes.consoleCheckIn(event.id);
  const screens: [string, number, () => string][] = [
    ['its page', 13, () => routes.consoleEvent(event.id)],
    ['its form', 4, () => routes.consoleEditEvent(event.id)],
    ['the list', 9, list],
    ['the last page of the list', 9, () => `${list()}?trang=410`],
    ['the list of a district', 9, () => `${list()}?dia-ban=unt_large_3`],
    ['a search in the list', 9, () => `${list()}?tim=${encodeURIComponent('nguyễn thị ánh')}`],
    ['a search without a hit', 8, () => `${list()}?tim=0900012345999`],
    ['check-in', 6, door],
    ['a search at the door', 6, () => `${door()}?tim=tran+van+binh`],
    ['one person', 9, () => routes.consoleRegistration(one.id)],
    ['its seats', 3, () => routes.consoleSeats(event.id)],
    ['its cancellation', 7, () => routes.consoleCancel(event.id)],
    ['the home page', 18, routes.console],
    ['the list over the API', 6, () => `/api/events/${event.id}/registrations`],
    ['its public page', 3, () => routes.event(event.id)],
    ['the public form', 3, () => routes.register(event.id)],
  ];

  test.each(screens)('costs a constant number of calls: %s, %i', async (_, calls, path) => {
    const made = await callsOf(world, async () => {
      expect((await organizer.get(path())).status).toBe(200);
    });
    expect(made.length, made.join(', ')).toBeLessThanOrEqual(calls);
  });

  test('costs a call for each megabyte of people where each must be named: the roll, the file, the sheet', async () => {
    expect(rolls.length).toBeLessThanOrEqual(15);
    const { text: _, ...file } = await organizer.get(routes.consoleExport(event.id, 'xlsx'));
    expect(file.status).toBe(200);
    const xlsx = await callsOf(world, () => organizer.get(routes.consoleExport(event.id, 'xlsx')));
    expect(xlsx.length).toBeLessThanOrEqual(17);
    const sheet = await callsOf(world, () => organizer.get(routes.consoleSignInSheet(event.id)));
    expect(sheet.length).toBeLessThanOrEqual(19);
  });

  test('costs the clock eight calls to find that no seat is lost', async () => {
    const made = await callsOf(world, async () => mendSeats(world, await readRoom(world, event.id), event));
    expect(made.length, made.join(', ')).toBeLessThanOrEqual(8);
  });

  test('costs a new message to groups a call for each hundred addresses, and those of the people', async () => {
    const made = await callsOf(world, async () => {
      expect((await organizer.get(routes.consoleNewBroadcast(event.id))).status).toBe(200);
    });
    const addresses = made.filter((call) => call === 'getMany notices').length;
    expect(addresses).toBeLessThanOrEqual(Math.ceil((SEATS + WAITING) / 2 / 100));
    expect(made.length - addresses).toBeLessThanOrEqual(19);
  });
});
