import { describe, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { admitPerson } from '../../../functions/events/registrations/register/admit-person';
import type { Registration } from '../../../functions/events/registrations/registration';
import { iso } from '../../../functions/platform/time/dates';
import { setPoolSize } from '../../../functions/seats/capacity';
import type { Ledger } from '../../../functions/seats/ledger/ledger';
import { ledgerOf } from '../../../functions/seats/tables/ledger-tables';
import { blockItems } from '../../../functions/seats/tables/seat-tables';
import { addPlaces } from '../../support/places';
import { type TestWorld, useWorld } from '../../support/world';

const PEOPLE = 1_000;
const SEATS = 100;
const LEAVERS = 30;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (n: number): string => (n < 26 ? letters[n]! : word(Math.floor(n / 26)) + letters[n % 26]!);

const openEvent = async (world: TestWorld, id: string) => {
  await world.db.put(eventsTable, {
    pk: id,
    sk: 'event',
    id,
    sections: 1,
    status: 'published',
    admission: 'open',
    mode: 'in-person',
    startsAt: iso(world.now() + 86_400_000),
    endsAt: iso(world.now() + 90_000_000),
  } as never);
  await setPoolSize(world, id, { pool: 'open' }, SEATS);
};

/** A thousand people press the button at once. */
const rush = async (
  world: TestWorld,
  eventId: string,
  ledger: Ledger<Registration>,
): Promise<Registration[]> =>
  Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      const person = {
        fullName: `Trần Mẫu ${word(n)}`,
        phone: `090${String(n).padStart(7, '0')}`,
        unitId: 'unt_dinhan',
        interpreter: false,
      };
      const { registration } = await admitPerson(world, eventId, {
        particulars: person,
        rule: () => {},
        source: { basis: 'person', channel: 'web', how: 'direct' },
        ledger,
      });
      return registration;
    }),
  );

const held = async (world: TestWorld, eventId: string) =>
  (await ledgerOf(world).blocks(eventId)).reduce((n, b) => n + Object.keys(b.held).length, 0);

describe('a thousand registrations at once for a hundred seats', () => {
  const world = useWorld();

  test('gives exactly a hundred seats, queues the rest, and promotes exactly the first in line', async () => {
    await addPlaces(world);
    await openEvent(world, 'evt_rush');
    const all = await rush(world, 'evt_rush', ledgerOf<Registration>(world));
    const confirmed = all.filter((r) => r.status === 'confirmed');
    const queue = all
      .filter((r) => r.status === 'waitlisted')
      .sort((a, b) => (a.queuedAt! < b.queuedAt! ? -1 : 1));
    expect([confirmed.length, queue.length]).toEqual([SEATS, PEOPLE - SEATS]);
    expect(await held(world, 'evt_rush')).toBe(SEATS);
    // In their order of arrival: all came in one process, in the order of their numbers.
    const arrival = queue.map((r) => Number(r.phone.slice(3)));
    expect(arrival).toEqual([...arrival].sort((a, b) => a - b));

    await Promise.all(confirmed.slice(0, LEAVERS).map((r) => cancelByStaff(world, r.id, 'thử')));
    const ledger = ledgerOf<Registration>(world);
    const now = (await Promise.all(queue.map((r) => ledger.registration(r)))) as Registration[];
    expect(now.slice(0, LEAVERS).every((r) => r.status === 'confirmed')).toBe(true);
    expect(now.slice(LEAVERS).every((r) => r.status === 'waitlisted')).toBe(true);
    expect(await held(world, 'evt_rush')).toBe(SEATS);
    expect((await readRoom(world, 'evt_rush')).blocks.reduce((n, b) => n + b.count, 0)).toBe(SEATS);
  });

  test('oversells when the seat guard is taken out, so the guard is what keeps the promise', async () => {
    await openEvent(world, 'evt_unguarded');
    const real = ledgerOf<Registration>(world);
    const unguarded: Ledger<Registration> = {
      ...real,
      claim: async (event, { id, block }) => {
        await world.db.update(
          blockItems,
          { pk: event, sk: block },
          {
            expression: 'held.#claim = :now, #count = #count + :one',
            names: { '#claim': id, '#count': 'count' },
            values: { ':now': 1, ':one': 1 },
          },
        );
        return true;
      },
    };
    const all = await rush(world, 'evt_unguarded', unguarded);
    expect(all.filter((r) => r.status === 'confirmed').length).toBeGreaterThan(SEATS);
  });
});
