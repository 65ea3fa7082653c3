import type { Registration } from '../../events/registrations/registration';
import { facts, type Message, messageBlocks } from '../../platform/mail/message';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import type { Settings } from '../../platform/world/settings';
import type { SupportInquiry, SupportRequest } from '../../support/request';
import { HOW_WORD, OUTCOME_WORD, TYPE_WORD } from '../../support/words';
import { addressed } from './registration';

interface Wording {
  request: SupportRequest;
  inquiry?: SupportInquiry | undefined;
  registration: Registration;
  settings: Pick<Settings, 'department' | 'help'>;
  /** Where the mediator reads all of it. */
  link: string;
}

/** What a mediator is told of the answer to their request for support, or of its end. */
export const supportAnswerMessage = (
  template: string,
  { request, inquiry, registration, settings, link }: Wording,
): Message => {
  const isClosed = template === 'support-closed';
  const asked = `Ngày ${shortDay(localDate(request.createdAt))}, ông/bà đề nghị hỗ trợ: ${TYPE_WORD[request.type]}.`;
  const answer = inquiry?.answer;
  return {
    subject: isClosed ? 'Kết thúc yêu cầu hỗ trợ vụ, việc' : 'Trả lời yêu cầu hỗ trợ vụ, việc',
    to: addressed(registration),
    body: messageBlocks(
      isClosed
        ? `${asked} ${settings.department.name} kết thúc yêu cầu này.`
        : `${asked} ${inquiry?.bodyName ?? ''} đã trả lời.`,
      answer && facts(['Cách hỗ trợ', HOW_WORD[answer.said.how]], ['Người trả lời', answer.said.position]),
      answer && { quote: answer.said.words },
      isClosed && request.outcome && facts(['Kết quả', OUTCOME_WORD[request.outcome]]),
      isClosed && request.closeWords && { quote: request.closeWords },
      { label: 'Xem yêu cầu và trả lời (cần mã đăng ký và số điện thoại)', link },
    ),
    contact: { name: settings.help.name, phone: settings.help.phone },
  };
};
