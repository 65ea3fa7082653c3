import { lateBy } from '../../inquiries/days';
import { facts, type Message } from '../../platform/mail/message';
import { showCount } from '../../platform/text/count';
import type { SupportInquiry } from '../../support/request';
import { HOW_WORD } from '../../support/words';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiries/inquiry-wording';

type Wording = InquiryWording<SupportInquiry>;

const HEADS: Record<string, string> = {
  'inquiry-again': 'Đề nghị hỗ trợ lại',
  'inquiry-reminder': 'Nhắc trả lời yêu cầu hỗ trợ',
  'inquiry-late': 'Đã quá hạn trả lời yêu cầu hỗ trợ',
  'inquiry-answered': 'Đã nhận trả lời yêu cầu hỗ trợ',
  'inquiry-withdrawn': 'Thôi đề nghị hỗ trợ',
};

const firstOf = (template: string, { inquiry, settings, now }: Wording): string => {
  const { title, bodyName, dueOn } = inquiry;
  const from = settings.department.name;
  const until = untilDay(dueOn);
  switch (template) {
    case 'inquiry-reminder':
      return `${from} chưa nhận được trả lời của ${bodyName} về yêu cầu hỗ trợ của tổ hòa giải (${title}). Đề nghị quý cơ quan trả lời ${until}.`;
    case 'inquiry-late':
      return `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được trả lời của ${bodyName} về yêu cầu hỗ trợ của tổ hòa giải (${title}). Hòa giải viên đang chờ, đề nghị quý cơ quan sớm trả lời.`;
    case 'inquiry-answered':
      return `${from} đã nhận trả lời của quý cơ quan về yêu cầu hỗ trợ của tổ hòa giải (${title}) và chuyển tới hòa giải viên. Xin cảm ơn quý cơ quan.`;
    case 'inquiry-withdrawn':
      return `${from} thôi đề nghị ${bodyName} hỗ trợ vụ, việc này (${title}). Quý cơ quan không cần trả lời nữa.`;
    default:
      return `${from} chuyển tới ${bodyName} yêu cầu hỗ trợ của tổ hòa giải (${title}). Đề nghị quý cơ quan hướng dẫn hoặc cử người hỗ trợ, và trả lời ${until}.`;
  }
};

/** What a body is told of a request for support. */
export const supportMessage = (template: string, wording: Wording): Message => {
  const { title, about } = wording.inquiry;
  return inquiryMessage(template, wording, {
    subject: `${HEADS[template] ?? 'Đề nghị hỗ trợ tổ hòa giải'}: ${title}`,
    first: firstOf(template, wording),
    asked: [{ quote: about.words }, facts(['Nơi yêu cầu', about.from], ['Lưu ý thêm', about.note])],
    answered: ({ how, words, position }) =>
      facts(['Cách hỗ trợ', HOW_WORD[how]], ['Nội dung', words], ['Người trả lời', position]),
    verbs: { change: 'Xem lại hoặc thay đổi trả lời', answer: 'Trả lời' },
  });
};
