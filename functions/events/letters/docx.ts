import {
  type Docx,
  docxParts,
  FIRST_LINE,
  FONT,
  LEFT_COLUMN,
  MARGIN,
  mm,
  RIGHT_COLUMN,
  SIZE,
  TEXT_WIDTH,
} from './docx-parts';
import type { Letter } from './letter';
import { textWidth } from './text-width';

/**
 * The giấy mời as a Word document, to be numbered, signed and stamped: A4, Times New Roman, the blocks
 * and rules where the decree has them, the number blank, page numbers from the second page on.
 */
export const letterDocx = async (letter: Letter): Promise<Uint8Array> => {
  const docx = await import('docx');
  const document = new docx.Document({
    title: `Giấy mời: ${letter.about}`,
    creator: letter.issuer,
    styles: { default: { document: { run: { font: FONT, size: SIZE.text, color: '000000' } } } },
    sections: [
      {
        properties: {
          titlePage: true, // the first page has a header of its own, which is empty
          page: { size: { width: mm(210), height: mm(297) }, margin: MARGIN },
        },
        headers: pageNumbers(docx),
        children: [head(docx, letter), ...body(docx, letter), foot(docx, letter)],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
};

const pageNumbers = ({ AlignmentType, Header, PageNumber, Paragraph, TextRun }: Docx) => ({
  first: new Header({ children: [new Paragraph({})] }),
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.motto })],
      }),
    ],
  }),
});

/** Issuer and number on the left; country, motto, place and date on the right. */
const head = (docx: Docx, letter: Letter) => {
  const { centred, rule, twoColumns } = docxParts(docx);
  return twoColumns(
    [
      [
        centred(letter.parent, { size: SIZE.parent }),
        centred(letter.issuer, { size: SIZE.issuer, bold: true }),
        rule(LEFT_COLUMN, textWidth(letter.issuer, SIZE.issuer) * 0.42),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.country, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: SIZE.motto, bold: true }),
        rule(RIGHT_COLUMN, textWidth('Độc lập - Tự do - Hạnh phúc', SIZE.motto)),
      ],
    ],
    [
      [centred(letter.number, { size: SIZE.motto })],
      [centred(letter.placeAndDate, { size: SIZE.motto, italics: true })],
    ],
  );
};

const body = (docx: Docx, letter: Letter) => {
  const { AlignmentType, Paragraph } = docx;
  const { run, centred, rule, line } = docxParts(docx);
  return [
    new Paragraph({ spacing: { before: 240 }, children: [] }),
    centred('GIẤY MỜI', { size: SIZE.kind, bold: true }),
    centred(letter.about, { size: SIZE.text, bold: true }, 60),
    rule(TEXT_WIDTH, Math.min(textWidth(letter.about, SIZE.text), TEXT_WIDTH) * 0.4),
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
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
  ];
};

/** Recipients on the left, the signature on the right. */
const foot = (docx: Docx, letter: Letter) => {
  const { AlignmentType, Paragraph } = docx;
  const { run, centred, twoColumns } = docxParts(docx);
  return twoColumns([
    [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [run('Nơi nhận:', { size: SIZE.copies, bold: true, italics: true })],
      }),
      ...letter.recipients.map((r) => new Paragraph({ children: [run(r, { size: SIZE.copy })] })),
    ],
    [
      centred(letter.signer, { size: SIZE.text, bold: true }, 1_600),
      centred('', { size: SIZE.text, bold: true }),
    ],
  ]);
};
