import { describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { listDeadLetters } from '../../../functions/background/streams/dead-letters';
import { redrive } from '../../../functions/background/streams/redrive';
import { historyOf } from '../../../functions/platform/audit/history';
import { anEvent, aRegistration, streamRecord } from '../../support/stored';
import { useWorld } from '../../support/world';

describe('history from the streams', () => {
  const world = useWorld();

  test('says who changed what, before and after', async () => {
    const before = anEvent('evt_h1', { by: 'acc_1' });
    const after = { ...before, title: 'Diễn đàn', version: 2, updatedAt: 'later', by: 'acc_2' };
    await onAuditStream(world, [streamRecord(world, 'events', after, before)]);
    const { items } = await historyOf(world, 'evt_h1');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      table: 'events',
      who: 'acc_2',
      what: 'changed',
      fields: { title: { from: 'Tập huấn hòa giải viên', to: 'Diễn đàn' } },
    });
    expect(Object.keys(items[0]!.fields)).toEqual(['title']);
  });

  test('names personal fields without their values', async () => {
    const before = aRegistration('evt_h2', 'a', { email: 'cu@mau.vn' });
    const after = {
      ...before,
      fullName: 'Tên Mới',
      phone: '0900000000',
      email: 'moi@mau.vn',
      status: 'cancelled',
      by: 'acc_3',
    };
    await onAuditStream(world, [streamRecord(world, 'registrations', after, before)]);
    const { items } = await historyOf(world, before.id);
    expect(items[0]?.fields).toEqual({
      fullName: 'hidden',
      phone: 'hidden',
      email: 'hidden',
      status: { from: 'confirmed', to: 'cancelled' },
    });
    expect(JSON.stringify(items)).not.toMatch(/0900000000|moi@mau|Tên Mới|472915608/);
  });

  test('a new registration is history without the person', async () => {
    const r = aRegistration('evt_h3', 'a', { by: 'public' } as never);
    await onAuditStream(world, [streamRecord(world, 'registrations', r)]);
    const { items } = await historyOf(world, r.id);
    expect(items[0]).toMatchObject({ what: 'created', who: 'public' });
    expect(JSON.stringify(items)).not.toMatch(/Danh|0987654321|472915608/);
  });

  test('a record read twice lands on itself, newest change first', async () => {
    const one = anEvent('evt_h4', { by: 'acc_1' });
    const two = { ...one, title: 'Hai' };
    const three = { ...one, title: 'Ba' };
    const first = streamRecord(world, 'events', two, one);
    const second = streamRecord(world, 'events', three, two);
    await onAuditStream(world, [first, first]);
    await onAuditStream(world, [first, second]);
    const { items } = await historyOf(world, 'evt_h4');
    expect(items.map((c) => c.fields.title)).toEqual([
      { from: 'Hai', to: 'Ba' },
      { from: 'Tập huấn hòa giải viên', to: 'Hai' },
    ]);
  });

  test('seats counted and bookkeeping are no history', async () => {
    const event = anEvent('evt_h5');
    const block = { pk: 'evt_h5', sk: 'block#open#0', pool: 'open', size: 25, count: 1, held: { a: 1 } };
    world.costs.length = 0;
    await onAuditStream(world, [
      streamRecord(world, 'events', { ...block, count: 2 }, block),
      streamRecord(world, 'events', { ...event, seats: { size: 9, held: 9, waiting: 0, at: 'x' } }, event),
      streamRecord(
        world,
        'registrations',
        { ...aRegistration('evt_h5', 'a'), version: 9 },
        aRegistration('evt_h5', 'a'),
      ),
    ]);
    expect(world.costs).toEqual([]);
  });

  test('a record that cannot be read is kept whole and holds nothing up', async () => {
    const event = anEvent('evt_h6');
    const bad = { ...streamRecord(world, 'events', event), eventSourceARN: 'arn:none', eventID: 'bad1' };
    const answer = await onAuditStream(world, [bad, streamRecord(world, 'events', event)]);
    expect(answer.batchItemFailures).toEqual([]);
    expect((await historyOf(world, 'evt_h6')).items).toHaveLength(1);
    expect(JSON.parse(new TextDecoder().decode(await world.files.get('poison/audit-bad1.json')))).toEqual(
      bad,
    );
  });

  test('such a record is shown with the others and, once its cause is mended, becomes history', async () => {
    const record = streamRecord(world, 'events', anEvent('evt_h7'));
    const unknown = { ...world, settings: { ...world.settings, tablePrefix: 'another-' } };
    await onAuditStream(unknown, [{ ...record, eventID: 'mend1' }]);
    const [kept] = (await listDeadLetters(world)).filter((p) => p.sk === 'audit-mend1');
    expect(kept).toMatchObject({ reader: 'audit', error: expect.stringContaining('not a record') });
    expect(world.logs).toContainEqual({ what: 'record-kept', level: 'error', record: 'audit-mend1' });
    await redrive(world, 'audit-mend1');
    expect((await historyOf(world, 'evt_h7')).items).toMatchObject([{ what: 'created' }]);
    expect((await listDeadLetters(world)).map((p) => p.sk)).not.toContain('audit-mend1');
  });
});
