import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxFile } from '../../../functions/platform/files/xlsx-file';
import type { Cell } from '../../../functions/platform/files/xlsx-rows';

const file = (rows: readonly (readonly Cell[])[], blank = 0) =>
  xlsxFile({
    name: "Lớp 'A' & B",
    columns: [1, 2, 3].map((n) => ({ head: `Cột ${n}`, width: 12 })),
    rows,
    blank,
  });
const sheetOf = (bytes: Uint8Array) => {
  const book = read(bytes, { cellDates: false, cellNF: true });
  return book.Sheets[book.SheetNames[0]!]!;
};
const partOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part]!);
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a file for Excel', () => {
  it('has its cells as text, numbers and moments, and leaves out what is empty', async () => {
    const noon = new Date(Date.UTC(2021, 3, 15, 12, 0));
    const bytes = await file([
      ['0912345678', 1970, noon],
      [undefined, '', '=1+1'],
    ]);
    const sheet = sheetOf(bytes);
    expect([sheet.A2.t, sheet.A2.v, sheet.A2.z]).toEqual(['s', '0912345678', '@']);
    expect([sheet.B2.t, sheet.B2.v]).toEqual(['n', 1970]);
    expect([sheet.C2.v, sheet.C2.z]).toEqual([44301.5, 'dd/mm/yyyy hh:mm']);
    expect([sheet.A3, sheet.B3]).toEqual([undefined, undefined]);
    expect([sheet.C3.t, sheet.C3.v, sheet.C3.f]).toEqual(['s', '=1+1', undefined]);
  });

  it('keeps its heading in sight, and filters and prints the whole table', async () => {
    const bytes = await file([['a'], ['b']]);
    expect(partOf(bytes, SHEET)).toContain('ySplit="1"');
    expect(partOf(bytes, SHEET)).toContain('<autoFilter ref="A1:C3"/>');
    const book = partOf(bytes, 'xl/workbook.xml');
    expect(book).toContain(`'Lớp ''A'' &amp; B'!$A$1:$C$3</definedName>`);
    expect(book).toContain(`'Lớp ''A'' &amp; B'!$1:$1</definedName>`);
  });

  it('has rows of text to be filled in below', async () => {
    const sheet = partOf(await file([['a']], 2), SHEET);
    expect(sheet.match(/<row r="[34]"><c r="A[34]" s="(\d+)"\/>/g)).toHaveLength(2);
    expect(sheet).not.toContain('<row r="5">');
  });

  it('numbers 1,201 rows on, over the pieces in which they are written', async () => {
    const sheet = sheetOf(await file(Array.from({ length: 1_201 }, (_, n) => [`người ${n}`, n])));
    expect([sheet.A2.v, sheet.A501.v, sheet.A502.v, sheet.A1202.v]).toEqual([
      'người 0',
      'người 499',
      'người 500',
      'người 1200',
    ]);
    expect(sheet.A1203).toBeUndefined();
  });

  it('keeps a text that looks like the code of a letter', async () => {
    expect(sheetOf(await file([['_x0041_ và _x005F_']])).A2.v).toBe('_x0041_ và _x005F_');
  });

  it('brings every text back as it was, but for letters that XML does not know', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const sheet = sheetOf(await file(texts.map((one) => [one, 'sau'])));
        // A text of nothing but unknown letters is an empty cell.
        expect(texts.map((_, i) => sheet[`A${i + 2}`]?.v ?? '')).toEqual(texts.map(known));
        expect(texts.map((_, i) => sheet[`B${i + 2}`].v)).toEqual(texts.map(() => 'sau'));
      }),
      { numRuns: 60, examples: [[['\ufffd ', ' ']]] },
    );
  });
});

/** XML 1.0, 2.2; a line ends in one way. The library leaves out U+FFFD as well, which stands for a letter that was lost. */
const known = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffc}\u{10000}-\u{10ffff}]/gu, '').replace(/\r\n?/g, '\n');
