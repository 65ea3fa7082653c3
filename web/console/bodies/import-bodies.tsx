import type { FC } from 'hono/jsx';
import {
  type BodyPlan,
  importBodies,
  type PlannedBody,
  previewBodies,
} from '../../../functions/directory/bodies/import-bodies';
import { shownText } from '../../../functions/platform/sheets/shown-text';
import { showCount } from '../../../functions/platform/text/count';
import { showPhone } from '../../../functions/platform/text/phone';
import type { Page } from '../../env';
import { KeptFile, listFields } from '../../parts/rosters/list-form';
import { mistakesOf, tally } from '../../parts/rosters/rows-table';
import { ConfirmTable, readPostedTable, TABLE_OUTCOME, TableRows } from '../../parts/rosters/table-import';
import { BUTTON, STEP } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { KIND_WORDS } from './body-words';
import { DirectoryPage } from './directory-page';
import { mustEdit } from './must-edit';

const COLUMN_WORDS = {
  name: 'tên cơ quan',
  unit: 'địa bàn',
  address: 'địa chỉ',
  email: 'email cơ quan',
  phone: 'điện thoại cơ quan',
  contactName: 'người liên hệ',
  contactPosition: 'chức vụ người liên hệ',
  contactPhone: 'điện thoại người liên hệ',
  contactEmail: 'email người liên hệ',
};

const importForm = defineForm({
  fields: () =>
    listFields({
      file: 'Tệp Excel (.xlsx) hoặc CSV',
      list: 'Hoặc dán từ Excel',
      hint: 'Dòng đầu là tiêu đề: Tên cơ quan, Địa bàn, Địa chỉ, Email, Điện thoại, Người liên hệ, Chức vụ, Điện thoại liên hệ, Email liên hệ. Chỉ cần cột tên. Nhiều nhất 300 dòng.',
      rows: 8,
    }),
  page: (c, form) => (
    <DirectoryPage c={c} title="Nhập cơ quan từ tệp">
      <div class="form">
        <form.Errors />
        <p>
          Chưa ghi gì cho đến khi xem trước và xác nhận. Cơ quan đã có trong danh bạ được giữ nguyên, không
          sửa theo tệp.
        </p>
        <form.Post action={routes.consoleBodiesImport()} files>
          <form.Field name="file" />
          <KeptFile form={form} />
          <form.Field name="list" />
          <Button name={BUTTON.step} value={STEP.preview}>
            Xem trước
          </Button>
        </form.Post>
      </div>
    </DirectoryPage>
  ),
});

const wordsOf = ({ input, errors }: PlannedBody): string[] => {
  if (errors.length) return mistakesOf(errors, 'vi');
  if (!input) return [];
  const [contact] = input.contacts;
  const phone = contact?.phone ?? input.phone;
  return [
    KIND_WORDS[input.kind],
    ...[contact?.name, phone && showPhone(phone), contact?.email ?? input.email].flatMap(
      (text) => text || [],
    ),
  ];
};

const Report: FC<{ c: Page; plan: BodyPlan; list?: string }> = ({ c, plan, list }) => {
  const counts = tally(['new', 'known', 'refused'], plan.rows);
  return (
    <DirectoryPage c={c} title={list === undefined ? 'Đã nhập cơ quan' : 'Xem lại trước khi nhập'}>
      <p role="status" class={list === undefined ? 'notice' : undefined}>
        <strong>
          {list === undefined ? 'Đã thêm' : 'Thêm'} {showCount(counts.new)} cơ quan.
        </strong>{' '}
        {counts.known > 0 && `${showCount(counts.known)} cơ quan đã có trong danh bạ. `}
        {counts.refused > 0 && `${showCount(counts.refused)} dòng cần sửa, bỏ qua.`}
      </p>
      {list !== undefined && (
        <ConfirmTable
          action={routes.consoleBodiesImport()}
          list={list}
          submit={counts.new > 0 && `Nhập ${showCount(counts.new)} cơ quan`}
        />
      )}
      <TableRows
        columns={plan.columns}
        words={COLUMN_WORDS}
        subject="Cơ quan"
        rows={plan.rows.map((one) => ({
          row: one.row,
          person: one.written,
          outcome: TABLE_OUTCOME[one.outcome],
          words: wordsOf(one),
        }))}
      />
    </DirectoryPage>
  );
};

/** Bodies out of a file: previewed, then added. */
export const importBodiesPage = {
  get: (c: Page) => {
    mustEdit(c);
    return importForm.show(c);
  },
  post: (c: Page) => {
    mustEdit(c);
    const world = c.get('world');
    return importForm.handle(c, async (posted) => {
      if (posted.step === STEP.edit) return importForm.showAgain(c, posted);
      const source = await readPostedTable(c, posted);
      if (posted.step === STEP.import)
        return c.html(<Report c={c} plan={await importBodies(world, source)} />);
      return c.html(<Report c={c} plan={await previewBodies(world, source)} list={shownText(source)} />);
    });
  },
};
