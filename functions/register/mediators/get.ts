import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Mediator, mediatorKey, mediators } from './mediator';

/**
 * One mediator as they are now.
 * @throws Problem missing `mediator-missing`; `mediator-merged` with the `id` of the record that stayed
 */
export const getMediator = async (world: World, id: string): Promise<Mediator> => {
  const mediator = await world.db.get(mediators, mediatorKey(id), { consistent: true });
  if (!mediator || mediator.forgotten) throw missing('mediator');
  if (mediator.merged) throw new Problem('missing', 'mediator-merged', { id: mediator.merged.into });
  return mediator;
};
