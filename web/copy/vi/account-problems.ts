import type { Detail } from './list-problems';

/** What to tell staff about an account that cannot be changed so. */
export const accountProblems: Record<string, (d: Detail) => string> = {
  'account-missing': () => 'Không có tài khoản này.',
  'account-twice': () => 'Địa chỉ này đã có tài khoản',
  'account-stale': () => 'Tài khoản này vừa thay đổi. Vui lòng xem lại những gì đang ghi rồi làm tiếp.',
  'account-email-fixed': () =>
    'Người này đã đăng nhập nên không đổi địa chỉ được. Vui lòng tạm khóa tài khoản này rồi mời lại bằng địa chỉ mới',
  'account-in-use': () => 'Người này đã đăng nhập, không cần thư mời nữa.',
  'account-suspended': () => 'Tài khoản này đang tạm khóa.',
  'account-active': () => 'Tài khoản này đang hoạt động.',
  'role-required': () => 'Vui lòng chọn vai trò',
  'own-role': () => 'Không tự đổi vai trò của mình. Vui lòng nhờ quản trị viên khác',
  'own-suspension': () => 'Không tự tạm khóa tài khoản của mình. Vui lòng nhờ quản trị viên khác.',
  'officer-unit-required': () => 'Cán bộ phụ trách cần có địa bàn',
};
