import type { FC } from 'hono/jsx';
import { BUTTON } from '../../../query';
import { Field, type FormState, fieldId, valueAt } from '../../../ui/form';
import { sessionField, sessionRows } from './values';

/** One blank row of the programme is always there. */
const SPARE = 1;
const MOST = 40;

interface SessionsProps {
  form: FormState;
  /** Rows beyond those filled in. */
  spare: number;
  action: string;
}

/** The rows of the programme. The server adds more, so that it works without JavaScript. */
export const Sessions: FC<SessionsProps> = ({ form, spare, action }) => {
  const rows = Math.min(MOST, Math.max(SPARE, sessionRows(form.values) + spare));
  const lastRow = fieldId(sessionField(Math.min(rows, MOST - 1), 'date'));
  return (
    <>
      <h2>Chương trình</h2>
      <p class="soft">Dòng để trống thì bỏ qua. Ngày để trống thì lấy ngày bắt đầu.</p>
      {Array.from({ length: rows }, (_, row) => (
        <SessionRow form={form} row={row} />
      ))}
      <p>
        <button
          type="submit"
          class="btn plain"
          name={BUTTON.moreRows}
          value="buoi"
          formaction={`${action}#${lastRow}`}
        >
          Thêm buổi
        </button>
      </p>
    </>
  );
};

const SessionRow: FC<{ form: FormState; row: number }> = ({ form, row }) => {
  const name = (part: string) => sessionField(row, part);
  const more = ['topicEn', 'speaker', 'room'];
  return (
    <fieldset class="card">
      <legend>Buổi {row + 1}</legend>
      <div class="columns">
        <Field form={form} name={name('date')} label="Ngày/tháng/năm" date />
        <Field form={form} name={name('start')} label="Từ giờ" />
        <Field form={form} name={name('end')} label="Đến giờ" />
      </div>
      <Field form={form} name={name('topic')} label="Chuyên đề" />
      <details open={more.some((part) => valueAt(form, name(part))) || undefined}>
        <summary>Báo cáo viên, phòng, tên tiếng Anh</summary>
        <Field form={form} name={name('speaker')} label="Báo cáo viên" />
        <Field form={form} name={name('room')} label="Phòng" />
        <Field form={form} name={name('topicEn')} label="Chuyên đề bằng tiếng Anh" />
      </details>
    </fieldset>
  );
};
