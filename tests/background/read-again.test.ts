import { expect, test } from 'vitest';
import { onAuditStream } from '../../functions/background/streams/audit';
import { onStream } from '../../functions/background/streams/on-change';
import { Unavailable } from '../../functions/platform/store/outcome';
import { MEASURED } from '../../functions/platform/world/measure';
import { anEvent, keepEvent, streamRecord } from '../support/stored';
import { useWorld } from '../support/world';

const world = useWorld();
const measured = () => world.logs.filter(({ what }) => what === MEASURED);

test.each([
  ['mailer', onStream],
  ['audit', onAuditStream],
] as const)(
  'records that the %s asks for again are measured: Lambda counts no error of them',
  async (_, read) => {
    const event = anEvent('evt_again');
    await keepEvent(world, event);
    const records = [streamRecord(world, 'events', event)];
    world.logs.length = 0;
    expect(await read(world, records)).toEqual({ batchItemFailures: [] });
    expect(measured()).toEqual([]);
    const db = new Proxy(world.db, {
      get: () => async () => {
        throw new Unavailable('no connection');
      },
    });
    expect((await read({ ...world, db }, records)).batchItemFailures).toHaveLength(1);
    expect(measured()).toEqual([{ what: MEASURED, recordsReadAgain: 1 }]);
  },
);
