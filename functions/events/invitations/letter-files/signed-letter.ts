import { type Download, PDF } from '../../../platform/files/download';
import { invalid, Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { annotate, itemOf } from '../change';
import type { Invitation } from '../invitation';
import { getInvitation } from '../list';

/** With the form around it and base64 this stays within the 6 MB that a Lambda request may have. */
export const LARGEST_LETTER = 4 * 1024 * 1024;

/**
 * Stores the signed letter. The mail carries it and the link's page offers it. A PDF is recognised by its
 * first bytes, not by its file name.
 * @param field the name for messages: the form's file, or the API's member
 * @throws Problem invalid at that field: `pdf-required`, `pdf-too-large`, `pdf-not-pdf`; conflict
 *   `invitation-revoked`; stale `invitation-stale`
 */
export const keepSignedLetter = async (
  world: World,
  id: string,
  pdf: Uint8Array,
  field: 'file' | 'pdf' = 'file',
): Promise<Invitation> => {
  if (pdf.length === 0) throw invalid(field, 'pdf-required');
  if (pdf.length > LARGEST_LETTER) throw invalid(field, 'pdf-too-large');
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw invalid(field, 'pdf-not-pdf');
  const { turn, status } = await getInvitation(world, id);
  if (status === 'revoked') throw new Problem('conflict', 'invitation-revoked');
  // A prepared letter is sent with the next turn.
  const key = `letters/${id}/${status === 'prepared' ? turn + 1 : turn}.pdf`;
  await world.files.put(key, pdf, PDF);
  const written = await annotate(world, id, {
    set: { signedLetter: key, signedAt: iso(world.now()) },
    if: '#status = :status AND turn = :turn',
    names: { '#status': 'status' },
    values: { ':status': status, ':turn': turn },
  });
  return itemOf(written);
};

/** The signed letter's bytes. @throws Problem missing `letter-missing` where none was uploaded */
export const signedLetter = async (world: World, invitation: Invitation): Promise<Uint8Array> => {
  const pdf = invitation.signedLetter && (await world.files.get(invitation.signedLetter));
  if (!pdf) throw new Problem('missing', 'letter-missing');
  return pdf;
};

/** The signed letter as a file to save. */
export const signedLetterFile = async (world: World, invitation: Invitation): Promise<Download> => ({
  name: 'giay-moi.pdf',
  type: PDF,
  body: await signedLetter(world, invitation),
});
