import { officialDay, officialMoment } from '../../documents/official';
import { lateBy } from '../../inquiries/days';
import { WAY } from '../../inquiries/words';
import { facts, type Message, messageBlocks } from '../../platform/mail/message';
import { showCount } from '../../platform/text/count';
import { OUTCOME_WORD } from '../../recommendations/words';
import type { Finding } from '../../visits/finding';
import type { Visit } from '../../visits/visit';
import { type InquiryWording, inquiryMessage, PRIVATE, untilDay } from './inquiries/inquiry-wording';

const onDay = (day: string): string => officialDay(`${day}T00:00:00+07:00`);

const receivedWords = ({ answer }: Visit | Finding): string =>
  answer ? `${WAY[answer.through]}, lúc ${officialMoment(answer.at)}` : '';

const visitLabel = (template: string): string => {
  switch (template) {
    case 'inquiry-closed':
      return `Xem kết luận tại đường dẫn riêng của quý cơ quan (${PRIVATE})`;
    case 'inquiry-answered':
      return `Xem lại hoặc thay đổi trả lời tại đường dẫn riêng của quý cơ quan (${PRIVATE})`;
    default:
      return `Xác nhận và xem nội dung kiểm tra tại đường dẫn riêng của quý cơ quan, không cần tài khoản (${PRIVATE})`;
  }
};

const visitHead = (template: string, visit: Visit, from: string): { subject: string; first: string } => {
  const { about, bodyName, dueOn } = visit;
  const what = 'việc thực hiện Kế hoạch nâng cao năng lực đội ngũ hòa giải viên ở cơ sở';
  switch (template) {
    case 'inquiry-again':
      return {
        subject: `Thay đổi ngày kiểm tra: ${about.unitName}`,
        first: `${from} thay đổi ngày kiểm tra ${what} tại ${bodyName}: ngày mới là ${onDay(dueOn)}. Đề nghị quý cơ quan xác nhận lại.`,
      };
    case 'inquiry-reminder':
      return {
        subject: `Nhắc xác nhận ngày kiểm tra: ${about.unitName}`,
        first: `${from} sẽ kiểm tra ${what} tại ${bodyName} vào ${onDay(dueOn)} và chưa nhận được xác nhận của quý cơ quan.`,
      };
    case 'inquiry-answered':
      return {
        subject: `Đã nhận trả lời về ngày kiểm tra: ${about.unitName}`,
        first: `${from} đã nhận trả lời của quý cơ quan ${receivedWords(visit)}. Xin cảm ơn quý cơ quan.`,
      };
    case 'inquiry-withdrawn':
      return {
        subject: `Không tổ chức kiểm tra: ${about.unitName}`,
        first: `${from} không tổ chức buổi kiểm tra ${what} tại ${bodyName} vào ${onDay(dueOn)}.`,
      };
    case 'inquiry-closed':
      return {
        subject: `Kết luận kiểm tra: ${about.unitName}`,
        first: `${from} đã có kết luận sau buổi kiểm tra ${what} tại ${bodyName} vào ${onDay(dueOn)}.`,
      };
    default:
      return {
        subject: `Thông báo kiểm tra: ${about.unitName}`,
        first: `${from} sẽ kiểm tra ${what} tại ${bodyName} vào ${onDay(dueOn)}. Đề nghị quý cơ quan chuẩn bị và xác nhận.`,
      };
  }
};

/** What a unit is told of a visit. */
export const visitMessage = (
  template: string,
  { inquiry: visit, link, settings }: InquiryWording<Visit>,
): Message => {
  const { about, bodyName, againWords, endWords } = visit;
  const { subject, first } = visitHead(template, visit, settings.department.name);
  const asks = ['inquiry', 'inquiry-again', 'inquiry-reminder'].includes(template);
  return {
    subject,
    to: bodyName,
    body: messageBlocks(
      first,
      template === 'inquiry-again' && againWords && `Lý do: ${againWords}`,
      template === 'inquiry-withdrawn' && endWords && `Lý do: ${endWords}`,
      template === 'inquiry-closed' && endWords && { quote: endWords },
      asks &&
        facts(
          ['Nội dung', about.purpose],
          ['Địa điểm', about.place],
          ['Trưởng đoàn', about.lead],
          ['Mặt trận Tổ quốc', about.front],
          ['Thành viên', about.others.join('; ') || undefined],
        ),
      template !== 'inquiry-withdrawn' && { label: visitLabel(template), link },
    ),
    contact: { name: settings.help.name, phone: settings.help.phone },
  };
};

const findingHead = (
  template: string,
  { inquiry: finding, settings, now }: InquiryWording<Finding>,
): { subject: string; first: string } => {
  const { title, bodyName, dueOn, about } = finding;
  const from = settings.department.name;
  const what = `nội dung "${title}" nêu tại buổi kiểm tra ${onDay(about.foundOn)}`;
  switch (template) {
    case 'inquiry-again':
      return {
        subject: `Đề nghị giải trình lại: ${title}`,
        first: `${from} đề nghị ${bodyName} giải trình lại về ${what}, ${untilDay(dueOn)}.`,
      };
    case 'inquiry-reminder':
      return {
        subject: `Nhắc giải trình: ${title}`,
        first: `${from} chưa nhận được giải trình của ${bodyName} về ${what}. Đề nghị quý cơ quan giải trình ${untilDay(dueOn)}.`,
      };
    case 'inquiry-late':
      return {
        subject: `Đã quá hạn giải trình: ${title}`,
        first: `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được giải trình của ${bodyName} về ${what}. Đề nghị quý cơ quan sớm giải trình.`,
      };
    case 'inquiry-answered':
      return {
        subject: `Đã nhận giải trình: ${title}`,
        first: `${from} đã nhận giải trình của quý cơ quan ${receivedWords(finding)}, về ${what}. Xin cảm ơn quý cơ quan.`,
      };
    case 'inquiry-withdrawn':
      return {
        subject: `Rút nội dung kiểm tra: ${title}`,
        first: `${from} rút ${what}. Quý cơ quan không cần giải trình nữa.`,
      };
    default:
      return {
        subject: `Đề nghị giải trình: ${title}`,
        first: `${from} ghi nhận ${what}. Đề nghị ${bodyName} khắc phục và giải trình ${untilDay(dueOn)}.`,
      };
  }
};

/** What a unit is told of a finding. */
export const findingMessage = (template: string, wording: InquiryWording<Finding>): Message => {
  const { about } = wording.inquiry;
  return inquiryMessage(template, wording, {
    ...findingHead(template, wording),
    asked: [{ quote: about.words }, facts(['Căn cứ', about.evidence])],
    answered: ({ outcome, words, position }) =>
      facts(
        ['Kết quả', OUTCOME_WORD[outcome]],
        ['Nội dung giải trình', words],
        ['Người giải trình', position],
      ),
    verbs: { change: 'Xem lại hoặc thay đổi giải trình', answer: 'Giải trình' },
  });
};
