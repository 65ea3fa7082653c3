import { may } from '../../../../functions/directory/accounts/may';
import { readUnits } from '../../../../functions/directory/units/list';
import { isInArea } from '../../../../functions/directory/units/successors';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { shownText } from '../../../../functions/platform/sheets/shown-text';
import { showCount } from '../../../../functions/platform/text/count';
import { typedDate } from '../../../../functions/platform/time/typed';
import {
  type ImportAsked,
  ImportSaid,
  importMediators,
  MOST_ROWS,
  previewMediators,
} from '../../../../functions/register/importing/import-mediators';
import { mediatorSample } from '../../../../functions/register/importing/sample-file';
import { ETHNICITY_CONSENT } from '../../../../functions/register/mediators/ethnicity';
import { ownAreaOf } from '../../../../functions/register/teams/may';
import type { Page } from '../../../env';
import { KeptFile, listFields } from '../../../parts/rosters/list-form';
import { readPostedTable } from '../../../parts/rosters/table-import';
import { communeOptions } from '../../../parts/units/levels';
import { BUTTON, STEP } from '../../../query';
import { routes } from '../../../routes';
import { sendFile } from '../../../ui/download';
import { Button, defineForm, type FieldSpec, type Fields, type Posted } from '../../../ui/form';
import { RegisterPage, readRights } from '../parts/register-page';
import { CONSENT_WORDS } from './ethnicity';
import { ImportReport } from './import-report';

const SAID = {
  unitId: {
    as: 'select',
    label: 'Xã, phường, thị trấn',
    empty: 'Theo cột trong danh sách',
    hint: 'Cho các dòng không ghi xã.',
    optional: true,
    errorsOf: ['unitId'],
  },
  number: { label: 'Số quyết định công nhận', hint: 'Cho các dòng không ghi số.', optional: true },
  on: { label: 'Ngày quyết định', hint: 'Cho các dòng không ghi ngày.', date: true, optional: true },
  agreedOn: { label: 'Ngày đồng ý', date: true, optional: true },
  agreedBy: {
    as: 'select',
    label: 'Cách đồng ý',
    empty: 'Không lưu cột dân tộc',
    optional: true,
    options: Object.entries(CONSENT_WORDS).map(([value, label]) => ({ value, label })),
  },
} as const satisfies Record<string, FieldSpec>;
type Said = keyof typeof SAID;

const importForm = defineForm({
  fields: () => ({
    ...listFields({
      file: 'Tệp Excel (.xlsx) hoặc CSV',
      list: 'Hoặc dán từ Excel',
      hint: `Dòng đầu là tiêu đề: Họ và tên, Năm sinh, Giới tính, Dân tộc, Trình độ, Số QĐ công nhận, Ngày, Chức danh, SĐT, Tổ hòa giải, Xã. Nhiều nhất ${showCount(MOST_ROWS)} dòng.`,
      rows: 8,
    }),
    ...SAID,
  }),
  page: async (c, form) => {
    const units = await readUnits(c.get('world'));
    const area = ownAreaOf(c.get('account'));
    const own = units.inForce.filter((unit) => area === undefined || isInArea(units.all, unit.id, area));
    return (
      <RegisterPage
        c={c}
        title="Nhập hòa giải viên từ tệp"
        back={{ href: routes.consoleMediators(), label: 'Hòa giải viên' }}
      >
        <div class="form">
          <form.Errors />
          <p>
            Chưa ghi gì cho đến khi xem trước và xác nhận. Người đã có trong tổ được giữ nguyên, không sửa
            theo tệp. Tổ chưa có được thêm vào xã.
          </p>
          <p>
            <a href={routes.consoleMediatorSample()}>Tải tệp mẫu (Excel)</a>
            <span class="soft">: có sẵn tiêu đề, một dòng ví dụ và các giá trị được nhận.</span>
          </p>
          <form.Post action={routes.consoleMediatorsImport()} files>
            <form.Field name="file" />
            <KeptFile form={form} />
            <form.Field name="list" />
            <form.Field name="unitId" options={communeOptions(own, units)} />
            <form.Field name="number" />
            <form.Field name="on" />
            {may(c.get('account')).manageAccounts ? (
              <fieldset>
                <legend>Cột dân tộc</legend>
                <p>
                  Chỉ điền khi từng người trong danh sách đã đồng ý: “{ETHNICITY_CONSENT.words}” Nếu không,
                  cột này bị bỏ qua.
                </p>
                <form.Field name="agreedOn" />
                <form.Field name="agreedBy" />
              </fieldset>
            ) : (
              <p class="soft">
                Cột dân tộc không được lưu: việc này cần sự đồng ý riêng và do quản trị viên ghi.
              </p>
            )}
            <Button name={BUTTON.step} value={STEP.preview}>
              Xem trước
            </Button>
          </form.Post>
        </div>
      </RegisterPage>
    );
  },
});

const saidIn = (fields: Readonly<Fields<Said>>): ImportSaid =>
  parse(ImportSaid, {
    unitId: fields.unitId,
    number: fields.number,
    on: fields.on && typedDate(fields.on),
    agreedOn: fields.agreedOn && typedDate(fields.agreedOn),
    agreedBy: fields.agreedBy,
  });

const readAsked = async (c: Page, sent: Posted<'list' | 'book' | Said>): Promise<ImportAsked> => ({
  account: c.get('account'),
  source: await readPostedTable(c, sent),
  said: saidIn(sent.fields),
});

const mustEdit = async (c: Page): Promise<void> => {
  const { rights } = await readRights(c);
  if (!rights.edit) throw new Problem('forbidden', 'forbidden');
};

/** Mediators out of a file: previewed, then written. */
export const importMediatorsPage = {
  get: async (c: Page) => {
    await mustEdit(c);
    return importForm.show(c);
  },
  post: async (c: Page) => {
    await mustEdit(c);
    const world = c.get('world');
    return importForm.handle(c, async (posted) => {
      if (posted.step === STEP.edit) return importForm.showAgain(c, posted);
      const asked = await readAsked(c, posted);
      if (posted.step === STEP.import)
        return c.html(<ImportReport c={c} plan={await importMediators(world, asked)} />);
      const { unitId, number, on, agreedOn, agreedBy } = posted.fields;
      const carried = {
        list: shownText(asked.source),
        more: { unitId, number, on, agreedOn, agreedBy },
      };
      return c.html(<ImportReport c={c} plan={await previewMediators(world, asked)} carried={carried} />);
    });
  },
};

/** A list to be filled in. */
export const mediatorSampleDownload = async (c: Page): Promise<Response> =>
  sendFile(c, await mediatorSample(c.get('world'), c.get('account')));
