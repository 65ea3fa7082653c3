import type { Message } from '../../platform/mail/message';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { ROLE_WORDS } from '../accounts/words';

/**
 * How a new colleague signs in. It holds no code and no link of one's own: who gets it forwarded can do nothing with
 * it, because the code goes to the invited address alone.
 */
export const inviteMessage = (
  { settings, links }: Pick<World, 'settings' | 'links'>,
  account: Pick<Account, 'name' | 'email' | 'role'>,
  unit?: string,
): Message => ({
  subject: 'Tài khoản của ông/bà trên Nhịp Cầu',
  to: `ông/bà ${account.name}`,
  body: [
    `${settings.department.name} đã lập cho ông/bà một tài khoản trên Nhịp Cầu, hệ thống quản lý các lớp tập huấn, hội nghị về hòa giải ở cơ sở.`,
    {
      facts: [
        ['Email đăng nhập', account.email],
        ['Vai trò', ROLE_WORDS[account.role]],
        ...(unit ? ([['Địa bàn', unit]] as const) : []),
      ],
    },
    'Để đăng nhập: mở trang dưới đây, điền email nêu trên và bấm “Gửi mã”. Hệ thống gửi mã gồm 8 chữ và số tới hộp thư này; điền mã vào trang là xong. Không cần mật khẩu.',
    { link: links.console(), label: 'Mở trang đăng nhập' },
    'Nếu ông/bà không làm việc này, vui lòng bỏ qua thư hoặc gọi cho chúng tôi.',
  ],
  contact: settings.help,
});
