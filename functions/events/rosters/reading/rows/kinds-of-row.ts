import { plain } from '../../../../platform/text/text';

/** Why a row of a list is no person. */
export type NoPerson =
  | 'title'
  | 'hidden'
  | 'heading'
  | 'column-numbers'
  | 'group'
  | 'total'
  | 'signature'
  | 'sample'
  | 'remark'
  /** Neither a name nor a phone: a row that was numbered in advance. */
  | 'empty';

const lower = (text: string): string => text.normalize('NFC').toLowerCase().trim();
/** Words with their accents, or without any where the text has none: "Tổng cộng" is no Mr Tống Công. */
const inWords = (text: string, accented: RegExp, bare: RegExp): boolean =>
  accented.test(lower(text)) || (lower(text) === plain(text) && bare.test(plain(text)));

/** "(1) (2) (3)", "A B 1 2" or "1 2 3=1+2" below a heading. */
export const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.length > 2 && texts.every((text) => /^\(?([a-z]|\d{1,2})\)?( *=[\d +x-]+)?$/i.test(text));

/** "Tổng cộng: 8 người", "Danh sách này có 8 người." */
export const isTotal = ([first = '']: readonly string[]): boolean =>
  inWords(
    first,
    /^\(?(tổng (cộng|số)|cộng(?= *[:(\d]|$| (xã|phường|thị trấn|huyện|ấp|khối|nhóm|trang|mục)\s)|tổng(?= *[:(\d]|$)|(danh sách|ds)( này)? (có|gồm)|ấn định danh sách)/,
    /^\(?((tong cong|tong so|cong|tong)(?= *[:(\d]|$)|(danh sach|ds)( nay)? (co|gom)|an dinh danh sach)/,
  );

/**
 * "Ví dụ" before the other cells, or before a name; "Mẫu" in the place of a number: the row of a template that shows how
 * to fill it in.
 */
export const isSample = (texts: readonly string[], number: string): boolean =>
  /^\(?mẫu[.:)]?$/u.test(lower(number)) || texts.slice(0, 2).some(beginsExample);

const beginsExample = (text: string): boolean =>
  inWords(text, /^\(?(ví dụ|thí dụ|vd)\s*([:.)]|$)/, /^\(?(vi du|thi du|vd)\s*([:.)]|$)/);

const DATED = /ngay\s*[\d.…_]*\s*thang\s*[\d.…_]*\s*nam/;
const SIGNED_ON = /^([\p{L} ]{1,30}, )?ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?$/u;
const SIGNED =
  /^((nguoi|can bo) (lap|tong hop)|lap bieu|(tm|t\/m|kt|tl|tuq)\.? |(pho )?chu tich\b|thu truong|(pho )?truong (phong|ban)\b|(pho )?giam doc\b|noi nhan|\(?ky\b|xac nhan|(can bo|cong chuc) tu phap|ke toan|uy ban nhan dan|ubnd\b|truong (ap|khu pho|khom|thon)\b|bi thu\b|dai dien\b|to truong\b|lanh dao\b|nguoi (kiem tra|duyet)\b|hieu truong\b)/;

/** The beginning of the block of signatures: each text is an office, a date of signing, "Nơi nhận". */
export const beginsSignatures = (texts: readonly string[]): boolean =>
  texts.length > 0 &&
  (texts.some((text) => DATED.test(plain(text))) ||
    (texts.length === 1 && SIGNED_ON.test(plain(texts[0]!))) ||
    (texts.every((text) => SIGNED.test(plain(text))) && !isPlaceName(texts[0]!)));

const KIND =
  /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd|xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh|ấp|khu phố|khu vực|khóm|thôn|tổ (hòa|hoà) giải|tổ dân phố|tổ (số )?\d+|phòng|sở|hội|công an|khối|cơ quan|đơn vị|tt\.|tx\.|tp\.?|h\.|p\.|x\.)(\s|$|:)/;
/** Kinds that no person is called by. */
const PLAIN_KIND =
  /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd|xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh)\s/;
const BARE_KIND =
  /^(uy ban nhan dan|ubnd|xa|thi tran|huyen|thi xa|thanh pho|ap|khu pho|tp\.?|tx\.|tt\.)(\s|:)/;

/** "XÃ ĐỊNH AN": begins with a kind of unit, body or team. A Mrs Phương is none. */
export const isPlaceName = (text: string): boolean => inWords(withoutNumber(text), KIND, BARE_KIND);

/** "Ấp 5", "Tổ số 2". */
const NUMBERED_PLACE = /^(ấp|khu phố|khu vực|khóm|thôn|tổ) (số )?\d+\p{L}?$/u;

/** The same for a row with the running number of a person: "3 Hội Văn An" has no phone yet. */
export const isPlainPlaceName = (text: string): boolean =>
  PLAIN_KIND.test(lower(text)) || NUMBERED_PLACE.test(lower(text));

const withoutNumber = (text: string): string =>
  text.replace(/^\s*(?:(?:[IVXLC]+|[A-H]|\d{1,2})\s*[.)/-]|[-*+•])\s*/i, '');

/** The name in a row that begins a group: "I. XÃ ĐỊNH AN (5 người)" names Xã Định An. */
export const groupName = (text: string): string =>
  withoutNumber(text)
    .replace(/^[^:]{1,30}:\s*(?=\p{L})/u, (all, at: number, whole: string) =>
      /^đơn vị/i.test(all) || isPlaceName(whole.slice(at + all.length)) ? '' : all,
    )
    .replace(
      /\s*[:(–-]?\s*\(?\d+\s*(người|đ\/?c|đồng chí|hgv|hòa giải viên|đại biểu|học viên)\s*\)?\.?$/i,
      '',
    )
    .replace(/\s*[:(]\s*\d*\s*\)?$/, '')
    .trim();

/** "5 người", "05": how many people a group has. */
export const isCount = (text: string): boolean =>
  /^\d{1,3}( *(người|đ\/?c|đồng chí|hgv|hòa giải viên|đại biểu|học viên))?$/i.test(text.normalize('NFC'));

/** A numeral that numbers groups, not people. */
export const isGroupNumber = (text: string): boolean => /^([IVX]+|[A-H])[.)]?$/.test(text);

/** Enough digits for a phone number, well or badly written; a day of signing has some too. */
export const hasPhone = (text: string): boolean =>
  (text.match(/\d/g) ?? []).length > 6 && !DATED.test(plain(text)) && !SIGNED_ON.test(plain(text));

/** "1", "1.", "01": the number of a person in the list. */
export const isRunningNumber = (text: string): boolean => /^\d{1,5}[.)]?$/.test(text);

/** What a group says of the people below it. */
export const groupSays = (name: string): 'unit' | 'district' | 'teamName' | undefined => {
  const text = plain(name);
  if (/^(huyen|thi xa|thanh pho|tp|tx|h\.)\b/.test(text)) return 'district';
  if (/^to (hoa giai\b|(so )?\d)/.test(text)) return 'teamName';
  // A hamlet is no unit of the directory, and a group of people no place.
  return /^(ap|khu pho|khu vuc|khom|thon|to dan pho|khoi)\b/.test(text) ? undefined : 'unit';
};

const REMARK =
  /^(\*|ghi chú|lưu ý|chú ý|note\b|danh sách \S+ \S+|phụ lục|trang \d|page \d|[^:]{1,30}: *\d+( người)?\.?$)/i;

/** A sentence below a list: one long text alone in its row. */
export const isRemark = (texts: readonly string[]): boolean =>
  texts.length === 1 && (texts[0]!.length > 60 || REMARK.test(texts[0]!));

/** "(khuyết)": all in brackets, with or without a running number. */
export const isInBrackets = (texts: readonly string[]): boolean =>
  texts.length === 1 && /^[([].*[)\]]$/.test(texts[0]!);

/** Who wrote the list, and whom to ask: no person of it, although a phone stands beside. */
export const isAboutList = ([first = '']: readonly string[]): boolean =>
  inWords(
    first,
    /^((người|cán bộ|công chức|chuyên viên) (lập|tổng hợp|liên hệ|phụ trách)|liên hệ|thông tin liên hệ|đầu mối|mọi (chi tiết|thắc mắc|thông tin)|đề nghị|kính (gửi|mong|đề nghị)|bằng chữ|trong đó)(?![\p{L}\p{M}])/u,
    /^((nguoi|can bo|cong chuc|chuyen vien) (lap|tong hop|lien he|phu trach)|lien he|thong tin lien he|dau moi|moi (chi tiet|thac mac)|de nghi|bang chu)(?!\p{L})/u,
  );
