import type { FC } from 'hono/jsx';
import type { ListSource } from '../../../functions/events/rosters/open-list';
import { invalid } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { BUTTON, STEP } from '../../query';
import { Button, type Posted } from '../../ui/form';
import { Carried, isEmptyList, readPostedList, withFile } from './list-form';
import { ReadColumns } from './read-columns';
import { RowsTable, type ShownRow } from './rows-table';

/** What becomes of a row of a table of units or bodies. */
export const TABLE_OUTCOME = {
  new: { tag: 'tag', word: 'Thêm mới' },
  known: { tag: 'tag grey', word: 'Đã có' },
  refused: { tag: 'tag lotus', word: 'Cần sửa' },
};

/** The table that a form sends. @throws Problem invalid at `list`: `list-empty`; at `file` */
export const readPostedTable = async (c: Page, sent: Posted<'list' | 'book'>): Promise<ListSource> => {
  const posted = await readPostedList(c, sent);
  // A form that comes back with a mistake has the file still.
  withFile(sent, posted);
  if (isEmptyList(posted)) throw invalid('list', 'list-empty');
  return posted.source;
};

interface ConfirmTableProps {
  action: string;
  list: string;
  more?: Readonly<Record<string, string | undefined>>;
  /** The button that writes; nothing where there is nothing to write. */
  submit?: string | false;
}

/** Sends a table on that was looked at: to be written, or to be mended. */
export const ConfirmTable: FC<ConfirmTableProps> = ({ action, list, more = {}, submit }) => (
  <form method="post" action={action} enctype="multipart/form-data">
    <Carried of={{ list }} more={more} />
    <p class="actions">
      {submit && (
        <Button name={BUTTON.step} value={STEP.import}>
          {submit}
        </Button>
      )}
      <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
        Sửa danh sách
      </Button>
    </p>
  </form>
);

interface TableRowsProps {
  columns: readonly { heading: string; readAs: string | null }[];
  /** What the columns are called. */
  words: Readonly<Record<string, string>>;
  /** What one row is. */
  subject: string;
  rows: readonly ShownRow[];
}

/** What was understood of a table, row by row. */
export const TableRows: FC<TableRowsProps> = ({ columns, words, subject, rows }) => (
  <>
    <ReadColumns columns={columns} words={words} />
    <div class="scroll" tabindex={0} role="region" aria-label="Các dòng">
      <RowsTable heads={{ row: 'Dòng', person: subject, outcome: 'Nội dung' }} rows={rows} />
    </div>
  </>
);
