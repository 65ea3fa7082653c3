import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Nomination, nominationsTable } from './nomination';

/** An event's quotas, in the order in which they were given. */
export const listNominations = (world: World, eventId: string): Promise<Nomination[]> =>
  world.db.all(nominationsTable, {
    index: 'event',
    where: 'eventId = :event',
    values: { ':event': eventId },
  });

export const getNomination = async (world: World, id: string): Promise<Nomination> => {
  const found = await world.db.get(nominationsTable, { pk: id, sk: 'nomination' }, { consistent: true });
  if (!found) throw missing('nomination');
  return found;
};
