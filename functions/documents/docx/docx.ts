import type { FileChild, ISectionOptions, Paragraph } from 'docx';
import type { Foot, PrintedAnnex, PrintedDocument, SignedBy } from '../printed';
import { type Docx, docxParts, FONT, MARGIN, mm, type PageShape, pageOf, type Row, SIZE } from './parts';
import { annexOf, piecesOf } from './pieces';
import { textWidth } from './text-width';

/**
 * A document as a Word file, to be numbered, signed and stamped, in the form of Nghị định 30/2020/NĐ-CP: A4, Times New
 * Roman, the blocks and rules where the decree has them, page numbers from the second page on. Each annex begins on a
 * page of its own, with page numbers of its own.
 */
export const docxOf = async (printed: PrintedDocument): Promise<Uint8Array> => {
  const docx = await import('docx');
  const page = pageOf(printed.landscape);
  return packed(docx, printed, [
    section(docx, [...head(docx, printed, page), ...body(docx, printed, page)], page, printed.address),
    ...(printed.annexes ?? []).map((annex) => annexSection(docx, annex)),
  ]);
};

/** An annex without its document, e.g. a list of people who were added after the document was signed. */
export const annexDocx = async (annex: PrintedAnnex, issuer: string): Promise<Uint8Array> => {
  const docx = await import('docx');
  return packed(docx, { title: annex.heading, issuer }, [annexSection(docx, annex)]);
};

const packed = async (
  docx: Docx,
  { title, issuer }: Pick<PrintedDocument, 'title' | 'issuer'>,
  sections: ISectionOptions[],
): Promise<Uint8Array> => {
  const look = { font: FONT, size: SIZE.text, color: '000000', language: { value: 'vi-VN' } };
  const document = new docx.Document({
    title,
    creator: issuer.replace('\n', ' '),
    styles: { default: { document: { run: look } } },
    sections,
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
};

const annexSection = (docx: Docx, annex: PrintedAnnex): ISectionOptions => {
  const page = pageOf(annex.landscape);
  return section(docx, annexOf(docx, annex, page), page);
};

/** Pages that are numbered from 1; the first has a header of its own, which is empty. */
const section = (
  docx: Docx,
  children: readonly FileChild[],
  page: PageShape,
  address?: string,
): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        // The library turns the lengths around.
        ...(page.landscape && { orientation: docx.PageOrientation.LANDSCAPE }),
      },
      margin: MARGIN,
      pageNumbers: { start: 1 },
    },
  },
  headers: pageNumbers(docx),
  ...(address && { footers: addressFooter(docx, address, page) }),
  children,
});

/** At the foot of the first page, below a rule of its width. */
const addressFooter = (docx: Docx, address: string, page: PageShape) => {
  const { centred, rule } = docxParts(docx, page);
  return {
    first: new docx.Footer({
      children: [rule(page.text, page.text), centred(address, { size: SIZE.copy })],
    }),
    default: new docx.Footer({ children: [new docx.Paragraph({})] }),
  };
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

/** Issuer and number on the left; country, motto, place and date on the right; the kind and the abstract below. */
const head = (docx: Docx, printed: PrintedDocument, page: PageShape): FileChild[] => {
  const { Paragraph } = docx;
  const { centred, rule, twoColumns, national } = docxParts(docx, page);
  const { number, placeAndDate, heading, about, belongsTo } = printed;
  const left = [
    ...(number ? [centred(number, { size: SIZE.motto })] : []),
    ...(heading || !about ? [] : [centred(`V/v ${about}`, { size: SIZE.country })]),
  ];
  const right = placeAndDate ? [centred(placeAndDate, { size: SIZE.motto, italics: true })] : [];
  const second: Row = [orEmpty(docx, left), orEmpty(docx, right)];
  const blocks = twoColumns(national(printed), ...(left.length + right.length > 0 ? [second] : []));
  if (!heading) return [blocks];
  return [
    blocks,
    new Paragraph({ spacing: { before: 240 }, children: [] }),
    centred(heading, { size: SIZE.kind, bold: true }),
    ...(about
      ? [
          centred(about, { size: SIZE.text, bold: true }, belongsTo ? 0 : 60),
          ...(belongsTo ? [centred(belongsTo, { size: SIZE.text, italics: true }, 60)] : []),
          rule(page.text, Math.min(textWidth(about, SIZE.text), page.text) * 0.4),
        ]
      : []),
  ];
};

/** A cell of a table must have a paragraph. */
const orEmpty = (docx: Docx, paragraphs: Paragraph[]): Paragraph[] =>
  paragraphs.length > 0 ? paragraphs : [new docx.Paragraph({ children: [] })];

const body = (docx: Docx, { pieces, foot }: PrintedDocument, page: PageShape): FileChild[] => [
  ...piecesOf(docx, pieces, page),
  ...(foot ? [new docx.Paragraph({ spacing: { before: 120 }, keepNext: true, children: [] })] : []),
  ...(foot ? footOf(docx, foot, page) : []),
];

/** Recipients on the left, the signature on the right; or two signatures side by side, the recipients below them. */
const footOf = (
  docx: Docx,
  { recipients = [], signature, placeAndDate }: Foot,
  page: PageShape,
): FileChild[] => {
  const { AlignmentType, Paragraph } = docx;
  const { run, centred, twoColumns } = docxParts(docx, page);
  const copies = recipients.length
    ? [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          children: [run('Nơi nhận:', { size: SIZE.copies, bold: true, italics: true })],
        }),
        ...recipients.map((r) => new Paragraph({ children: [run(r, { size: SIZE.copy })] })),
      ]
    : [];
  const dated = placeAndDate ? [centred(placeAndDate, { size: SIZE.motto, italics: true })] : [];
  if ('lines' in signature) {
    const signed = [
      ...dated,
      ...signature.lines.map((text) => centred(text, { size: SIZE.text, bold: true })),
      // The place for the signature and the stamp.
      centred(signature.name ?? '', { size: SIZE.text, bold: true, before: 1_600 }),
    ];
    return [twoColumns([orEmpty(docx, copies), signed])];
  }
  const by = ({ title, name }: SignedBy) => [
    centred(title, { size: SIZE.list, bold: true }),
    centred('(Ký, ghi rõ họ tên)', { size: SIZE.list, italics: true, before: 0 }, 1_200),
    ...(name ? [centred(name, { size: SIZE.list, bold: true })] : []),
  ];
  const [left, right] = signature;
  const day: Row = [orEmpty(docx, []), dated];
  return [twoColumns(...(dated.length > 0 ? [day] : []), [by(left), by(right)]), ...copies];
};
