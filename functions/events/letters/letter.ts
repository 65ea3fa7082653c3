import { showPhone } from '../../platform/text/phone';
import type { Settings } from '../../platform/world/settings';
import type { Event } from '../event/event';
import { officialDeadline, officialMonthOnly, officialNumber } from './official';

/** A giấy mời as content, before it takes the form of a page, a mail or a document. */
export interface Letter {
  /** `UBND TỈNH KIÊN GIANG` over `SỞ TƯ PHÁP`. */
  parent: string;
  issuer: string;
  /** The number comes from the clerical office; until then it is blank. */
  number: string;
  placeAndDate: string;
  about: string;
  /** `Sở Tư pháp tỉnh Kiên Giang trân trọng kính mời:` */
  opening: string;
  addressee: string;
  lines: LetterLine[];
  recipients: string[];
  signer: string;
}

/** A line of the letter; `label` is the part before its colon. */
export interface LetterLine {
  label?: string;
  text: string;
}

export interface LetterTerms {
  bodyName: string;
  seatsOffered: number;
  respondBy: string;
  letterText: string;
}

/**
 * The letter to one body, in the order of Nghị định 30/2020/NĐ-CP: addressee, occasion, chair, time, place,
 * then how many may come and until when an answer is asked for.
 * @param now when it is drafted (ms); the day is left blank for the person who signs
 */
export const letterOf = (
  department: Settings['department'],
  event: Pick<Event, 'title' | 'contactName' | 'contactPhone'>,
  terms: LetterTerms,
  now: number,
): Letter => ({
  parent: department.parent.toLocaleUpperCase('vi'),
  issuer: shortIssuer(department),
  number: `Số:        /GM-${department.code}`,
  placeAndDate: `${department.place}, ${officialMonthOnly(now)}`,
  about: event.title,
  opening: `${department.name} trân trọng kính mời:`,
  addressee: terms.bodyName,
  lines: [
    ...terms.letterText
      .split('\n')
      .map((text) => text.trim())
      .filter(Boolean)
      .map(labelled),
    ...(terms.seatsOffered > 0
      ? [{ label: 'Số đại biểu', text: `${officialNumber(terms.seatsOffered)} người.` }]
      : []),
    {
      text: `Để công tác chuẩn bị được chu đáo, đề nghị Quý cơ quan, đơn vị trả lời chậm nhất ${officialDeadline(
        terms.respondBy,
      )}, qua đường dẫn riêng gửi kèm thư mời hoặc qua ông/bà ${event.contactName}, điện thoại ${showPhone(
        event.contactPhone,
      )}.`,
    },
    { text: 'Rất hân hạnh được đón tiếp./.' },
  ],
  recipients: ['- Như trên;', '- Lưu: VT, …'],
  signer: 'GIÁM ĐỐC',
});

/** A short word or two before a colon is a label: `Thời gian: …`, but not `Đề nghị chuẩn bị các nội dung: …`. */
const labelled = (line: string): LetterLine => {
  const parts = /^([^:.,;]{1,24}):\s+(.+)$/u.exec(line);
  return parts ? { label: parts[1]!, text: parts[2]! } : { text: line };
};

/** The issuer's name without the province, where the line of its parent above has it already. */
export const shortIssuer = ({ name, parent }: Settings['department']): string => {
  const upper = name.toLocaleUpperCase('vi');
  const area = /\s(TỈNH|THÀNH PHỐ)\s.+$/u.exec(upper)?.[0];
  return area && parent.toLocaleUpperCase('vi').endsWith(area.trim()) ? upper.slice(0, -area.length) : upper;
};

/** The letter as plain lines, for a page's preview and for a mail's text. */
export const letterText = (letter: Letter): string[] => [
  letter.opening,
  letter.addressee,
  ...letter.lines.map((l) => (l.label ? `${l.label}: ${l.text}` : l.text)),
];
