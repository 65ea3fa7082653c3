import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import { getImport } from '../../functions/events/imports/find';
import { MINUTE } from '../../functions/platform/time/dates';
import { ordered, peopleOf, phoneOf, rowsOf } from '../events/imports/scene';
import { between, THROTTLED } from '../support/built/between';
import { builtFunction } from '../support/built/load';
import { addEvent } from '../support/events';
import { addPlaces } from '../support/places';
import { useWorld } from '../support/world';
import { useStreams } from './lambda';

const world = useWorld();
const clock = builtFunction(world, 'clock');
const streams = useStreams(world, 'importer', ['imports']);
beforeAll(() => addPlaces(world));

/** What rested is woken. */
const minuteLater = async () => {
  world.clock.forward(MINUTE);
  await clock({ source: 'aws.scheduler' });
  await streams.toEnd();
};
const endsWell = async (id: string, event: Event, rows: readonly string[]) => {
  expect(await getImport(world, id)).toMatchObject({ state: 'done', done: 6, counts: { registered: 6 } });
  const people = await peopleOf(world, event);
  expect(people.map((r) => [r.phone, r.status])).toEqual(
    rows.map((row) => [phoneOf(row), 'confirmed']).sort(),
  );
};

describe('The importer, as Lambda calls it', () => {
  test('registers the people of a list that lies in the bucket, and removes it', async () => {
    const event = await addEvent(world, 10, { capacity: 20 });
    const { id } = await ordered(world, event.id, rowsOf(25));
    expect(world.kept.size).toBeGreaterThan(0);
    await streams.toEnd();
    expect(await getImport(world, id)).toMatchObject({
      state: 'done',
      done: 25,
      counts: { registered: 25, waiting: 5 },
    });
    expect([(await peopleOf(world, event)).length, world.kept.size]).toEqual([25, 0]);
  });

  test('stops before a person whose write is throttled, and is woken by the clock', async () => {
    const event = await addEvent(world, 11, { capacity: 20 });
    const rows = rowsOf(6);
    const { id } = await ordered(world, event.id, rows);
    let busy = true;
    const isOfTheFourth = (body: string) => body.includes(phoneOf(rows[3]!));
    await between(world, ({ verb, body }) =>
      busy && verb === 'PutItem' && isOfTheFourth(body) ? THROTTLED : undefined,
    );
    await streams.toEnd();
    const resting = await getImport(world, id);
    expect([resting.state, resting.done, resting.lease]).toEqual(['running', 3, undefined]);
    busy = false;
    await minuteLater();
    await endsWell(id, event, rows);
  });

  test('fails where no table can be read, so that Lambda repeats it, and each person comes once', async () => {
    const event = await addEvent(world, 12, { capacity: 20 });
    const rows = rowsOf(6);
    const { id } = await ordered(world, event.id, rows);
    let busy = true;
    await between(world, ({ verb }) => (busy && /Get|Query/.test(verb) ? THROTTLED : undefined));
    await expect(streams.toEnd()).rejects.toMatchObject({ name: 'Unavailable' });
    expect(world.logs).toContainEqual({
      what: 'import-failed',
      level: 'error',
      import: id,
      name: 'Unavailable',
    });
    busy = false;
    await streams.toEnd();
    expect((await getImport(world, id)).state).toBe('running');
    await minuteLater();
    await endsWell(id, event, rows);
  });
});
