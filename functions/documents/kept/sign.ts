import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Download, fileWords, PDF } from '../../platform/files/download';
import { line, optional } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { formOf } from '../kinds';
import { mustBePdf, type PdfField } from '../pdf';
import { type DocumentKey, documentKey, type KeptDocument, keptDocuments } from './kept-document';
import { getDocument } from './list';

/** What the clerical office wrote on a document. */
export const SignedMarks = z.strictObject({
  number: optional(line(40)).describe('As the clerical office wrote it, e.g. 215/BC-STP'),
  dated: optional(z.iso.date('time-malformed')),
});
export type SignedMarks = z.output<typeof SignedMarks>;

interface Signing extends SignedMarks {
  pdf: Uint8Array;
  /** The name of the file in messages. */
  field: PdfField;
}

/**
 * Keeps the signed copy of a draft under its own hash, with its number and day. Another copy takes its place. Idempotent.
 * @throws Problem as `mustBePdf`; missing `document-missing`; stale `document-stale`
 */
export const signDocument = async (
  world: World,
  key: DocumentKey,
  { pdf, field, number, dated }: Signing,
): Promise<KeptDocument> => {
  mustBePdf(pdf, field);
  const document = await getDocument(world, key);
  const file = `documents/${key.subjectId}/${createHash('sha256').update(pdf).digest('hex').slice(0, 24)}.pdf`;
  const isRepeat =
    document.signed?.key === file &&
    (number ?? document.number) === document.number &&
    (dated ?? document.dated) === document.dated;
  if (isRepeat) return document;
  await world.files.put(file, pdf, PDF);
  const now = iso(world.now());
  const written = await world.db.updateIf(
    keptDocuments,
    documentKey(key),
    nextVersion(document.version, {
      set: {
        signed: { key: file, size: pdf.length, at: now },
        ...(number && { number }),
        ...(dated && { dated }),
        updatedAt: now,
      },
      returns: 'ALL_NEW',
    }),
  );
  if (!written.ok) throw new Problem('stale', 'document-stale');
  return written.item!;
};

/** The signed copy to save. @throws Problem missing `document-missing`, also where none was uploaded */
export const signedCopy = async (world: World, key: DocumentKey): Promise<Download> => {
  const { signed, kind, about } = await getDocument(world, key);
  const body = signed && (await world.files.get(signed.key));
  if (!body) throw new Problem('missing', 'document-missing');
  return { name: `${fileWords(formOf(kind).words)}-${fileWords(about)}.pdf`, type: PDF, body };
};
