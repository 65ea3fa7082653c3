import { getBody } from '../../directory/bodies/get';
import { readUnits } from '../../directory/units/list';
import { getEvents } from '../../events/event/get';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { PledgeInput } from './pledge';

/**
 * A pledge names a body, an event and a unit that there are. Answers the body's name.
 * @throws Problem invalid `body-unknown` at `bodyId`, `event-unknown` at `eventId`, `unit-unknown` at `unitId`
 */
export const checkPledge = async (
  world: World,
  { bodyId, eventId, unitId }: Pick<PledgeInput, 'bodyId' | 'eventId' | 'unitId'>,
): Promise<string> => {
  const body = await getBody(world, bodyId).catch((error) => {
    throw error instanceof Problem && error.kind === 'missing' ? invalid('bodyId', 'body-unknown') : error;
  });
  if (eventId && (await getEvents(world, [eventId])).size === 0) throw invalid('eventId', 'event-unknown');
  if (unitId && !(await readUnits(world, unitId)).all.some(({ id }) => id === unitId))
    throw invalid('unitId', 'unit-unknown');
  return body.name;
};
