import { officialDay, officialMonthOnly } from './official';

/** The number and day of a document: blank until the clerical office has given them. */
export interface Numbered {
  /** `125/GM-STP` */
  number?: string | undefined;
  /** `2027-03-05` */
  dated?: string | undefined;
}

/** `125/GM-STP`, or with a blank. @param code the text behind the number: `GM-STP` */
export const numberWords = (code: string, { number }: Numbered = {}): string => number ?? `       /${code}`;

/** `Số: 125/GM-STP`, or with a blank. */
export const numberLine = (code: string, numbered: Numbered = {}): string =>
  `Số: ${numberWords(code, numbered)}`;

/** `ngày 05 tháng 3 năm 2027`, or with a blank day in the month of `now`. */
export const dayLine = (now: number, { dated }: Numbered = {}): string =>
  dated ? officialDay(`${dated}T00:00:00+07:00`) : officialMonthOnly(now);
