import type { FileChild } from 'docx';
import type { DocumentTable, Line, Piece, PrintedAnnex } from '../printed';
import { type Docx, docxParts, FIRST_LINE, type PageShape, SIZE } from './parts';
import { textWidth } from './text-width';

/** The text of a document or an annex: paragraphs and tables. */
export const piecesOf = (docx: Docx, pieces: readonly Piece[], page: PageShape): FileChild[] =>
  pieces.flatMap((piece) =>
    'table' in piece
      ? // Two tables without a paragraph between them would be one.
        [
          tableOf(docx, piece.table, page),
          new docx.Paragraph({ spacing: { before: 60 }, keepNext: true, children: [] }),
        ]
      : [lineOf(docx, piece, page)],
  );

const lineOf = (
  docx: Docx,
  { runs, centred, outline, keepNext, before = 60, after = 60 }: Line,
  page: PageShape,
) =>
  new docx.Paragraph({
    ...(centred
      ? { alignment: docx.AlignmentType.CENTER }
      : { alignment: docx.AlignmentType.JUSTIFIED, indent: { firstLine: FIRST_LINE } }),
    ...(outline && { outlineLevel: outline - 1 }),
    ...(keepNext && { keepNext }),
    spacing: { before, after },
    children: runs.map(({ text, ...look }) => docxParts(docx, page).run(text, { size: SIZE.text, ...look })),
  });

/** An annex: its heading, what it belongs to, and its text. */
export const annexOf = (docx: Docx, annex: PrintedAnnex, page: PageShape): FileChild[] => {
  const { centred, rule } = docxParts(docx, page);
  return [
    centred(annex.heading, { size: SIZE.kind, bold: true }),
    centred(annex.about, { size: SIZE.text, bold: true }),
    ...(annex.belongsTo ? [centred(annex.belongsTo, { size: SIZE.text, italics: true }, 60)] : []),
    rule(page.text, textWidth(annex.heading, SIZE.kind) * 0.6),
    new docx.Paragraph({ spacing: { before: 120 }, children: [] }),
    ...piecesOf(docx, annex.pieces, page),
  ];
};

/**
 * A table whose first row is repeated on every page. Its last rows stay on the page of what follows: a signature does not
 * stand on a page without any of them.
 */
const tableOf = (docx: Docx, { columns, rows, total }: DocumentTable, page: PageShape) => {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } =
    docx;
  const { run } = docxParts(docx, page);
  const widths = columns.map(({ share }) => Math.round((page.text * share) / 100));
  const alignmentOf = ({ centred, right }: DocumentTable['columns'][number]) =>
    centred ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const row = (texts: readonly string[], { bold = false, heading = false, keepNext = false } = {}) =>
    new TableRow({
      cantSplit: true,
      tableHeader: heading,
      children: texts.map(
        (text, i) =>
          new TableCell({
            width: { size: widths[i]!, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { left: 85, right: 85, top: 40, bottom: 40 },
            children: text.split('\n').map(
              (words) =>
                new Paragraph({
                  keepNext,
                  alignment: heading ? AlignmentType.CENTER : alignmentOf(columns[i]!),
                  children: [run(words, { size: SIZE.list, bold })],
                }),
            ),
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
        { bold: true, heading: true, keepNext: true },
      ),
      ...rows.map((texts, i) => row(texts, { keepNext: i >= rows.length - 2 })),
      ...(total ? [row(total, { bold: true, keepNext: true })] : []),
    ],
  });
};
