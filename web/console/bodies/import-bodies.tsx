import type { FC } from 'hono/jsx';
import {
  type BodyPlan,
  importBodies,
  type PlannedBody,
  previewBodies,
} from '../../../functions/directory/bodies/import-bodies';
import { invalid } from '../../../functions/platform/problem/problem';
import { shownText } from '../../../functions/platform/sheets/shown-text';
import { showPhone } from '../../../functions/platform/text/phone';
import type { Page } from '../../env';
import { Carried, isEmptyList, listFields, readPostedList } from '../../parts/rosters/list-form';
import { ReadColumns } from '../../parts/rosters/read-columns';
import { mistakesOf, RowsTable, tally } from '../../parts/rosters/rows-table';
import { BUTTON, STEP } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type Posted } from '../../ui/form';
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
          <form.Fields />
          <Button name={BUTTON.step} value={STEP.preview}>
            Xem trước
          </Button>
        </form.Post>
      </div>
    </DirectoryPage>
  ),
});

const OUTCOME = {
  new: { tag: 'tag', word: 'Thêm mới' },
  known: { tag: 'tag grey', word: 'Đã có' },
  refused: { tag: 'tag lotus', word: 'Cần sửa' },
};

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
          {list === undefined ? 'Đã thêm' : 'Thêm'} {counts.new} cơ quan.
        </strong>{' '}
        {counts.known > 0 && `${counts.known} cơ quan đã có trong danh bạ. `}
        {counts.refused > 0 && `${counts.refused} dòng cần sửa, bỏ qua.`}
      </p>
      {list !== undefined && (
        <form method="post" action={routes.consoleBodiesImport()} enctype="multipart/form-data">
          <Carried of={{ list }} more={{}} />
          <p class="actions">
            {counts.new > 0 && (
              <Button name={BUTTON.step} value={STEP.import}>
                Nhập {counts.new} cơ quan
              </Button>
            )}
            <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
              Sửa danh sách
            </Button>
          </p>
        </form>
      )}
      <ReadColumns columns={plan.columns} words={COLUMN_WORDS} />
      <div class="scroll" tabindex={0} role="region" aria-label="Các dòng">
        <RowsTable
          heads={{ row: 'Dòng', person: 'Cơ quan', outcome: 'Nội dung' }}
          rows={plan.rows.map((one) => ({
            row: one.row,
            person: one.written,
            outcome: OUTCOME[one.outcome],
            words: wordsOf(one),
          }))}
        />
      </div>
    </DirectoryPage>
  );
};

const readSource = async (c: Page, sent: Posted<'list' | 'book'>) => {
  const posted = await readPostedList(c, sent);
  if (isEmptyList(posted)) throw invalid('list', 'list-empty');
  return posted.source;
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
      const source = await readSource(c, posted);
      if (posted.step === STEP.import)
        return c.html(<Report c={c} plan={await importBodies(world, source)} />);
      return c.html(<Report c={c} plan={await previewBodies(world, source)} list={shownText(source)} />);
    });
  },
};
