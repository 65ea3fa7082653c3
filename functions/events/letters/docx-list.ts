import type { FileChild } from 'docx';
import { type Docx, docxParts, SIZE, TEXT_WIDTH } from './docx-parts';
import type { AddresseeList } from './letter';
import { textWidth } from './text-width';

/** The list of addressees: its heading, then a table whose first row is repeated on every page. */
export const listOf = (docx: Docx, list: AddresseeList): FileChild[] => {
  const { centred, rule } = docxParts(docx);
  return [
    centred(list.heading, { size: SIZE.kind, bold: true }),
    centred(list.about, { size: SIZE.text, bold: true }),
    centred(list.belongsTo, { size: SIZE.text, italics: true }, 60),
    rule(TEXT_WIDTH, textWidth(list.heading, SIZE.kind) * 0.6),
    new docx.Paragraph({ spacing: { before: 120 }, children: [] }),
    tableOf(docx, list),
  ];
};

const tableOf = (docx: Docx, { columns, rows, total }: AddresseeList) => {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } =
    docx;
  const { run } = docxParts(docx);
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / 100));
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
                alignment: heading || columns[i]!.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: [run(text, { size: SIZE.list, bold })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
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
