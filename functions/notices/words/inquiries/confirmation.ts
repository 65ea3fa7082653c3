import type { Confirmation } from '../../../confirmations/confirmation';
import { inSentence } from '../../../directory/units/words';
import { officialMoment } from '../../../documents/official';
import { lateBy } from '../../../inquiries/days';
import { WAY } from '../../../inquiries/words';
import { facts, type Message } from '../../../platform/mail/message';
import { showCount } from '../../../platform/text/count';
import { type InquiryWording, inquiryMessage, untilDay } from './inquiry-wording';

const head = (
  template: string,
  { inquiry, settings, now }: InquiryWording<Confirmation>,
): { subject: string; first: string } => {
  const { bodyName, dueOn, about, answer } = inquiry;
  const from = settings.department.name;
  const of = `danh sách tổ hòa giải, hòa giải viên năm ${about.year} tại ${inSentence(about.unitName)}`;
  switch (template) {
    case 'inquiry-again':
      return {
        subject: `Đề nghị xác nhận lại danh sách hòa giải viên: ${about.unitName}`,
        first: `${from} đề nghị ${bodyName} xác nhận lại ${of}, ${untilDay(dueOn)}.`,
      };
    case 'inquiry-reminder':
      return {
        subject: `Nhắc xác nhận danh sách hòa giải viên: ${about.unitName}`,
        first: `${from} chưa nhận được xác nhận của ${bodyName} về ${of}. Đề nghị quý cơ quan xác nhận ${untilDay(dueOn)}.`,
      };
    case 'inquiry-late':
      return {
        subject: `Đã quá hạn xác nhận danh sách hòa giải viên: ${about.unitName}`,
        first: `Đã quá hạn ${showCount(lateBy(dueOn, now))} ngày, ${from} chưa nhận được xác nhận của ${bodyName} về ${of}. Đề nghị quý cơ quan sớm xác nhận.`,
      };
    case 'inquiry-answered':
      return {
        subject: `Đã nhận xác nhận danh sách hòa giải viên: ${about.unitName}`,
        first: `${from} đã nhận xác nhận của quý cơ quan ${answer ? `${WAY[answer.through]}, lúc ${officialMoment(answer.at)}, ` : ''}về ${of}. Xin cảm ơn quý cơ quan.`,
      };
    case 'inquiry-withdrawn':
      return {
        subject: `Thôi đề nghị xác nhận danh sách hòa giải viên: ${about.unitName}`,
        first: `${from} thôi đề nghị xác nhận ${of}. Quý cơ quan không cần trả lời nữa.`,
      };
    default:
      return {
        subject: `Đề nghị xác nhận danh sách hòa giải viên năm ${about.year}: ${about.unitName}`,
        first: `${from} đề nghị ${bodyName} xác nhận ${of}: ai vẫn làm hòa giải viên, ai đã thôi, còn thiếu ai. Đề nghị trả lời ${untilDay(dueOn)}.`,
      };
  }
};

/** What a commune is told of the yearly confirmation. It names no person: the list is behind the link. */
export const confirmationMessage = (template: string, wording: InquiryWording<Confirmation>): Message => {
  const { words } = wording.inquiry.about;
  return inquiryMessage(template, wording, {
    ...head(template, wording),
    asked: [words && { quote: words }],
    answered: ({ serving, stopped, missing, position }) =>
      facts(
        ['Vẫn làm hòa giải viên', `${showCount(serving.length)} người`],
        ['Đã thôi làm', `${showCount(stopped.length)} người`],
        ['Còn thiếu trong danh sách', `${showCount(missing.length)} người`],
        ['Người trả lời', position],
      ),
    verbs: { change: 'Xem lại hoặc thay đổi xác nhận', answer: 'Xem danh sách và xác nhận' },
  });
};
