import type { Feature, Image, SheetData } from 'write-excel-file/node';

/** What a cell of a table holds: numbers and days are such for a spreadsheet too. */
export type Cell = string | number | Date | undefined;

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

/**
 * An .xlsx file with one table: its heading stays in sight and has filters, and is printed on each page of a wide sheet
 * of paper. Text is text for good, so that numbers keep their zeros and nothing is calculated, also after editing.
 */
export const xlsxFile = async ({ name, columns, rows, blank = 0 }: XlsxSheet): Promise<Uint8Array> => {
  const [{ default: write }, tools] = await Promise.all([
    import('write-excel-file/node'),
    import('write-excel-file/utility'),
  ]);
  const head = columns.map(
    ({ head: value }): XlsxCell => ({
      value,
      type: String,
      fontWeight: 'bold',
      wrap: true,
      backgroundColor: '#EAF3EF',
      borderStyle: 'thin',
    }),
  );
  const { getCellAddress } = tools;
  const cells = sharedCells();
  const table = {
    all: `$A$1:${absolute(getCellAddress(rows.length, columns.length - 1))}`,
    name: `'${name.replaceAll("'", "''")}'`,
  };
  return write(
    [
      head,
      ...rows.map((row) => row.map(cells)),
      ...Array.from({ length: blank }, () => columns.map(() => EMPTY)),
    ],
    {
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
    },
    { features: [filteredAndPrinted(table, tools)] },
  ).toBuffer();
};

const EMPTY: XlsxCell = { type: String, format: '@' };

const cellOf = (value: Cell): XlsxCell => {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return { value, type: String, format: '@' };
  return value instanceof Date ? { value, type: Date, format: MOMENT } : { value, type: Number };
};

/** A table of ten thousand people says the same thing in most of its cells: each of these is kept once. */
const sharedCells = () => {
  const known = new Map<Cell, XlsxCell>();
  return (value: Cell): XlsxCell => {
    if (typeof value !== 'string') return cellOf(value);
    const cell = known.get(value) ?? cellOf(value);
    known.set(value, cell);
    return cell;
  };
};

/** "C7" as it stands in the name of a range: "$C$7". */
const absolute = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

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
