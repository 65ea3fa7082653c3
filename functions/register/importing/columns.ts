import type { Headings } from '../../platform/sheets/headed-table';

export type MediatorColumn =
  | 'fullName'
  | 'yearOfBirth'
  | 'gender'
  | 'ethnicity'
  | 'qualification'
  | 'number'
  | 'on'
  | 'role'
  | 'position'
  | 'phone'
  | 'team'
  | 'unit';

/** Headings of lists of mediators, as communes and districts write them; the more telling first. */
export const MEDIATOR_HEADINGS: Headings<MediatorColumn> = [
  ['yearOfBirth', /\bsinh\b/],
  ['phone', /dien thoai|\bs ?dt\b|\bdt\b|\bd t\b|di dong|\btel\b/],
  ['ethnicity', /dan toc/],
  ['gender', /^(?:gioi tinh|gioi|phai|nam nu)$/],
  ['qualification', /trinh do|chuyen mon|hoc van|bang cap/],
  ['on', /^ngay(?:$| .*(?:qd|quyet dinh|cong nhan|ky|ban hanh))/],
  ['number', /(?:^so|^so hieu|^can cu) .*(?:qd|quyet dinh)|^(?:qd|quyet dinh)\b|^so van ban/],
  ['role', /chuc danh|vai tro|(?:chuc vu|nhiem vu) .*\bto\b|^nhiem vu/],
  ['position', /chuc vu|nghe nghiep|cong viec|cong tac/],
  [
    'fullName',
    /^(?:ho (?:va )?(?:chu dem )?ten|ho dem va ten|ten hoa giai vien|hoa giai vien|name|full name)/,
  ],
  ['team', /\bto hoa giai\b|\bto hg\b|^thg\b|^(?:ten )?to$|^(?:ap|khu pho|khom|thon)\b/],
  ['unit', /^(?:ten )?(?:xa|phuong|thi tran|dia ban|dia phuong|dvhc|don vi hanh chinh|don vi)\b/],
];
