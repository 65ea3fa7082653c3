import { dayLine, numberLine } from '../../documents/numbering';
import { addressLine, type Office, type OfficeNames, parentLine, shortIssuer } from '../../documents/office';
import { officialBefore, officialNumber } from '../../documents/official';
import type { DocumentTable } from '../../documents/printed';
import { HEAD, type Signer, signatureLines } from '../../documents/signer';
import { showPhone } from '../../platform/text/phone';
import type { Event } from '../event/event';

/** A giấy mời or a công văn as content, before it takes the form of a page, a mail or a document. */
export interface Letter {
  /** `UBND TỈNH KIÊN GIANG` over `SỞ TƯ PHÁP`. */
  parent: string;
  issuer: string;
  /** The number comes from the clerical office; until then it is blank. */
  number: string;
  placeAndDate: string;
  /** What kind it is, as its heading. A công văn has none: what it is about stands below its number. */
  heading?: string;
  about: string;
  /** `Sở Tư pháp tỉnh Kiên Giang trân trọng kính mời:` or `Kính gửi:` */
  opening: string;
  addressee: string;
  lines: LetterLine[];
  recipients: string[];
  /** `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC` */
  signature: string[];
  signerName?: string | undefined;
  /** Of the office, at the foot. */
  address?: string | undefined;
  /** The list of its addressees, where there are many. */
  list?: AddresseeList;
}

/** A line of the letter; `label` is the part before its colon. */
export interface LetterLine {
  label?: string;
  text: string;
}

/** The list that a letter to many carries behind it, on pages of its own. */
export interface AddresseeList extends DocumentTable {
  heading: string;
  about: string;
  /** `(Kèm theo Giấy mời số …)` */
  belongsTo: string;
}

/** What a letter says that is not the event's: who is asked for what until when. */
export interface LetterTerms {
  bodyName: string;
  seatsOffered: number;
  respondBy: string;
  letterText: string;
  signer?: Signer | undefined;
}

type Department = OfficeNames & Pick<Office, 'address' | 'phone'>;
type About = Pick<Event, 'title' | 'contactName' | 'contactPhone'>;

/** How many people a letter asks for. */
export const seatsLine = (seats: number): LetterLine => ({
  label: 'Số đại biểu',
  text: `${officialNumber(seats)} người.`,
});

/** Until when an answer is asked for. Letters and mails say it in these words. */
export const respondWords = (respondBy: string): string => officialBefore(respondBy);

/** What all letters of the department have around their words. */
export const aroundLetter = (department: Department, signer: Signer = HEAD) => ({
  parent: parentLine(department),
  issuer: shortIssuer(department),
  signature: signatureLines(signer),
  signerName: signer.name,
  address: addressLine(department),
});

/**
 * The letter to one body, in the order of Nghị định 30/2020/NĐ-CP: addressee, occasion, chair, time, place,
 * then how many may come and until when an answer is asked for.
 * @param now when it is drafted (ms); the day is left blank for the person who signs
 */
export const letterOf = (department: Department, event: About, terms: LetterTerms, now: number): Letter => ({
  ...aroundLetter(department, terms.signer),
  number: numberLine(`GM-${department.code}`),
  placeAndDate: `${department.place}, ${dayLine(now)}`,
  heading: 'GIẤY MỜI',
  about: event.title,
  opening: `${department.name} trân trọng kính mời:`,
  addressee: terms.bodyName,
  lines: [
    ...ownLines(terms.letterText),
    ...(terms.seatsOffered > 0 ? [seatsLine(terms.seatsOffered)] : []),
    ...closing(event, terms.respondBy),
  ],
  recipients: ['- Như trên;', '- Lưu: VT, …'],
});

/** The organizer's words, line by line. */
export const ownLines = (text: string): LetterLine[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(labelled);

/** What an answer is asked for, and the last words. */
export const closing = (event: About, respondBy: string): LetterLine[] => [
  {
    text: `Để công tác chuẩn bị được chu đáo, đề nghị Quý cơ quan, đơn vị trả lời ${respondWords(
      respondBy,
    )}, qua đường dẫn riêng gửi kèm thư mời hoặc qua ${contactWords(event)}.`,
  },
  { text: 'Rất hân hạnh được đón tiếp./.' },
];

export const contactWords = ({ contactName, contactPhone }: About): string =>
  `ông/bà ${contactName}, điện thoại ${showPhone(contactPhone)}`;

/** A short word or two before a colon is a label: `Thời gian: …`, but not `Đề nghị chuẩn bị các nội dung: …`. */
const labelled = (line: string): LetterLine => {
  const parts = /^([^:.,;]{1,24}):\s+(.+)$/u.exec(line);
  return parts ? { label: parts[1]!, text: parts[2]! } : { text: line };
};

/** The letter as plain lines, for a page's preview and for a mail's text. */
export const letterText = (letter: Letter): string[] => [
  letter.opening,
  letter.addressee,
  ...letter.lines.map(lineWords),
];

export const lineWords = ({ label, text }: LetterLine): string => (label ? `${label}: ${text}` : text);
