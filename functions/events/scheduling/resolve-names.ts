import type { BodyRef } from '../../directory/bodies/body';
import { listBodies } from '../../directory/bodies/list';
import { lineage, listUnits } from '../../directory/units/list';
import { unitLine } from '../../directory/units/words';
import { type FieldError, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { findTask } from '../../programme/plans/list';
import type { Event } from '../event/event';
import type { EventInput } from '../event/event-input';

/**
 * The bodies and the place as they are named today, kept on the event: it reads the same after a
 * reform. @throws Problem naming each id that is unknown
 */
export const named = async (
  world: World,
  input: Pick<EventInput, 'leadBodyId' | 'coordinatingBodyIds' | 'placeUnitId' | 'taskId'>,
): Promise<Pick<Event, 'lead' | 'coordinating' | 'placeName'>> => {
  const { leadBodyId, coordinatingBodyIds, placeUnitId, taskId } = input;
  const [bodies, units, task] = await Promise.all([
    leadBodyId || coordinatingBodyIds.length ? listBodies(world) : [],
    placeUnitId ? listUnits(world) : [],
    taskId ? findTask(world, taskId) : undefined,
  ]);
  const unknown: FieldError[] = [];
  const refer = (id: string, path: string): BodyRef[] => {
    const body = bodies.find((b) => b.id === id);
    if (!body) unknown.push({ path, code: 'body-unknown' });
    return body ? [{ id, name: body.name }] : [];
  };
  const [lead] = leadBodyId ? refer(leadBodyId, 'leadBodyId') : [];
  const coordinating = [...new Set(coordinatingBodyIds)].flatMap((id, i) =>
    refer(id, `coordinatingBodyIds.${i}`),
  );
  const place = lineage(units, placeUnitId);
  if (placeUnitId && !place.length) unknown.push({ path: 'placeUnitId', code: 'unit-unknown' });
  if (taskId && !task) unknown.push({ path: 'taskId', code: 'task-unknown' });
  if (unknown.length) throw new Problem('invalid', 'invalid', {}, unknown);
  return {
    lead,
    coordinating,
    placeName: unitLine(place) || undefined,
  };
};
