import { forgetRows, importsWithNames, rowsAbout, type Sought } from '../../events/imports/forget-rows';
import type { World } from '../../platform/world/world';
import { isPerson, type Person } from '../person/gather';
import { speaksOf } from '../person/scrub';
import type { Place } from './place';

/** A row that cannot be read may have the phone in any cell, so what is kept of it is searched as a text. */
const soughtIn = (world: World, person: Person): Sought => ({
  is: ({ fullName, phone }) => isPerson(world, person, { name: fullName, phone }),
  speaks: (kept) => speaksOf(kept, person),
});

/** Lists that wait to be imported, and the names of rows that were refused. */
export const imports: Place = {
  find: async (world, person) => {
    const all = await importsWithNames(world);
    const found = await Promise.all(
      all.map(async (one) => ({ one, rows: await rowsAbout(world, one, soughtIn(world, person)) })),
    );
    return found
      .filter(({ rows }) => rows.length)
      .map(({ one, rows }) => ({
        place: 'imports',
        id: one.id,
        eventId: one.eventId,
        values: { rows },
      }));
  },
  forget: async (world, person, { at }) => {
    let count = 0;
    // A list that came later is a new one.
    for (const one of await importsWithNames(world))
      if (one.createdAt <= at) count += await forgetRows(world, one, soughtIn(world, person));
    return count;
  },
};
