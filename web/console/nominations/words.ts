import { officialDeadline, officialNumber, officialSpan } from '../../../functions/documents/official';
import { officeOf } from '../../../functions/events/nominations/letter/office';
import type { QuotaView } from '../../../functions/events/nominations/read';
import { showPhone } from '../../../functions/platform/text/phone';
import type { World } from '../../../functions/platform/world/world';
import { placeWords } from '../../parts/events/event-words';

/** The words to paste into Zalo, with the unit's personal link. */
export const zaloWords = (world: World, { nomination: n, event, quota }: QuotaView, link: string): string =>
  [
    `Kính gửi: ${officeOf(n)}, ông/bà ${n.contactName}`,
    `${world.settings.department.name} đề nghị cử ${officialNumber(quota)} người tham dự: ${event.title}.`,
    `Thời gian: ${event.undated ? 'sẽ báo sau' : officialSpan(event.startsAt, event.endsAt)}.`,
    `Địa điểm: ${placeWords(event, 'vi')}.`,
    `Hạn cử người: ${event.undated ? 'theo lịch mới' : officialDeadline(n.deadline)}.`,
    `Cử người tại đây, không cần tài khoản: ${link}`,
    'Đường dẫn dành riêng cho đơn vị, vui lòng không chuyển cho nơi khác.',
    `Cần hỏi, vui lòng gọi ${event.contactName}: ${showPhone(event.contactPhone)}.`,
  ].join('\n');
