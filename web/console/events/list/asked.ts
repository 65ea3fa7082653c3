import { KINDS } from '../../../../functions/events/event/event-input';
import type { Page } from '../../../env';
import { QUERY, SHELF, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { monthIn } from '../parts/months';

/** The shelves of the list, by their name in the address. */
export const SHELVES = {
  [SHELF.upcoming]: { label: 'Sắp tới', shelf: 'public', past: false },
  [SHELF.drafts]: { label: 'Bản nháp', shelf: 'draft', past: false },
  [SHELF.past]: { label: 'Đã qua', shelf: 'public', past: true },
  [SHELF.oldDrafts]: { label: 'Bản nháp đã quá ngày', shelf: 'draft', past: true },
} as const;
export type ShelfName = keyof typeof SHELVES;

/** What the reader asks of the list; values that mean nothing are ignored. */
export const askedOf = (c: Page) => {
  const query = c.req.query();
  const name = query[QUERY.shelf];
  return {
    /** The question as it was put, for links that change a part of it. */
    query,
    shelf: name && Object.hasOwn(SHELVES, name) ? (name as ShelfName) : SHELF.upcoming,
    kind: KINDS.find((k) => k === query[QUERY.kind]),
    month: monthIn(query[QUERY.month]),
    search: query[QUERY.search]?.slice(0, 200).trim() || undefined,
    placeUnitId: query[QUERY.area] || undefined,
    cursor: query[QUERY.cursor],
  };
};
export type Asked = ReturnType<typeof askedOf>;

/** The shelf's name as addresses bear it: the first one is left out. */
const named = (shelf: ShelfName) => (shelf === SHELF.upcoming ? undefined : shelf);

const FIRST_PAGE = { [QUERY.cursor]: undefined, [QUERY.done]: undefined };

/** The list with the same question on another shelf. */
export const shelfPath = ({ query }: Asked, shelf: ShelfName): string =>
  withQuery(routes.consoleEvents(), { ...query, ...FIRST_PAGE, [QUERY.shelf]: named(shelf) });

/** The next page of the list. */
export const nextPath = ({ query }: Asked, cursor: string): string =>
  withQuery(routes.consoleEvents(), { ...query, ...FIRST_PAGE, [QUERY.cursor]: cursor });

/** The shelf without a question. */
export const wholeShelfPath = ({ shelf }: Asked): string =>
  withQuery(routes.consoleEvents(), { [QUERY.shelf]: named(shelf) });
