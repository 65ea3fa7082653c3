import { beforeEach, describe, expect, test } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import { eventsTable } from '../../../functions/events/event/event';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { isHeld, release } from '../../../functions/outbox/deliveries/hold';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { MINUTE } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
import { anEvent, aRegistration, keep, keepEvent, streamRecord } from '../../support/stored';
import { type TestWorld, useWorld } from '../../support/world';

/** Tables of their own that hold what others held: what a restore is, whatever the tables are called. */
describe('after a restore', () => {
  const before = useWorld();
  const after = useWorld();
  let n = 0;
  let event = anEvent('evt_r0');
  const person = (key: string) => aRegistration(event.id, key, { email: `${key}@restored.vn` });
  const state = async (world: TestWorld, key: string) =>
    (await deliveriesOf(world, person(key).id)).map((d) => d.state);
  const come = async (world: TestWorld, key: string) => {
    await keep(world, person(key));
    await onStream(world, [streamRecord(world, 'registrations', person(key))]);
  };

  beforeEach(async () => {
    before.sent.length = after.sent.length = 0;
    event = anEvent(`evt_r${++n}`);
    await keepEvent(before, event);
    await come(before, 'a');
    await deliver(before, noSleep());
    await come(before, 'b');
    await after.db.put(eventsTable, event);
    for (const pk of [person('a').id, person('b').id, 'sender'])
      await after.db.putMany(
        noticesTable,
        await before.db.all(noticesTable, { where: 'pk = :pk', values: { ':pk': pk } }),
      );
    for (const key of ['a', 'b']) await after.db.put(registrationsTable, person(key));
    // The answer about the tables may be a minute old; a restore takes longer.
    after.clock.forward(MINUTE);
  });

  test('nothing is sent until a person decides; in tables that were not restored, sending goes on', async () => {
    expect(await isHeld(before)).toBe(false);
    expect(await isHeld(after)).toBe(true);
    await come(after, 'c');
    await deliver(after, noSleep());
    expect(after.sent).toEqual([]);
    expect(await state(after, 'b')).toEqual(['held']);
    expect(await state(after, 'c')).toEqual(['held']);
    expect(after.logs).toContainEqual(expect.objectContaining({ what: 'held-after-restore' }));

    expect(await release(after, { send: true })).toBe(2);
    await deliver(after, noSleep());
    expect(after.sent.map((m) => m.to).sort()).toEqual(['b@restored.vn', 'c@restored.vn']);
    expect(await isHeld(after)).toBe(false);
    await deliver(before, noSleep());
    expect(before.sent.map((m) => m.to)).toContain('b@restored.vn');
  });

  test('what was due in the backup is dropped too, before any sender ran', async () => {
    await release(after, { send: false });
    await deliver(after, noSleep());
    expect(after.sent).toEqual([]);
    expect(await state(after, 'b')).toEqual(['dropped']);
  });
});
