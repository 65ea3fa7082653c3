import { table } from '../../platform/store/table';
import { documentsTable } from '../documents-table';
import type { DocumentKind } from '../kinds';

/** Which draft: the thing that it is about, its kind, and its number among the drafts of this kind. */
export interface DocumentKey {
  /** An event, a plan, a report: `evt_…` */
  subjectId: string;
  kind: DocumentKind;
  /** From 1. */
  nth: number;
}

/** A draft that was made, and its signed copy. */
export interface KeptDocument extends DocumentKey {
  /** `of#evt_…` */
  pk: string;
  /** `money-list#0001` */
  sk: string;
  /** Of its history. */
  id: string;
  about: string;
  /** Hash of what it says: the same words again are the same draft. */
  digest: string;
  draftedAt: string;
  draftedBy: string;
  /** As the clerical office gave them: `215/BC-STP`, `2021-11-09`. */
  number?: string;
  dated?: string;
  signed?: { key: string; size: number; at: string };
  version: number;
  updatedAt: string;
  by?: string;
}

export const keptDocuments = table<KeptDocument>(documentsTable);

export const partitionOf = (subjectId: string): string => `of#${subjectId}`;

export const documentKey = ({ subjectId, kind, nth }: DocumentKey) => ({
  pk: partitionOf(subjectId),
  sk: `${kind}#${String(nth).padStart(4, '0')}`,
});

export const documentId = ({ subjectId, kind, nth }: DocumentKey): string => `${subjectId}/${kind}/${nth}`;
