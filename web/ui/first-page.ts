import { Problem } from '../../functions/platform/problem/problem';

/**
 * A page of a list by the cursor in the address. An invalid cursor shows the first page rather than an
 * error, because people keep old addresses; clients of the API get the error.
 */
export const orFirstPage = async <T>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<T>,
): Promise<T> => {
  try {
    return await read(cursor);
  } catch (error) {
    const unknown = error instanceof Problem && error.fields.some((f) => f.code === 'cursor-unknown');
    if (!unknown || cursor === undefined) throw error;
    return read(undefined);
  }
};
