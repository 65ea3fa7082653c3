import { beforeAll, describe, expect, it } from 'vitest';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { readNomination, viewQuotas } from '../../../functions/events/nominations/read';
import { Particulars } from '../../../functions/events/person/person-fields';
import { replace } from '../../../functions/events/registrations/change/replace';
import { type Registration, registrationsTable } from '../../../functions/events/registrations/registration';
import type { Cost } from '../../../functions/platform/store/sender';
import type { World } from '../../../functions/platform/world/world';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { giveQuota, namedBy } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const tokenIn = (link: string) => link.split('/').at(-1)!;
const person = (n: number) => ({
  fullName: `Danh Mẫu ${'abcdefghi'[n]}${'aeiouy'[n % 6]}`,
  phone: `09000004${String(n).padStart(2, '0')}`,
  interpreter: false,
});
const name = (token: string, n: number) =>
  nominate(world, token, { ...person(n), basis: 'paper', another: false });

/** People who registered themselves, in the same partition. */
const crowd = (eventId: string, count: number) =>
  world.db.putMany(
    registrationsTable,
    Array.from(
      { length: count },
      (_, i) =>
        ({
          pk: `${eventId}#0`,
          sk: `crowd${i}`,
          id: `reg_crowd_0_crowd${i}`,
          eventId,
          status: 'cancelled',
          fullName: `Người Khác ${'x'.repeat(400)}`,
          code: String(100_000_000 + i),
        }) as unknown as Registration,
    ),
  );

/** What a piece of work reads of the registrations. */
const readUnits = async (work: (world: World) => Promise<unknown>) => {
  const costs: Cost[] = [];
  await work({ ...world, db: world.db.metered((cost) => costs.push(cost)) });
  return costs.filter((c) => c.table === 'registrations').reduce((sum, c) => sum + c.read, 0);
};

describe('reading whom a link named', () => {
  it('costs the same however many others the event has', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { link, nomination } = await giveQuota(world, event.id, { quota: 5 });
    const token = tokenIn(link);
    for (const n of [0, 1, 2]) await name(token, n);
    const one = (w: World) => readNomination(w, token);
    const all = (w: World) => viewQuotas(w, event.id, [nomination]);
    const alone = [await readUnits(one), await readUnits(all)];
    await crowd(event.id, 400);
    expect([await readUnits(one), await readUnits(all)]).toEqual(alone);
    expect(await one(world)).toMatchObject({ used: 3, left: 2, quota: 5 });
    expect((await all(world))[0]).toMatchObject({ used: 3, left: 2, quota: 5 });
  });

  it('shows whom it named a moment ago, and nobody of another link', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const [a, b] = [
      await giveQuota(world, event.id),
      await giveQuota(world, event.id, { unitId: 'unt_anminh' }),
    ];
    const mine = await name(tokenIn(a.link), 3);
    const theirs = await name(tokenIn(b.link), 4);
    expect((await namedBy(world, tokenIn(a.link))).map((r) => r.id)).toEqual([mine.id]);
    expect((await namedBy(world, tokenIn(b.link))).map((r) => r.id)).toEqual([theirs.id]);
    const counts = await viewQuotas(world, event.id, [a.nomination, b.nomination]);
    expect(counts.map((q) => q.used)).toEqual([1, 1]);
  });

  it('goes on showing who was replaced by the office, and counts the substitute', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { link } = await giveQuota(world, event.id, { quota: 1 });
    const token = tokenIn(link);
    const old = await name(token, 5);
    world.clock.forward(1_000);
    const substitute = await replace(
      world,
      old.id,
      Particulars.parse({ ...person(6), unitId: 'unt_goquao' }),
      { basis: 'paper', channel: 'api' },
    );
    expect((await readNomination(world, token)).people.map((r) => [r.fullName, r.status])).toEqual([
      [person(5).fullName, 'cancelled'],
      [person(6).fullName, 'confirmed'],
    ]);
    expect(substitute.nominationId).toBe(old.nominationId);
    expect(await readNomination(world, token)).toMatchObject({ used: 1, left: 0, quota: 1 });
  });

  it('costs a person who came by themselves no write unit, and a named one one more', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 5 });
    const { link } = await giveQuota(world, event.id);
    const written = async (work: () => Promise<unknown>) => {
      const before = world.costs.length;
      await work();
      return world.costs.slice(before).reduce((sum, c) => sum + c.write, 0);
    };
    const byThemselves = () => entered(world, event.id, { ...person(8), unitId: 'unt_anminh' });
    expect(await written(() => name(tokenIn(link), 7))).toBe(6);
    expect(await written(byThemselves)).toBe(5);
  });
});
