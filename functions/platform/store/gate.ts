/**
 * Lets at most `width` calls happen at once; the others wait in order. One process on one machine may
 * serve a thousand people in a moment, and a call that waits for a socket must not be taken for one
 * whose answer was lost.
 */
export const gate = (width: number) => {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async <T>(call: () => Promise<T>): Promise<T> => {
    if (busy >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  };
};
