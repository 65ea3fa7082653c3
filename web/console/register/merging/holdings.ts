import { historyOf, type PersonHistory } from '../../../../functions/participation/history';
import { registrationsLinkedTo } from '../../../../functions/participation/participation';
import type { World } from '../../../../functions/platform/world/world';
import { pointsOf } from '../../../../functions/points/read';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import { supportIdsOf } from '../../../../functions/support/read';

/** What refers to a record of the register: it counts for the one that stays. */
export interface Holdings {
  history: PersonHistory;
  points: number;
  requests: number;
}

/** Five calls, and two for each registration that is linked to the record. */
export const holdingsOf = async (world: World, one: Mediator): Promise<Holdings> => {
  const [history, ids] = await Promise.all([historyOf(world, one), registrationsLinkedTo(world, one)]);
  const raised = await Promise.all(
    ids.map((id) => Promise.all([pointsOf(world, id), supportIdsOf(world, id)])),
  );
  return {
    history,
    points: raised.reduce((sum, [points]) => sum + points.length, 0),
    requests: raised.reduce((sum, [, requests]) => sum + requests.length, 0),
  };
};
