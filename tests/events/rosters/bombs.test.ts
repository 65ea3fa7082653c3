import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Files made to exhaust a reader, each read in a process of its own with a small heap: it must answer, by a refusal or
 * by what the file holds. An anonymous visitor of a nomination link can send such a file.
 */
const ROOT = join(import.meta.dirname, '../../..');
const HEAP_MB = 256;
const LONGEST_MS = 60_000;

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const related = (...parts: [string, string][]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${parts.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const parts = (sheet: string, strings = `<sst ${NS}/>`) => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': related(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook ${NS} xmlns:r="${REL}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': related(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ),
  'xl/worksheets/sheet1.xml': sheet,
  'xl/sharedStrings.xml': strings,
});
const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
  });
const book = (rows: string, more = '', strings?: string) =>
  zipped(parts(`<worksheet ${NS}><sheetData>${rows}</sheetData>${more}</worksheet>`, strings));

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const many = (n: number, text: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => text(i + 1)).join('');
const CELL_OF_STRING = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

/** The directory says that no part is larger than a thousand bytes. */
const lying = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000)
      view.setUint32(at + 24, 1_000, true);
  return bytes;
};

/** The end of the directory says that another record has the numbers, and that one says 2⁶³ entries. */
const in64 = (bytes: Uint8Array) => {
  const end = bytes.length - 22;
  const record = new DataView(new ArrayBuffer(56 + 20));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(24, 1n << 62n, true);
  record.setBigUint64(32, 1n << 62n, true);
  record.setBigUint64(40, 1n << 40n, true);
  record.setUint32(56, 0x07064b50, true);
  record.setBigUint64(64, BigInt(end), true);
  record.setUint32(72, 1, true);
  const last = new DataView(bytes.slice(end).buffer);
  last.setUint16(8, 0xffff, true);
  last.setUint16(10, 0xffff, true);
  last.setUint32(12, 0xffffffff, true);
  last.setUint32(16, 0xffffffff, true);
  return Buffer.concat([bytes.slice(0, end), Buffer.from(record.buffer), Buffer.from(last.buffer)]);
};

const MERGED = `<mergeCells>${many(2_000, (i) => `<mergeCell ref="A${i}:CV1048576"/>`)}</mergeCells>`;
const READ = 'read';
const TOO_LARGE = 'sheet-too-large';
const UNREADABLE = 'sheet-unreadable';
const BOMBS: [string, () => Uint8Array, string][] = [
  [
    'a row number beyond every sheet',
    () => book(`${ONE}<row r="999999999"><c r="A999999999"><v>1</v></c></row>`),
    READ,
  ],
  [
    'a cell in the last row of a sheet',
    () => book(`${ONE}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
    READ,
  ],
  ['a column beyond every sheet', () => book('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), READ],
  [
    '3,000 cells in the last column',
    () => book(many(3_000, (i) => `<row r="${i}"><c r="XFD${i}"><v>1</v></c></row>`)),
    READ,
  ],
  [
    '2,000 merged cells over the whole sheet',
    () => book(ONE, `<mergeCells>${many(2_000, () => '<mergeCell ref="A1:XFD1048576"/>')}</mergeCells>`),
    READ,
  ],
  [
    'a text of 20 MB in 200 cells',
    () =>
      book(
        `<row>${many(200, () => '<c t="s"><v>0</v></c>')}</row>`,
        '',
        `<sst ${NS}><si><t>${'x'.repeat(20_000_000)}</t></si></sst>`,
      ),
    READ,
  ],
  [
    'merged cells that cover each other',
    () =>
      book(
        many(20_000, (i) => `<row r="${i}"><c r="A${i}"><v>1</v></c></row>`),
        MERGED,
      ),
    TOO_LARGE,
  ],
  [
    'millions of cells',
    () => book(many(1_500, () => `<row>${many(1_000, () => '<c><v>1</v></c>')}</row>`)),
    TOO_LARGE,
  ],
  [
    'definitions of a billion columns',
    () =>
      zipped(
        parts(
          `<worksheet ${NS}><cols><col min="1" max="999999999" hidden="1"/></cols><sheetData>${ONE}</sheetData></worksheet>`,
        ),
      ),
    TOO_LARGE,
  ],
  [
    'a million shared texts',
    () =>
      book(CELL_OF_STRING, '', `<sst ${NS}>${'<si>'.repeat(1_000_000)}${'</si>'.repeat(1_000_000)}</sst>`),
    TOO_LARGE,
  ],
  [
    'a million runs in one text',
    () =>
      book(
        CELL_OF_STRING,
        '',
        `<sst ${NS}><si>${'<r>'.repeat(1_000_000)}<t>x</t>${'</r>'.repeat(1_000_000)}</si></sst>`,
      ),
    TOO_LARGE,
  ],
  ['35 MB of blanks', () => book(ONE + ' '.repeat(35_000_000)), TOO_LARGE],
  ['the same, small in the directory', () => lying(book(ONE + ' '.repeat(35_000_000))), UNREADABLE],
  [
    'thousands of entries',
    () =>
      zipped({
        ...parts(`<worksheet ${NS}/>`),
        ...Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`xl/media/${i}.png`, ''])),
      }),
    TOO_LARGE,
  ],
  [
    'entities',
    () =>
      zipped(
        parts(
          `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet ${NS}><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
        ),
      ),
    UNREADABLE,
  ],
  [
    'a million elements one within the other',
    () =>
      book(`<row><c t="inlineStr"><is>${'<t>'.repeat(1_000_000)}${'</t>'.repeat(1_000_000)}</is></c></row>`),
    READ,
  ],
  [
    'a thousand sheets',
    () =>
      zipped({
        ...parts(`<worksheet ${NS}><sheetData>${ONE}</sheetData></worksheet>`),
        'xl/workbook.xml': `<workbook ${NS} xmlns:r="${REL}"><sheets>${many(1_000, (i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
    TOO_LARGE,
  ],
  ['an archive of the 64-bit kind with endless entries', () => in64(book(ONE)), TOO_LARGE],
  ['one line of 1.9 MB', () => strToU8(`Họ và tên,${'x,'.repeat(950_000)}`), READ],
  ['one cell of quotes', () => strToU8(`Họ và tên;Số điện thoại\n${'"'.repeat(1_900_000)}`), READ],
  ['a line of 3 MB', () => strToU8(`Họ và tên,${'x'.repeat(3_000_000)}`), TOO_LARGE],
  ['no directory at all', () => book(ONE).slice(0, 400), UNREADABLE],
  ['no workbook', () => zipped({ 'a.xml': '<a/>' }), UNREADABLE],
];

const directory = mkdtempSync(join(tmpdir(), 'bombs-'));
afterAll(() => rmSync(directory, { recursive: true }));
beforeAll(async () => {
  const reader = join(directory, 'read.ts');
  writeFileSync(
    reader,
    `
      import { readFileSync } from 'node:fs';
      import { sheetsOfFile } from '${ROOT}/functions/platform/sheets/read-file';
      import { readChosen } from '${ROOT}/functions/events/rosters/reading/choose-sheet';
      sheetsOfFile(new Uint8Array(readFileSync(process.argv[2])))
        .then((sheets) => readChosen(sheets) && 'read', (error) => error.fields?.[0]?.code ?? String(error))
        .then((said) => console.log(JSON.stringify({ said, mb: process.resourceUsage().maxRSS / 1024 })));`,
  );
  await build({
    entryPoints: { read: reader, 'file-worker': join(ROOT, 'functions/platform/sheets/file-worker.ts') },
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    // As the functions are built: what is loaded late lies in a file of its own, as modules of another kind.
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
}, LONGEST_MS);

describe('a file made to exhaust the reader', () => {
  test.each(BOMBS)(
    '%s is answered',
    (name, make, answer) => {
      const file = join(directory, `${name}.xlsx`);
      const bytes = make();
      writeFileSync(file, bytes);
      expect(bytes.length).toBeLessThan(3.5 * 1024 * 1024);
      const { stdout } = spawnSync(
        process.execPath,
        [`--max-old-space-size=${HEAP_MB}`, join(directory, 'read.mjs'), file],
        { encoding: 'utf8', timeout: LONGEST_MS },
      );
      const { said, mb } = JSON.parse(stdout || '{"said":"the process ended"}');
      expect(said).toBe(answer);
      expect(mb).toBeLessThan(400);
    },
    LONGEST_MS,
  );
});
