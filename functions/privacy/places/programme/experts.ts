import type { World } from '../../../platform/world/world';
import type { Expert } from '../../../programme/experts/expert';
import { allExperts } from '../../../programme/experts/list';
import { eraseExpert } from '../../../programme/experts/save';
import { isPerson, type Person } from '../../person/gather';
import { scrubHistory } from '../history';
import type { Place } from '../place';

const entriesOf = async (world: World, person: Person): Promise<Expert[]> =>
  (await allExperts(world)).filter(({ fullName: name, phone, email }) =>
    isPerson(world, person, { name, phone, email }),
  );

/** Experts that bodies named. Nothing is counted by them, so forgetting removes the whole entry. */
export const expertEntries: Place = {
  find: async (world, person) =>
    (await entriesOf(world, person)).map(
      ({ id, fullName, position, bodyName, topics, phone, email, from, to }) => ({
        place: 'experts',
        id,
        values: { fullName, position, bodyName, topics, phone, email, from, to },
      }),
    ),
  forget: async (world, person) => {
    const found = await entriesOf(world, person);
    for (const { id } of found) {
      await eraseExpert(world, id);
      await scrubHistory(world, id, person);
    }
    return found.length;
  },
};
