import { historyOf, rewriteHistory } from '../../platform/audit/history';
import type { World } from '../../platform/world/world';
import { scrubbed, type Traits } from '../person/scrub';
import type { Place } from './place';

/**
 * What was done about the person. It says that something personal changed, never to what; where an older entry has a
 * text that does, the text goes.
 */
export const history: Place = {
  find: async (world, { ids, mediatorIds }) => {
    const found = await Promise.all(
      [...ids, ...mediatorIds].map((id) => historyOf(world, id, { limit: 200 })),
    );
    return found
      .flatMap(({ items }) => items)
      .map(({ pk, sk, who, what, fields }) => ({
        place: 'history',
        id: pk,
        values: { at: sk.slice(0, 24), who, what, fields: Object.keys(fields) },
      }));
  },
  forget: async (world, person) => {
    let count = 0;
    for (const id of [...person.ids, ...person.mediatorIds]) count += await scrubHistory(world, id, person);
    return count;
  },
};

/** The history of one thing loses what it says of the person. */
export const scrubHistory = (world: World, id: string, traits: Traits): Promise<number> =>
  rewriteHistory(world, id, (fields) => scrubbed(fields, traits));
