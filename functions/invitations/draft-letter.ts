import { getEvent } from '../events/get';
import { letterDocx } from '../letters/docx';
import { letterOf } from '../letters/letter';
import type { World } from '../world';
import { getInvitation } from './list';

/** The letter of one invitation as a Word document, its number blank, for the clerical office. */
export const draftLetter = async (world: World, id: string): Promise<Uint8Array> => {
  const invitation = await getInvitation(world, id);
  const event = await getEvent(world, invitation.eventId);
  return letterDocx(letterOf(world.settings.department, event, invitation, world.now()));
};
