import type { FC } from 'hono/jsx';
import { BUTTON } from '../../query';
import { Button, Field, type FormState } from '../../ui/form';

const LABELS = { name: 'Họ và tên', position: 'Chức vụ', phone: 'Số điện thoại', email: 'Email' } as const;
type Column = keyof typeof LABELS;

export const CONTACT_COLUMNS = Object.keys(LABELS) as Column[];

const INPUTS: Partial<Record<Column, string>> = { phone: 'tel', email: 'email' };

const ROWS_AT_ONCE = 3;
const MOST = 20;

/** `Người liên hệ 2, số điện thoại`; nothing for the path of another field. */
export const contactName = (path: string): string | undefined => {
  const [, row, column] = /^contacts\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (!column) return undefined;
  const label = LABELS[column as Column]?.replace(/^./, (l) => l.toLowerCase());
  return `Người liên hệ ${Number(row) + 1}, ${label ?? column}`;
};

/** The rows of contacts. The server adds more, so that it works without JavaScript. */
export const Contacts: FC<{ form: FormState; rows?: number }> = ({ form, rows = 0 }) => {
  const filled = Object.keys(form.values).filter((n) => /^contacts\.\d+\.name$/.test(n)).length;
  const shown = Math.min(MOST, Math.max(rows, filled + 1, ROWS_AT_ONCE));
  return (
    <fieldset id="o-contacts">
      <legend>Người liên hệ</legend>
      <p class="hint">
        Người đầu tiên có số điện thoại được gọi khi thư không tới nơi. Dòng trống được bỏ qua.
      </p>
      {Array.from({ length: shown }, (_, row) => (
        <div class="card columns pairs" role="group" aria-label={`Người liên hệ thứ ${row + 1}`}>
          {CONTACT_COLUMNS.map((column) => (
            <Field
              form={form}
              name={`contacts.${row}.${column}`}
              label={LABELS[column]}
              type={INPUTS[column]}
            />
          ))}
        </div>
      ))}
      {shown < MOST && (
        <Button kind="plain" name={BUTTON.moreRows} value={String(shown + ROWS_AT_ONCE)}>
          Thêm người liên hệ
        </Button>
      )}
    </fieldset>
  );
};
