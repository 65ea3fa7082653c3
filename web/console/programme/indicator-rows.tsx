import type { FC } from 'hono/jsx';
import { typedNumber } from '../../../functions/platform/text/count';
import {
  COUNTED,
  type Indicator,
  MOST_INDICATORS,
  TYPED,
} from '../../../functions/programme/plans/indicators';
import { BUTTON } from '../../query';
import {
  Field,
  type FormState,
  type Posted,
  readRows,
  Select,
  typedRows,
  type Values,
  withoutRows,
} from '../../ui/form';

const LIST = 'indicators';
const COLUMNS = ['id', 'name', 'source', 'unit', 'goal'] as const;
const ROWS_AT_ONCE = 2;

const SOURCES = [
  ...Object.entries(COUNTED).map(([value, { words }]) => ({ value, label: `Tự đếm: ${words}` })),
  { value: TYPED, label: 'Nhập kết quả bằng tay' },
];

export const indicatorValues = (indicators: readonly Indicator[]): Values =>
  typedRows(
    LIST,
    indicators.map(({ goal, ...one }) => ({ ...one, goal: String(goal) })),
  );

/** The rows with a name or a goal; emptying both removes an indicator. */
const rowsIn = ({ fields }: Pick<Posted, 'fields'>) =>
  readRows(fields, LIST, COLUMNS, MOST_INDICATORS).filter(({ name, goal }) => name || goal);

/** The indicators as they were typed, for the schema. */
export const indicatorsIn = (posted: Pick<Posted, 'fields'>) =>
  rowsIn(posted).map(({ goal, ...one }) => ({ ...one, goal: goal && (typedNumber(goal) ?? goal) }));

/** What was typed, as the form shows it again: without empty rows. */
export const indicatorsTyped = (posted: Posted): Values => ({
  ...withoutRows(posted.typed, LIST),
  ...typedRows(LIST, rowsIn(posted)),
});

/** What a task shall reach, one card each. */
export const IndicatorRows: FC<{ form: FormState }> = ({ form }) => {
  const filled = Object.keys(form.values).filter((name) => /^indicators\.\d+\.name$/.test(name)).length;
  const asked = Number(form.values[BUTTON.moreRows]) || 0;
  const shown = Math.min(MOST_INDICATORS, Math.max(filled + 1, asked));
  return (
    <fieldset id={`o-${LIST}`}>
      <legend>Chỉ tiêu của nhiệm vụ</legend>
      <p class="hint">
        Kết quả được đếm từ các lớp, buổi kiểm tra, báo cáo đã ghi trong hệ thống. Việc không đếm được thì
        chọn nhập bằng tay. Muốn bỏ một chỉ tiêu, xóa trắng tên và mục tiêu của nó.
      </p>
      {Array.from({ length: shown }, (_, i) => (
        <IndicatorCard form={form} i={i} />
      ))}
      {shown < MOST_INDICATORS && (
        <button
          type="submit"
          class="btn plain"
          name={BUTTON.moreRows}
          value={String(Math.min(MOST_INDICATORS, shown + ROWS_AT_ONCE))}
        >
          Thêm chỉ tiêu
        </button>
      )}
    </fieldset>
  );
};

const IndicatorCard: FC<{ form: FormState; i: number }> = ({ form, i }) => {
  const at = (column: (typeof COLUMNS)[number]) => `${LIST}.${i}.${column}`;
  const id = form.values[at('id')];
  return (
    <div class="card" role="group" aria-label={`Chỉ tiêu ${i + 1}`}>
      {id && <input type="hidden" name={at('id')} value={String(id)} />}
      <Field form={form} name={at('name')} label="Tên chỉ tiêu" optional />
      <Select form={form} name={at('source')} label="Cách tính" empty="Chọn" options={SOURCES} optional />
      <Field form={form} name={at('goal')} label="Mục tiêu" inputmode="numeric" class="short" optional />
      <Field
        form={form}
        name={at('unit')}
        label="Đơn vị tính"
        hint="Để trống nếu là đơn vị của nội dung được đếm; ghi % nếu tính theo tỷ lệ."
        class="short"
        optional
      />
    </div>
  );
};
