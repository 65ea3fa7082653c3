import { dayLine, type Numbered, numberLine, numberWords } from '../../documents/numbering';
import type { Office, OfficeNames } from '../../documents/office';
import { officialNumber } from '../../documents/official';
import type { Signer } from '../../documents/signer';
import type { Event } from '../event/event';
import {
  type AddresseeList,
  aroundLetter,
  closing,
  type Letter,
  type LetterTerms,
  ownLines,
  seatsLine,
} from './letter';

/** One of many addressees, as its line of the list. */
export interface Invitee {
  bodyName: string;
  /** The person who is invited for it, and their position. */
  guest?: string | undefined;
  seatsOffered: number;
  /** Added after the letter was signed. */
  later?: boolean;
}

interface Many extends Pick<LetterTerms, 'respondBy' | 'letterText'>, Numbered {
  signer?: Signer | undefined;
  invitees: readonly Invitee[];
}

type Department = OfficeNames & Pick<Office, 'address' | 'phone'>;
type About = Pick<Event, 'title' | 'contactName' | 'contactPhone'>;

/** One giấy mời to many bodies: “kính mời: như danh sách kèm theo”, and the list of them behind it. */
export const invitationToMany = (department: Department, event: About, many: Many, now: number): Letter => ({
  ...aroundLetter(department, many.signer),
  number: numberLine(`GM-${department.code}`, many),
  placeAndDate: `${department.place}, ${dayLine(now, many)}`,
  heading: 'GIẤY MỜI',
  about: event.title,
  opening: `${department.name} trân trọng kính mời:`,
  addressee: 'Các cơ quan, đơn vị như danh sách kèm theo',
  lines: [...ownLines(many.letterText), ...seatsOf(many.invitees), ...closing(event, many.respondBy)],
  recipients: ['- Như danh sách kèm theo;', '- Lưu: VT, …'],
  list: inviteeList(department, event, many, now),
});

/** The same number for all stands in the letter, different ones only in the list. */
const seatsOf = (invitees: readonly Invitee[]) => {
  const numbers = new Set(invitees.map((i) => i.seatsOffered));
  const [same] = numbers;
  if (numbers.size > 1) return [{ label: 'Số đại biểu', text: 'theo danh sách kèm theo.' }];
  return same ? [{ ...seatsLine(same), text: `mỗi cơ quan, đơn vị ${seatsLine(same).text}` }] : [];
};

/** The list of the letter's addressees, or of those who were added after it was signed. */
export const inviteeList = (
  department: Department,
  event: Pick<Event, 'title'>,
  { invitees, ...marks }: Pick<Many, 'invitees'> & Numbered,
  now: number,
): AddresseeList => {
  const onlyLater = invitees.length > 0 && invitees.every((i) => i.later);
  const named = invitees.some((i) => i.guest);
  const seats = invitees.reduce((sum, i) => sum + i.seatsOffered, 0);
  return {
    heading: onlyLater ? 'DANH SÁCH KHÁCH MỜI BỔ SUNG' : 'DANH SÁCH KHÁCH MỜI',
    about: event.title,
    belongsTo: `(Kèm theo Giấy mời số ${numberWords(`GM-${department.code}`, marks)} ${dayLine(
      now,
      marks,
    )} của ${department.name})`,
    columns: [
      { name: 'STT', share: 8, centred: true },
      { name: 'Cơ quan, đơn vị', share: named ? 37 : 64 },
      ...(named ? [{ name: 'Kính mời (họ tên, chức vụ)', share: 30 }] : []),
      { name: 'Số đại biểu', share: named ? 12 : 14, centred: true },
      { name: 'Ghi chú', share: named ? 13 : 14 },
    ],
    rows: invitees.map((i, at) => [
      officialNumber(at + 1),
      i.bodyName,
      ...(named ? [i.guest ?? ''] : []),
      i.seatsOffered > 0 ? officialNumber(i.seatsOffered) : '',
      i.later && !onlyLater ? 'Bổ sung' : '',
    ]),
    ...(seats > 0 && { total: ['', 'Tổng cộng', ...(named ? [''] : []), officialNumber(seats), ''] }),
  };
};
