import type { Db } from '../../platform/store/db';
import { partitionsOf } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import { isShared } from '../ledger/queue';
import { entryItems, seatedItems, waitingItems } from './entry-tables';

/** What the local indexes `place` and `unitPlace` answer, strongly consistent. */
export const queueCalls = (db: Db): Pick<Ledger, 'first' | 'isNamed' | 'seated'> => ({
  first: async (event, pool) => {
    const index = isShared(pool) ? 'place' : 'unitPlace';
    const firsts = await Promise.all(
      partitionsOf(event).map((pk) =>
        db.query(waitingItems, {
          index,
          where: 'pk = :pk AND begins_with(#place, :wait)',
          names: { '#place': index },
          values: { ':pk': pk, ':wait': `wait#${pool}#` },
          limit: 1,
          consistent: true,
        }),
      ),
    );
    return firsts.flatMap((p) => p.items).sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1))[0];
  },
  isNamed: async (event, claim) => {
    for (const pk of partitionsOf(event)) {
      const { items } = await db.query(entryItems, {
        index: 'place',
        where: 'pk = :pk AND #place = :seat',
        names: { '#place': 'place' },
        values: { ':pk': pk, ':seat': `seat#${claim}` },
        limit: 1,
        consistent: true,
      });
      if (items.length) return true;
    }
    return false;
  },
  async *seated(event) {
    for (const pk of partitionsOf(event))
      yield* db.each(seatedItems, {
        index: 'place',
        where: 'pk = :pk AND begins_with(#place, :seat)',
        names: { '#place': 'place' },
        values: { ':pk': pk, ':seat': 'seat#' },
        consistent: true,
      });
  },
});
