import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Nomination, nominationKey, nominationsTable } from './nomination';

/** An event's nominations, in the order in which they were created. */
export const listNominations = (world: World, eventId: string): Promise<Nomination[]> =>
  world.db.all(nominationsTable, {
    index: 'event',
    where: 'eventId = :event',
    values: { ':event': eventId },
  });

/** One nomination, strongly consistent. @throws Problem missing `nomination-missing` */
export const getNomination = async (world: World, id: string): Promise<Nomination> => {
  const found = await findNomination(world, id);
  if (!found) throw missing('nomination');
  return found;
};

/** The same, or undefined where the quota was never given. */
export const findNomination = (world: World, id: string): Promise<Nomination | undefined> =>
  world.db.get(nominationsTable, nominationKey(id), { consistent: true });
