import type { AccountInput } from '../../../functions/directory/accounts/account';
import { StaffInput } from '../../../functions/directory/staff/input';
import { readUnits } from '../../../functions/directory/units/list';
import { unitLabel } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import type { World } from '../../../functions/platform/world/world';
import type { FieldSpec, Fields, Option } from '../../ui/form';
import { roleOptions } from './account-words';

/** What is asked of an account, in the order of the page. */
export const ACCOUNT_FIELDS = {
  name: { label: 'Họ và tên', maxlength: 80 },
  email: {
    label: 'Email công vụ',
    type: 'email',
    inputmode: 'email',
    hint: 'Mã đăng nhập được gửi tới địa chỉ này.',
  },
  role: {
    as: 'radios',
    label: 'Vai trò',
    options: roleOptions,
    codes: { required: 'role-required', 'wrong-type': 'role-required', 'not-an-option': 'role-required' },
  },
  unitId: {
    as: 'select',
    label: 'Địa bàn',
    hint: 'Chọn cho cán bộ phụ trách địa bàn; vai trò khác không cần.',
    empty: 'Không chọn',
  },
} as const satisfies Record<string, FieldSpec>;

/** A posted form as an account's input; what the form does not ask stays. @throws Problem invalid */
export const readAccount = (fields: Fields, kept: Partial<AccountInput> = {}): AccountInput =>
  parse(StaffInput, {
    name: fields.name ?? '',
    email: kept.email ?? fields.email ?? '',
    role: kept.role ?? fields.role,
    unitId: kept.role ? kept.unitId : fields.unitId,
  });

/** @param chosen the unit that an account has: it is among the choices, although it may have ended */
export const unitOptions = async (world: World, chosen?: string): Promise<Option[]> => {
  const { all, inForce } = await readUnits(world);
  const ended = all.filter(({ id }) => id === chosen && !inForce.some((u) => u.id === id));
  return [...ended, ...inForce].map((u) => ({ value: u.id, label: unitLabel(u) }));
};

/** What the units of accounts are called. */
export const unitNames = async (world: World): Promise<ReadonlyMap<string, string>> =>
  new Map((await readUnits(world)).all.map((u) => [u.id, unitLabel(u)]));
