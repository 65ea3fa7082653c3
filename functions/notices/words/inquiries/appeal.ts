import { officialDay, officialMoment } from '../../../documents/official';
import { lateBy } from '../../../inquiries/days';
import { WAY } from '../../../inquiries/words';
import { facts, type Message } from '../../../platform/mail/message';
import { showCount } from '../../../platform/text/count';
import type { AppealSaid, Asked } from '../../../programme/appeals/appeal';
import { APPEAL_STANCE_WORD, giftWords, needWords } from '../../../programme/appeals/words';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiry-wording';

type Wording = InquiryWording<Asked>;

const SUBJECT: Record<string, string> = {
  'inquiry-reminder': 'Nhắc trả lời thư vận động',
  'inquiry-late': 'Chưa nhận được trả lời thư vận động',
  'inquiry-answered': 'Đã nhận trả lời thư vận động',
  'inquiry-withdrawn': 'Kết thúc vận động',
};

const firstOf = (template: string, { inquiry, settings, now }: Wording): string => {
  const { title, bodyName, dueOn, answer } = inquiry;
  const what = `thư vận động "${title}"`;
  const from = settings.department.name;
  switch (template) {
    case 'inquiry-reminder':
      return `${from} chưa nhận được trả lời của ${bodyName} về ${what}. Kính mong quý cơ quan trả lời ${untilDay(dueOn)}.`;
    case 'inquiry-late':
      return `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được trả lời của ${bodyName} về ${what}. Quý cơ quan vẫn có thể trả lời; nếu chưa hỗ trợ được, xin cho biết lý do.`;
    case 'inquiry-answered':
      return `${from} đã nhận trả lời của quý cơ quan ${answer ? `${WAY[answer.through]}, lúc ${officialMoment(answer.at)}, ` : ''}về ${what}. Xin trân trọng cảm ơn quý cơ quan.`;
    case 'inquiry-withdrawn':
      return `${from} đã kết thúc vận động theo ${what}. Quý cơ quan không cần trả lời nữa.`;
    default:
      return `${from} kính mong ${bodyName} quan tâm, hỗ trợ theo ${what}, và trả lời ${untilDay(dueOn)}.`;
  }
};

const saidFacts = ({ stance, gifts, by, words, position }: AppealSaid, { about }: Asked) =>
  facts(
    ['Trả lời', APPEAL_STANCE_WORD[stance]],
    ['Nội dung hỗ trợ', gifts.map((gift) => giftWords(gift, about.needs)).join('; ') || undefined],
    ['Thực hiện chậm nhất', by && officialDay(`${by}T00:00:00+07:00`)],
    ['Ý kiến khác', words],
    ['Người trả lời', position],
  );

/** What a body is told of a call for support. */
export const appealMessage = (template: string, wording: Wording): Message => {
  const { title, about } = wording.inquiry;
  return inquiryMessage(template, wording, {
    subject: `${SUBJECT[template] ?? 'Thư vận động'}: ${title}`,
    first: firstOf(template, wording),
    asked: [
      { quote: about.words },
      'Nội dung cần hỗ trợ:',
      { quote: about.needs.map(needWords).join('\n') },
      facts(['Lớp, hội nghị', about.eventTitle], ['Địa bàn', about.unitName]),
    ],
    answered: (said) => saidFacts(said, wording.inquiry),
    verbs: { change: 'Xem lại hoặc thay đổi trả lời', answer: 'Trả lời' },
  });
};
