import type { Account } from '../../directory/accounts/account';
import type { EventInList } from '../../events/event/event';
import { listMaterials } from '../../library/materials/list';
import type { Material } from '../../library/materials/material';
import type { World } from '../../platform/world/world';
import { mayRecommendations } from '../../recommendations/may';
import type { Recommendation } from '../../recommendations/recommendation';
import { readRegister } from '../../recommendations/register';
import { listVisits } from '../../visits/list';
import { visitScope } from '../../visits/may';
import type { Visit } from '../../visits/visit';
import type { Handout } from '../handouts/handout';
import { mayHandouts } from '../handouts/may';
import { listHandouts } from '../handouts/read';
import type { Plan, Task } from '../plans/plan';
import { allPledges } from '../pledges/list';
import { mayPledges } from '../pledges/may';
import type { Pledge } from '../pledges/pledge';
import { eventsOfPlan } from '../timeline/timeline';

/** What is tied to a task, as far as an account sees it. */
export interface Ties {
  events: readonly EventInList[];
  visits: readonly Visit[];
  pledges: readonly Pledge[];
  materials: readonly Material[];
  handouts: readonly Handout[];
  recommendations: readonly Recommendation[];
}

/** What may be tied to the tasks of a plan: one query for each kind, two for events. */
export const readTieable = async (
  world: World,
  account: Account | undefined,
  plan: Pick<Plan, 'year'>,
): Promise<Ties> => {
  const [events, visits, pledges, materials, handouts, recommendations] = await Promise.all([
    eventsOfPlan(world, plan),
    visitScope(world, account).then((scope) => listVisits(world, scope)),
    mayPledges(account).see ? allPledges(world) : [],
    listMaterials(world),
    mayHandouts(account).see ? listHandouts(world) : [],
    mayRecommendations(account).see ? readRegister(world) : [],
  ]);
  return { events, visits, pledges, materials, handouts, recommendations };
};

/** Those of one task. Pure. */
export const tiesOf = ({ id }: Pick<Task, 'id'>, all: Ties): Ties => ({
  events: all.events.filter(({ taskId }) => taskId === id),
  visits: all.visits.filter(({ about }) => about.taskId === id),
  pledges: all.pledges.filter(({ taskId }) => taskId === id),
  materials: all.materials.filter(({ taskId }) => taskId === id),
  handouts: all.handouts.filter(({ taskId }) => taskId === id),
  recommendations: all.recommendations.filter(({ about }) => about.taskId === id),
});
