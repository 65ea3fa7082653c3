import {
  type AccountItem,
  type Recovery,
  ROLES,
  type Role,
} from '../../../functions/directory/accounts/account';
import { ROLE_WORDS } from '../../../functions/directory/accounts/words';
import type { Change } from '../../../functions/platform/audit/change';
import type { Option } from '../../ui/form';

const ROLE_MEANS: Record<Role, string> = {
  admin: 'quản lý tài khoản, và mọi việc của người tổ chức',
  organizer: 'mở lớp, mời, giao chỉ tiêu, quyết định về người đăng ký',
  officer: 'xem và giúp người đăng ký trong địa bàn của mình',
  viewer: 'chỉ xem, không thấy thông tin của từng người',
};

export const roleOptions: readonly Option[] = ROLES.map((value) => ({
  value,
  label: `${ROLE_WORDS[value]}: ${ROLE_MEANS[value]}`,
}));

export const stateWords = ({ active }: Pick<AccountItem, 'active'>): string =>
  active ? 'Đang hoạt động' : 'Tạm khóa';

/** The words of the history for what changes of an account. */
export const FIELD_WORDS = {
  name: 'họ và tên',
  email: 'email',
  role: 'vai trò',
  unitId: 'địa bàn',
  active: 'tình trạng',
  invitedAt: 'thư mời',
  epoch: 'phiên đăng nhập',
  passkeys: 'khóa truy cập',
  recovery: 'khôi phục đăng nhập',
};

const sideOf = (change: Change, name: string, side: 'from' | 'to'): unknown => {
  const field = change.fields[name];
  return field && field !== 'hidden' ? field[side] : undefined;
};

const because = (reason: unknown): string => (reason ? `, lý do: ${String(reason)}` : '');

/** What became of a request to be let in without a passkey. */
const recoveryOf = (change: Change): string | undefined => {
  if (!change.fields.recovery) return undefined;
  const [from, to] = (['from', 'to'] as const).map(
    (side) => sideOf(change, 'recovery', side) as Recovery | undefined,
  );
  if (to) return to.releasedAt ? 'cho phép khôi phục đăng nhập' : 'xin khôi phục đăng nhập';
  return from?.releasedAt ? 'đăng nhập bằng khôi phục' : 'từ chối khôi phục đăng nhập';
};

/** What was done, where the names of the fields alone would not say it. */
export const toldOf = (change: Change): string | undefined => {
  const { fields } = change;
  if (fields.active)
    return sideOf(change, 'active', 'to')
      ? `mở lại${because(sideOf(change, 'reopenedFor', 'to'))}`
      : `tạm khóa${because(sideOf(change, 'suspendedFor', 'to'))}`;
  const [from, to] = [sideOf(change, 'role', 'from'), sideOf(change, 'role', 'to')];
  if (from && to) return `đổi vai trò: từ ${ROLE_WORDS[from as Role]} sang ${ROLE_WORDS[to as Role]}`;
  const recovery = recoveryOf(change);
  if (recovery) return recovery;
  const names = Object.keys(fields);
  if (names.length === 1 && fields.epoch) return 'đăng xuất khỏi mọi máy';
  if (names.length === 1 && fields.invitedAt) return 'gửi lại thư mời';
  const said = names.flatMap((name) =>
    name === 'epoch' || name === 'invitedAt' ? [] : (FIELD_WORDS[name as keyof typeof FIELD_WORDS] ?? []),
  );
  return `sửa ${said.join(', ')}`;
};
