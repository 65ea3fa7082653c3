import { dayLine, type Numbered, numberLine, numberWords } from '../../documents/numbering';
import type { Office, OfficeNames } from '../../documents/office';
import { officialBefore, officialNumber } from '../../documents/official';
import type { Signer } from '../../documents/signer';
import type { Event } from '../event/event';
import { datedLines, oneStop } from './dated-lines';
import { aroundLetter, contactWords, type Letter, type LetterLine } from './letter';

/** A unit or body that is asked to name people, as its line of the list. */
export interface Asked {
  /** The office that is written to: `Ủy ban nhân dân huyện Gò Quao (Phòng Tư pháp)`. */
  office: string;
  quota: number;
  deadline: string;
}

/** How many people are asked for. Letters and mails say it in these words. */
export const peopleWords = (quota: number): string => `${officialNumber(quota)} người`;

/** Until when the list of people is asked for. Letters and mails say it in these words. */
export const listBefore = (deadline: string): string => `gửi danh sách ${officialBefore(deadline)}`;

type Department = OfficeNames & Pick<Office, 'address' | 'phone'>;

/** One công văn that asks units and bodies to name people; with a list of them and their quotas, where there are many. */
export const requestToMany = (
  department: Department,
  event: Event,
  { asked, signer, ...marks }: { asked: readonly Asked[]; signer: Signer } & Numbered,
  now: number,
): Letter => {
  const [first] = asked;
  const many = asked.length > 1;
  return {
    ...aroundLetter(department, signer),
    number: numberLine(`${department.code}-      `, marks),
    placeAndDate: `${department.place}, ${dayLine(now, marks)}`,
    about: `cử người tham dự ${event.title}`,
    opening: 'Kính gửi:',
    addressee: many ? 'Các cơ quan, đơn vị (danh sách kèm theo)' : first!.office,
    lines: linesOf(department, event, asked),
    recipients: [many ? '- Như danh sách kèm theo;' : '- Như trên;', '- Lưu: VT, …'],
    ...(many && { list: listOf(department, { event, asked, marks }, now) }),
  };
};

const linesOf = (department: Department, event: Event, asked: readonly Asked[]): LetterLine[] => {
  const { when, where } = datedLines(event);
  const many = asked.length > 1;
  const deadlines = [...new Set(asked.map(({ deadline }) => deadline))];
  const before =
    deadlines.length === 1 ? listBefore(deadlines[0]!) : 'gửi danh sách trong hạn ghi tại danh sách kèm theo';
  const facts = [
    when,
    where,
    event.audience && oneStop(`Đối tượng: ${event.audience}.`),
    `Số lượng: ${
      many
        ? `${peopleWords(asked.reduce((sum, { quota }) => sum + quota, 0))}, chỉ tiêu từng nơi theo danh sách kèm theo`
        : peopleWords(asked[0]!.quota)
    }.`,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return [
    { text: `${department.name} tổ chức ${event.title}.` },
    {
      text: 'Để công tác tổ chức được chu đáo, đề nghị Quý cơ quan, đơn vị quan tâm cử người tham dự như sau:',
    },
    ...facts.map((fact, i) => ({ text: `${i + 1}. ${fact}` })),
    {
      text: `Đề nghị Quý cơ quan, đơn vị cử người và ${before}, qua đường dẫn riêng gửi kèm thư điện tử hoặc qua ${contactWords(event)}.`,
    },
    { text: 'Rất mong nhận được sự quan tâm, phối hợp của Quý cơ quan, đơn vị./.' },
  ];
};

const listOf = (
  department: Department,
  { event, asked, marks }: { event: Event; asked: readonly Asked[]; marks: Numbered },
  now: number,
) => {
  const number = numberWords(`${department.code}-      `, marks);
  const same = new Set(asked.map(({ deadline }) => deadline)).size === 1;
  return {
    heading: 'DANH SÁCH PHÂN BỔ CHỈ TIÊU CỬ NGƯỜI THAM DỰ',
    about: event.title,
    belongsTo: `(Kèm theo Công văn số ${number} ${dayLine(now, marks)} của ${department.name})`,
    columns: [
      { name: 'STT', share: 8, centred: true },
      { name: 'Cơ quan, đơn vị', share: same ? 64 : 44 },
      { name: 'Số lượng (người)', share: 14, centred: true },
      same ? { name: 'Ghi chú', share: 14 } : { name: 'Hạn gửi danh sách', share: 34 },
    ],
    rows: asked.map(({ office, quota, deadline }, i) => [
      officialNumber(i + 1),
      office,
      officialNumber(quota),
      same ? '' : officialBefore(deadline),
    ]),
    total: ['', 'Tổng cộng', officialNumber(asked.reduce((sum, { quota }) => sum + quota, 0)), ''],
  };
};
