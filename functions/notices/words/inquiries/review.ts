import { inSentence } from '../../../directory/units/words';
import { officialDay, officialMoment } from '../../../documents/official';
import { lateBy } from '../../../inquiries/days';
import { WAY } from '../../../inquiries/words';
import { facts, type Message } from '../../../platform/mail/message';
import { showCount } from '../../../platform/text/count';
import type { Review } from '../../../reviews/review';
import { lackingWords } from '../../../reviews/words';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiry-wording';

const head = (
  template: string,
  { inquiry: review, settings, now }: InquiryWording<Review>,
): { subject: string; first: string } => {
  const { bodyName, dueOn, about, answer } = review;
  const from = settings.department.name;
  const what = `việc rà soát, kiện toàn tổ hòa giải tại ${inSentence(about.unitName)}`;
  switch (template) {
    case 'inquiry-again':
      return {
        subject: `Đề nghị trả lời lại về rà soát tổ hòa giải: ${about.unitName}`,
        first: `${from} đề nghị ${bodyName} trả lời lại về ${what}, ${untilDay(dueOn)}.`,
      };
    case 'inquiry-reminder':
      return {
        subject: `Nhắc rà soát tổ hòa giải: ${about.unitName}`,
        first: `${from} chưa nhận được trả lời của ${bodyName} về ${what}. Đề nghị quý cơ quan trả lời ${untilDay(dueOn)}.`,
      };
    case 'inquiry-late':
      return {
        subject: `Đã quá hạn rà soát tổ hòa giải: ${about.unitName}`,
        first: `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được trả lời của ${bodyName} về ${what}. Đề nghị quý cơ quan sớm trả lời.`,
      };
    case 'inquiry-answered':
      return {
        subject: `Đã nhận trả lời về rà soát tổ hòa giải: ${about.unitName}`,
        first: `${from} đã nhận trả lời của quý cơ quan ${answer ? `${WAY[answer.through]}, lúc ${officialMoment(answer.at)}, ` : ''}về ${what}. Xin cảm ơn quý cơ quan.`,
      };
    case 'inquiry-withdrawn':
      return {
        subject: `Thôi đề nghị rà soát tổ hòa giải: ${about.unitName}`,
        first: `${from} thôi đề nghị về ${what}. Quý cơ quan không cần trả lời nữa.`,
      };
    default:
      return {
        subject: `Đề nghị rà soát, kiện toàn tổ hòa giải: ${about.unitName}`,
        first: `${from} đề nghị ${bodyName} rà soát, kiện toàn tổ hòa giải tại ${inSentence(about.unitName)}, là đơn vị được chọn chỉ đạo điểm, và trả lời ${untilDay(dueOn)}: sẽ làm gì, xong vào ngày nào.`,
      };
  }
};

/** What a commune is told of the review of its teams. */
export const reviewMessage = (template: string, wording: InquiryWording<Review>): Message => {
  const { teams, lacking, words } = wording.inquiry.about;
  return inquiryMessage(template, wording, {
    ...head(template, wording),
    asked: [
      words && { quote: words },
      lacking.length === 0
        ? `Theo danh sách hiện có, cả ${showCount(teams)} tổ đều đạt yêu cầu. Đề nghị đối chiếu với thực tế.`
        : `Theo danh sách hiện có, ${showCount(lacking.length)} trong ${showCount(teams)} tổ chưa đạt yêu cầu:`,
      lacking.length > 0 && { quote: lacking.map(lackingWords).join('\n') },
    ],
    answered: ({ words, by, position }) =>
      facts(
        ['Việc sẽ làm', words],
        ['Xong chậm nhất', officialDay(`${by}T00:00:00+07:00`)],
        ['Người trả lời', position],
      ),
    verbs: { change: 'Xem lại hoặc thay đổi trả lời', answer: 'Xem các tổ và trả lời' },
  });
};
