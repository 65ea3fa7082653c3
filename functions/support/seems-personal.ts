import { nameWords } from '../platform/text/person-name';
import { folded, hasAccents } from '../platform/text/vietnamese';

/** What in a text seems to tell who a person is. */
export type Personal = { kind: 'name' | 'phone' | 'identity'; text: string };

/** Surnames in Vietnam, of Kinh, Khmer and Hoa people. */
export const SURNAMES = (
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Danh Thạch Thị Tăng Sơn Kim Châu ' +
  'Trịnh Đinh Lâm Đoàn Mai Lương Lưu Hà Cao Phùng Tô Tạ Triệu Tống Quách Đào Vương Nghiêm Trương Thái Tiêu ' +
  'Lữ Lục Mạc Mã Quan Kiều Khương Giang Âu Vi Đàm Chu La Nhan Ninh Ông Từ Bành'
).split(' ');
const keyOf = (word: string): string => nameWords(word).join('');
const WITH_ACCENTS = new Set(SURNAMES.map(keyOf));
const WITHOUT_ACCENTS = new Set(SURNAMES.map(folded));

/** A word without accents may be typed on a phone without them: it is compared without. */
const isSurname = ({ text }: Word): boolean =>
  hasAccents(text) ? WITH_ACCENTS.has(keyOf(text)) : WITHOUT_ACCENTS.has(folded(text));

/** After these a single name is that of a person: `bà Tư`. */
const ADDRESSES = new Set('ông bà anh chị cô chú bác cụ dì dượng cậu mợ em ong ba chi'.split(' '));

/** After these a name is that of a place or an office: `huyện Châu Thành`. */
const PLACES = new Set(
  'tỉnh huyện xã phường quận ấp khu phố đường trấn làng thôn sông kênh rạch chợ trường cầu hẻm đảo án'.split(
    ' ',
  ),
);

/** Places that begin with a surname. */
const NAMES_OF_PLACES = new Set([
  ...[
    'chau thanh',
    'ha tien',
    'ha noi',
    'ha giang',
    'ha nam',
    'ha tinh',
    'ho chi minh',
    'chau doc',
    'chau phu',
  ],
  ...[
    'phan thiet',
    'phan rang',
    'ly son',
    'to chau',
    'son kien',
    'son binh',
    'vu tan',
    'giang thanh',
    'kim son',
  ],
]);

interface Word {
  text: string;
  capital: boolean;
  /** Anything but spaces stands before it. */
  apart: boolean;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const wordsOf = (text: string): Word[] => {
  const found: Word[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const between = text.slice(end, index);
    found.push({ text: word, capital: isCapital(word), apart: !/^[ \t\u00a0]+$/.test(between) });
    end = index + word.length;
  }
  return found;
};

const lower = ({ text }: Word): string => text.toLowerCase().normalize('NFC');

/** The words with capitals from here on that stand together. */
const runFrom = (words: readonly Word[], start: number): Word[] => {
  const run: Word[] = [];
  for (let i = start; i < words.length && run.length < 5; i++) {
    const word = words[i]!;
    if (!word.capital || (i > start && word.apart)) break;
    run.push(word);
  }
  return run;
};

/** `Nguyễn Văn A`, `bà B`: a letter instead of the name. */
const isHidden = (run: readonly Word[]): boolean => run.at(-1)!.text.length === 1;

const isPlace = (run: readonly Word[], before: Word | undefined): boolean =>
  (before !== undefined && PLACES.has(lower(before))) ||
  [2, 3].some((n) =>
    NAMES_OF_PLACES.has(
      run
        .slice(0, n)
        .map(({ text }) => folded(text))
        .join(' '),
    ),
  );

/** A surname and a given name in capitals, or a name after `ông`, `bà`, `anh` … */
const namesIn = (text: string): Personal[] => {
  const words = wordsOf(text);
  const found: Personal[] = [];
  for (let i = 0; i < words.length; i++) {
    const run = runFrom(words, i);
    if (run.length === 0) continue;
    const before = i > 0 && !words[i]!.apart ? words[i - 1] : undefined;
    const addressed = before !== undefined && ADDRESSES.has(lower(before));
    const full = run.length > 1 && isSurname(run[0]!);
    if ((full || addressed) && !isHidden(run) && (addressed || !isPlace(run, before)))
      found.push({ kind: 'name', text: run.map(({ text: word }) => word).join(' ') });
    if (full || addressed) i += run.length - 1;
  }
  return found;
};

/** Digits with single spaces, dots or hyphens between them. */
const NUMBER = /\+?\d(?:[ .\u00a0-]?\d){7,}/g;
const MONEY_AFTER = /^\s*(?:đồng|đ(?!\p{L})|vnđ|vnd|triệu|tỷ|tỉ|nghìn|ngàn|m2|m²)/iu;

const kindOf = (number: string): 'phone' | 'identity' | undefined => {
  const digits = number.replace(/\D/g, '');
  if (/^(?:0|84)\d{9}$/.test(digits) || /^0\d{8}$/.test(digits)) return 'phone';
  if (digits.length === 9 || digits.length === 12) return 'identity';
  return digits.length === 10 && !/\./.test(number) ? 'phone' : undefined;
};

/** Phone numbers (9 or 10 digits, or with 84) and numbers of identity cards (9 or 12 digits). A sum of money is neither. */
const numbersIn = (text: string): Personal[] =>
  [...text.matchAll(NUMBER)].flatMap(({ 0: number, index }) => {
    const kind = MONEY_AFTER.test(text.slice(index + number.length)) ? undefined : kindOf(number);
    return kind ? [{ kind, text: number }] : [];
  });

/** What in a text seems to name a person, in the order names, then numbers. It judges by form: it can be wrong both ways. */
export const seemsPersonal = (text: string): Personal[] => [...namesIn(text), ...numbersIn(text)];
