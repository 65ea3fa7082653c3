import { getBody } from '../../directory/bodies/get';
import { readUnits } from '../../directory/units/list';
import { getEvents } from '../../events/event/get';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { checkTask } from '../plans/list';
import type { PledgeInput } from './pledge';

/**
 * What support is for: an event and a unit that there are.
 * @throws Problem invalid `event-unknown` at `eventId`, `unit-unknown` at `unitId`
 */
export const checkPlace = async (
  world: World,
  { eventId, unitId }: Pick<PledgeInput, 'eventId' | 'unitId'>,
): Promise<void> => {
  if (eventId && (await getEvents(world, [eventId])).size === 0) throw invalid('eventId', 'event-unknown');
  if (unitId && !(await readUnits(world, unitId)).all.some(({ id }) => id === unitId))
    throw invalid('unitId', 'unit-unknown');
};

/**
 * A pledge names a body, an event, a unit and a task that there are. Answers the body's name.
 * @throws Problem invalid `body-unknown` at `bodyId`, `task-unknown` at `taskId`, and as
 *   `checkPlace`
 */
export const checkPledge = async (
  world: World,
  { bodyId, taskId, ...place }: Pick<PledgeInput, 'bodyId' | 'eventId' | 'unitId' | 'taskId'>,
): Promise<string> => {
  const body = await getBody(world, bodyId).catch((error) => {
    throw error instanceof Problem && error.kind === 'missing' ? invalid('bodyId', 'body-unknown') : error;
  });
  await checkPlace(world, place);
  await checkTask(world, taskId);
  return body.name;
};
