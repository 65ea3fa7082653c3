/**
 * A document as it is printed: all its words, in the order of the page. `functions/documents/docx` gives them their
 * look; what they say is decided before, in `printed-document.ts` or by a noun with a form of its own.
 */
export interface PrintedDocument {
  /** The title among the file's properties. */
  title: string;
  /** `UBND TỈNH KIÊN GIANG` over `SỞ TƯ PHÁP`. A province's committee has no parent. */
  parent?: string | undefined;
  issuer: string;
  /** `Số: …`, with a blank until the clerical office has given it. Absent: a kind without a number. */
  number?: string | undefined;
  /** `Kiên Giang, ngày …`. Absent: a kind that has it in its foot, or not at all. */
  placeAndDate?: string | undefined;
  /** The kind, in capitals. Absent: a công văn, whose subject stands below its number. */
  heading?: string | undefined;
  /** The abstract (trích yếu). */
  about?: string | undefined;
  /** In brackets below the abstract. */
  belongsTo?: string | undefined;
  pieces: readonly Piece[];
  foot?: Foot | undefined;
  annexes?: readonly PrintedAnnex[];
  landscape?: boolean | undefined;
  /** The office's address, at the foot of the first page, as letters have it. */
  address?: string | undefined;
}

/** Pages of their own behind a document, numbered from 1. */
export interface PrintedAnnex {
  heading: string;
  about: string;
  /** `(Kèm theo Kế hoạch số …)` */
  belongsTo?: string | undefined;
  pieces: readonly Piece[];
  landscape?: boolean | undefined;
}

/** A paragraph or a table. */
export type Piece = Line | { table: DocumentTable };

export interface Line {
  runs: readonly Run[];
  /** In the middle; else justified, its first line indented. */
  centred?: true;
  /** Level in the outline of the file: 1 for `I.`, 2 for `1.` */
  outline?: 1 | 2 | 3;
  /** Stays on the page of what follows it. */
  keepNext?: true;
  /** Space above and below, in twentieths of a point; else 60. */
  before?: number;
  after?: number;
}

export interface Run {
  text: string;
  bold?: boolean;
  italics?: boolean;
}

export interface DocumentTable {
  /** `share`: of the width, in hundredths; all together are 100. */
  columns: readonly { name: string; share: number; centred?: boolean; right?: boolean }[];
  rows: readonly (readonly string[])[];
  total?: readonly string[];
}

/** The end of a document: its recipients, and who signs. */
export interface Foot {
  /** `- Như trên;` … `- Lưu: VT, …` */
  recipients?: readonly string[];
  /** `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`, above the name; or two people side by side, as minutes and lists have them. */
  signature: { lines: readonly string[]; name?: string | undefined } | readonly [SignedBy, SignedBy];
  /** Where it does not stand in the head. */
  placeAndDate?: string | undefined;
}

export interface SignedBy {
  title: string;
  name?: string | undefined;
}
