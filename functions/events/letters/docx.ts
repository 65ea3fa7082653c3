import type { FileChild, ISectionOptions } from 'docx';
import { listOf } from './docx-list';
import {
  type Docx,
  docxParts,
  FIRST_LINE,
  FONT,
  LANDSCAPE,
  MARGIN,
  mm,
  type PageShape,
  SIZE,
  TEXT_WIDTH,
} from './docx-parts';
import type { AddresseeList, Letter, SignedList } from './letter';
import { textWidth } from './text-width';

/**
 * The letter as a Word document, to be numbered, signed and stamped: A4, Times New Roman, the blocks and rules where
 * the decree has them, page numbers from the second page on. The list of its addressees begins on a page of its own, with
 * page numbers of its own.
 */
export const letterDocx = async (letter: Letter): Promise<Uint8Array> => {
  const docx = await import('docx');
  const document = new docx.Document({
    title: letter.heading ? `Giấy mời: ${letter.about}` : letter.about,
    creator: letter.issuer,
    styles: STYLES,
    sections: [
      section(docx, [head(docx, letter), ...body(docx, letter), foot(docx, letter)]),
      ...(letter.list ? [section(docx, listOf(docx, letter.list))] : []),
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
};

/** A list without its letter, e.g. of those who were added after the letter was signed. */
export const listDocx = async (list: AddresseeList, issuer: string): Promise<Uint8Array> => {
  const docx = await import('docx');
  const document = new docx.Document({
    title: list.heading,
    creator: issuer,
    styles: STYLES,
    sections: [section(docx, listOf(docx, list))],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
};

/** A list that people sign: the issuer's head, the list on wide pages, the total in words, who signs for it. */
export const signedListDocx = async ({
  list,
  parent,
  issuer,
  placeAndDate,
  note,
  signatures,
}: SignedList): Promise<Uint8Array> => {
  const docx = await import('docx');
  const { centred, run, twoColumns, national } = docxParts(docx, LANDSCAPE);
  const [left, right] = signatures;
  const signer = (title: string) => [
    centred(title, { size: SIZE.list, bold: true }),
    centred('(Ký, ghi rõ họ tên)', { size: SIZE.list, italics: true, before: 0 }, 1_200),
  ];
  const document = new docx.Document({
    title: `${list.heading}: ${list.about}`,
    creator: issuer,
    styles: STYLES,
    sections: [
      section(
        docx,
        [
          twoColumns(national({ parent, issuer })),
          new docx.Paragraph({ spacing: { before: 120 }, children: [] }),
          ...listOf(docx, list, LANDSCAPE),
          new docx.Paragraph({
            keepNext: true,
            spacing: { before: 120, after: 120 },
            children: [run(note, { size: SIZE.list, italics: true })],
          }),
          twoColumns(
            [
              [centred('', { size: SIZE.list })],
              [centred(placeAndDate, { size: SIZE.motto, italics: true })],
            ],
            [signer(left), signer(right)],
          ),
        ],
        LANDSCAPE,
      ),
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
};

const STYLES = { default: { document: { run: { font: FONT, size: SIZE.text, color: '000000' } } } };

/** Pages that are numbered from 1; the first has a header of its own, which is empty. */
const section = (
  docx: Docx,
  children: readonly FileChild[],
  { landscape }: Pick<PageShape, 'landscape'> = {},
): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        // The library turns the lengths around.
        ...(landscape && { orientation: docx.PageOrientation.LANDSCAPE }),
      },
      margin: MARGIN,
      pageNumbers: { start: 1 },
    },
  },
  headers: pageNumbers(docx),
  children,
});

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
  const { centred, twoColumns, national } = docxParts(docx);
  return twoColumns(national(letter), [
    [
      centred(letter.number, { size: SIZE.motto }),
      ...(letter.heading ? [] : [centred(`V/v ${letter.about}`, { size: SIZE.country })]),
    ],
    [centred(letter.placeAndDate, { size: SIZE.motto, italics: true })],
  ]);
};

const body = (docx: Docx, letter: Letter) => {
  const { Paragraph } = docx;
  const { line } = docxParts(docx);
  return [
    ...(letter.heading ? headed(docx, letter, letter.heading) : addressed(docx, letter)),
    ...letter.lines.map(line),
    new Paragraph({ spacing: { before: 120 }, children: [] }),
  ];
};

/** Its kind and what it is about; then its addressee in one sentence. */
const headed = (docx: Docx, letter: Letter, heading: string) => {
  const { AlignmentType, Paragraph } = docx;
  const { run, centred, rule } = docxParts(docx);
  return [
    new Paragraph({ spacing: { before: 240 }, children: [] }),
    centred(heading, { size: SIZE.kind, bold: true }),
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
  ];
};

/** `Kính gửi: …` in the middle, as a công văn has it. */
const addressed = (docx: Docx, letter: Letter) => {
  const { AlignmentType, Paragraph } = docx;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 360, after: 240 },
      children: [docxParts(docx).run(`${letter.opening} ${letter.addressee}`, { size: SIZE.text })],
    }),
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
      ...letter.signature.map((text) => centred(text, { size: SIZE.text, bold: true })),
      // The place for the signature and the stamp.
      centred(letter.signerName ?? '', { size: SIZE.text, bold: true, before: 1_600 }),
    ],
  ]);
};
