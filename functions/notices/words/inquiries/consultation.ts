import { officialMoment } from '../../../documents/official';
import { lateBy } from '../../../inquiries/days';
import { facts, type Message } from '../../../platform/mail/message';
import { showCount } from '../../../platform/text/count';
import type { Consultation } from '../../../programme/consultation/consultation';
import { STANCE_WORD } from '../../../programme/consultation/words';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiry-wording';

type Wording = InquiryWording<Consultation>;

const SUBJECT: Record<string, string> = {
  'inquiry-reminder': 'Nhắc góp ý dự thảo',
  'inquiry-late': 'Đã quá hạn góp ý dự thảo',
  'inquiry-answered': 'Đã nhận góp ý dự thảo',
  'inquiry-withdrawn': 'Thôi lấy ý kiến dự thảo',
};

const firstOf = (template: string, { inquiry, settings, now }: Wording): string => {
  const { title, bodyName, dueOn, answer } = inquiry;
  const what = `dự thảo "${title}"`;
  const from = settings.department.name;
  switch (template) {
    case 'inquiry-reminder':
      return `${from} chưa nhận được ý kiến của ${bodyName} về ${what}. Đề nghị quý cơ quan góp ý ${untilDay(dueOn)}.`;
    case 'inquiry-late':
      return `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được ý kiến của ${bodyName} về ${what}. Đề nghị quý cơ quan sớm góp ý để kịp tổng hợp, trình ban hành.`;
    case 'inquiry-answered':
      return `${from} đã nhận ý kiến của quý cơ quan${answer ? ` lúc ${officialMoment(answer.at)}` : ''} về ${what}. Xin cảm ơn quý cơ quan.`;
    case 'inquiry-withdrawn':
      return `${from} thôi lấy ý kiến về ${what}. Quý cơ quan không cần góp ý nữa.`;
    default:
      return `${from} gửi ${bodyName} ${what} để nghiên cứu, góp ý ${untilDay(dueOn)}.`;
  }
};

const saidFacts = ({ stance, comments, position }: NonNullable<Consultation['answer']>['said']) =>
  facts(
    ['Ý kiến', STANCE_WORD[stance]],
    ['Số nội dung góp ý', comments.length > 0 ? showCount(comments.length) : undefined],
    ['Người góp ý', position],
  );

/** What a body is told of a draft on which it is asked for comments. */
export const consultationMessage = (template: string, wording: Wording): Message =>
  inquiryMessage(template, wording, {
    subject: `${SUBJECT[template] ?? 'Lấy ý kiến dự thảo'}: ${wording.inquiry.title}`,
    first: firstOf(template, wording),
    answered: saidFacts,
    verbs: { change: 'Xem lại hoặc thay đổi ý kiến', answer: 'Xem dự thảo và góp ý' },
  });
