import { getBody } from '../directory/bodies/get';
import { readUnits } from '../directory/units/list';
import { unitLabel } from '../directory/units/words';
import { NOTHING_EXPECTED } from '../inquiries/expected';
import { invalid, Problem } from '../platform/problem/problem';
import { nextVersion } from '../platform/store/optimistic-lock';
import { iso, localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { createRecommendation } from '../recommendations/create';
import {
  type PassPointInput,
  type Point,
  pointItems,
  pointKey,
  type RaisedPoint,
  recommendationIdOf,
} from './point';
import { getPoint } from './read';

/** Where a point comes from: the team or body, and the unit; nothing of the person who raised it. */
export const pointFrom = async (
  world: World,
  { unitId, raisedBy }: Pick<Point, 'unitId' | 'raisedBy'>,
): Promise<string | undefined> => {
  const unit = unitId ? (await readUnits(world, unitId)).all.find(({ id }) => id === unitId) : undefined;
  return [raisedBy, unit && unitLabel(unit)].filter(Boolean).join(', ') || undefined;
};

/**
 * Passes a difficulty to a competent body as a recommendation, which is followed in that register. First the point says
 * so, then the body is asked: after a crash the same act goes on. Idempotent for one body.
 * @throws Problem missing; conflict `point-paper`, `point-decided`, `point-passed` where another body has it; invalid
 *   `body-missing`, `inquiry-due-past` at `dueOn`; stale `inquiry-stale`
 */
export const passPoint = async (
  world: World,
  id: string,
  { bodyId, dueOn, topic }: PassPointInput,
): Promise<RaisedPoint> => {
  const { point } = await getPoint(world, id);
  if (point.sort === 'paper') throw new Problem('conflict', 'point-paper');
  if (point.outcome) throw new Problem('conflict', 'point-decided');
  if (point.passedTo && point.passedTo !== bodyId) throw new Problem('conflict', 'point-passed');
  if (dueOn < localDate(world.now())) throw invalid('dueOn', 'inquiry-due-past');
  await getBody(world, bodyId);
  const passed = point.passedTo ? point : await markPassed(world, point, bodyId);
  const raisedBy = (await pointFrom(world, passed))?.slice(0, 200);
  const recommendation = await createRecommendation(
    world,
    {
      sort: 'difficulty',
      title: passed.title,
      words: passed.words,
      bodyId,
      dueOn,
      ...(topic && { topic }),
      ...(passed.eventId && { eventId: passed.eventId }),
      ...(raisedBy && { raisedBy }),
    },
    { id: recommendationIdOf(id), ...(passed.sample && { sample: passed.sample }) },
  );
  return { point: passed, recommendation };
};

const markPassed = async (world: World, { id, version }: Point, bodyId: string): Promise<Point> => {
  const at = iso(world.now());
  const written = await world.db.updateIf<Point>(pointItems, pointKey(id), {
    ...nextVersion(version, { set: { passedTo: bodyId, passedAt: at, updatedAt: at, ...NOTHING_EXPECTED } }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'inquiry-stale');
  return written.item!;
};
