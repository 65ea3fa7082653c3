import { beforeEach, describe, expect, test } from 'vitest';
import { eventsTable } from '../../functions/events/event/event';
import { historyOf } from '../../functions/platform/audit/history';
import { between, THROTTLED } from '../support/built/between';
import { anEvent, streamRecord } from '../support/stored';
import { useWorld } from '../support/world';
import { again, batch, streamFunction, useStreams } from './lambda';

const world = useWorld();
const audit = streamFunction(world, 'audit');
const streams = useStreams(world, 'audit', ['events', 'registrations']);

beforeEach(() => {
  world.logs.length = 0;
});
const historyIn = async (id: string) =>
  (await historyOf(world, id)).items.map(({ who, what, fields }) => ({ who, what, title: fields.title }));

describe('The audit, as Lambda calls it', () => {
  test('writes what a stream hands over as history, each change once', async () => {
    const [before, after] = [
      anEvent('evt_a1', { title: 'Tập huấn' }),
      anEvent('evt_a1', { title: 'Hội thi' }),
    ];
    await world.db.as('acc_1').put(eventsTable, before);
    await world.db.as('acc_2').put(eventsTable, after);
    await streams.toEnd();
    const written = await historyIn('evt_a1');
    expect(written).toHaveLength(2);
    expect(written).toContainEqual({
      who: 'acc_2',
      what: 'changed',
      title: { from: 'Tập huấn', to: 'Hội thi' },
    });
    expect(await audit(batch(...streams.read))).toEqual(again());
    expect(await historyIn('evt_a1')).toEqual(written);
  });

  test('asks for the whole batch again while the table of history is throttled', async () => {
    const records = ['evt_a2', 'evt_a3'].map((id) =>
      streamRecord(world, 'events', anEvent(id, { by: 'acc_1' } as never)),
    );
    let busy = true;
    await between(world, ({ verb }) => (busy && verb === 'BatchWriteItem' ? THROTTLED : undefined));
    expect(await audit(batch(...records))).toEqual(again(records[0]!));
    expect(world.logs).toMatchObject([
      { what: 'audit-not-written', level: 'error', name: 'Unavailable' },
      { what: 'measured', recordsReadAgain: 2 },
    ]);
    expect(await historyIn('evt_a3')).toEqual([]);
    busy = false;
    expect(await audit(batch(...records))).toEqual(again());
    expect(await audit(batch(...records))).toEqual(again());
    for (const id of ['evt_a2', 'evt_a3']) expect(await historyIn(id)).toHaveLength(1);
  });

  test('keeps a record that it cannot read, and writes those around it', async () => {
    const good = ['evt_a4', 'evt_a5'].map((id) => streamRecord(world, 'events', anEvent(id)));
    const unreadable = { ...streamRecord(world, 'events', anEvent('evt_a6')), eventSourceARN: 'arn:none' };
    expect(await audit(batch(good[0]!, unreadable, good[1]!))).toEqual(again());
    for (const id of ['evt_a4', 'evt_a5']) expect(await historyIn(id)).toHaveLength(1);
    const [[key, kept]] = [...world.kept] as [[string, Uint8Array]];
    expect(key).toMatch(/^poison\/audit-/);
    expect(JSON.parse(new TextDecoder().decode(kept))).toEqual(unreadable);
    expect(world.logs).toMatchObject([{ what: 'record-kept', level: 'error' }]);
  });
});
