import type { Feature, Image, SheetData } from 'write-excel-file/node';
import { type Cell, rowsOfSheet } from './xlsx-rows';

export interface XlsxSheet {
  name: string;
  columns: readonly { head: string /** In characters. */; width: number }[];
  rows: readonly (readonly Cell[])[];
  /** Empty rows below, to be filled in: what is typed there stays text, with its zeros. */
  blank?: number;
}

type XlsxCell = SheetData[number][number];

/** A moment as a person reads it on the wall clock; the file has no time zones. */
const MOMENT = 'dd/mm/yyyy hh:mm';

/** In place of the rows: one cell of each style. */
const SAMPLES: SheetData = [
  [{ type: String, format: '@' }],
  [{ value: new Date(0), type: Date, format: MOMENT }],
];
const OF_SAMPLES = /<row r="2"><c r="A2" s="(\d+)".*?<\/row><row r="3"><c r="A3" s="(\d+)".*?<\/row>/;
const SHEET = 'xl/worksheets/sheet1.xml';

/**
 * An .xlsx file with one table: its heading stays in sight and has filters, and is printed on each page of a wide sheet
 * of paper. Text is text for good, so that numbers keep their zeros and nothing is calculated, also after editing.
 *
 * The library makes the file with a heading alone; the rows are put into it
 * ([decision](../../../docs/decisions/2026-11-27-exported-files.md)).
 */
export const xlsxFile = async ({ name, columns, rows, blank = 0 }: XlsxSheet): Promise<Uint8Array> => {
  const [{ default: write }, tools, { unzipSync, strFromU8 }, { zipOf }] = await Promise.all([
    import('write-excel-file/node'),
    import('write-excel-file/utility'),
    import('fflate'),
    import('./zip'),
  ]);
  const letters = columns.map((_, i) => tools.getCellAddress(0, i).replace(/\d+$/, ''));
  const table = {
    all: `$A$1:$${letters.at(-1)}$${rows.length + 1}`,
    name: `'${name.replaceAll("'", "''")}'`,
  };
  const empty = await write(
    [columns.map(({ head }) => headOf(head)), ...SAMPLES],
    {
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
    },
    { features: [filteredAndPrinted(table, tools)] },
  ).toBuffer();
  const parts = Object.entries(unzipSync(empty)).map(([part, bytes]) => [part, strFromU8(bytes)] as const);
  return zipOf(
    parts.map(([part, xml]) => {
      if (part !== SHEET) return [part, [xml]];
      const [before, text, moment, after] = xml.split(OF_SAMPLES);
      if (before === undefined || text === undefined || moment === undefined || after === undefined)
        throw new Error('the library writes its rows in another way');
      const body = { rows, letters, first: 2, styles: { text, moment }, blank };
      return [part, around(before, rowsOfSheet(body, tools.sanitizeTextContent), after)];
    }),
  );
};

function* around(before: string, pieces: Iterable<string>, after: string): Generator<string> {
  yield before;
  yield* pieces;
  yield after;
}

const headOf = (value: string): XlsxCell => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  backgroundColor: '#EAF3EF',
  borderStyle: 'thin',
});

type Tools = typeof import('write-excel-file/utility');
type FileContent = Image['content'];

/**
 * What the library has no option for (ECMA-376, part 1, 18.3.1): a filter over the table, the heading on each printed
 * page, and pages of A4 as wide as the table. Excel finds the filter and the heading by names of the workbook.
 */
const filteredAndPrinted = (
  { all, name }: { all: string; name: string },
  { getSelfClosingTagMarkup: tag, ...tools }: Tools,
): Feature<FileContent> => {
  const inserted = (xml: string, markup: string) =>
    tools.insertElementMarkupAccordingToOrderOfSiblings(
      xml,
      markup,
      tools.getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet')!,
      'worksheet',
    );
  const named = (what: string, range: string, hidden = '') =>
    `<definedName name="_xlnm.${what}" localSheetId="0"${hidden}>${tools.sanitizeTextContent(`${name}!${range}`)}</definedName>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (element, attributes) =>
            element === 'pageSetup'
              ? { ...attributes, paperSize: 9, fitToWidth: 1, fitToHeight: 0 }
              : attributes,
          transform: (xml) =>
            [
              `<sheetPr>${tag('pageSetUpPr', { fitToPage: 1 })}</sheetPr>`,
              tag('autoFilter', { ref: all.replaceAll('$', '') }),
            ].reduce(inserted, xml),
        },
        'xl/workbook.xml': {
          // The library writes an empty list of names.
          transform: (xml) =>
            tools.replaceElement(
              xml,
              tools.findElement(xml, 'definedNames')!,
              `<definedNames>${named('_FilterDatabase', all, ' hidden="1"')}${named('Print_Titles', '$1:$1')}</definedNames>`,
            ),
        },
      },
    },
  };
};
