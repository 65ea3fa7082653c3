import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import type { Page } from '../../../env';
import { routes } from '../../../routes';

/** What the reader may do with the event. */
export const Actions: FC<{ c: Page; event: Event }> = ({ c, event }) => {
  const can = mayEvent(c.get('account'), event, c.get('world').now());
  return (
    <div class="actions">
      {can.publish && (
        <a class="btn" href={routes.consolePublish(event.id)}>
          Công bố
        </a>
      )}
      {can.resume && (
        <a class="btn" href={routes.consolePublish(event.id)}>
          Mở lại
        </a>
      )}
      {can.edit && (
        <a class="btn plain" href={routes.consoleEditEvent(event.id)}>
          Sửa
        </a>
      )}
      <a class="btn plain" href={routes.consolePreview(event.id)}>
        Xem trước
      </a>
      {event.shelf === 'public' && <a href={routes.event(event.id)}>Trang công khai</a>}
      {can.duplicate && <a href={routes.consoleDuplicate(event.id)}>Nhân bản</a>}
      {can.postpone && <a href={routes.consolePostpone(event.id)}>Dời lịch, tạm hoãn</a>}
      {can.cancel && <a href={routes.consoleCancel(event.id)}>Hủy</a>}
      {can.discard && <a href={routes.consoleDiscard(event.id)}>Xóa bản nháp</a>}
    </div>
  );
};
