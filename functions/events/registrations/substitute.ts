import type { World } from '../../platform/world/world';
import { getRegistration } from './find';
import type { Registration } from './registration';

/** A chain of replacements is short; the bound keeps a broken one from being followed for ever. */
const MOST = 20;

/** The person who goes in the place of one who was replaced, where that person was replaced too, the last. */
export const substituteOf = async (
  world: World,
  replaced: Registration,
): Promise<Registration | undefined> => {
  let last: Registration | undefined;
  for (let next = replaced.replacedBy, n = 0; next && n < MOST; n++) {
    last = await getRegistration(world, next);
    next = last.replacedBy;
  }
  return last;
};
