import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { placeOf } from '../../../../functions/events/event/place';
import { showPhone } from '../../../../functions/platform/text/phone';
import { capitalised } from '../../../../functions/platform/text/text';
import { iso } from '../../../../functions/platform/time/dates';
import { moment } from '../../../../functions/platform/time/format-date';
import { lateFrom } from '../../../../functions/seats/ledger/room';
import { deadlineWords } from '../../../parts/events/event-words';
import { Summary } from '../../../ui/summary';
import { ADMISSION, MODE, whenWords } from '../parts/words';

/** What is known of the event. @param task the plan's task that it serves */
export const Facts: FC<{ event: Event; task?: string }> = ({ event, task }) => {
  const rows: [string, Child][] = [
    ['Thời gian', whenWords(event)],
    ['Hình thức', MODE[event.mode]],
    ['Địa điểm', placeOf(event)],
    ['Đường dẫn trực tuyến', event.onlineUrl && <a href={event.onlineUrl}>{event.onlineUrl}</a>],
    ['Hình thức đăng ký', `${ADMISSION[event.admission]}${event.approval ? ', duyệt từng đăng ký' : ''}`],
    ['Mở đăng ký', event.registrationOpensAt && capitalised(moment(event.registrationOpensAt))],
    ['Hạn đăng ký', event.registrationClosesAt && deadlineWords(event.registrationClosesAt, 'vi')],
    [
      'Ngừng tự xếp chỗ',
      !event.undated && `từ ${moment(iso(lateFrom(event)!))}, sau đó ban tổ chức gọi và xếp`,
    ],
    ['Đối tượng', event.audience],
    ['Đơn vị chủ trì', event.lead?.name],
    ['Đơn vị phối hợp', event.coordinating.map((b) => b.name).join(', ')],
    ['Người phụ trách', `${event.contactName}, ${showPhone(event.contactPhone)}`],
    ['Ăn trưa', event.lunch],
    ['Hỗ trợ đi lại', event.travel],
    ['Mang theo', event.bring],
    ['Nhiệm vụ', task],
    ['Sửa lần cuối', capitalised(moment(event.updatedAt))],
  ];
  return <Summary rows={rows} />;
};
