import type { World } from '../../../platform/world/world';
import { receivedBy } from '../../../programme/handouts/read';
import type { Person } from '../../person/gather';
import type { Place } from '../place';

/**
 * The printed material that a person received. A mark names the person by an id alone, which is counted and tells nothing
 * once the registration or the record in the register is emptied: so forgetting leaves it.
 */
export const receivedMaterial: Place = {
  find: async (world: World, { ids, mediatorIds }: Person) => {
    const people = [...ids, ...mediatorIds];
    if (people.length === 0) return [];
    return (await receivedBy(world, people)).map(({ handout, at }) => ({
      place: 'handouts',
      id: handout.id,
      values: { title: handout.title, at },
    }));
  },
  forget: async () => 0,
};
