import { expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { auditTable } from '../../../functions/platform/audit/change';
import { historyOf } from '../../../functions/platform/audit/history';
import { recordTaken } from '../../../functions/platform/audit/taken';
import { DAY } from '../../../functions/platform/time/dates';
import { anEvent, streamRecord } from '../../support/stored';
import { useWorld } from '../../support/world';

const world = useWorld();

test('the history of a change and of what was taken out ends after ten years', async () => {
  const event = anEvent('evt_muoi');
  await onAuditStream(world, [streamRecord(world, 'events', event)]);
  await recordTaken(world, { pk: event.id, table: 'events', as: 'csv', people: 3 });
  const { items } = await historyOf(world, event.id);
  expect(items.map(({ what }) => what).sort()).toEqual(['created', 'taken']);
  for (const { expiresAt } of items) expect(expiresAt).toBe(Math.floor((world.now() + 3_650 * DAY) / 1_000));
  expect(auditTable.ttl).toBe('expiresAt');
});
