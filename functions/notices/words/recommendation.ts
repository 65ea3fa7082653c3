import { officialBefore, officialMoment } from '../../documents/official';
import { lateBy } from '../../inquiries/days';
import { facts, type Message, messageBlocks } from '../../platform/mail/message';
import { showCount } from '../../platform/text/count';
import { endOfDay } from '../../platform/time/dates';
import type { Recommendation } from '../../recommendations/recommendation';
import { OUTCOME_WORD, SORT_WORD } from '../../recommendations/words';
import type { InquiryWording } from './inquiry-wording';

type Wording = InquiryWording<Recommendation>;

const WAY = { link: 'bằng đường dẫn riêng', phone: 'qua điện thoại', letter: 'bằng công văn' } as const;

/** `chậm nhất là hết thứ Tư, ngày 18 tháng 11 năm 2026`. The day is a date, so its end is always there. */
const untilDay = (dueOn: string): string => officialBefore(endOfDay(dueOn)!);

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
  const { inquiry, link, settings } = wording;
  const { title, bodyName, about, answer, againWords, endWords } = inquiry;
  const answered = template === 'inquiry-answered' ? answer?.said : undefined;
  const asks = !['inquiry-answered', 'inquiry-withdrawn'].includes(template);
  return {
    subject: subjectOf(template, title),
    to: bodyName,
    body: messageBlocks(
      firstOf(template, wording),
      template === 'inquiry-again' && againWords && { quote: againWords },
      template === 'inquiry-withdrawn' && endWords && `Lý do: ${endWords}`,
      asks && { quote: about.words },
      asks &&
        facts(['Nêu tại', about.eventTitle], ['Nơi kiến nghị', about.raisedBy], ['Chủ đề', about.topic]),
      answered &&
        facts(
          ['Kết quả', OUTCOME_WORD[answered.outcome]],
          ['Nội dung trả lời', answered.words],
          ['Người trả lời', answered.position],
        ),
      template !== 'inquiry-withdrawn' && {
        label: answered
          ? 'Xem lại hoặc thay đổi trả lời tại đường dẫn riêng của quý cơ quan (vui lòng không chuyển cho người ngoài cơ quan)'
          : 'Trả lời tại đường dẫn riêng của quý cơ quan, không cần tài khoản (vui lòng không chuyển cho người ngoài cơ quan)',
        link,
      },
    ),
    contact: { name: settings.help.name, phone: settings.help.phone },
  };
};
