import type { Letter, LetterLine } from './letter';

/** Lengths of Nghị định 30/2020/NĐ-CP, Annex I, in twentieths of a point. */
const mm = (n: number) => Math.round((n * 1440) / 25.4);
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10) };
const TEXT_WIDTH = mm(210) - MARGIN.left - MARGIN.right;
const LEFT = 3_650;
const RIGHT = TEXT_WIDTH - LEFT;
const FIRST_LINE = 720; // 1.27 cm
const FONT = 'Times New Roman';
/** Half points. */
const SIZE = { country: 24, motto: 26, parent: 24, issuer: 26, text: 28, kind: 28, copies: 24, copy: 22 };

/**
 * The giấy mời as a Word document, to be numbered, signed and stamped: A4, Times New Roman, the blocks
 * and rules where the decree has them, the number blank, page numbers from the second page on.
 */
export const letterDocx = async (letter: Letter): Promise<Uint8Array> => {
  const docx = await import('docx');
  const {
    AlignmentType,
    BorderStyle,
    Document,
    Header,
    Packer,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    WidthType,
  } = docx;
  const { CENTER, JUSTIFIED, LEFT: ALIGN_LEFT } = AlignmentType;

  type Look = { size: number; bold?: boolean; italics?: boolean };
  const run = (text: string, look: Look) => new TextRun({ text, ...look });
  const centred = (text: string, look: Look, after = 0) =>
    new Paragraph({ alignment: CENTER, spacing: { after }, children: [run(text, look)] });
  /** A rule of a given width in the middle of a column: the border of an almost flat paragraph. */
  const rule = (column: number, width: number) => {
    const side = Math.max(0, Math.round((column - width) / 2));
    return new Paragraph({
      indent: { left: side, right: side },
      spacing: { before: 0, after: 0, line: 40, lineRule: 'exact' },
      border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
      children: [],
    });
  };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const noBorders = { top: none, bottom: none, left: none, right: none };
  const cell = (width: number, children: InstanceType<typeof Paragraph>[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      margins: { left: 0, right: 0 },
      children,
    });
  const twoBlocks = (...rows: [InstanceType<typeof Paragraph>[], InstanceType<typeof Paragraph>[]][]) =>
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [LEFT, RIGHT],
      layout: TableLayoutType.FIXED,
      borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
      rows: rows.map(
        ([left, right]) =>
          new TableRow({ cantSplit: true, children: [cell(LEFT, left), cell(RIGHT, right)] }),
      ),
    });

  const line = ({ label, text }: LetterLine) =>
    new Paragraph({
      alignment: JUSTIFIED,
      indent: { firstLine: FIRST_LINE },
      spacing: { before: 60, after: 60 },
      children: [
        ...(label ? [run(`${label}: `, { size: SIZE.text, bold: true })] : []),
        run(text, { size: SIZE.text }),
      ],
    });

  const head = twoBlocks(
    [
      [
        centred(letter.parent, { size: SIZE.parent }),
        centred(letter.issuer, { size: SIZE.issuer, bold: true }),
        rule(LEFT, width(letter.issuer, SIZE.issuer) * 0.42),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.country, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: SIZE.motto, bold: true }),
        rule(RIGHT, width('Độc lập - Tự do - Hạnh phúc', SIZE.motto)),
      ],
    ],
    [
      [centred(letter.number, { size: SIZE.motto })],
      [centred(letter.placeAndDate, { size: SIZE.motto, italics: true })],
    ],
  );

  const foot = twoBlocks([
    [
      new Paragraph({
        alignment: ALIGN_LEFT,
        children: [run('Nơi nhận:', { size: SIZE.copies, bold: true, italics: true })],
      }),
      ...letter.recipients.map((r) => new Paragraph({ children: [run(r, { size: SIZE.copy })] })),
    ],
    [
      centred(letter.signer, { size: SIZE.text, bold: true }, 1_600),
      centred('', { size: SIZE.text, bold: true }),
    ],
  ]);

  const document = new Document({
    title: `Giấy mời: ${letter.about}`,
    creator: letter.issuer,
    styles: { default: { document: { run: { font: FONT, size: SIZE.text, color: '000000' } } } },
    sections: [
      {
        properties: {
          titlePage: true, // the first page has a head of its own, which is empty
          page: { size: { width: mm(210), height: mm(297) }, margin: MARGIN },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.motto })],
              }),
            ],
          }),
        },
        children: [
          head,
          new Paragraph({ spacing: { before: 240 }, children: [] }),
          centred('GIẤY MỜI', { size: SIZE.kind, bold: true }),
          centred(letter.about, { size: SIZE.text, bold: true }, 60),
          rule(TEXT_WIDTH, Math.min(width(letter.about, SIZE.text), TEXT_WIDTH) * 0.4),
          new Paragraph({
            alignment: JUSTIFIED,
            indent: { firstLine: FIRST_LINE },
            spacing: { before: 240, after: 60 },
            children: [
              run(`${letter.opening} `, { size: SIZE.text }),
              run(letter.addressee, { size: SIZE.text, bold: true }),
              run('.', { size: SIZE.text }),
            ],
          }),
          ...letter.lines.map(line),
          new Paragraph({ spacing: { before: 120 }, children: [] }),
          foot,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

/** Widths of Times bold by letter, in thousandths of the size (Adobe's metrics of Times-Bold). */
const WIDE: Record<string, number> = {
  ...letters(
    'abcdefghijklmnopqrstuvwxyz',
    [
      500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556,
      500, 722, 500, 500, 444,
    ],
  ),
  ...letters(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    [
      722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
      722, 1000, 722, 722, 667,
    ],
  ),
  ' ': 250,
  '-': 333,
  ',': 250,
  '.': 250,
};

function letters(names: string, widths: readonly number[]): Record<string, number> {
  return Object.fromEntries([...names].map((name, i) => [name, widths[i]!]));
}

/** How wide a bold line is (twentieths of a point), so that the rule under it has its length. */
const width = (text: string, halfPoints: number): number => {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const thousandths = [...bare].reduce((sum, letter) => sum + (WIDE[letter] ?? 500), 0);
  return Math.round((thousandths * halfPoints * 10) / 1_000);
};
