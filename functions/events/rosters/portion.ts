/** How many rows are written at once: the calls of each follow one another. */
const AT_ONCE = 8;

/** A function is stopped after ten seconds: half of them for rows, the rest to answer. */
export const PORTION_MS = 6_000;

/**
 * Does what is to be done with each item, several at once, in order, and begins nothing more once the
 * time is up. What was begun is finished.
 * @param goesOn asked before each item
 * @returns the answers of the first so many items
 */
export const inPortion = async <T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  goesOn: () => boolean,
): Promise<R[]> => {
  const done: Promise<R>[] = [];
  const hand = async () => {
    while (done.length < items.length && goesOn()) {
      const mine = act(items[done.length]!);
      done.push(mine);
      await mine.catch(() => {}); // said to whoever awaits the answers
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return Promise.all(done);
};
