import type * as library from 'docx';
import type { Paragraph, Table } from 'docx';
import { textWidth } from './text-width';

/** The library, which is loaded only when a document is made. */
export type Docx = typeof library;

/** Lengths of Nghị định 30/2020/NĐ-CP, Annex I, in twentieths of a point. */
export const mm = (n: number) => Math.round((n * 1440) / 25.4);
export const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10) };
const TEXT_WIDTH = mm(210) - MARGIN.left - MARGIN.right;
const LEFT_COLUMN = 3_650;

/** A page's text, and its two columns side by side, in twentieths of a point. */
export interface PageShape {
  landscape?: true;
  text: number;
  left: number;
  right: number;
}
const PORTRAIT: PageShape = { text: TEXT_WIDTH, left: LEFT_COLUMN, right: TEXT_WIDTH - LEFT_COLUMN };
/** For tables with many columns; the decree allows it for annexes. */
const LANDSCAPE: PageShape = (() => {
  const text = mm(297) - MARGIN.left - MARGIN.right;
  return { landscape: true, text, left: Math.round(text * 0.42), right: text - Math.round(text * 0.42) };
})();
export const pageOf = (landscape: boolean | undefined): PageShape => (landscape ? LANDSCAPE : PORTRAIT);

export const FIRST_LINE = 720; // 1.27 cm
export const FONT = 'Times New Roman';
/** Half points. */
export const SIZE = {
  country: 24,
  motto: 26,
  parent: 24,
  issuer: 26,
  text: 28,
  kind: 28,
  copies: 24,
  copy: 22,
  list: 26,
};

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

interface Look {
  size: number;
  bold?: boolean;
  italics?: boolean;
  /** Space above, in twentieths of a point. */
  before?: number;
}
export type Row = [left: Paragraph[], right: Paragraph[]];

/** Never broken over two lines: a phone number, a year, a division. */
const WHOLE = /\b\d{4} \d{3} \d{3,4}\b|năm \d{4}\b|\(Phòng Tư pháp\)/gu;
const unbroken = (text: string) => text.replace(WHOLE, (whole) => whole.replaceAll(' ', '\u00a0'));

/** The pieces that a document is built from. */
export const docxParts = (docx: Docx, page: PageShape) => {
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun } =
    docx;
  const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

  const run = (text: string, { before: _before, ...look }: Look) =>
    new TextRun({ text: unbroken(text), ...look });

  const centred = (text: string, look: Look, after = 0) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...(look.before !== undefined && { before: look.before }), after },
      children: [run(text, look)],
    });

  /** A line of a given width in the middle of a column: the border of an almost flat paragraph. */
  const rule = (column: number, width: number) => {
    const side = Math.max(0, Math.round((column - width) / 2));
    return new Paragraph({
      indent: { left: side, right: side },
      spacing: { before: 0, after: 0, line: 40, lineRule: 'exact' },
      border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
      children: [],
    });
  };

  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      borders: noBorders,
      margins: { left: 0, right: 0 },
      children,
    });

  /** Two columns without borders: the decree sets its blocks side by side. */
  const twoColumns = (...rows: Row[]): Table =>
    new Table({
      width: { size: page.text, type: docx.WidthType.DXA },
      columnWidths: [page.left, page.right],
      layout: TableLayoutType.FIXED,
      borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
      rows: rows.map(
        ([left, right]) =>
          new TableRow({ cantSplit: true, children: [cell(page.left, left), cell(page.right, right)] }),
      ),
    });

  /** Issuer on the left, country and motto on the right, each over its rule. */
  const national = ({ parent, issuer }: { parent?: string | undefined; issuer: string }): Row => [
    [
      ...(parent ? [centred(parent, { size: SIZE.parent })] : []),
      ...issuer.split('\n').map((line) => centred(line, { size: SIZE.issuer, bold: true })),
      rule(page.left, Math.min(textWidth(issuer.split('\n').at(-1)!, SIZE.issuer), page.left) * 0.42),
    ],
    [
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.country, bold: true }),
      centred(MOTTO, { size: SIZE.motto, bold: true }),
      rule(page.right, textWidth(MOTTO, SIZE.motto)),
    ],
  ];

  return { run, centred, rule, twoColumns, national };
};
