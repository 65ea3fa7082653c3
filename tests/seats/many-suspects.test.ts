import { describe, expect, test } from 'vitest';
import type { Suspects } from '../../functions/seats/ledger/ledger';
import { suspectCalls } from '../../functions/seats/tables/suspect-calls';
import { useWorld } from '../support/world';

describe('what a look suspects', () => {
  const world = useWorld();
  /** As long as real keys are. */
  const many = (n: number, at: number): Suspects => ({
    claims: { abcdefghijkl: at },
    seats: Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `evt_0123456789abcdefghj#0|${String(i).padStart(26, 'k')}|${String(i).padStart(12, 'c')}`,
        at,
      ]),
    ),
    marks: { open: { mark: at, at } },
  });

  test('is kept whole for 20,000 seats that a restore lost, which no item could hold', async () => {
    const { suspects, keepSuspects } = suspectCalls(world.db);
    for (const [n, at] of [
      [20_000, 1],
      [12_000, 2],
      [3, 3],
      [5_000, 4],
    ] as const) {
      await keepSuspects('evt_1', many(n, at));
      expect(await suspects('evt_1')).toEqual(many(n, at));
    }
  });

  test('is of one look: a part that another look wrote over counts as not suspected', async () => {
    const { suspects, keepSuspects } = suspectCalls(world.db);
    await keepSuspects('evt_2', many(5_000, 1));
    // Another look dies before it names its parts: the ones of before are whole.
    let puts = 0;
    const dying = Object.create(world.db) as typeof world.db;
    dying.put = async (table, item) => {
      if (puts++ === 1) throw new Error('killed');
      return world.db.put(table, item);
    };
    await expect(suspectCalls(dying).keepSuspects('evt_2', many(5_000, 2))).rejects.toThrow('killed');
    expect(await suspects('evt_2')).toEqual(many(5_000, 1));
  });
});
