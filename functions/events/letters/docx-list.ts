import type { FileChild } from 'docx';
import { type Docx, docxParts, type PageShape, PORTRAIT, SIZE } from './docx-parts';
import type { AddresseeList } from './letter';
import { textWidth } from './text-width';

/** The list of addressees: its heading, then a table whose first row is repeated on every page. */
export const listOf = (docx: Docx, list: AddresseeList, page: PageShape = PORTRAIT): FileChild[] => {
  const { centred, rule } = docxParts(docx);
  return [
    centred(list.heading, { size: SIZE.kind, bold: true }),
    centred(list.about, { size: SIZE.text, bold: true }),
    centred(list.belongsTo, { size: SIZE.text, italics: true }, 60),
    rule(page.text, textWidth(list.heading, SIZE.kind) * 0.6),
    new docx.Paragraph({ spacing: { before: 120 }, children: [] }),
    tableOf(docx, list, page),
  ];
};

const tableOf = (docx: Docx, { columns, rows, total }: AddresseeList, page: PageShape) => {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } =
    docx;
  const { run } = docxParts(docx);
  const widths = columns.map(({ share }) => Math.round((page.text * share) / 100));
  const alignmentOf = ({ centred, right }: AddresseeList['columns'][number]) =>
    centred ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const row = (texts: readonly string[], { bold = false, heading = false } = {}) =>
    new TableRow({
      cantSplit: true,
      tableHeader: heading,
      children: texts.map(
        (text, i) =>
          new TableCell({
            width: { size: widths[i]!, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { left: 85, right: 85, top: 40, bottom: 40 },
            children: [
              new Paragraph({
                alignment: heading ? AlignmentType.CENTER : alignmentOf(columns[i]!),
                children: [run(text, { size: SIZE.list, bold })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: page.text, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ name }) => name),
        { bold: true, heading: true },
      ),
      ...rows.map((texts) => row(texts)),
      ...(total ? [row(total, { bold: true })] : []),
    ],
  });
};
