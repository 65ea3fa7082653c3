import { FORGOTTEN } from '../../../events/person/forgotten';
import { inquiriesTable, inquiryKey } from '../../../inquiries/inquiry';
import type { World } from '../../../platform/world/world';
import { supportOf } from '../../../support/read';
import { type Support, stateOf, supportItems, supportKey } from '../../../support/request';
import type { Person } from '../../person/gather';
import type { Place } from '../place';

const askedBy = async (world: World, { ids }: Person): Promise<Support[]> =>
  (await Promise.all(ids.map((id) => supportOf(world, id)))).flat();

/** What the person asked about hard cases. That they asked is counted; their words go, here and at the body. */
export const support: Place = {
  find: async (world, person) =>
    (await askedBy(world, person))
      .filter(({ request }) => request.words !== FORGOTTEN)
      .map((one) => ({
        place: 'support',
        id: one.request.id,
        values: {
          type: one.request.type,
          text: one.request.words,
          answer: one.inquiry?.answer?.said.words,
          state: stateOf(one),
          createdAt: one.request.createdAt,
        },
      })),
  forget: async (world, person) => {
    let count = 0;
    for (const { request, inquiry } of await askedBy(world, person)) {
      // The body's copy first: where this stops, the request is found again.
      if (inquiry && inquiry.about.words !== FORGOTTEN)
        await world.db.updateIf(inquiriesTable, inquiryKey(inquiry.id), {
          set: { about: { ...inquiry.about, words: FORGOTTEN } },
          if: 'attribute_exists(pk)',
        });
      if (request.words === FORGOTTEN) continue;
      const written = await world.db.updateIf(supportItems, supportKey(request.id), {
        set: { words: FORGOTTEN },
        if: 'attribute_exists(pk)',
      });
      if (written.ok) count++;
    }
    return count;
  },
};
