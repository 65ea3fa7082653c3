import type { FC } from 'hono/jsx';
import { makeRecoveryCode } from '../../../functions/directory/recovery/recovery-code';
import { longDate, shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { ConsolePage } from '../../ui/console';
import { Button } from '../../ui/form';
import { Island } from '../../ui/island';

/** The code on paper, and a way to another one. */
export const RecoveryCode: FC<{ madeAt: string | undefined }> = ({ madeAt }) => (
  <>
    <h2>Mã khôi phục</h2>
    <p>
      {madeAt
        ? `Mã đang có hiệu lực được lập ngày ${shortDate(madeAt)}.`
        : 'Chưa có mã khôi phục còn hiệu lực.'}{' '}
      Mất máy có khóa thì mã này, cùng với mã qua email, giúp vào lại tài khoản một lần.
    </p>
    <form method="post" action={routes.ownRecoveryCode()}>
      <Button kind="plain">{madeAt ? 'Lập mã khôi phục mới' : 'Lập mã khôi phục'}</Button>
    </form>
  </>
);

/** Makes a recovery code and shows it this once. @param done what was done before it */
export const showRecoveryCode = async (c: Page, done?: string): Promise<Response> => {
  keepNever(c);
  const account = c.get('account')!;
  const world = c.get('world');
  const code = await makeRecoveryCode(world, account);
  return c.html(
    <ConsolePage c={c} title="Mã khôi phục" at={routes.consolePasskeys()}>
      <div class="form">
        <p class="notice" role="status">
          {done && `${done} `}Đã lập mã khôi phục. Vui lòng in hoặc chép ra giấy ngay: mã không hiện lại lần
          nữa.
        </p>
        <p class="code">{code}</p>
        <p>
          Mã của {account.email}, lập {longDate(world.now())}. Cất ở nơi an toàn, không để cùng máy có khóa,
          không gửi qua mạng. Mã dùng được một lần; mã khôi phục cũ, nếu có, đã hết hiệu lực.
        </p>
        <p class="actions">
          <button type="button" class="btn" data-print hidden>
            In mã khôi phục
          </button>
          <a class="btn plain" href={routes.consolePasskeys()}>
            Đã cất mã
          </a>
        </p>
      </div>
      <Island name="print" />
    </ConsolePage>,
  );
};

export const newRecoveryCode = (c: Page): Promise<Response> => showRecoveryCode(c);
