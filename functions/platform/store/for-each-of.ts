import pLimit from 'p-limit';
import { Problem } from '../problem/problem';
import { Unavailable } from './outcome';

/** What one act came to, done with many things one by one. */
export interface ManyDone<Thing> {
  done: Thing[];
  /** For which it was refused, and why. */
  refused: { thing: Thing; problem: Problem }[];
}

/** As many at once: they may ask for the same items. */
const AT_ONCE = 4;

/**
 * Does the same with each of these things. One for which it is refused, or whose answer is lost, does not keep the others
 * from it; each act must be idempotent, so that the same can be asked again for all of them.
 */
export const forEachOf = async <Thing>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<unknown>,
): Promise<ManyDone<Thing>> => {
  const limit = pLimit(AT_ONCE);
  const outcomes = await Promise.all(
    things.map((thing) =>
      limit(async () => {
        try {
          await act(thing);
          return { thing };
        } catch (error) {
          if (error instanceof Problem) return { thing, problem: error };
          if (error instanceof Unavailable)
            return { thing, problem: new Problem('unavailable', 'unavailable') };
          throw error;
        }
      }),
    ),
  );
  return {
    done: outcomes.flatMap(({ thing, problem }) => (problem ? [] : [thing])),
    refused: outcomes.flatMap(({ thing, problem }) => (problem ? [{ thing, problem }] : [])),
  };
};
