import type { FC } from 'hono/jsx';
import { type Body, BodyInput } from '../../../functions/directory/bodies/body';
import { parse } from '../../../functions/platform/input/parse';
import { showPhone } from '../../../functions/platform/text/phone';
import { Button, ErrorSummary, Field, type FormState, type Option, Select } from '../../ui/form';
import { type Fields, versionIn } from '../../ui/read-form';
import { readRows, typedRows, withoutRows } from '../../ui/rows';
import { kindOptions } from './body-words';

const COLUMNS = ['name', 'position', 'phone', 'email'];
const ROWS_AT_ONCE = 3;

/** A posted form of a body, before it is checked. */
export const readBody = (fields: Fields, typed: FormState['values']) => {
  const contacts = readRows(fields, 'contacts', COLUMNS);
  return {
    version: versionIn(fields),
    values: { ...withoutRows(typed, 'contacts'), ...typedRows('contacts', contacts) },
    /** @throws Problem invalid */
    body: () =>
      parse(BodyInput, {
        name: fields.name ?? '',
        kind: fields.kind,
        unitId: fields.unitId,
        address: fields.address,
        email: fields.email,
        phone: fields.phone,
        contacts: contacts.map((c) => ({ ...c, name: c.name ?? '' })),
      }),
  };
};

export const bodyValues = (body: Body): FormState['values'] => ({
  version: String(body.version),
  name: body.name,
  kind: body.kind,
  unitId: body.unitId,
  address: body.address,
  email: body.email,
  phone: body.phone && showPhone(body.phone),
  ...typedRows(
    'contacts',
    body.contacts.map((c) => ({ ...c, phone: c.phone && showPhone(c.phone) })),
  ),
});

const NAMES: Record<string, string> = {
  name: 'Tên cơ quan',
  kind: 'Loại',
  unitId: 'Địa bàn',
  address: 'Địa chỉ',
  email: 'Email nhận thư mời',
  phone: 'Điện thoại cơ quan',
};
const CONTACT: Record<string, string> = {
  name: 'họ và tên',
  position: 'chức vụ',
  phone: 'số điện thoại',
  email: 'email',
};

/** What a field is called where its message stands alone. */
const fieldName = (path: string): string | undefined => {
  const [, row, column] = /^contacts\.(\d+)\.(\w+)$/.exec(path) ?? [];
  return column ? `Người liên hệ ${Number(row) + 1}, ${CONTACT[column] ?? column}` : NAMES[path];
};

interface BodyFormProps {
  form: FormState;
  action: string;
  units: readonly Option[];
  rows?: number;
}

export const BodyForm: FC<BodyFormProps> = ({ form, action, units, rows = 0 }) => {
  const filled = Object.keys(form.values).filter((n) => /^contacts\.\d+\.name$/.test(n)).length;
  const shown = Math.min(20, Math.max(rows, filled + 1, ROWS_AT_ONCE));
  return (
    <>
      <ErrorSummary form={form} named={fieldName} />
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="version" value={form.values.version as string | undefined} />
        <Field form={form} name="name" label="Tên cơ quan, tổ chức" />
        <Select form={form} name="kind" label="Loại" options={kindOptions} empty="Chọn" />
        <Select
          form={form}
          name="unitId"
          label="Địa bàn"
          hint="Chỉ chọn khi cơ quan thay mặt cho một địa bàn, ví dụ Ủy ban nhân dân huyện."
          options={units}
          empty="Không gắn với địa bàn nào"
          optional
        />
        <Field form={form} name="address" label="Địa chỉ" optional />
        <div class="columns">
          <Field
            form={form}
            name="email"
            label="Email nhận thư mời"
            type="email"
            hint="Để trống thì thư mời gửi tới người liên hệ đầu tiên có email."
            optional
          />
          <Field form={form} name="phone" label="Điện thoại cơ quan" type="tel" optional />
        </div>
        <fieldset id="o-contacts">
          <legend>Người liên hệ</legend>
          <p class="hint">
            Người đầu tiên có số điện thoại được gọi khi thư không tới nơi. Dòng trống được bỏ qua.
          </p>
          {Array.from({ length: shown }, (_, i) => (
            <div class="card columns pairs" role="group" aria-label={`Người liên hệ thứ ${i + 1}`}>
              <Field form={form} name={`contacts.${i}.name`} label="Họ và tên" />
              <Field form={form} name={`contacts.${i}.position`} label="Chức vụ" />
              <Field form={form} name={`contacts.${i}.phone`} label="Số điện thoại" type="tel" />
              <Field form={form} name={`contacts.${i}.email`} label="Email" type="email" />
            </div>
          ))}
          {shown < 20 && (
            <button type="submit" class="btn plain" name="them" value={String(shown + ROWS_AT_ONCE)}>
              Thêm người liên hệ
            </button>
          )}
        </fieldset>
        <Button>Lưu</Button>
      </form>
    </>
  );
};
