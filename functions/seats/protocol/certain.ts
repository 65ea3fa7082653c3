import { LostAnswer } from '../../platform/store/outcome';

/**
 * A write whose answer may be lost. A lost answer is not a refusal: the caller reads what happened, and only a
 * write that can be seen to have landed counts. Otherwise `LostAnswer` goes on up (503), nothing is given up,
 * and reconciliation finds the rest.
 */
export const certain = async (
  write: () => Promise<boolean>,
  landed: () => Promise<boolean>,
): Promise<boolean> => {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    if (await readBack(landed)) return true;
    throw error;
  }
};

/**
 * Reads what became of a write whose answer was lost. Where the read fails as well, in whatever way, the write
 * stays lost: an error that says "certainly not done" would make the caller undo what may have landed.
 */
export const readBack = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    throw error instanceof LostAnswer ? error : new LostAnswer('read back', { cause: error });
  }
};
