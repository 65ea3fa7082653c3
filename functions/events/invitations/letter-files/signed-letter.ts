import { mustBePdf, type PdfField } from '../../../documents/pdf';
import { type Download, PDF } from '../../../platform/files/download';
import { Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { annotate, itemOf } from '../change';
import type { Invitation } from '../invitation';
import { getInvitation } from '../list';

/**
 * Stores the signed letter of one body. The mail carries it and the link's page offers it.
 * @throws Problem as `mustBePdf`; conflict `invitation-revoked`; stale `invitation-stale`
 */
export const keepSignedLetter = async (
  world: World,
  id: string,
  pdf: Uint8Array,
  field: PdfField = 'file',
): Promise<Invitation> => {
  mustBePdf(pdf, field);
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
