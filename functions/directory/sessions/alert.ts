import type { Message } from '../../platform/mail/message';
import { iso } from '../../platform/time/dates';
import { moment } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { mailAtOnce } from '../accounts/mail-at-once';

/** What was done to what opens an account. */
export type Alert =
  | { what: 'passkey-added'; name: string }
  | { what: 'token-made'; name: string }
  | { what: 'recovery-asked' | 'recovery-released' | 'recovery-code-used' };

const SUBJECTS: Record<Alert['what'], string> = {
  'passkey-added': 'Tài khoản Nhịp Cầu có thêm khóa truy cập',
  'token-made': 'Tài khoản Nhịp Cầu có thêm mã truy cập API',
  'recovery-asked': 'Có yêu cầu khôi phục đăng nhập tài khoản Nhịp Cầu',
  'recovery-released': 'Yêu cầu khôi phục đăng nhập đã được chấp thuận',
  'recovery-code-used': 'Mã khôi phục tài khoản Nhịp Cầu đã được dùng',
};

/** What the owner does next, where it was them. */
const TO_DO: Partial<Record<Alert['what'], string>> = {
  'recovery-asked':
    'Nếu đúng là ông/bà làm, vui lòng gặp hoặc gọi cho một quản trị viên hoặc người tổ chức khác để người đó xác nhận.',
  'recovery-released': 'Nếu đúng là ông/bà làm, vui lòng đăng nhập, gỡ khóa của máy đã mất và thêm khóa mới.',
  'recovery-code-used':
    'Nếu đúng là ông/bà làm, vui lòng gỡ khóa của máy đã mất, thêm khóa mới và lập mã khôi phục mới trong “Khóa truy cập”.',
};

const saidOf = (alert: Alert, at: string): string => {
  const when = moment(at);
  switch (alert.what) {
    case 'passkey-added':
      return `Khóa truy cập “${alert.name}” đã được thêm vào tài khoản của ông/bà lúc ${when}. Ai giữ khóa này đăng nhập được vào tài khoản.`;
    case 'token-made':
      return `Mã truy cập API “${alert.name}” đã được lập cho tài khoản của ông/bà lúc ${when}. Chương trình có mã này làm được những việc mà tài khoản được làm, trong 90 ngày.`;
    case 'recovery-asked':
      return `Có người đã nhập đúng mã gửi qua email và xin khôi phục đăng nhập vào tài khoản của ông/bà lúc ${when}. Yêu cầu chờ một quản trị viên hoặc người tổ chức khác xác nhận, trong 3 ngày.`;
    case 'recovery-released':
      return `Yêu cầu khôi phục đăng nhập vào tài khoản của ông/bà đã được chấp thuận lúc ${when}. Trong 24 giờ tới, mã gửi qua email đăng nhập được một lần mà không cần khóa truy cập.`;
    case 'recovery-code-used':
      return `Mã khôi phục in trên giấy đã được dùng để đăng nhập vào tài khoản của ông/bà lúc ${when}. Mã đó không dùng lại được nữa.`;
  }
};

/** Tells the owner of what opens the account. It holds no secret. */
export const alertMessage = (
  { settings, links }: Pick<World, 'settings' | 'links'>,
  account: Pick<Account, 'name'>,
  alert: Alert,
  at: string,
): Message => ({
  subject: SUBJECTS[alert.what],
  to: `ông/bà ${account.name}`,
  body: [
    saidOf(alert, at),
    TO_DO[alert.what] ?? 'Nếu đúng là ông/bà làm, không cần làm gì thêm.',
    'Nếu không phải ông/bà: vui lòng đăng nhập, mở “Phiên đăng nhập”, kết thúc mọi phiên khác, gỡ khóa lạ trong “Khóa truy cập”, rồi gọi ngay cho chúng tôi.',
    { link: links.console(), label: 'Mở trang đăng nhập' },
  ],
  contact: settings.help,
});

/**
 * Mails the owner at once, by one attempt. What was done stays done where the mail does not go: the log says it, and
 * the page of sessions shows it.
 */
export const alertOwner = async (
  world: World,
  account: Pick<Account, 'id' | 'email' | 'name'>,
  alert: Alert,
): Promise<void> => {
  try {
    await mailAtOnce(world, account, alertMessage(world, account, alert, iso(world.now())), 'account-alert');
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'account-alert-not-sent', level: 'error', account: account.id, error: name });
  }
};
