import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Import, importKey, importsTable, type RefusedRow, refusedItems } from './import';

/** One import, strongly consistent; undefined where there is none. */
export const findImport = (world: World, id: string): Promise<Import | undefined> =>
  world.db.get(importsTable, importKey(id), { consistent: true });

/** @throws Problem missing `import-missing` */
export const getImport = async (world: World, id: string): Promise<Import> => {
  const found = await findImport(world, id);
  if (!found) throw missing('import');
  return found;
};

/** The imports of an event, the newest first. */
export const listImports = (world: World, eventId: string): Promise<Import[]> =>
  world.db.all(importsTable, {
    index: 'event',
    where: 'eventId = :event',
    values: { ':event': eventId },
    backwards: true,
  });

/** The rows that were not imported, in the order of the list; none once their names are deleted. */
export const refusedRowsOf = async (world: World, id: string): Promise<RefusedRow[]> => {
  const kept = await world.db.all(refusedItems, {
    where: 'pk = :pk AND begins_with(sk, :refused)',
    values: { ':pk': id, ':refused': 'refused#' },
    consistent: true,
  });
  return kept.flatMap(({ rows }) => rows);
};
