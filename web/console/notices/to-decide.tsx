import type { Child, FC } from 'hono/jsx';
import type { DeadLetter } from '../../../functions/background/streams/dead-letters';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import type { ToDecide } from '../../../functions/outbox/deliveries/to-decide';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';
import { routes } from '../../routes';
import { EventDeliveries } from './event-deliveries';
import { VerbButton } from './held';

interface ListProps {
  title: string;
  items: readonly Delivery[];
  caption?: string;
  children?: Child;
}

const Deliveries: FC<ListProps> = ({ title, items, caption = title, children }) =>
  items.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      {children}
      <EventDeliveries items={items} caption={caption} />
    </section>
  );

const DeadLetters: FC<{ deadLetters: readonly DeadLetter[] }> = ({ deadLetters }) =>
  deadLetters.length === 0 ? null : (
    <section>
      <h2>Thay đổi chưa xử lý được</h2>
      <p>Bản ghi được giữ nguyên vẹn. Sau khi lỗi đã được sửa, vui lòng bấm xử lý lại.</p>
      <ul>
        {deadLetters.map((letter) => (
          <li>
            {shortDate(letter.at)} · {letter.table} · <span class="soft">{letter.error}</span>
            <VerbButton verb="redrive" id={letter.sk} kind="linklike">
              Xử lý lại
            </VerbButton>
          </li>
        ))}
      </ul>
    </section>
  );

/** All that the list shows, and no mail that came since. */
const ResendAll: FC<{ items: readonly Delivery[] }> = ({ items }) =>
  items.length < 2 ? null : (
    <details>
      <summary>Gửi lại tất cả</summary>
      <p>Có thể một số người nhận được hai thư giống nhau.</p>
      <form method="post" action={routes.consoleDeliveries()}>
        <input
          type="hidden"
          name="seenAt"
          value={items
            .map((d) => d.updatedAt)
            .sort()
            .at(-1)}
        />
        <button type="submit" class="btn warn" name="verb" value="resend-all">
          Gửi lại cả {showCount(items.length)} thư
        </button>
      </form>
    </details>
  );

interface SectionProps {
  deliveries: ToDecide;
  deadLetters: readonly DeadLetter[];
}

/** What waits for a person's decision. */
export const ToDecideSection: FC<SectionProps> = ({
  deliveries: { unknown, failed, returned, late },
  deadLetters,
}) => (
  <>
    <Deliveries title="Chưa rõ đã gửi chưa" items={unknown}>
      <p>
        Đường truyền đứt khi đang gửi nên không biết thư có đến hay không. Kết quả thường được xác nhận trong
        vài phút. Hệ thống không tự gửi lại để tránh gửi hai lần; nếu sau một giờ vẫn chưa rõ, vui lòng gọi
        hỏi, hoặc gửi lại nếu chấp nhận trùng.
      </p>
      <ResendAll items={unknown} />
    </Deliveries>
    <Deliveries title="Không gửi được" items={failed} />
    <Deliveries title="Thư không đến, đã chuyển sang gọi điện" items={returned} caption="Thư không đến">
      <p>
        Những người này đã được đưa vào <a href={routes.consoleCalls()}>danh sách cần gọi</a>.
      </p>
    </Deliveries>
    <Deliveries title="Thư trả lại, không còn gì phải báo" items={late}>
      <p>
        Không ai phải gọi về các thư này, nhưng địa chỉ có thể đã sai; vui lòng hỏi lại khi gặp người nhận.
      </p>
    </Deliveries>
    <DeadLetters deadLetters={deadLetters} />
    {unknown.length + failed.length + returned.length + late.length + deadLetters.length === 0 && (
      <p class="empty">Không có thư nào cần xem lại.</p>
    )}
  </>
);
