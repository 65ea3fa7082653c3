import type { FC } from 'hono/jsx';
import { copy, type Language } from '../../copy/copy';
import { BUTTON } from '../../query';
import { Button } from '../../ui/form';

interface RowPagesProps {
  language: Language;
  /** The rows that the buttons ask for: "new.2" is the second page of `new`. */
  group: string;
  of: number;
  shown: number;
  page: number;
  /** Rows on a page. */
  size: number;
}

/** Buttons to the rows that a page does not show: the list is in the form, so that no link could lead to them. */
export const RowPages: FC<RowPagesProps> = ({ language, group, of, shown, page, size }) => {
  const t = copy(language).lists;
  const pages = Math.ceil(of / size);
  if (of <= shown) return null;
  const to = (at: number, words: string) => (
    <Button kind="plain" name={BUTTON.rows} value={`${group}.${at}`}>
      {words}
    </Button>
  );
  if (page === 1 && shown < size) return <p class="actions">{to(1, t.more(of))}</p>;
  return (
    <p class="actions">
      {page > 1 && to(page - 1, t.pageBefore)}
      <span>{t.page(page, pages)}</span>
      {page < pages && to(page + 1, t.pageAfter)}
    </p>
  );
};
