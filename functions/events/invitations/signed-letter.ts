import { type Download, PDF } from '../../platform/files/download';
import { invalid, Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { note } from './change';
import type { Invitation } from './invitation';
import { getInvitation } from './list';

/** Beside the form around it this stays within the 6 MB that a function takes, base64 included. */
export const LARGEST_LETTER = 4 * 1024 * 1024;

/**
 * Keeps the signed letter, which then goes with the mail and stands on the link's page. It is known by
 * its first bytes, not by its name.
 * @param field by which its sender knows it: a form's file, or the API's member
 * @throws Problem invalid on that field: `pdf-required`, `pdf-too-large`, `pdf-not-pdf`
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
  // What is prepared goes out with the turn to come.
  const key = `letters/${id}/${status === 'prepared' ? turn + 1 : turn}.pdf`;
  await world.files.put(key, pdf, PDF);
  try {
    return await note(
      world,
      id,
      { signedLetter: key, signedAt: iso(world.now()) },
      { if: '#s = :s AND turn = :turn', names: { '#s': 'status' }, values: { ':s': status, ':turn': turn } },
    );
  } catch (error) {
    if (error instanceof Refused) throw new Problem('stale', 'invitation-stale');
    throw error;
  }
};

/** The signed letter's bytes. @throws Problem missing `letter-missing` where none was uploaded */
export const signedLetter = async (world: World, invitation: Invitation): Promise<Uint8Array> => {
  const pdf = invitation.signedLetter && (await world.files.get(invitation.signedLetter));
  if (!pdf) throw new Problem('missing', 'letter-missing');
  return pdf;
};

/** The same as a file to save. */
export const signedLetterFile = async (world: World, invitation: Invitation): Promise<Download> => ({
  name: 'giay-moi.pdf',
  type: PDF,
  body: await signedLetter(world, invitation),
});
