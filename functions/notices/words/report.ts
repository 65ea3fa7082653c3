import { officialBefore, officialMoment } from '../../documents/official';
import { lateBy } from '../../inquiries/days';
import { type Message, messageBlocks } from '../../platform/mail/message';
import { showCount } from '../../platform/text/count';
import { endOfDay } from '../../platform/time/dates';
import type { Report } from '../../reports/report';
import type { InquiryWording } from './inquiry-wording';

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
  const until = officialBefore(endOfDay(dueOn)!);
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
export const reportMessage = (template: string, wording: InquiryWording<Report>): Message => {
  const { inquiry, link, settings } = wording;
  const { title, bodyName, againWords, endWords } = inquiry;
  return {
    subject: `${SUBJECT[template] ?? 'Đề nghị gửi'}: ${title}`,
    to: bodyName,
    body: messageBlocks(
      firstOf(template, wording),
      template === 'inquiry-again' && againWords && { quote: againWords },
      template === 'inquiry-withdrawn' && endWords && `Lý do: ${endWords}`,
      template !== 'inquiry-withdrawn' && {
        label:
          template === 'inquiry-answered'
            ? 'Xem lại hoặc sửa báo cáo tại đường dẫn riêng của quý cơ quan (vui lòng không chuyển cho người ngoài cơ quan)'
            : 'Gửi báo cáo tại đường dẫn riêng của quý cơ quan, không cần tài khoản (vui lòng không chuyển cho người ngoài cơ quan)',
        link,
      },
    ),
    contact: { name: settings.help.name, phone: settings.help.phone },
  };
};
