import type { ForgetRequest } from '../../events/person/forget-request';
import { isDelegate, type Registration } from '../../events/registrations/registration';
import { type Message, messageBlocks } from '../../platform/mail/message';
import { showPhone } from '../../platform/text/phone';
import { shortDate } from '../../platform/time/format-date';
import type { Settings } from '../../platform/world/settings';
import type { Links } from '../../platform/world/world';
import { addressed } from './registration';

interface RefusalWording {
  request: ForgetRequest;
  registration?: Registration | undefined;
  settings: Pick<Settings, 'department' | 'help'>;
  links: Links;
}

/** The answer to a request to be forgotten that was refused: the reason, and where the person can object. */
export const refusalMessage = ({
  request: { asker, askedAt, refusal },
  registration,
  settings: { department, help },
  links,
}: RefusalWording): Message => ({
  subject: 'Trả lời yêu cầu xóa dữ liệu cá nhân',
  to: registration ? addressed(registration) : `ông/bà ${asker?.fullName ?? ''}`.trim(),
  body: messageBlocks(
    `Ngày ${shortDate(askedAt)}, ông/bà đã yêu cầu xóa dữ liệu cá nhân. ${department.name} đã xem xét và chưa thực hiện được yêu cầu này; dữ liệu vẫn được giữ như trước.`,
    `Lý do: ${refusal}`,
    `Nếu không đồng ý, ông/bà có quyền khiếu nại tới ${department.name} (điện thoại ${showPhone(help.phone)}, email ${help.email}) hoặc tới cơ quan chuyên trách bảo vệ dữ liệu cá nhân thuộc Bộ Công an. Khi lý do trên không còn, ông/bà có thể gửi yêu cầu lại.`,
    registration &&
      !isDelegate(registration) && {
        label: 'Xem dữ liệu của mình và gửi yêu cầu lại (cần mã đăng ký và số điện thoại)',
        link: links.review(),
      },
  ),
  contact: { name: help.name, phone: help.phone },
});
