import { Problem } from '../../functions/platform/problem/problem';

/**
 * A page of a list by the cursor in the address. Whoever changed or kept an old address sees the first page
 * rather than an error; a client of the API is told instead.
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
