import { bareHeading } from '../../../../platform/sheets/bare-heading';
import { plain } from '../../../../platform/text/text';
import { PERSON_FIELDS, type PersonField } from '../../../person/person-fields';
import type { ReadAs } from './read-as';

/** What a heading says: a column, `null` for a known kind of column that no person has a field for. */
export type Meaning = ReadAs | null;

const anyOf = (...words: string[]) => new RegExp(`\\b(?:${words.join('|')})\\b`);
const only = (...words: string[]) => new RegExp(`^(?:${words.join('|')})$`);

const ROLES = 'to truong|to pho|pho to truong|to vien|thanh vien|hoa giai vien|hgv|thu ky';
const PERSON = 'hoa giai vien|hgv|dai bieu|hoc vien|thanh vien|to vien|can bo';
const TAKES_PART = 'tham du|tham gia|du|du hop|duoc cu|hop|hoc|tap huan|boi duong|hoi nghi|lop|dang ky';

const FAMILY_NAME = only(
  'ho|ho (?:va )?(?:ten )?(?:chu )?(?:dem|lot)|(?:ten|chu|ho va ten|ho ten) (?:dem|lot)|dem|lot',
  'last name|surname|family name|middle name',
);

const NAME = anyOf(
  'ho (?:va )?(?:chu )?ten|ho chu (?:lot|dem) (?:va )?ten|ho dem (?:va )?ten|ho ?(?:va)? ?ten|h va ten|hvt',
  'full ?name',
);

/** Words of headings, from the most telling: the first rule that fits decides. */
const RULES: readonly (readonly [Meaning, RegExp])[] = [
  [null, only('fax|so fax', 's ?t ?t', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no', 'so')],
  // A cell with both is read as a phone, and the address is found in it.
  [
    'phone',
    /\b(dien thoai|s? ?dt|di dong|phone|tel)\b.*\be ?mail\b|\be ?mail\b.*\b(dien thoai|s? ?dt|di dong|phone|tel)\b/,
  ],
  ['email', anyOf('e ?mail', 'g ?mail', 'mail', 'thu (?:dien tu|d ?tu|dt)', 'hop thu', 'hom thu')],
  // Numbers and dates of a person that are neither a phone nor a birth.
  [
    null,
    anyOf(
      'cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|ho chieu|passport|mst|bhxh|bhyt|bao hiem',
      'tai khoan|stk|so tk|ngan hang|chi nhanh|ma|ma so|ngay cap|noi cap|cap ngay',
      'quyet dinh|so qd|ngay qd|cong nhan|bo nhiem|bau|vao dang|vao doan|vao nganh|dang vien|doan vien',
      'noi sinh|que quan|nguyen quan|dan toc|ton giao|trinh do|chuyen mon|hoc van|hoc vi|hoc ham',
      'so tien|thanh tien|muc tien|tien|kinh phi|tham nien|kinh nghiem|ghi chu|chu ky|ky nhan|ky ten|(?<!dang )ky|note',
      'tinh trang|trang thai|thu tu cho|co mat|diem danh|ly do|dang ky qua|can cu|ngay ghi|ngay dang ky',
      'nguoi (?:lien he|than|gioi thieu|lap|bao lanh)|so (?:vu|viec)|vu viec',
      '(?:ngay|nam|so nam|thoi gian|qua trinh) (?:bat dau )?(?:cong tac|tham gia|lam|hoat dong|hoa giai)',
    ),
  ],
  ['familyName', FAMILY_NAME],
  ['fullName', NAME],
  ['female', /\bsinh\b.*\bnu$|^(?:la |phu )?nu( gioi)?$|^nu sinh nam$/],
  ['male', /\bnam sinh nam$|^nam gioi$/],
  [
    'gender',
    anyOf('gioi tinh', 'g tinh', 'gioi(?! thieu)', 'gt', 'phai', 'nam nu', 'nu nam', 'sex', 'gender'),
  ],
  [
    'yearOfBirth',
    anyOf(
      '(?:nam|ngay|thang|ngay thang|ngay thang nam) sinh|sinh (?:nam|ngay)|ngay thang nam|ns|ntns|nts|ng? sinh',
      'dob|yob|birth|birthday|date of birth|year of birth|yearofbirth',
    ),
  ],
  ['yearOfBirth', only('sinh')],
  ['age', anyOf('tuoi', 'age')],
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
    'teamRole',
    only('(?:chuc vu|chuc danh) to(?: hoa giai| hg)?', `(?:${ROLES})(?: (?:va |hoac )?(?:${ROLES}))+`),
  ],
  [
    'positionAndUnit',
    /\bchuc (vu|danh|vu chuc danh)\b.*\b(don vi|co quan|(noi|dia ban) (cong tac|lam viec)|dia chi)\b|\b(don vi|co quan)\b.*\bchuc (vu|danh)\b/,
  ],
  ['leader', only('(?:la )?to truong')],
  ['deputy', only('(?:la )?(?:to pho|pho to truong)')],
  ['position', anyOf('chuc vu', 'chuc danh', 'chuc trach', 'cong viec', 'nghe nghiep', 'nghe', 'nhiem vu')],
  ['position', anyOf('position', 'job', 'vi tri')],
  ['position', only('cv', 'c vu')],
  ['interpreter', anyOf('phien dich', 'thong dich', 'tieng khmer', 'interpreter')],
  ['access', anyOf('ho tro', 'nhu cau', 'yeu cau', 'access')],
  ['attendance', /\b(hinh thuc|truc tuyen|truc tiep|attendance)\b|^tham (du|gia)( lop| hoi nghi)?$/],
  ['fullName', only(`(?:ten )?(?:cac )?(?:thanh vien|to vien) to (?:hoa giai|hg)`)],
  ['teamName', /\bto (hoa giai|hg)\b|\bthg\b|^(ten |thuoc |so )?to( so)?$|^teamname$/],
  ['unit', anyOf('(?<!thi )xa', 'phuong', 'thi tran', 'unitname', 'unit')],
  [null, only('(?:ten )?tinh( thanh pho)?', 'tinh thanh', 'quoc gia', 'quoc tich')],
  ['district', anyOf('huyen', '(?<!co )quan', 'thi xa', 'thanh pho', 'district')],
  ['unit', anyOf('don vi', 'd vi', 'dvi', 'dv', 'cong tac', 'lam viec', 'dia ban', 'dia phuong', 'khu vuc')],
  ['body', anyOf('co quan', 'to chuc', 'bodyname', 'body')],
  [
    'unit',
    anyOf(
      'dia chi|noi o|cho o|ho khau|cu tru|thuong tru|tam tru|address|ap|khu pho|khom|thon|to dan pho|kp|noi cu',
    ),
  ],
  ['phone', only('(?:so |thong tin )?(?:lien he|lien lac)')],
  [
    'fullName',
    only(
      'ten|ten day du|name|ong(?: ba)?|quy danh|ho va|thanh phan(?: tham du)?',
      `(?:ten )?(?:${PERSON})(?: (?:${TAKES_PART}))*`,
      `(?:ten )?nguoi(?: (?:${TAKES_PART}))+`,
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
  if (/^nam\s*\(\s*nu\s*\)/.test(plain(heading))) return 'gender';
  // "Năm" is a year, "Nam" a man; without accents only the other columns tell.
  if (bare === 'nam') return /ă/i.test(heading.normalize('NFC')) ? 'birthYear' : 'male';
  if (bare === 'ngay') return 'birthDay';
  if (bare === 'thang') return 'birthMonth';
  const inBrackets = plain(heading).match(/\b(?:nam sinh|sinh nam)\s*\((nam|nu)\)/)?.[1];
  if (inBrackets) return inBrackets === 'nu' ? 'female' : 'male';
  const own = OWN.get(bare);
  return own !== undefined ? own : RULES.find(([, rule]) => rule.test(bare))?.[0];
};

/** "Họ và tên" names people whatever "Ông/Bà", "Hòa giải viên" and "Tên" beside it do. */
export const isPlainName = (heading: string): boolean => NAME.test(bareHeading(heading));

/** "Hòa giải viên" names people, or, beside a column that does so more plainly, marks some of them. */
export const maySayMediator = (heading: string): boolean =>
  only('hoa giai vien', 'hgv', 'thanh vien', 'to vien').test(bareHeading(heading));

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
