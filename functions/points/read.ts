import { inquiriesTable, inquiryKey } from '../inquiries/inquiry';
import { listInquiries } from '../inquiries/list';
import { missing } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { RECOMMENDATION, type Recommendation } from '../recommendations/recommendation';
import { type Point, pointItems, pointKey, type RaisedPoint, recommendationIdOf } from './point';

/** @throws Problem missing `point-missing` */
export const getPoint = async (world: World, id: string): Promise<RaisedPoint> => {
  const [point, recommendation] = await Promise.all([
    world.db.get(pointItems, pointKey(id), { consistent: true }),
    world.db.get(inquiriesTable, inquiryKey(recommendationIdOf(id)), { consistent: true }),
  ]);
  if (!point) throw missing('point');
  return { point, recommendation: recommendation as Recommendation | undefined };
};

/** Everything that was raised, the newest first, without what bodies answered. One call for some thousand entries. */
export const listPointItems = (world: World): Promise<Point[]> =>
  world.db.all(pointItems, {
    index: 'kind',
    where: 'kind = :k',
    values: { ':k': 'point' },
    backwards: true,
  });

const withRecommendations = (
  points: readonly Point[],
  recommendations: readonly Recommendation[],
): RaisedPoint[] => {
  const byId = new Map(recommendations.map((r) => [r.id, r]));
  return points.map((point) => ({ point, recommendation: byId.get(recommendationIdOf(point.id)) }));
};

/** Everything that was raised with the answers, the newest first. Two calls. */
export const listPoints = async (world: World): Promise<RaisedPoint[]> => {
  const [points, recommendations] = await Promise.all([
    listPointItems(world),
    listInquiries<Recommendation>(world, RECOMMENDATION),
  ]);
  return withRecommendations(points, recommendations);
};

/** Requests for support of the same person lie in the same index. */
const ownItems = async (world: World, registrationId: string): Promise<Point[]> =>
  (
    await world.db.all(pointItems, {
      index: 'asker',
      where: 'registrationId = :r',
      values: { ':r': registrationId },
      backwards: true,
    })
  ).filter(({ sk }) => sk === 'point');

/** The ids of what they raised, under which notices to them stand. */
export const pointIdsOf = async (world: World, registrationId: string): Promise<string[]> =>
  (await ownItems(world, registrationId)).map(({ id }) => id);

/** What the person of a registration raised, the newest first. */
export const pointsOf = async (world: World, registrationId: string): Promise<RaisedPoint[]> => {
  const points = await ownItems(world, registrationId);
  const keys = points.filter(({ passedAt }) => passedAt).map(({ id }) => inquiryKey(recommendationIdOf(id)));
  const inquiries = keys.length ? await world.db.getMany(inquiriesTable, keys, { consistent: true }) : [];
  return withRecommendations(points, inquiries as Recommendation[]);
};
