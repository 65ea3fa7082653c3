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
