import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, separatorOf, textOf } from '../../../functions/platform/sheets/table-text';
import { processorMs } from '../../limits';
import { pasted, peopleOf } from './read';

/** Cells with all that a reader of joined text stumbles on. */
const cell = fc.string({
  unit: fc.constantFrom('"', '""', "'", '\t', '\n', '\r\n', ',', ';', ' ', 'a', 'Tổ', '1', '-'),
  maxLength: 8,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const trimmed = (row: readonly string[]) => row.slice(0, row.findLastIndex(Boolean) + 1);

/** A table as Excel copies it: quotes only around a cell with a line break, its own quotes doubled. */
const asExcelCopies = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => row.map((c) => (c.includes('\n') ? `"${c.replaceAll('"', '""')}"` : c)).join('\t'))
    .join('\r\n');
const asCsv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n');

describe('cells of pasted text', () => {
  test('are the same after they travelled as text, whatever stands in them', async () => {
    await fc.assert(
      fc.property(table, (rows) => {
        const back = cellsOf(textOf(rows)).map(trimmed);
        expect(back).toEqual(rows.map((row) => trimmed(row.map(oneLine))));
      }),
      { numRuns: 2_000 },
    );
  });

  test('of a copied table never run over into another row', async () => {
    const line = fc.string({ unit: fc.constantFrom('"', "'", 'a', 'Tổ', ' ', '1'), maxLength: 6 });
    await fc.assert(
      fc.property(fc.array(fc.tuple(line, line, line), { minLength: 1, maxLength: 8 }), (rows) => {
        // A row without quotes shows how wide a row is, as a heading does.
        const read = cellsOf(asExcelCopies([['A', 'B', 'C'], ...rows]));
        expect(read).toHaveLength(rows.length + 1);
        expect(read.every((row) => row.length === 3)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['a line break', 'Trưởng ấp\nBí thư', 'Trưởng ấp Bí thư'],
    ['a line break and quotes', 'Trưởng ấp\n"Hòa Bình"', 'Trưởng ấp "Hòa Bình"'],
    ['three lines', 'Ấp 5,\nxã Định An,\nhuyện Gò Quao', 'Ấp 5, xã Định An, huyện Gò Quao'],
  ])('with %s are one cell', (_, written, read) => {
    const rows = [
      ['STT', 'Họ và tên', 'SĐT', 'Địa chỉ', 'Chức vụ'],
      ['1', 'A', '1', written, 'x'],
      ['2', 'B', '2', 'y', written],
    ];
    const cells = [rows[0], ['1', 'A', '1', read, 'x'], ['2', 'B', '2', 'y', read]];
    expect(cellsOf(asExcelCopies(rows))).toEqual(cells);
    expect(cellsOf(asCsv(rows), ',')).toEqual(cells);
  });

  test.each([
    'Xã Định An\n"\n"\n"',
    'Xã Định An\n"\n""\n"',
    'Xã Định An\n"Tổ đỏ\nTổ "2"\nTổ xanh"',
    '"Tổ tím"\n"\n"Tổ 5\n"',
  ])('with quotes at their beginning are their own: %j', (written) => {
    const marks = written.split('\n');
    const rows = marks.map((mark, i) => [String(i + 1), `Trần Mẫu ${'ABCDE'[i]}i`, `090000074${i}`, mark]);
    const head = ['STT', 'Họ và tên', 'SĐT', 'Chức vụ'];
    expect(cellsOf([head, ...rows].map((row) => row.join('\t')).join('\n'))).toEqual([head, ...rows]);
    expect(cellsOf([head, ...rows].map((row) => row.join(',')).join('\n'), ',')).toHaveLength(
      rows.length + 1,
    );
    expect(peopleOf(pasted([head, ...rows]))).toHaveLength(rows.length);
  });

  test.each([
    ['Họ và tên;SĐT;Xã\nTrần Mẫu An;0900000601;Định An\nTrần Mẫu Bi;0900000602;Định An'],
    ['1. Trần Mẫu An, 0900000601, Định An\n2. Trần Mẫu Bi, 0900000602, Định An'],
  ])('without a tab are parted as they are in every line: %j', (text) => {
    expect(peopleOf(pasted(text))).toMatchObject([
      { fullName: expect.stringContaining('Trần Mẫu An'), phone: '0900000601', unit: 'Định An' },
      { fullName: expect.stringContaining('Trần Mẫu Bi'), phone: '0900000602', unit: 'Định An' },
    ]);
  });

  test('with the API’s names are taken as they are: a quote is no ditto', () => {
    const teams = ['"Tổ đỏ', 'Tổ "2"', '"', 'Tổ xanh"', '"Tổ tím"'];
    const list = pasted([
      ['fullName', 'phone', 'teamName'],
      ...teams.map((team, i) => [`Lê Mẫu ${'ABCDE'[i]}i`, `090000099${i}`, team]),
    ]);
    expect(peopleOf(list).map((person) => 'teamName' in person && person.teamName)).toEqual(teams);
  });

  test.each([
    ['quotes alone', '"\t'.repeat(1_000_000)],
    ['quotes in lines', '"\n'.repeat(90_000)],
    ['quotes that are never closed', '"a\t'.repeat(600_000)],
    ['quotes in a few long lines', `${'"\t'.repeat(15_000)}\n`.repeat(20)],
    ['one cell', 'a'.repeat(2_400_000)],
  ])('are parted in time, whatever was pasted: %s', async (_, text) => {
    expect(await processorMs(() => pasted(text))).toBeLessThan(20_000);
  });

  test('are not parted at all where there are far more lines than people', () => {
    expect(() => pasted('a\n'.repeat(200_000))).toThrow(
      expect.objectContaining({ fields: [{ path: 'list', code: 'list-too-large' }] }),
    );
  });

  test('may be parted by what the file says', () => {
    expect(separatorOf('sep=;\r\na,b,c;d\r\n')).toBe(';');
    expect(separatorOf('Họ và tên;SĐT\nA, B;1')).toBe(';');
    expect(separatorOf('một dòng')).toBeUndefined();
  });
});
