import { getBody } from '../directory/bodies/get';
import { callContact, mailAddress } from '../directory/bodies/mail-address';
import { readOffice } from '../documents/office';
import { getEvent } from '../events/event/get';
import type { Invitation, InvitationInput } from '../events/invitations/invitation';
import { planInvitations } from '../events/invitations/invite';
import { type Letter, letterOf } from '../events/letters/letter';
import { toText } from '../platform/mail/render';
import type { World } from '../platform/world/world';
import { invitationMessage } from './words/invitation';

export interface Preview {
  bodyId: string;
  bodyName: string;
  /** Where the mail would go; a body without one is called. */
  email?: string;
  call?: { name: string; phone: string };
  letter: Letter;
  mail: { subject: string; text: string; replyTo: string };
  invitation: Invitation;
}

/** Exactly what each body would get, before anything is written or sent. */
export const previewInvitations = async (
  world: World,
  eventId: string,
  input: Partial<InvitationInput>,
): Promise<Preview[]> => {
  const event = await getEvent(world, eventId);
  const [drafts, office] = await Promise.all([planInvitations(world, event, input), readOffice(world)]);
  return Promise.all(
    drafts.map(async (invitation) => {
      const body = await getBody(world, invitation.bodyId);
      const email = mailAddress(body);
      // The link exists only once the mail is sent.
      const mail = invitationMessage('invitation', {
        event,
        invitation,
        link: world.links.invitation('…'),
        from: world.settings.department.name,
        open: true,
      });
      return {
        bodyId: body.id,
        bodyName: body.name,
        email,
        call: email ? undefined : callContact(body),
        letter: letterOf(office, event, invitation, world.now()),
        mail: {
          subject: mail.subject,
          text: toText(mail, world.settings.department),
          replyTo: event.contactEmail ?? world.settings.help.email,
        },
        invitation,
      };
    }),
  );
};
