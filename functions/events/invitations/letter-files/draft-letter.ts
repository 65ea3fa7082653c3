import { readOffice } from '../../../documents/office';
import { DOCX, type Download, fileWords } from '../../../platform/files/download';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import { letterDocx } from '../../letters/docx';
import { letterOf } from '../../letters/letter';
import { getInvitation } from '../list';

/** The letter of one invitation as a Word document, its number blank, for the clerical office. */
export const draftLetter = async (world: World, id: string): Promise<Download> => {
  const invitation = await getInvitation(world, id);
  const event = await getEvent(world, invitation.eventId);
  return {
    name: `giay-moi-${fileWords(invitation.bodyName)}.docx`,
    type: DOCX,
    body: await letterDocx(letterOf(await readOffice(world), event, invitation, world.now())),
  };
};
