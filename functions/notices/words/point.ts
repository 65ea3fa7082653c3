import type { Registration } from '../../events/registrations/registration';
import { facts, type Message, messageBlocks } from '../../platform/mail/message';
import { localDate } from '../../platform/time/dates';
import { shortDay } from '../../platform/time/format-date';
import type { Settings } from '../../platform/world/settings';
import type { Point } from '../../points/point';
import type { Recommendation } from '../../recommendations/recommendation';
import { OUTCOME_WORD } from '../../recommendations/words';
import { addressed } from './registration';

interface Wording {
  point: Point;
  recommendation?: Recommendation | undefined;
  registration: Registration;
  settings: Pick<Settings, 'department' | 'help'>;
  /** Where the person reads all of it. */
  link: string;
}

const DECIDED: Record<NonNullable<Point['outcome']>, string> = {
  accepted: 'đã nhận tham luận này vào chương trình hội nghị',
  declined: 'chưa nhận tham luận này vào chương trình hội nghị',
  answered: 'đã trả lời',
};

/** What a person is told of the paper or the difficulty that they raised. */
export const pointMessage = (
  template: string,
  { point, recommendation, registration, settings, link }: Wording,
): Message => {
  const isPaper = point.sort === 'paper';
  const raised = `Ngày ${shortDay(localDate(point.createdAt))}, ông/bà gửi ${isPaper ? 'tham luận' : 'khó khăn, vướng mắc'}: "${point.title}".`;
  const answer = template === 'point-answered' ? recommendation?.answer : undefined;
  return {
    subject: isPaper ? 'Kết quả xét tham luận' : 'Trả lời khó khăn, vướng mắc',
    to: addressed(registration),
    body: messageBlocks(
      answer
        ? `${raised} ${recommendation!.bodyName} đã trả lời.`
        : `${raised} ${settings.department.name} ${DECIDED[point.outcome ?? 'answered']}.`,
      answer &&
        facts(['Kết quả', OUTCOME_WORD[answer.said.outcome]], ['Người trả lời', answer.said.position]),
      answer && { quote: answer.said.words },
      !answer && point.outcomeWords && { quote: point.outcomeWords },
      { label: 'Xem nội dung đã gửi và trả lời (cần mã đăng ký và số điện thoại)', link },
    ),
    contact: { name: settings.help.name, phone: settings.help.phone },
  };
};
