import { marshall } from '@aws-sdk/util-dynamodb';
import { invalid } from '../problem/problem';
import type { Key } from './expressions';

export interface Page<T> {
  items: T[];
  next?: string;
}

/** Where a list goes on after an item, by the item's keys. */
export const cursorAfter = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** An invalid cursor is an error; otherwise clients loop on page one. */
export const unknownCursor = () => invalid('cursor', 'cursor-unknown');

/** The key that a cursor encodes. @throws Problem `invalid` at `cursor` */
export const decodeCursor = (cursor?: string) => {
  if (!cursor) return undefined;
  try {
    return marshall(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw unknownCursor();
  }
};
