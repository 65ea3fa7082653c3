import type { Page } from '../../../env';
import { EventView } from '../../../parts/events/event-view';
import { routes } from '../../../routes';
import { PublicPage } from '../../../ui/layout';
import { readForStaff } from '../parts/read';

/** The public page of an event as visitors see it, or will. */
export const previewPage = async (c: Page): Promise<Response> => {
  const { event, room } = await readForStaff(c, c.req.param('id')!);
  return c.html(
    <PublicPage
      c={c}
      title={`Xem trước: ${event.title}`}
      contact={{ name: event.contactName, phone: event.contactPhone }}
      personal
      bilingual={false}
    >
      <div class="notice no-print">
        <p>
          <b>Xem trước.</b>{' '}
          {event.status === 'draft'
            ? 'Trang này chưa công bố, chỉ ban tổ chức thấy.'
            : 'Người ngoài thấy trang này như dưới đây.'}{' '}
          <a href={routes.consoleEvent(event.id)}>Quay lại trang quản lý</a>
        </p>
      </div>
      <EventView c={c} event={event} room={room} preview />
    </PublicPage>,
  );
};
