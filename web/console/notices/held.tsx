import type { Child, FC } from 'hono/jsx';
import type { SendingStatus } from '../../../functions/outbox/deliveries/sending-status';
import { showCount } from '../../../functions/platform/text/count';
import { moment } from '../../../functions/platform/time/format-date';
import { routes } from '../../routes';

export const VERBS = [
  'resend',
  'resend-all',
  'hold',
  'release',
  'let-go',
  'redrive',
  'resume-unasked',
] as const;
export type Verb = (typeof VERBS)[number];

export interface VerbButtonProps {
  verb: Verb;
  id?: string;
  kind: string;
  children?: Child;
}

/** A form of one button. */
export const VerbButton: FC<VerbButtonProps> = ({ verb, id, kind, children }) => (
  <form method="post" action={routes.consoleDeliveries()}>
    {id && <input type="hidden" name="id" value={id} />}
    <button type="submit" class={kind} name="verb" value={verb}>
      {children}
    </button>
  </form>
);

const many = (n: number) => (n >= 200 ? 'từ 200' : showCount(n));

/** Receipts of people who register by themselves, once too many came back. */
export const UnaskedStopped: FC<{ status: SendingStatus }> = ({ status: { unasked } }) =>
  unasked.stoppedAt ? (
    <div class="notice lotus">
      <p>
        <strong>Thư xác nhận cho người tự đăng ký đã dừng</strong> từ {moment(unasked.stoppedAt)}:{' '}
        {showCount(unasked.returned ?? 0)} trong {showCount(unasked.mailed ?? 0)} thư bị trả lại hoặc bị báo
        là thư rác. Việc đăng ký vẫn diễn ra bình thường, người đăng ký xem mã trên màn hình; các thư khác vẫn
        được gửi.
      </p>
      <p>Vui lòng xem các đăng ký gần đây có địa chỉ thư không đúng trước khi cho gửi lại.</p>
      <VerbButton verb="resume-unasked" kind="btn">
        Gửi lại thư xác nhận
      </VerbButton>
    </div>
  ) : null;

/** Holding all mails back, and letting them go. */
export const Held: FC<{ status: SendingStatus }> = ({ status }) =>
  status.held ? (
    <div class="notice lotus">
      <p>
        <strong>Việc gửi thư đang tạm giữ</strong>: {many(status.holding)} thư. Sau khi khôi phục dữ liệu, có
        thể một số thư này đã được gửi trước đó.
      </p>
      <div class="actions">
        <VerbButton verb="release" kind="btn">
          Cho gửi tiếp
        </VerbButton>
        <VerbButton verb="let-go" kind="btn warn">
          Bỏ các thư này, không gửi
        </VerbButton>
      </div>
    </div>
  ) : (
    <details>
      <summary>
        {status.waiting ? `${many(status.waiting)} thư đang chờ gửi` : 'Không có thư nào chờ gửi'}
        {status.holding > 0 && `; ${many(status.holding)} thư còn tạm giữ, sẽ được gửi trong ít phút`}
      </summary>
      <p>
        Khi dữ liệu được khôi phục từ bản lưu, thư tự được tạm giữ để không gửi lặp lại; cũng có thể tạm giữ
        trước.
      </p>
      <VerbButton verb="hold" kind="btn plain">
        Tạm giữ việc gửi thư
      </VerbButton>
    </details>
  );
