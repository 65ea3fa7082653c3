import { describe, expect, test } from 'vitest';
import { toXlsx } from '../../../functions/events/attendance/export';
import { openList } from '../../../functions/events/rosters/open-list';
import { readChosen } from '../../../functions/events/rosters/reading/choose-sheet';
import { cellText } from '../../../functions/platform/sheets/cell-text';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import type { Sheet } from '../../../functions/platform/sheets/sheet';
import { processorMs } from '../../limits';
import { leftOut, notesOf, pasted, peopleOf } from './read';

const LIST = [
  ['Họ và tên', 'Số điện thoại', 'Đơn vị'],
  ['Trần Thị Mẫu Hoa', '0900000601', 'Xã Định An'],
  ['Nguyễn Văn Đức', '0900000602', 'Phường Vĩnh Thanh'],
];
const PEOPLE = [
  { fullName: 'Trần Thị Mẫu Hoa', phone: '0900000601', unit: 'Xã Định An' },
  { fullName: 'Nguyễn Văn Đức', phone: '0900000602', unit: 'Phường Vĩnh Thanh' },
];
const csv = (separator: string, before = '') => before + LIST.map((row) => row.join(separator)).join('\r\n');
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const TONES = /\u0300|\u0301|\u0303|\u0309|\u0323/g;
/** Windows' code page for Vietnamese: tones are characters of their own. */
const in1258 = (text: string) => {
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const letters = [...text].flatMap((letter) => {
    if (byteOf.has(letter)) return [letter];
    const marked = letter.normalize('NFD');
    return [marked.replace(TONES, '').normalize('NFC'), ...(marked.match(TONES) ?? [])];
  });
  return Uint8Array.from(letters, (letter) => byteOf.get(letter)!);
};

describe('a file of a list', () => {
  test.each([
    ['commas', Buffer.from(csv(','))],
    ['semicolons, as a Vietnamese Excel writes', Buffer.from(csv(';', '\ufeff'))],
    ['semicolons below a title with commas', Buffer.from(`DANH SÁCH, NĂM 2026, LỚP 1, LỚP 2\r\n${csv(';')}`)],
    ['a line that names the separator', Buffer.from(csv(';', 'sep=;\r\n'))],
    ['Unicode text', wide(csv('\t'))],
    ['Unicode text with the large end first', wide(csv('\t')).swap16()],
    ['the Vietnamese code page of Windows', in1258(csv(';'))],
  ])('is read from a CSV with %s', async (_, bytes) => {
    expect(peopleOf(readChosen(await sheetsOfFile(new Uint8Array(bytes))))).toEqual(PEOPLE);
  });

  test('in an old font is read from the western code page, and said', async () => {
    const vni = 'Hoï vaø teân;Soá ñieän thoaïi;Ñôn vò\nTraàn Thò Maãu Hoa;0900000601;Xaõ Ñònh An';
    const list = readChosen(await sheetsOfFile(new Uint8Array(Buffer.from(vni, 'latin1'))));
    expect(peopleOf(list)).toEqual(PEOPLE.slice(0, 1));
    expect(list.reading.oldFont?.font).toBe('vni');
  });

  test('in an old font may have abbreviations', () => {
    const list = pasted([
      ['HOÏ VAØ TEÂN', 'SOÁ ÑT', 'ÑÔN VÒ'],
      ['NGUYEÃN VAÊN MAÃU', '0900000601', 'XAÕ ÑÒNH AN'],
    ]);
    expect(peopleOf(list)).toEqual([{ fullName: 'NGUYỄN VĂN MẪU', phone: '0900000601', unit: 'XÃ ĐỊNH AN' }]);
    expect(peopleOf(pasted('Hä vµ tªn\tS§T\nTrÇn ThÞ MÉu Hoa\t0900000601'))).toMatchObject([
      { fullName: 'Trần Thị Mẫu Hoa', phone: '0900000601' },
    ]);
  });

  test('in Unicode is in no old font, however its numbers are parted', () => {
    const phones = ['0900·000·601', '0900\u00ad000\u00ad601', '0900 · 000 · 601'];
    for (const phone of phones) {
      const list = pasted([LIST[0]!, ['Trần Thị Mẫu Hoa', phone, 'Ấp 5 · Xã Định An']]);
      expect(list.reading.oldFont).toBeUndefined();
      expect(peopleOf(list)).toMatchObject([{ phone: '0900000601', unit: 'Ấp 5 · Xã Định An' }]);
    }
  });

  test.each([
    ['Caf\xe9;M\xfcller;Gar\xe7on;na\xefve', 'another western language'],
    ['\xc4\xe5\xed\xfc;\xe4\xee\xe1\xf0\xfb\xe9', 'another code page'],
    ['không phải', 'a text without cells'],
  ])('%j is refused: %s', async (text) => {
    await expect(sheetsOfFile(new Uint8Array(Buffer.from(text, 'latin1')))).rejects.toMatchObject({
      fields: [{ path: 'file', code: 'sheet-unreadable' }],
    });
  });

  test('with 10,000 people is read within the time of a request', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => [
      `Trần Mẫu ${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26))}`,
      `09000${String(i).padStart(5, '0')}`,
      'Xã Định An',
    ]);
    const file = await toXlsx([LIST[0]!, ...many]);
    const reading = async () => expect(peopleOf(readChosen(await sheetsOfFile(file)))).toHaveLength(10_000);
    expect(await processorMs(reading)).toBeLessThan(20_000);
  });
});

describe('a filter', () => {
  const row = (at: number, texts: string[], hidden = false) => ({
    row: at,
    hidden,
    cells: texts.map((text) => ({ text })),
  });

  test('hides the row of a group, but its people still belong there', () => {
    const rows = [
      row(1, ['STT', 'Họ và tên', 'SĐT']),
      row(2, ['', 'XÃ ĐỊNH AN', '']),
      row(3, ['1', 'Trần Mẫu An', '0900000601']),
      row(4, ['', 'XÃ THỚI QUẢN', ''], true),
      row(5, ['1', 'Trần Mẫu Bi', '0900000602'], true),
      row(6, ['2', 'Trần Mẫu Ca', '0900000603']),
    ];
    const sheets = [{ name: 'a', hidden: false, filtered: true, hiddenColumns: [], rows }];
    const list = readChosen(sheets);
    expect(peopleOf(list)).toMatchObject([{ unit: 'XÃ ĐỊNH AN' }, { unit: 'XÃ THỚI QUẢN' }]);
    expect(leftOut(list).slice(2)).toEqual([
      [4, 'group'],
      [5, 'hidden'],
    ]);
    // Nor does the form forget it, which carries the list from its preview to its import.
    const { text } = openList(sheets, {});
    expect(peopleOf(pasted(text))).toEqual(peopleOf(list));
  });
});

describe('a cell of a workbook', () => {
  test.each([
    ['a number', { t: 'n', v: 900000841, w: '900000841', z: 'General' }, '900000841'],
    [
      'a long number, shown with an exponent',
      { t: 'n', v: 91068000123, w: '9.1068E+10', z: 'General' },
      '91068000123',
    ],
    [
      'a number shown with its zero',
      { t: 'n', v: 900000841, w: '0900 000 841', z: '0000 000 000' },
      '0900000841',
    ],
    ['a number shown as money', { t: 'n', v: 1500000, w: '1,500,000 đ', z: '#,##0 "đ"' }, '1500000'],
    ['a day', { t: 'n', v: 24960, w: '5/2/68', z: 'm/d/yy' }, '02/05/1968'],
    ['a day of which the year is shown', { t: 'n', v: 24960, w: '1968', z: 'yyyy' }, '02/05/1968'],
    ['a year in a cell formatted as a day', { t: 'n', v: 1968, w: '21/05/1905', z: 'dd/mm/yyyy' }, '1968'],
    ['a colour in a format, which is no day', { t: 'n', v: 12, w: '12', z: '[Red]0' }, '12'],
    ['an error', { t: 'e', v: 42, w: '#N/A' }, '#N/A'],
    ['a yes', { t: 'b', v: true }, 'TRUE'],
    ['a text of a phone', { t: 's', v: '0900000841' }, '0900000841'],
  ] as const)('holds %s', (_, cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  test('may be a formula without a result, which is said', () => {
    const cells = (texts: string[]) => texts.map((text) => ({ text }));
    const sheet: Sheet = {
      name: 'a',
      hidden: false,
      filtered: false,
      hiddenColumns: [],
      rows: [
        { row: 1, hidden: false, cells: cells(LIST[0]!) },
        {
          row: 2,
          hidden: false,
          cells: [...cells(['Trần Mẫu An', '0900000601']), { text: '', uncalculated: true }],
        },
      ],
    };
    expect(notesOf(readChosen([sheet]))).toEqual([['formula-empty']]);
  });
});
