import { draftAddendum, draftToMany } from '../../../functions/events/invitations/shared/draft';
import { getLetter, signedFile } from '../../../functions/events/letters/keep';
import type { Handler } from '../../env';
import { QUERY } from '../../query';
import { sendFile } from '../../ui/download';
import { idOf, mustInvite, mustSee } from '../invitations/parts/access';

/** The letter with its list as a draft in Word, without a number. */
export const draftFile: Handler = async (c) => {
  mustInvite(c);
  return sendFile(c, await draftToMany(c.get('world'), idOf(c)));
};

/** The list of those who were added after the letter was signed. */
export const addendumFile: Handler = async (c) => {
  mustInvite(c);
  return sendFile(c, await draftAddendum(c.get('world'), idOf(c)));
};

/** The letter as it was signed. */
export const signedLetterFile: Handler = async (c) => {
  mustSee(c);
  const world = c.get('world');
  const nth = Number(c.req.query(QUERY.file) ?? 0);
  return sendFile(
    c,
    await signedFile(world, await getLetter(world, idOf(c)), Number.isInteger(nth) ? nth : 0),
  );
};
