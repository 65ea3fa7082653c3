/** Rows that are written at the same time; the calls of one row follow one another. */
const AT_ONCE = 8;

/** A function is stopped after ten seconds: six of them for rows, the rest to answer. */
export const PORTION_MS = 6_000;

/**
 * Runs an action for each item, several at once, in order, and begins no more once the time is up. Actions
 * that were begun are finished.
 * @param hasTime asked before each item
 * @returns the answers of the first items
 */
export const inPortion = async <T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  hasTime: () => boolean,
): Promise<R[]> => {
  const begun: Promise<R>[] = [];
  const worker = async () => {
    while (begun.length < items.length && hasTime()) {
      const answer = act(items[begun.length]!);
      begun.push(answer);
      await answer.catch(() => {}); // the caller gets it from Promise.all
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return Promise.all(begun);
};
