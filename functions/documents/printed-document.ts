import { capitalised } from '../platform/text/text';
import type { Annex, OfficialDocument } from './document';
import { formOf } from './kinds';
import { dayLine, numberLine, numberWords } from './numbering';
import { addressLine, type Office, parentLine, parentName, shortIssuer } from './office';
import type { Foot, Piece, PrintedAnnex, PrintedDocument } from './printed';
import { ended, linesOfBlocks, linesOfSections, roman } from './printed-text';
import { type Signer, signatureLines } from './signer';

/**
 * A document with all that its kind has around its text.
 * @param now when it is drafted (ms): its month; the day is left blank until the document is dated
 */
export const printedDocument = (office: Office, document: OfficialDocument, now: number): PrintedDocument => {
  const form = formOf(document.kind);
  const issuer = issuerOf(office, document);
  const placeAndDate = `${office.place}, ${dayLine(now, document)}`;
  const code = form.code && `${form.code}-${issuer.code}`;
  const text = [
    ...addressed(document),
    ...basesOf(document),
    ...linesOfBlocks(document.content ?? []),
    ...linesOfSections(document.sections ?? []),
  ];
  return {
    title: `${capitalised(form.words)}: ${document.about}`,
    parent: issuer.parent,
    issuer: issuer.name,
    ...(code && { number: numberLine(code, document) }),
    ...(form.dated === 'head' && { placeAndDate }),
    heading: form.heading,
    about: document.about,
    ...(document.belongsTo && { belongsTo: document.belongsTo }),
    pieces: below(form.ended ? ended(text) : text),
    foot: {
      ...footOf(document, issuer.signer),
      ...(form.dated === 'foot' && { placeAndDate }),
    },
    annexes: (document.annexes ?? []).map((annex, i, all) =>
      annexOf(annex, {
        nth: all.length > 1 ? i + 1 : undefined,
        belongsTo: code
          ? `(Kèm theo ${capitalised(form.words)} số ${numberWords(code, document)} ${dayLine(now, document)} của ${issuer.words})`
          : `(Kèm theo ${capitalised(form.words)} của ${issuer.words})`,
      }),
    ),
    ...(form.address && { address: addressLine(office) }),
    ...(form.landscape && { landscape: true }),
  };
};

/** The chair signs for the committee where no deputy is named. */
const CHAIR: Signer = { authority: 'head', title: 'Chủ tịch' };

const issuerOf = (office: Office, { issuedBy }: OfficialDocument) => {
  if (issuedBy !== 'parent')
    return {
      parent: parentLine(office),
      name: shortIssuer(office),
      words: office.name,
      code: office.code,
      signer: office.signer,
    };
  const words = parentName(office);
  return {
    parent: undefined,
    // In two lines, as the committees of the provinces write it.
    name: words.toLocaleUpperCase('vi').replace(/ (TỈNH|THÀNH PHỐ) /u, '\n$1 '),
    words,
    code: 'UBND',
    signer: CHAIR,
  };
};

/** The first paragraph keeps its distance from what stands above it. */
const below = (pieces: readonly Piece[]): Piece[] => {
  const [first, ...others] = pieces;
  if (!first) return [];
  return 'table' in first ? [{ runs: [] }, first, ...others] : [{ ...first, before: 240 }, ...others];
};

/** `Kính gửi: …` in the middle, before the text; several addressees one below the other. */
const addressed = ({ addressees = [] }: OfficialDocument) => {
  if (addressees.length === 0) return [];
  const [first, ...others] = addressees;
  if (others.length === 0)
    return [{ runs: [{ text: `Kính gửi: ${first}` }], centred: true, after: 120 } as const];
  return [
    { runs: [{ text: 'Kính gửi:' }], centred: true, after: 0 } as const,
    ...addressees.map(
      (name, i) =>
        ({
          runs: [{ text: `- ${name}${i < others.length ? ';' : '.'}` }],
          centred: true,
          before: 0,
          after: i < others.length ? 0 : 120,
        }) as const,
    ),
  ];
};

/** Each basis in italics on a line of its own, with a semicolon; the last one with a full stop. */
const basesOf = ({ bases = [] }: OfficialDocument) =>
  bases.map((basis, i) => ({
    runs: [
      { text: `${basis.replace(/[;.,\s]+$/u, '')}${i === bases.length - 1 ? '.' : ';'}`, italics: true },
    ],
  }));

const footOf = (document: OfficialDocument, usual: Signer): Foot => {
  const { signed } = formOf(document.kind);
  const recipients = recipientsOf(document);
  if (signed !== 'signer')
    return {
      recipients,
      signature: document.signatures ?? [{ title: signed[0] }, { title: signed[1] }],
    };
  const signer = document.signer ?? usual;
  return { recipients, signature: { lines: signatureLines(signer), name: signer.name } };
};

/** What has no number is not kept by the clerical office. */
const recipientsOf = ({ kind, addressees = [], recipients = [] }: OfficialDocument): string[] =>
  formOf(kind).code
    ? [
        ...(addressees.length > 0 ? ['- Như trên;'] : []),
        ...recipients.map((name) => `- ${name.replace(/[;.]$/u, '')};`),
        '- Lưu: VT, …',
      ]
    : recipients.map((name, i) => `- ${name}${i === recipients.length - 1 ? '.' : ';'}`);

const annexOf = (
  { heading, about, content = [], sections = [], landscape }: Annex,
  { nth, belongsTo }: { nth: number | undefined; belongsTo: string },
): PrintedAnnex => ({
  heading: heading ?? (nth === undefined ? 'PHỤ LỤC' : `PHỤ LỤC ${roman(nth)}`),
  about,
  belongsTo,
  pieces: [...linesOfBlocks(content), ...linesOfSections(sections)],
  ...(landscape && { landscape }),
});
