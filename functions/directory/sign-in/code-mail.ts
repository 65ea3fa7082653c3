import type { Message } from '../../platform/mail/message';
import type { Settings } from '../../platform/world/settings';

/** The one-time code of staff. A person who did not ask for it can ignore the mail. */
export const signInCodeMessage = (name: string, code: string, help: Settings['help']): Message => ({
  subject: `Mã đăng nhập: ${code}`,
  to: `ông/bà ${name}`,
  body: [
    'Vui lòng nhập mã dưới đây vào trang đăng nhập. Mã chỉ dùng được một lần, trong 10 phút.',
    { label: 'Mã đăng nhập', code },
    'Nếu ông/bà không yêu cầu mã này, vui lòng bỏ qua thư. Không đưa mã cho bất kỳ ai, kể cả người tự xưng là cán bộ hỗ trợ.',
  ],
  contact: help,
});
