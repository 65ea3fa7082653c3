import { getBody } from '../directory/bodies/get';
import { readUnits } from '../directory/units/list';
import { unitLabel } from '../directory/units/words';
import { ask } from '../inquiries/ask';
import { idOfForm, newId } from '../platform/keys/ids';
import { invalid, Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { checkTask } from '../programme/plans/list';
import { checklistOf } from './checklist';
import { VISIT, type Visit, type VisitInput } from './visit';

const bodyOf = async (world: World, id: string) => {
  try {
    return await getBody(world, id);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') throw invalid('bodyId', 'body-unknown');
    throw error;
  }
};

/**
 * Makes a visit to a unit and tells its committee, which confirms by a personal link. Idempotent by `nonce`.
 * @throws Problem invalid `body-unknown`, `visit-body-without-unit` at `bodyId`; `task-unknown` at `taskId`;
 *   `visit-day-past` at `day`
 */
export const createVisit = async (
  world: World,
  { bodyId, day, checklist, nonce, ...rest }: VisitInput,
  { sample, ...more }: { id?: string; sample?: true } = {},
): Promise<Visit> => {
  const id = more.id ?? (nonce ? idOfForm('inquiry', world.db.actor, nonce) : newId('inquiry', world.now()));
  const [body] = await Promise.all([bodyOf(world, bodyId), checkTask(world, rest.taskId)]);
  const { unitId } = body;
  const unit = unitId && (await readUnits(world, unitId)).all.find((u) => u.id === unitId);
  if (!unit) throw invalid('bodyId', 'visit-body-without-unit');
  const unitName = unitLabel(unit);
  try {
    return await ask<Visit>(world, {
      id,
      kind: VISIT,
      title: `Kiểm tra việc thực hiện Kế hoạch tại ${unitName}`,
      bodyId,
      bodyName: body.name,
      dueOn: day,
      about: { unitId: unit.id, unitName, ...rest, checklist: checklistOf(checklist) },
      ...(sample && { sample }),
    });
  } catch (error) {
    throw dayPast(error);
  }
};

/** The day of a visit is the last day of the inquiry: its refusal belongs to the field `day`. */
export const dayPast = (error: unknown): unknown =>
  error instanceof Problem && error.fields.some(({ code }) => code === 'inquiry-due-past')
    ? invalid('day', 'visit-day-past')
    : error;
