import { describe, expect, test } from 'vitest';
import { listDeadLetters, TRIES } from '../../functions/background/streams/dead-letters';
import { onStream } from '../../functions/background/streams/on-change';
import { redrive } from '../../functions/background/streams/redrive';
import type { Event } from '../../functions/events/event/event';
import { told } from '../support/mail';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

describe('dead letters', () => {
  const world = useWorld();
  let n = 0;
  const scene = async (more: Partial<Event> = {}) => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = anEvent(`evt_p${++n}`, more);
    await keepEvent(world, event);
    return event;
  };
  const states = async (eventId: string) =>
    (await told(world, eventId)).map((d) => `${d.sk} ${d.state}`).sort();

  test('a record that fails is read a few times, then kept whole, shown, and redriven', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', onAList);
    await keep(world, r);
    const broken = streamRecord(world, 'registrations', r);
    const failing = {
      ...world,
      settings: { ...world.settings, department: undefined as never },
    };
    for (let i = 1; i < TRIES; i++)
      expect(await onStream(failing, [broken])).toEqual({
        batchItemFailures: [{ itemIdentifier: broken.dynamodb?.SequenceNumber }],
      });
    expect(await listDeadLetters(world)).toEqual([]);
    const good = aRegistration(event.id, 'b', { email: 'b@mau.vn' });
    await keep(world, good);
    // The last failure keeps it, and the records behind it are read.
    const answer = await onStream(failing, [broken, streamRecord(world, 'registrations', good)]);
    expect(answer.batchItemFailures).toEqual([]);
    expect(await states(event.id)).toEqual(['confirmed#1 due']);

    const [letter] = await listDeadLetters(world);
    expect(letter).toMatchObject({ tries: TRIES, table: `${world.settings.tablePrefix}registrations` });
    const kept = JSON.parse(new TextDecoder().decode(await world.files.get(letter!.key!)));
    expect(kept).toEqual(broken);
    await redrive(world, letter!.sk);
    // The record holds personal data: it goes with its item.
    expect([...world.kept.keys()].filter((key) => key.startsWith('poison/'))).toEqual([]);
    expect(await listDeadLetters(world)).toEqual([]);
    expect(await states(event.id)).toEqual(['confirmed#1 due', 'confirmed#1 to-call']);
  });

  test('a record of an unknown table becomes a dead letter like any other', async () => {
    const record = {
      ...streamRecord(world, 'registrations', { pk: 'x', sk: 'y' }),
      eventSourceARN: 'arn:none',
    };
    for (let i = 0; i < TRIES; i++) await onStream(world, [record]);
    expect((await listDeadLetters(world)).map((p) => p.table)).toEqual(['unknown']);
  });
});
