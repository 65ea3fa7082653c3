import { beforeAll, describe, expect, test } from 'vitest';
import { type ChosenSheet, readChosen } from '../../../functions/events/rosters/reading/choose-sheet';
import type { Sheet } from '../../../functions/platform/sheets/sheet';
import { sheetText } from '../../../functions/platform/sheets/sheet-text';
import { leftOut, notesOf, pasted, peopleOf, readAs, workbook } from './read';

/** Workbooks that LibreOffice wrote. */
let kinds: Sheet[];
beforeAll(async () => {
  kinds = await workbook('kinds');
});
const read = (name: string): ChosenSheet => readChosen(kinds, {}, name);
/** The same sheet as its text travels in a form. */
const carried = (name: string): ChosenSheet => {
  const { reading } = read(name);
  return pasted(sheetText(kinds.find((sheet) => sheet.name === name)!, reading.headingRows));
};

describe('a workbook of a real spreadsheet program', () => {
  test('has names in two columns below one merged heading', () => {
    expect(readAs(read('merged name'))).toEqual([null, 'fullName', 'givenName', 'phone', 'unit']);
    expect(peopleOf(read('merged name'))).toEqual([
      { fullName: 'Trần Văn Mẫu An', phone: '0900000201', unit: 'Định An' },
      { fullName: 'Trần Văn Mẫu Bình', phone: '0900000202', unit: 'Định An' },
    ]);
  });

  test('has a heading of two rows below its title; numbers of columns and of identity cards are neither people nor phones', () => {
    const list = read('office form');
    expect(list.reading.headingRows).toEqual([4, 5]);
    expect(readAs(list)).toEqual([null, 'fullName', 'male', 'female', 'position', 'unit', 'phone', null]);
    expect(peopleOf(list)).toMatchObject([
      {
        fullName: 'Trần Văn Mẫu An',
        gender: 'male',
        yearOfBirth: 1968,
        phone: '0900000601',
        unit: 'Xã Định An',
      },
      { fullName: 'Trần Thị Mẫu Bình', gender: 'female', yearOfBirth: 1975, phone: '0900000602' },
    ]);
    expect(leftOut(list)).toEqual([
      [1, 'title'],
      [2, 'title'],
      [4, 'heading'],
      [5, 'heading'],
      [6, 'column-numbers'],
    ]);
  });

  test('has a heading of three rows', () => {
    const list = read('heading of three rows');
    expect(readAs(list)).toEqual([null, 'fullName', 'male', 'female', 'unit', 'phone']);
    expect(peopleOf(list)).toMatchObject([{ gender: 'female', yearOfBirth: 1975, phone: '0900000602' }]);
    expect(leftOut(list)).toEqual([1, 2, 3].map((row) => [row, 'heading']));
  });

  test('has a date of birth in three columns', () => {
    expect(peopleOf(read('day month year'))).toEqual([
      { fullName: 'Trần Văn Mẫu An', phone: '0900000603', yearOfBirth: 1968 },
    ]);
  });

  test('names a unit once for a block of merged cells', () => {
    expect(peopleOf(read('merged units')).map(({ unit }) => unit)).toEqual([
      ...Array(3).fill('Xã Định An'),
      ...Array(2).fill('Xã Thới Quản'),
    ]);
  });

  test('names units in rows of their own; totals and signatures are no people', () => {
    const list = read('groups');
    expect(peopleOf(list).map(({ fullName, unit }) => [fullName, unit])).toEqual([
      ['Trần Văn Mẫu An', 'XÃ ĐỊNH AN'],
      ['Trần Thị Mẫu Bình', 'XÃ ĐỊNH AN'],
      ['Thị Mẫu Giang', 'XÃ THỚI QUẢN'],
    ]);
    expect(leftOut(list)).toEqual([
      [1, 'heading'],
      [2, 'group'],
      [5, 'group'],
      [7, 'total'],
      [8, 'signature'],
      [9, 'signature'],
      [10, 'signature'],
      [11, 'signature'],
    ]);
  });

  test('repeats a cell by a mark', () => {
    expect(peopleOf(read('ditto')).map(({ unit, position }) => [unit, position])).toEqual([
      ['Xã Định An', 'Hòa giải viên'],
      ['Xã Định An', 'Hòa giải viên'],
      ['Xã Định An', 'Hòa giải viên'],
      ['Xã Định An', 'Trưởng ấp'],
      ['Xã Định An', 'Trưởng ấp'],
    ]);
  });

  test('hides rows and columns, which are not read unless one asks', () => {
    const list = read('hidden rows');
    expect(peopleOf(list).map(({ fullName }) => fullName)).toEqual(['Trần Mẫu Ai', 'Trần Mẫu Di']);
    expect(leftOut(list)).toEqual([
      [1, 'heading'],
      [3, 'hidden'],
      [4, 'hidden'],
    ]);
    expect(readChosen(kinds, { withHidden: true }, 'hidden rows').reading.rows).toHaveLength(4);
    expect(read('hidden column').reading.columns[2]).toMatchObject({ hidden: true });
    expect(peopleOf(read('hidden column'))).toMatchObject([{ phone: '0900000780' }]);
  });

  test('holds numbers, dates and formulas with their results', () => {
    expect(peopleOf(read('numbers'))).toEqual([
      {
        fullName: 'Trần Mẫu Một',
        phone: '0900000841',
        unit: 'Xã Định An',
        yearOfBirth: 1968,
        email: 'a@mau.example',
      },
      { fullName: 'Trần Mẫu Hai', phone: '02973800000', unit: 'Xã Định An', yearOfBirth: 1970 },
      { fullName: 'Trần Mẫu Ba', phone: '0900000842', unit: 'Xã Định An', yearOfBirth: 1971 },
      { fullName: 'Trần Mẫu Bốn', phone: '0380000000', unit: 'Xã Định An' },
      { fullName: 'Trần Mẫu Năm', phone: '0900000845', unit: 'Xã Định An', yearOfBirth: 1973 },
    ]);
    expect(notesOf(read('numbers'))).toEqual([
      [],
      [],
      [],
      ['phone-prefix', 'email-unclear'],
      ['second-phone'],
    ]);
  });

  test.each([
    ['VNI', 'vni', ['Trần Thị Mẫu Hoa', 'NGUYỄN VĂN MẪU']],
    ['TCVN3', 'tcvn3', ['Trần Thị Mẫu Hoa', 'Nguyễn Văn Trường']],
  ])('is written in %s and converted, said row by row', (sheet, font, names) => {
    const list = read(sheet);
    expect(list.reading.oldFont?.font).toBe(font);
    expect(peopleOf(list).map(({ fullName, unit }) => [fullName, unit])).toEqual(
      names.map((name) => [name, 'Xã Định An']),
    );
    for (const notes of notesOf(list)) expect(notes).toContain('old-font');
  });

  test('reads the same as the text that a form carries', () => {
    for (const { name } of kinds)
      expect([name, peopleOf(carried(name))]).toEqual([name, peopleOf(read(name))]);
  });
});

describe('of several sheets', () => {
  test('the shown one with people is read, and the others are named', async () => {
    const list = readChosen(await workbook('guide-first'));
    expect(peopleOf(list)).toMatchObject([{ fullName: 'Trần Mẫu Ai' }]);
    expect(list.reading.sheet).toBe('Danh sách');
    expect(list.sheets).toEqual([
      { name: 'Hướng dẫn', hidden: false, people: 0 },
      { name: 'Danh sách', hidden: false, people: 1 },
      { name: 'Năm trước', hidden: true, people: 1 },
    ]);
  });

  test('with people on two, one chooses; a hidden one is read only by its name', async () => {
    const two = await workbook('two-lists');
    expect(() => readChosen(two)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ code: 'sheets-several' })] }),
    );
    expect(peopleOf(readChosen(two, {}, 'Thới Quản'))).toMatchObject([{ fullName: 'Trần Mẫu Bi' }]);
    expect(peopleOf(readChosen(await workbook('guide-first'), {}, 'Năm trước'))).toMatchObject([
      { fullName: 'Trần Mẫu Cũ' },
    ]);
    expect(() => readChosen(two, {}, 'Không có')).toThrow();
  });
});
