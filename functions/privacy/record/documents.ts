import type { KeptDocument } from '../../documents/kept/kept-document';
import type { OfficeSettings } from '../../documents/office';
import { type KeptOf, keptOf } from './kept-of';

/** Official documents: the office that they name, the drafts and their signed copies. */
export const documents: readonly KeptOf[] = [
  keptOf<OfficeSettings>({
    table: 'documents',
    item: 'the office as its documents name it',
    whose: 'the head or deputy who usually signs',
    ground: 'office',
    seenBy: 'public',
    kept: 'directory',
    why: {
      pk: null,
      sk: null,
      id: null,
      name: null,
      parent: null,
      place: null,
      code: null,
      address: null,
      phone: null,
      signer: 'who signs where no other signer is named',
      version: null,
      updatedAt: null,
      by: 'which member of staff changed it',
    },
  }),
  keptOf<KeptDocument>({
    table: 'documents',
    item: 'draft of an official document, with its signed copy',
    whose: 'the staff who drafted it; the people whom a signed list names',
    ground: 'evidence',
    seenBy: 'organizersAlone',
    kept: 'event',
    why: {
      pk: null,
      sk: null,
      id: null,
      subjectId: null,
      kind: null,
      nth: null,
      about: null,
      digest: null,
      draftedAt: null,
      draftedBy: 'which member of staff drafted it',
      number: null,
      dated: null,
      signed: 'the signed copy, an official document',
      version: null,
      updatedAt: null,
      by: 'which member of staff changed it',
    },
  }),
];
