import { bareHeading } from '../../../../platform/sheets/bare-heading';
import { plain } from '../../../../platform/text/text';
import { PERSON_FIELDS, type PersonField } from '../../../person/person-fields';
import type { ReadAs } from './read-as';

/** What a heading says: a column, `null` for a known kind of column that no person has a field for. */
export type Meaning = ReadAs | null;

const anyOf = (...words: string[]) => new RegExp(`\\b(?:${words.join('|')})\\b`);
const only = (...words: string[]) => new RegExp(`^(?:${words.join('|')})$`);

/** Words of headings, from the most telling: the first rule that fits decides. */
const RULES: readonly (readonly [Meaning, RegExp])[] = [
  [null, only('fax|so fax', 's ?t ?t', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no', 'so')],
  ['email', anyOf('e ?mail', 'g ?mail', 'mail', 'thu dien tu', 'hop thu')],
  // Numbers and dates of a person that are neither a phone nor a birth.
  [
    null,
    anyOf(
      'cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|ho chieu|passport|mst|bhxh|bhyt|bao hiem',
      'tai khoan|stk|so tk|ngan hang|chi nhanh|ma|ma so|ngay cap|noi cap|cap ngay',
      'quyet dinh|so qd|ngay qd|cong nhan|bo nhiem|bau|vao dang|vao doan|vao nganh|dang vien|doan vien',
      'noi sinh|que quan|nguyen quan|dan toc|ton giao|trinh do|chuyen mon|hoc van|hoc vi|hoc ham',
      'so tien|thanh tien|muc tien|tien|kinh phi|tham nien|kinh nghiem|ghi chu|chu ky|ky nhan|ky ten|ky|note',
      'tinh trang|trang thai|thu tu cho|co mat|diem danh|ly do|dang ky qua|can cu|ngay ghi|ngay dang ky',
      'nguoi (?:lien he|than|gioi thieu|lap|bao lanh)|(?:nam|so nam|thoi gian|qua trinh) (?:cong tac|tham gia|lam viec)',
    ),
  ],
  ['female', /\bsinh\b.*\bnu$|^nu( gioi)?$|^nu sinh nam$/],
  ['male', /\bnam sinh nam$|^nam gioi$/],
  ['gender', anyOf('gioi tinh', 'gioi', 'gt', 'phai', 'nam nu', 'nu nam', 'sex', 'gender')],
  [
    'yearOfBirth',
    anyOf(
      '(?:nam|ngay|thang|ngay thang|ngay thang nam) sinh|sinh (?:nam|ngay)|ngay thang nam|ns|ntns|nts',
      'dob|yob|birth|birthday|date of birth|year of birth|yearofbirth',
    ),
  ],
  ['yearOfBirth', only('sinh')],
  ['age', anyOf('tuoi', 'age')],
  [
    'familyName',
    only(
      'ho|ho (?:va )?(?:ten )?(?:chu )?(?:dem|lot)|(?:ten|chu|ho va ten|ho ten) (?:dem|lot)',
      'last name|surname|family name|middle name',
    ),
  ],
  ['fullName', anyOf('ho (?:va )?(?:chu )?ten', 'full ?name', 'ho dem (?:va )?ten', 'h va ten', 'hvt')],
  ['givenName', only('va ten', 'given name', 'first name')],
  [
    'phone',
    anyOf(
      'dien thoai|d thoai|dthoai|d t|dt|s ?dt|so ?dt|dt ?dd|dd|di dong|so may|zalo',
      'tel|telephone|phone|mobile|cell|hotline',
    ),
  ],
  ['teamRole', anyOf('vai tro', '(?:chuc vu|chuc danh|nhiem vu) (?:trong|cua|o) to', 'teamrole')],
  [
    'positionAndUnit',
    /\bchuc (vu|danh|vu chuc danh)\b.*\b(don vi|co quan|cong tac|lam viec|dia chi)\b|\b(don vi|co quan)\b.*\bchuc (vu|danh)\b/,
  ],
  ['position', anyOf('chuc vu', 'chuc danh', 'chuc trach', 'cong viec', 'nghe nghiep', 'nghe', 'nhiem vu')],
  ['position', anyOf('position', 'job')],
  ['interpreter', anyOf('phien dich', 'thong dich', 'tieng khmer', 'interpreter')],
  ['access', anyOf('ho tro', 'nhu cau', 'yeu cau', 'access')],
  ['attendance', /\b(hinh thuc|truc tuyen|truc tiep|attendance)\b|^tham (du|gia)( lop| hoi nghi)?$/],
  ['teamName', /\bto (hoa giai|hg)\b|^(ten |thuoc |so )?to( so)?$|^teamname$/],
  ['unit', anyOf('(?<!thi )xa', 'phuong', 'thi tran', 'unitname', 'unit')],
  [null, only('(?:ten )?tinh( thanh pho)?', 'tinh thanh', 'quoc gia', 'quoc tich')],
  ['district', anyOf('huyen', '(?<!co )quan', 'thi xa', 'thanh pho', 'district')],
  ['unit', anyOf('don vi', 'd vi', 'dvi', 'dv', 'cong tac', 'lam viec', 'dia ban', 'dia phuong', 'khu vuc')],
  ['body', anyOf('co quan', 'to chuc', 'bodyname', 'body')],
  [
    'unit',
    anyOf('dia chi|noi o|cho o|cu tru|thuong tru|tam tru|address|ap|khu pho|khom|thon|to dan pho|kp|noi cu'),
  ],
  ['phone', only('(?:so )?(?:lien he|lien lac)')],
  [
    'fullName',
    only(
      'ten|name|ong ba|ho va|(?:ten )?(?:hoa giai vien|hgv|dai bieu|hoc vien|thanh vien|to vien|can bo)',
      '(?:ten )?nguoi (?:tham du|tham gia|du|duoc cu|du hop|hoc)|thanh phan(?: tham du)?',
    ),
  ],
];

/** The headings of our own files. */
const OWN = new Map<string, Meaning>(
  Object.entries<PersonField>(PERSON_FIELDS).flatMap(([name, { column, named }]) => {
    if (!column) return [];
    const readAs = named === 'unitName' ? 'unit' : named === 'bodyName' ? 'body' : (name as ReadAs);
    return [[bareHeading(column.head), readAs] as const];
  }),
);

const LONGEST = 80;

/**
 * What a heading means, whatever its accents, case, dots, brackets, units of measure and line breaks.
 * @returns undefined where it says nothing that is known
 */
export const meaningOf = (heading: string): Meaning | undefined => {
  // "Đơn vị: Xã Định An" is a sentence of a title, "Số điện thoại:" a heading.
  if (heading.length > LONGEST || /\d{4}|:\s*\S/.test(heading)) return undefined;
  const bare = bareHeading(heading);
  if (!bare) return undefined;
  // "Năm" is a year, "Nam" a man; without accents only the other columns tell.
  if (bare === 'nam') return /ă/i.test(heading.normalize('NFC')) ? 'birthYear' : 'male';
  if (bare === 'ngay') return 'birthDay';
  if (bare === 'thang') return 'birthMonth';
  const inBrackets = plain(heading).match(/\b(?:nam sinh|sinh nam)\s*\((nam|nu)\)/)?.[1];
  if (inBrackets) return inBrackets === 'nu' ? 'female' : 'male';
  const own = OWN.get(bare);
  return own !== undefined ? own : RULES.find(([, rule]) => rule.test(bare))?.[0];
};

/** Of several columns that may name a unit, the one that does so most plainly: a lower number. */
export const plainnessOfUnit = (heading: string): number => {
  const bare = bareHeading(heading);
  const rank = [
    anyOf('xa', 'phuong', 'thi tran'),
    anyOf('don vi', 'd vi', 'dvi', 'dv', 'unit', 'unitname'),
    anyOf('cong tac', 'lam viec', 'co quan'),
    anyOf('dia ban', 'dia phuong', 'khu vuc'),
    anyOf('dia chi', 'noi o', 'cho o', 'cu tru', 'thuong tru', 'tam tru', 'address'),
  ].findIndex((words) => words.test(bare));
  return rank < 0 ? 5 : rank;
};

/** A number that is not the person's own mobile phone, if the list has a plainer one. */
export const isOtherPhone = (heading: string): boolean =>
  anyOf('co quan', 'ban', 'nha', 'nha rieng', 'co dinh', 'cu', 'phu', 'khac', 'lanh dao', '2').test(
    bareHeading(heading),
  );
