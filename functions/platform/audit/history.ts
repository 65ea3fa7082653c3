import type { Page } from '../store/paging';
import type { World } from '../world/world';
import { auditTable, type Change } from './change';

/** Who changed what about one thing, newest first. */
export const historyOf = (
  world: World,
  id: string,
  { limit = 50, cursor }: { limit?: number; cursor?: string } = {},
): Promise<Page<Change>> =>
  world.db.query(auditTable, {
    where: 'pk = :pk',
    values: { ':pk': id },
    limit,
    cursor,
    backwards: true,
  });

/**
 * Writes other fields over entries of one thing's history: what an entry says of a person who was forgotten goes.
 * @param without what is left of an entry's fields; the same value where nothing goes
 * @returns how many entries changed
 */
export const rewriteHistory = async (
  world: World,
  id: string,
  without: (fields: Change['fields']) => Change['fields'],
): Promise<number> => {
  let count = 0;
  for await (const change of world.db.each(auditTable, { where: 'pk = :pk', values: { ':pk': id } })) {
    const fields = without(change.fields);
    if (JSON.stringify(fields) === JSON.stringify(change.fields)) continue;
    await world.db.putMany(auditTable, [{ ...change, fields }]);
    count++;
  }
  return count;
};
