import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { dynamoClient } from '../../../functions/platform/store/client';
import { MINUTE } from '../../../functions/platform/time/dates';
import { localAws } from '../../../infra/local/parts/part';
import {
  everyItem,
  type Migration,
  type MigrationWorld,
  migrate,
  migrationRecords,
} from '../../../infra/operate/migrate';
import { MIGRATIONS } from '../../../infra/operate/migrations';
import { anEvent, keepEvent } from '../../support/stored';
import { useWorld } from '../../support/world';

test('the migrations bear their days, each once, oldest first', () => {
  const ids = MIGRATIONS.map(({ id }) => id);
  for (const id of ids) expect(id).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/);
  expect([...new Set(ids)].sort()).toEqual(ids);
});

describe('a migration', () => {
  const world = useWorld();
  const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
  afterAll(() => client.destroy());
  const here = (): MigrationWorld => ({
    db: world.db,
    now: world.now,
    client,
    prefix: world.settings.tablePrefix,
  });
  let portions = 0;
  let stopsAt = Number.POSITIVE_INFINITY;
  /** Gives each event a new word, two at a time. */
  const words: Migration = {
    id: '2026-12-01-words',
    portion: async (at, from) => {
      if (++portions === stopsAt) throw new Error('the runner was stopped');
      const { items, next } = await everyItem(at, eventsTable, { from, limit: 2 });
      for (const { pk, sk } of items as unknown as { pk: string; sk: string }[])
        if (sk === 'event') await at.db.update(eventsTable, { pk, sk }, { set: { word: 'new' } as never });
      return next;
    },
  };
  const ids = ['evt_m1', 'evt_m2', 'evt_m3', 'evt_m4', 'evt_m5'];
  const withWord = async () => {
    const all = await Promise.all(ids.map((pk) => world.db.get(eventsTable, { pk, sk: 'event' })));
    return all.filter((one) => (one as { word?: string } | undefined)?.word === 'new').length;
  };
  beforeAll(() => Promise.all(ids.map((id) => keepEvent(world, anEvent(id)))));
  beforeEach(() => {
    portions = 0;
    stopsAt = Number.POSITIVE_INFINITY;
  });

  test('that was stopped goes on where it was, once the lease of the other runner is over', async () => {
    stopsAt = 3;
    await expect(migrate(here(), [words])).rejects.toThrow('the runner was stopped');
    const before = await withWord();
    expect(before).toBeLessThan(ids.length);
    stopsAt = Number.POSITIVE_INFINITY;
    await expect(migrate(here(), [words])).rejects.toThrow('Another runner works');
    world.clock.forward(16 * MINUTE);
    const again = portions;
    expect(await migrate(here(), [words])).toEqual([words.id]);
    expect(await withWord()).toBe(ids.length);
    // Not from the beginning: the first two portions stand in the record.
    expect(portions - again).toBeLessThan(Math.ceil(ids.length / 2) + 1);
  });

  test('runs once: what is done is recorded', async () => {
    expect(await migrate(here(), [words])).toEqual([]);
    expect(portions).toBe(0);
    const record = await world.db.get(migrationRecords, { pk: 'migration', sk: words.id });
    expect(record).toMatchObject({ state: 'done' });
  });

  test('that another runner took over writes no progress any more', async () => {
    const slow: Migration = {
      id: '2026-12-02-slow',
      portion: async (at) => {
        world.clock.forward(16 * MINUTE);
        await migrate(at, [{ id: '2026-12-02-slow', portion: async () => undefined }]);
        return 'more';
      },
    };
    await expect(migrate(here(), [slow])).rejects.toThrow('Another runner took over');
  });
});
