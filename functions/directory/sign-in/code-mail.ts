import type { Message } from '../../platform/mail/message';
import type { Settings } from '../../platform/world/settings';
import { showSignInCode } from './sign-in-code';

/** The one-time code of staff. A person who did not ask for it can ignore the mail. */
export const signInCodeMessage = (name: string, code: string, help: Settings['help']): Message => ({
  // Not the code: the subject is shown on a locked screen.
  subject: 'Mã đăng nhập Nhịp Cầu',
  to: `ông/bà ${name}`,
  body: [
    'Vui lòng nhập mã dưới đây vào trang đăng nhập. Mã chỉ dùng được một lần, trong 10 phút.',
    { label: 'Mã đăng nhập', code: showSignInCode(code) },
    'Nếu ông/bà không yêu cầu mã này, vui lòng bỏ qua thư. Không đưa mã cho bất kỳ ai, kể cả người tự xưng là cán bộ hỗ trợ.',
  ],
  contact: help,
});

/** Many wrong codes were typed for the account. Nothing of them opened it. */
export const wrongCodesMessage = (name: string, times: number, help: Settings['help']): Message => ({
  subject: 'Nhiều lần nhập sai mã đăng nhập Nhịp Cầu',
  to: `ông/bà ${name}`,
  body: [
    `Trong ngày hôm nay đã có ${times} lần nhập sai mã đăng nhập vào tài khoản của ông/bà. Chưa có lần nào trong số đó vào được tài khoản.`,
    'Nếu không phải ông/bà nhập, vui lòng không đưa mã cho bất kỳ ai và báo cho người phụ trách dưới đây.',
    'Sau 20 lần nhập sai trong ngày, tài khoản tạm thời không nhận mã qua email nữa. Khóa đăng nhập trên máy của ông/bà vẫn dùng được bình thường.',
  ],
  contact: help,
});
