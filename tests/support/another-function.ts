import type { Db } from '../../functions/platform/store/db';
import type { World } from '../../functions/platform/world/world';

/** The same system in another warm function, which keeps lists of its own. */
export const anotherFunction = (world: World): World => ({ ...world, settings: { ...world.settings } });

/** As many functions as asked, each of which has read all that it needs before the first of them writes. */
export const functionsAtOnce = (world: World, count: number): World[] => {
  let arrived = 0;
  let resolve = () => {};
  const all = new Promise<void>((done) => {
    resolve = done;
  });
  const db: Db = Object.create(world.db);
  db.transactIf = async (...asked) => {
    arrived += 1;
    if (arrived >= count) resolve();
    await all;
    return world.db.transactIf(...asked);
  };
  return Array.from({ length: count }, () => ({ ...anotherFunction(world), db }));
};
