import { officialBefore } from '../../../documents/official';
import type { Inquiry } from '../../../inquiries/inquiry';
import { type Message, type MessageBlock, messageBlocks } from '../../../platform/mail/message';
import { endOfDay } from '../../../platform/time/dates';
import type { Settings } from '../../../platform/world/settings';

/** What the words of a kind are made from. */
export interface InquiryWording<T extends Inquiry = Inquiry> {
  inquiry: T;
  /** The body's personal link. */
  link: string;
  settings: Pick<Settings, 'department' | 'help'>;
  now: number;
}

/** `chậm nhất là hết thứ Tư, ngày 18 tháng 11 năm 2026`. The day is a date, so its end is always there. */
export const untilDay = (day: string): string => officialBefore(endOfDay(day)!);

/** What each label of a personal link ends with: the link is for the body alone. */
export const PRIVATE = 'vui lòng không chuyển cho người ngoài cơ quan';

type Block = MessageBlock | undefined | false | '';

/** The words of one kind for one notice. */
interface KindWords<Said> {
  subject: string;
  first: string;
  /** What is asked, in a notice that asks. */
  asked?: readonly Block[];
  /** The answer, in the notice that it was received. */
  answered?(said: Said): Block;
  /** What the link is for: to change an answer, and to answer. */
  verbs: { change: string; answer: string };
}

/** A notice about an inquiry that a body answers: first the words of its kind, last its personal link. */
export const inquiryMessage = <T extends Inquiry>(
  template: string,
  { inquiry, link, settings }: InquiryWording<T>,
  { subject, first, asked = [], answered, verbs }: KindWords<NonNullable<T['answer']>['said']>,
): Message => {
  const { bodyName, answer, againWords, endWords } = inquiry;
  const isAnswered = template === 'inquiry-answered';
  const isWithdrawn = template === 'inquiry-withdrawn';
  return {
    subject,
    to: bodyName,
    body: messageBlocks(
      first,
      template === 'inquiry-again' && againWords && { quote: againWords },
      isWithdrawn && endWords && `Lý do: ${endWords}`,
      ...(isAnswered || isWithdrawn ? [] : asked),
      isAnswered && answer && answered?.(answer.said),
      !isWithdrawn && {
        label: isAnswered
          ? `${verbs.change} tại đường dẫn riêng của quý cơ quan (${PRIVATE})`
          : `${verbs.answer} tại đường dẫn riêng của quý cơ quan, không cần tài khoản (${PRIVATE})`,
        link,
      },
    ),
    contact: { name: settings.help.name, phone: settings.help.phone },
  };
};
