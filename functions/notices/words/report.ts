import { officialMoment } from '../../documents/official';
import { lateBy } from '../../inquiries/days';
import type { Message } from '../../platform/mail/message';
import { showCount } from '../../platform/text/count';
import type { Report } from '../../reports/report';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiries/inquiry-wording';

const SUBJECT: Record<string, string> = {
  'inquiry-again': 'Đề nghị bổ sung',
  'inquiry-reminder': 'Nhắc gửi',
  'inquiry-late': 'Đã quá hạn gửi',
  'inquiry-answered': 'Đã nhận',
  'inquiry-withdrawn': 'Không cần gửi',
};

const firstOf = (template: string, { inquiry, settings, now }: InquiryWording<Report>): string => {
  const { title, bodyName, dueOn, answer } = inquiry;
  const from = settings.department.name;
  const until = untilDay(dueOn);
  switch (template) {
    case 'inquiry-again':
      return `${from} đề nghị ${bodyName} bổ sung "${title}", ${until}.`;
    case 'inquiry-reminder':
      return `${from} chưa nhận được "${title}" của ${bodyName}. Đề nghị quý cơ quan gửi ${until}.`;
    case 'inquiry-late':
      return `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được "${title}" của ${bodyName}. Đề nghị quý cơ quan sớm gửi để kịp tổng hợp.`;
    case 'inquiry-answered':
      return `${from} đã nhận "${title}" của quý cơ quan${answer ? ` lúc ${officialMoment(answer.at)}` : ''}. Xin cảm ơn quý cơ quan.`;
    case 'inquiry-withdrawn':
      return `${bodyName} không cần gửi "${title}" nữa.`;
    default:
      return `${from} đề nghị ${bodyName} gửi "${title}", ${until}. Những số liệu hệ thống đã có được điền sẵn; quý cơ quan kiểm tra, bổ sung rồi gửi.`;
  }
};

/** What a body is told of a report that it owes. */
export const reportMessage = (template: string, wording: InquiryWording<Report>): Message =>
  inquiryMessage(template, wording, {
    subject: `${SUBJECT[template] ?? 'Đề nghị gửi'}: ${wording.inquiry.title}`,
    first: firstOf(template, wording),
    verbs: { change: 'Xem lại hoặc sửa báo cáo', answer: 'Gửi báo cáo' },
  });
