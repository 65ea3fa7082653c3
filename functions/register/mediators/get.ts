import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Mediator, mediatorKey, mediators } from './mediator';

/** One mediator as they are now. @throws Problem missing `mediator-missing` */
export const getMediator = async (world: World, id: string): Promise<Mediator> => {
  const mediator = await world.db.get(mediators, mediatorKey(id), { consistent: true });
  if (!mediator || mediator.forgotten) throw missing('mediator');
  return mediator;
};
