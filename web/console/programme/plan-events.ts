import type { EventInList } from '../../../functions/events/event/event';
import { listAll } from '../../../functions/events/event/list';
import { instant } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import type { Plan } from '../../../functions/programme/plans/plan';

/** The events among which those of a plan are: of its year, and half a year more for what is late. */
export const eventsOfPlan = (world: World, { year }: Pick<Plan, 'year'>): Promise<EventInList[]> =>
  listAll(world, { from: instant(`${year}-01-01`)!, to: instant(`${year + 1}-07-01`)! });
