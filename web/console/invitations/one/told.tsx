import type { FC } from 'hono/jsx';
import { deliveryState } from '../../../../functions/notices/invitation-mail-state';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { capitalised } from '../../../../functions/platform/text/text';
import { moment } from '../../../../functions/platform/time/format-date';
import { ReadLink } from '../../../parts/notices/read-link';
import { templateWords } from '../../../parts/notices/words';
import { mailWords } from '../parts/mail-words';

const ABOUT: Record<string, string> = {
  invitation: 'Thư mời',
  'invitation-signed': 'Giấy mời đã ký',
  'invitation-reminder': 'Nhắc trả lời',
  'invitation-again': 'Mời lại theo lịch mới',
  'invitation-revoked': 'Thu hồi thư mời',
  'answer-accepted': 'Xác nhận trả lời: tham dự',
  'answer-declined': 'Xác nhận trả lời: không tham dự',
  'event-changed': 'Báo thay đổi',
  'event-link': 'Báo đường dẫn trực tuyến',
  'event-resumed': 'Báo tổ chức lại',
  'event-postponed': 'Báo tạm hoãn',
  'event-cancelled': 'Báo hủy',
  'event-reminder': 'Nhắc lịch',
};

/** Everything that went to the body about this invitation. */
export const Told: FC<{ deliveries: readonly Delivery[]; mayRead: boolean }> = ({ deliveries, mayRead }) =>
  deliveries.length === 0 ? null : (
    <>
      <h2>Đã gửi, đã báo</h2>
      <div class="scroll" tabindex={0} role="region" aria-label="Thư đã gửi">
        <table class="stacked">
          <caption class="hidden-label">Thư và cuộc gọi về thư mời này</caption>
          <thead>
            <tr>
              <th scope="col">Việc</th>
              <th scope="col">Tới</th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Lúc</th>
            </tr>
          </thead>
          <tbody>
            {[...deliveries]
              .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
              .map((d) => {
                const state = mailWords(deliveryState(d));
                return (
                  <tr>
                    <th scope="row">
                      {ABOUT[d.template] ?? templateWords(d.template)}
                      {mayRead && (
                        <>
                          <br />
                          <ReadLink d={d} />
                        </>
                      )}
                    </th>
                    <td>{d.channel === 'email' ? d.email : [d.name, d.phone].filter(Boolean).join(', ')}</td>
                    <td>
                      <span class={state.tag}>{state.words}</span>
                    </td>
                    <td>{capitalised(moment(d.updatedAt))}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </div>
    </>
  );
