import pLimit from 'p-limit';
import { Problem } from '../../../platform/problem/problem';
import { Unavailable } from '../../../platform/store/outcome';
import type { Registration } from '../registration';

/** What one act came to, done with many registrations one by one. */
export interface ManyDone {
  done: Registration[];
  /** Whom it was refused for, and why. */
  refused: { registration: Registration; problem: Problem }[];
}

/** As many at once: they ask for seats of the same blocks. */
const AT_ONCE = 4;

/**
 * Does the same with each of these registrations. One that is refused, or whose answer is lost, does not keep the others
 * from it; each act is idempotent, so the same may be asked again for all of them.
 */
export const forEachOf = async (
  registrations: readonly Registration[],
  act: (registration: Registration) => Promise<unknown>,
): Promise<ManyDone> => {
  const limit = pLimit(AT_ONCE);
  const outcomes = await Promise.all(
    registrations.map((registration) =>
      limit(async () => {
        try {
          await act(registration);
          return { registration };
        } catch (error) {
          if (error instanceof Problem) return { registration, problem: error };
          if (error instanceof Unavailable)
            return { registration, problem: new Problem('unavailable', 'unavailable') };
          throw error;
        }
      }),
    ),
  );
  return {
    done: outcomes.flatMap(({ registration, problem }) => (problem ? [] : [registration])),
    refused: outcomes.flatMap(({ registration, problem }) => (problem ? [{ registration, problem }] : [])),
  };
};
