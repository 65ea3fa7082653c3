import { createHash } from 'node:crypto';
import type { Download } from '../../platform/files/download';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { OfficialDocument } from '../document';
import { draftFile } from '../docx/draft';
import { readOffice } from '../office';
import { documentId, documentKey, type KeptDocument, keptDocuments } from './kept-document';
import { latestDraft } from './list';

/** Another draft of the kind may be written at the same time. */
const TRIES = 3;

/**
 * The draft of a document as a Word file, noted among the documents of its subject. With the same words as the last one,
 * it is the same draft, and has the number that it got.
 * @param day in whose month it will be dated (ms)
 * @example await draftOf(world, plan.id, planDocument(plan));
 */
export const draftOf = async (
  world: World,
  subjectId: string,
  document: OfficialDocument,
  day = world.now(),
): Promise<Download> => {
  const { number, dated } = await noteDraft(world, subjectId, document);
  return draftFile(world, { ...document, number, dated }, day);
};

/** Notes that a draft was made. Idempotent for the same words. @throws Problem stale `document-stale` */
export const noteDraft = async (
  world: World,
  subjectId: string,
  document: OfficialDocument,
): Promise<KeptDocument> => {
  const { name, parent, place, code, signer } = await readOffice(world);
  const digest = createHash('sha256')
    .update(JSON.stringify([document, name, parent, place, code, signer]))
    .digest('hex')
    .slice(0, 24);
  for (let i = 0; i < TRIES; i++) {
    const last = await latestDraft(world, subjectId, document.kind);
    if (last?.digest === digest) return last;
    const key = { subjectId, kind: document.kind, nth: (last?.nth ?? 0) + 1 };
    const now = iso(world.now());
    const item: KeptDocument = {
      ...documentKey(key),
      ...key,
      id: documentId(key),
      about: document.about,
      digest,
      draftedAt: now,
      draftedBy: world.actor ?? 'unknown',
      version: 1,
      updatedAt: now,
    };
    const written = await world.db.putIf(keptDocuments, item, { if: 'attribute_not_exists(pk)' });
    if (written.ok) return item;
  }
  throw new Problem('stale', 'document-stale');
};
