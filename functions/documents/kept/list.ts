import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { DocumentKind } from '../kinds';
import {
  type DocumentKey,
  documentKey,
  type KeptDocument,
  keptDocuments,
  partitionOf,
} from './kept-document';

/** The drafts of a subject, the latest first. */
export const listDocuments = async (world: World, subjectId: string): Promise<KeptDocument[]> => {
  const all = await world.db.all(keptDocuments, {
    where: 'pk = :pk',
    values: { ':pk': partitionOf(subjectId) },
    consistent: true,
  });
  return all.sort((a, b) => b.draftedAt.localeCompare(a.draftedAt) || b.sk.localeCompare(a.sk));
};

/** The last draft of a kind. */
export const latestDraft = async (
  world: World,
  subjectId: string,
  kind: DocumentKind,
): Promise<KeptDocument | undefined> => {
  const { items } = await world.db.query(keptDocuments, {
    where: 'pk = :pk AND begins_with(sk, :kind)',
    values: { ':pk': partitionOf(subjectId), ':kind': `${kind}#` },
    backwards: true,
    limit: 1,
    consistent: true,
  });
  return items[0];
};

/** One draft. @throws Problem missing `document-missing` */
export const getDocument = async (world: World, key: DocumentKey): Promise<KeptDocument> => {
  const found = await world.db.get(keptDocuments, documentKey(key), { consistent: true });
  if (!found) throw missing('document');
  return found;
};
