import { listBodies } from '../../directory/bodies/list';
import { references } from '../../directory/bodies/refer';
import { refusalOfUnit } from '../../directory/units/choose';
import { lineage, readUnits } from '../../directory/units/list';
import { unitLine } from '../../directory/units/words';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { findTask } from '../../programme/plans/list';
import type { Event } from '../event/event';
import type { EventInput } from '../event/event-input';

/**
 * The bodies and the place by their names of today. The event keeps them, so that it reads the same after an
 * administrative reform.
 * @param before the event as it was: a place that has ended since then stays
 * @throws Problem invalid at each unknown id: `body-unknown`, `unit-unknown`, `unit-ended`, `task-unknown`
 */
export const resolveNames = async (
  world: World,
  input: Pick<EventInput, 'leadBodyId' | 'coordinatingBodyIds' | 'placeUnitId' | 'taskId'>,
  before: Pick<Event, 'placeUnitId' | 'placeName'> = {},
): Promise<Pick<Event, 'lead' | 'coordinating' | 'placeName'>> => {
  const { leadBodyId, coordinatingBodyIds, placeUnitId, taskId } = input;
  const bodyIds = [...(leadBodyId ? [leadBodyId] : []), ...coordinatingBodyIds];
  const [bodies, units, task] = await Promise.all([
    bodyIds.length ? listBodies(world, bodyIds) : [],
    placeUnitId ? readUnits(world, placeUnitId) : undefined,
    taskId ? findTask(world, taskId) : undefined,
  ]);
  const { refer, unknown } = references(bodies);
  const [lead] = leadBodyId ? refer([leadBodyId], () => 'leadBodyId') : [];
  const named = refer(coordinatingBodyIds, (i) => `coordinatingBodyIds.${i}`);
  const coordinating = [...new Map(named.map((body) => [body.id, body])).values()];
  const place = lineage(units?.inForce ?? [], placeUnitId);
  const stays = !place.length && placeUnitId === before.placeUnitId;
  if (units && placeUnitId && !place.length && !stays)
    unknown.push(refusalOfUnit(units, placeUnitId, 'placeUnitId'));
  if (taskId && !task) unknown.push({ path: 'taskId', code: 'task-unknown' });
  if (unknown.length) throw new Problem('invalid', 'invalid', {}, unknown);
  return {
    lead,
    coordinating,
    placeName: stays ? before.placeName : unitLine(place) || undefined,
  };
};
