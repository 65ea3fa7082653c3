import type { DocumentKind } from './kinds';
import type { Numbered } from './numbering';
import type { DocumentTable, SignedBy } from './printed';
import type { Signer } from './signer';

/**
 * What a document says. `printedDocument` numbers its sections and puts around it what all documents of its kind have:
 * head, number, place and date, recipients, signature.
 */
export interface OfficialDocument extends Numbered {
  kind: DocumentKind;
  /** Whose document it is: the department's, or that of the committee above it, as a plan of the province is. */
  issuedBy?: 'department' | 'parent';
  /** The abstract (trích yếu): `Kết quả thực hiện Đề án … năm 2021`. */
  about: string;
  /** In brackets below the abstract: what a list belongs to. */
  belongsTo?: string;
  /** `Kính gửi: …`, as submissions and reports to another body have it. */
  addressees?: readonly string[];
  /** `Căn cứ …`, one legal basis each, without a mark at its end. */
  bases?: readonly string[];
  /** The text before the first section, or the whole text. */
  content?: readonly Block[];
  /** Numbered `I.`, then `1.`, then `a)`. */
  sections?: readonly Section[];
  annexes?: readonly Annex[];
  /** Who gets it: `Bộ Tư pháp`. `Như trên` and `Lưu: VT` are added. */
  recipients?: readonly string[];
  /** Left out: the office's usual signer; with `issuedBy: 'parent'`, its chair. */
  signer?: Signer;
  /** The two who sign minutes or a list, where the kind's own titles are not right. */
  signatures?: readonly [SignedBy, SignedBy];
}

/** A paragraph; one with a bold label; a note in italics; rows that begin with a hyphen; or a table. */
export type Block =
  | string
  | { label: string; text: string }
  | { note: string }
  | { bullets: readonly string[] }
  | { table: DocumentTable };

export interface Section {
  heading: string;
  content?: readonly Block[];
  sections?: readonly Section[];
}

/** Behind the document, on pages of its own. */
export interface Annex {
  /** Left out: `PHỤ LỤC`, with a number where there are several. */
  heading?: string;
  about: string;
  content?: readonly Block[];
  sections?: readonly Section[];
  landscape?: boolean;
}
