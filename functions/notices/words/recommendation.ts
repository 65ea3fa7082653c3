import { officialMoment } from '../../documents/official';
import { lateBy } from '../../inquiries/days';
import { WAY } from '../../inquiries/words';
import { facts, type Message } from '../../platform/mail/message';
import { showCount } from '../../platform/text/count';
import type { Recommendation } from '../../recommendations/recommendation';
import { OUTCOME_WORD, SORT_WORD } from '../../recommendations/words';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiries/inquiry-wording';

type Wording = InquiryWording<Recommendation>;

const subjectOf = (template: string, title: string): string => {
  switch (template) {
    case 'inquiry-again':
      return `Đề nghị trả lời lại: ${title}`;
    case 'inquiry-reminder':
      return `Nhắc trả lời: ${title}`;
    case 'inquiry-late':
      return `Đã quá hạn trả lời: ${title}`;
    case 'inquiry-answered':
      return `Đã nhận trả lời: ${title}`;
    case 'inquiry-withdrawn':
      return `Thôi đề nghị trả lời: ${title}`;
    default:
      return `Đề nghị trả lời: ${title}`;
  }
};

const firstOf = (template: string, { inquiry, settings, now }: Wording): string => {
  const { title, about, bodyName, dueOn, answer } = inquiry;
  const what = `${SORT_WORD[about.sort]} "${title}"`;
  const from = settings.department.name;
  switch (template) {
    case 'inquiry-again':
      return `${from} đề nghị ${bodyName} trả lời lại về ${what}, ${untilDay(dueOn)}.`;
    case 'inquiry-reminder':
      return `${from} chưa nhận được trả lời của ${bodyName} về ${what}. Đề nghị quý cơ quan trả lời ${untilDay(dueOn)}.`;
    case 'inquiry-late':
      return `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được trả lời của ${bodyName} về ${what}. Đề nghị quý cơ quan sớm trả lời.`;
    case 'inquiry-answered':
      return `${from} đã nhận trả lời của quý cơ quan ${answer ? `${WAY[answer.through]}, lúc ${officialMoment(answer.at)}, ` : ''}về ${what}. Xin cảm ơn quý cơ quan.`;
    case 'inquiry-withdrawn':
      return `${from} thôi đề nghị ${bodyName} trả lời về ${what}. Quý cơ quan không cần trả lời nữa.`;
    default:
      return `${from} chuyển tới ${bodyName} ${what} để xem xét theo thẩm quyền và trả lời ${untilDay(dueOn)}.`;
  }
};

/** What a body is told of a recommendation or a difficulty. */
export const recommendationMessage = (template: string, wording: Wording): Message => {
  const { title, about } = wording.inquiry;
  return inquiryMessage(template, wording, {
    subject: subjectOf(template, title),
    first: firstOf(template, wording),
    asked: [
      { quote: about.words },
      facts(['Nêu tại', about.eventTitle], ['Nơi kiến nghị', about.raisedBy], ['Chủ đề', about.topic]),
    ],
    answered: ({ outcome, words, position }) =>
      facts(['Kết quả', OUTCOME_WORD[outcome]], ['Nội dung trả lời', words], ['Người trả lời', position]),
    verbs: { change: 'Xem lại hoặc thay đổi trả lời', answer: 'Trả lời' },
  });
};
