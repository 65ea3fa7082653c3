import { FORGOTTEN } from '../../../events/person/forgotten';
import { inquiriesTable, inquiryKey } from '../../../inquiries/inquiry';
import type { World } from '../../../platform/world/world';
import { type Point, pointItems, pointKey, pointState, type RaisedPoint } from '../../../points/point';
import { pointsOf } from '../../../points/read';
import type { Recommendation } from '../../../recommendations/recommendation';
import type { Person } from '../../person/gather';
import { scrubHistory } from '../history';
import type { Place } from '../place';

const raisedBy = async (world: World, { ids }: Person): Promise<RaisedPoint[]> =>
  (await Promise.all(ids.map((id) => pointsOf(world, id)))).flat();

const forgetWords = async (world: World, { id, words }: Point): Promise<boolean> => {
  if (words === FORGOTTEN) return false;
  const written = await world.db.updateIf(pointItems, pointKey(id), {
    set: { title: FORGOTTEN, words: FORGOTTEN },
    if: 'attribute_exists(pk)',
  });
  return written.ok;
};

const forgetCopy = async (world: World, { id, about }: Recommendation): Promise<void> => {
  if (about.words === FORGOTTEN) return;
  await world.db.updateIf(inquiriesTable, inquiryKey(id), {
    set: { title: FORGOTTEN, about: { ...about, words: FORGOTTEN } },
    if: 'attribute_exists(pk)',
  });
};

/** Papers and difficulties that the person raised. That they were raised is counted; their words go, here and at the body. */
export const points: Place = {
  find: async (world, person) =>
    (await raisedBy(world, person))
      .filter(({ point }) => point.words !== FORGOTTEN)
      .map((one) => ({
        place: 'points',
        id: one.point.id,
        eventId: one.point.eventId,
        values: {
          title: one.point.title,
          text: one.point.words,
          answer: one.recommendation?.answer?.said.words ?? one.point.outcomeWords,
          state: pointState(one),
          createdAt: one.point.createdAt,
        },
      })),
  forget: async (world, person) => {
    let count = 0;
    for (const { point, recommendation } of await raisedBy(world, person)) {
      // The body's copy first: where this stops, the point is found again.
      if (recommendation) {
        await forgetCopy(world, recommendation);
        await scrubHistory(world, recommendation.id, person);
      }
      await scrubHistory(world, point.id, person);
      if (await forgetWords(world, point)) count++;
    }
    return count;
  },
};
