import type { FC } from 'hono/jsx';
import { type Body, BodyInput } from '../../../functions/directory/bodies/body';
import { readUnits } from '../../../functions/directory/units/list';
import { unitLabel } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import { showPhone } from '../../../functions/platform/text/phone';
import type { World } from '../../../functions/platform/world/world';
import {
  Button,
  type FieldSpec,
  type Fields,
  type FilledForm,
  type Option,
  type Posted,
  readRows,
  typedRows,
  type Values,
  withoutRows,
} from '../../ui/form';
import { kindOptions } from './body-words';
import { CONTACT_COLUMNS, Contacts, contactName } from './contacts';

/** What is asked of a body, in the order of the page. */
export const BODY_FIELDS = {
  version: { as: 'hidden' },
  name: { label: 'Tên cơ quan, tổ chức' },
  kind: { as: 'select', label: 'Loại', options: kindOptions, empty: 'Chọn' },
  unitId: {
    as: 'select',
    label: 'Địa bàn',
    hint: 'Chỉ chọn khi cơ quan thay mặt cho một địa bàn, ví dụ Ủy ban nhân dân huyện.',
    empty: 'Không gắn với địa bàn nào',
    optional: true,
  },
  address: { label: 'Địa chỉ', optional: true },
  email: {
    label: 'Email nhận thư mời',
    type: 'email',
    hint: 'Để trống thì thư mời gửi tới người liên hệ đầu tiên có email.',
    optional: true,
  },
  phone: { label: 'Điện thoại cơ quan', type: 'tel', optional: true },
  contacts: { as: 'custom', label: 'Người liên hệ' },
} as const satisfies Record<string, FieldSpec>;

type BodyField = keyof typeof BODY_FIELDS;

/** What a field is called in the error summary. */
export const nameOf = (path: string): string | undefined => {
  if (path === 'name') return 'Tên cơ quan';
  const labels: Readonly<Record<string, { as?: string; label?: string }>> = BODY_FIELDS;
  return contactName(path) ?? labels[path]?.label;
};

/** A posted form of a body as its input. @throws Problem invalid */
export const readBody = (fields: Fields): BodyInput =>
  parse(BodyInput, {
    name: fields.name ?? '',
    kind: fields.kind,
    unitId: fields.unitId,
    address: fields.address,
    email: fields.email,
    phone: fields.phone,
    contacts: readRows(fields, 'contacts', CONTACT_COLUMNS).map((c) => ({ ...c, name: c.name ?? '' })),
  });

/** What the fields show after sending: empty rows are left out, so that errors name the row that is shown. */
export const typedAgain = ({ fields, typed }: Posted): Values => ({
  ...withoutRows(typed, 'contacts'),
  ...typedRows('contacts', readRows(fields, 'contacts', CONTACT_COLUMNS)),
});

export const bodyValues = (body: Body): Values => ({
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

/** @param body which is edited: its unit is among the choices, although it may have ended */
export const unitOptions = async (world: World, body?: Pick<Body, 'unitId'>): Promise<Option[]> => {
  const { all, inForce } = await readUnits(world);
  const ended = inForce.some(({ id }) => id === body?.unitId)
    ? []
    : all.filter(({ id }) => id === body?.unitId);
  return [...ended, ...inForce].map((u) => ({ value: u.id, label: unitLabel(u) }));
};

interface BodyFormProps {
  form: FilledForm<BodyField>;
  action: string;
  units: readonly Option[];
  /** How many rows of contacts were asked for. */
  rows?: number;
}

export const BodyForm: FC<BodyFormProps> = ({ form, action, units, rows }) => (
  <>
    <form.Errors />
    <form.Post class="form" action={action} enter="Lưu">
      <form.Field name="name" />
      <form.Field name="kind" />
      <form.Field name="unitId" options={units} />
      <form.Field name="address" />
      <div class="columns">
        <form.Field name="email" />
        <form.Field name="phone" />
      </div>
      <Contacts form={form} rows={rows} />
      <Button>Lưu</Button>
    </form.Post>
  </>
);
