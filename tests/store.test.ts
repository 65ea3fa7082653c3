import { describe, expect, test } from 'vitest';
import { eventsTable } from '../functions/events/event';
import { Refused } from '../functions/store/outcome';
import { useWorld } from './support/world';

describe('the store', () => {
  const world = useWorld();

  test('refuses a put whose condition is false and says what stands there', async () => {
    const item = { pk: 'evt_1', sk: 'pool#open', pool: 'open' };
    await world.db.put(eventsTable, item, { if: 'attribute_not_exists(pk)' });
    const again = world.db.put(eventsTable, item, { if: 'attribute_not_exists(pk)' });
    await expect(again).rejects.toBeInstanceOf(Refused);
    await again.catch((e) => expect(e.found).toMatchObject({ pool: 'open', by: 'test' }));
  });

  test('stamps the actor into every update and counts what a call cost', async () => {
    world.costs.length = 0;
    const after = await world.db
      .as('acc_7')
      .update(eventsTable, { pk: 'evt_1', sk: 'pool#open' }, { set: { wait: 5 }, returns: 'ALL_NEW' });
    expect(after).toMatchObject({ wait: 5, by: 'acc_7' });
    expect(world.costs).toEqual([{ call: 'update', table: 'events', read: 0, write: 1 }]);
  });
});
