import type { QuotaView } from '../../functions/nominations/read';
import { showPhone } from '../../functions/phone';
import { inSentence } from '../../functions/units/words';
import { span } from '../../functions/when';
import type { World } from '../../functions/world';
import { deadlineWords, placeWords } from '../events/event-words';

/** The words to paste into Zalo, with the link that is the unit's alone. */
export const zaloWords = (world: World, { nomination: n, event, quota }: QuotaView, link: string): string =>
  [
    `Kính gửi ông/bà ${n.contactName} (${inSentence(n.name)}),`,
    `${world.settings.department.name} đề nghị cử ${quota} người tham dự: ${event.title}.`,
    `Thời gian: ${event.undated ? 'sẽ báo sau' : span(event.startsAt, event.endsAt)}.`,
    `Địa điểm: ${placeWords(event, 'vi')}.`,
    `Hạn cử người: ${event.undated ? 'theo lịch mới' : deadlineWords(n.deadline, 'vi')}.`,
    `Cử người tại đây, không cần tài khoản: ${link}`,
    'Đường dẫn dành riêng cho đơn vị, xin không chuyển cho nơi khác.',
    `Cần hỏi, xin gọi ${event.contactName}: ${showPhone(event.contactPhone)}.`,
  ].join('\n');
