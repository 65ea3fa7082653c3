import type { FC } from 'hono/jsx';
import { showCount } from '../../../../functions/platform/text/count';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';

/** Links to the pages before and after, with the rest of the query as it is. */
export const Paging: FC<{ c: Page; page: number; pages: number; found: number }> = ({
  c,
  page,
  pages,
  found,
}) => {
  const to = (n: number) => {
    const url = new URL(c.req.url);
    url.searchParams.set(QUERY.page, String(n));
    return url.pathname + url.search;
  };
  return (
    <nav aria-label="Trang" class="actions">
      {page > 1 && <a href={to(page - 1)}>‹ Trang trước</a>}
      <span>
        Trang {page}/{pages}, {showCount(found)} người
      </span>
      {page < pages && <a href={to(page + 1)}>Trang sau ›</a>}
    </nav>
  );
};
