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
  'retention-days': () => 'Vui lòng ghi số ngày, từ 30 đến 36.500',
  'retention-order': () => 'Thông tin người đăng ký giữ ít nhất bằng thông báo và ghi chú của họ',
  'retention-basis': () => 'Vui lòng ghi căn cứ trước khi bật xóa tự động',
  'office-code': () => 'Vui lòng ghi ký hiệu bằng chữ in hoa, ví dụ STP',
  'office-stale': () => 'Thông tin cơ quan vừa được người khác thay đổi. Vui lòng xem lại rồi lưu.',
  'retention-stale': () => 'Thời hạn lưu vừa được thay đổi. Vui lòng xem lại rồi lưu.',
  'role-required': () => 'Vui lòng chọn vai trò',
  'own-role': () => 'Không tự đổi vai trò của mình. Vui lòng nhờ quản trị viên khác',
  'own-suspension': () => 'Không tự tạm khóa tài khoản của mình. Vui lòng nhờ quản trị viên khác.',
  'officer-unit-required': () => 'Cán bộ phụ trách cần có địa bàn',
  'sign-in-again': () =>
    'Vui lòng đăng nhập lại trước khi làm việc này: việc này thay đổi những gì mở được tài khoản.',
  'session-missing': () => 'Phiên này đã kết thúc.',
  'tokens-enough': () => 'Tài khoản đã có 10 mã truy cập. Vui lòng thu hồi mã không dùng nữa rồi lập mã mới.',
  'passkey-needed': () =>
    'Tài khoản này cần có khóa truy cập. Vui lòng mở “Khóa truy cập”, thêm khóa rồi làm lại.',
  'recovery-over': () => 'Đã quá thời gian hoặc nhập sai quá 5 lần. Vui lòng đăng nhập lại từ đầu',
  'recovery-code-malformed': () => 'Mã khôi phục gồm 16 chữ và số',
  'recovery-code-wrong': () => 'Mã khôi phục chưa đúng hoặc đã dùng. Vui lòng xem lại tờ giấy và nhập lại',
  'recovery-decided': () => 'Yêu cầu này đã có người khác xử lý hoặc đã hết hạn.',
  'own-recovery': () => 'Không tự xác nhận yêu cầu của mình. Vui lòng nhờ người khác.',
};
