import { draftLetter } from '../../../../functions/events/invitations/letter-files/draft-letter';
import { signedLetterFile } from '../../../../functions/events/invitations/letter-files/signed-letter';
import { getInvitation } from '../../../../functions/events/invitations/list';
import type { Handler } from '../../../env';
import { sendFile } from '../../../ui/download';
import { idOf, mustInvite, mustSee } from '../parts/access';

/** The letter as a draft in Word, without a number. */
export const draftFile: Handler = async (c) => {
  mustInvite(c);
  return sendFile(c, await draftLetter(c.get('world'), idOf(c)));
};

/** The letter as it was signed. */
export const signedFile: Handler = async (c) => {
  mustSee(c);
  const world = c.get('world');
  return sendFile(c, await signedLetterFile(world, await getInvitation(world, idOf(c))));
};
