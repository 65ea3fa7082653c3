import { beforeAll, describe, expect, it } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { ORPHAN_MS, releaseExpiredQuotas } from '../../../functions/events/nominations/due/release';
import { listNominations } from '../../../functions/events/nominations/list';
import { nominationsTable } from '../../../functions/events/nominations/nomination';
import { MINUTE } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { giveQuota } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const POOL = 'unt_goquao';
/** A world whose process dies as it writes a nomination. */
const dying = (): World => {
  const db = world.db.as(world.db.actor);
  const putIf = db.putIf.bind(db);
  db.putIf = async (table, item, condition) => {
    if (table.name === nominationsTable.name) throw new Error('the process died');
    return putIf(table, item, condition);
  };
  return { ...world, db };
};
/** A quota of five whose nomination was never written, in an event of ten open seats. */
const orphan = async () => {
  const event = await addEvent(world, 10, { admission: 'nomination', capacity: 10 });
  await expect(giveQuota(dying(), event.id, { quota: 5 })).rejects.toThrow('the process died');
  expect(await listNominations(world, event.id)).toEqual([]);
  return event;
};
const seats = async (eventId: string) => {
  const room = await readRoom(world, eventId);
  return { quota: seatsIn(room, POOL).size, open: seatsIn(room, 'open').size };
};

describe('seats of a quota whose nomination was never written', () => {
  it('are given by the next hand that gives the quota, and not twice', async () => {
    const event = await orphan();
    expect(await seats(event.id)).toEqual({ quota: 5, open: 10 });
    await giveQuota(world, event.id, { quota: 3 });
    expect(await seats(event.id)).toEqual({ quota: 3, open: 10 });
    world.clock.forward(ORPHAN_MS + MINUTE);
    await releaseExpiredQuotas(world, event.id);
    expect(await seats(event.id)).toEqual({ quota: 3, open: 10 });
  });

  it('are taken back by the clock some minutes later, and the quota can be given all the same', async () => {
    const event = await orphan();
    world.clock.forward(ORPHAN_MS);
    await releaseExpiredQuotas(world, event.id);
    expect(await seats(event.id)).toEqual({ quota: 5, open: 10 });
    world.clock.forward(MINUTE);
    await releaseExpiredQuotas(world, event.id);
    await releaseExpiredQuotas(world, event.id);
    expect(await seats(event.id)).toEqual({ quota: 0, open: 10 });
    expect(
      world.logs.filter((l) => l.what === 'orphan-quota-taken-back' && l.event === event.id),
    ).toHaveLength(1);
    await giveQuota(world, event.id, { quota: 4 });
    expect(await seats(event.id)).toEqual({ quota: 4, open: 10 });
  });

  it('are left to a quota that is given at this very moment, however old the pool is', async () => {
    const event = await orphan();
    world.clock.forward(ORPHAN_MS + MINUTE);
    await expect(giveQuota(dying(), event.id, { quota: 6 })).rejects.toThrow('the process died');
    await releaseExpiredQuotas(world, event.id);
    expect(await seats(event.id)).toEqual({ quota: 6, open: 10 });
  });

  it('stay with who sits there, as one of everybody’s', async () => {
    const event = await orphan();
    const registration = await entered(world, event.id);
    expect(registration.claim?.pool).toBe(POOL);
    world.clock.forward(ORPHAN_MS + MINUTE);
    await releaseExpiredQuotas(world, event.id);
    expect(await seats(event.id)).toEqual({ quota: 0, open: 11 });
  });
});
