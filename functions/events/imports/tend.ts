import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getImport } from './find';
import { importKey, importsTable, openImports, refusedItems } from './import';
import { deleteList } from './list-file';

/**
 * Looks after imports: those that run but that no worker has are woken, and some days after the end of one the names
 * of its refused rows are deleted.
 */
export const tendImports = async (world: World): Promise<void> => {
  const due = await world.db.all(openImports, {
    index: 'open',
    where: '#open = :open AND dueAt <= :now',
    names: { '#open': 'open' },
    values: { ':open': 'open', ':now': iso(world.now()) },
  });
  for (const { id, state } of due) await (state === 'running' ? wake(world, id) : forgetNames(world, id));
};

/** Its worker was killed, or gave it back after a failure: this change of the record calls the next one. */
const wake = async (world: World, id: string): Promise<void> => {
  await world.db.updateIf(importsTable, importKey(id), {
    set: { lease: undefined, dueAt: iso(world.now()) },
    if: '#state = :running AND dueAt <= :now',
    names: { '#state': 'state' },
    values: { ':running': 'running', ':now': iso(world.now()) },
  });
};

const forgetNames = async (world: World, id: string): Promise<void> => {
  const found = await getImport(world, id);
  if (found.state === 'running') return;
  await deleteList(world, found);
  for await (const { pk, sk } of world.db.each(refusedItems, {
    where: 'pk = :pk AND begins_with(sk, :refused)',
    values: { ':pk': id, ':refused': 'refused#' },
    only: ['pk', 'sk'],
  }))
    await world.db.delete(refusedItems, { pk, sk });
  await world.db.updateIf(importsTable, importKey(id), {
    set: { open: undefined, dueAt: undefined },
    if: '#state <> :running',
    names: { '#state': 'state' },
    values: { ':running': 'running' },
  });
};
