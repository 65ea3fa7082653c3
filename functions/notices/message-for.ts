import { closedBecause } from '../events/invitations/answer-deadline';
import { viewNomination } from '../events/nominations/read';
import { ownLinkToken } from '../events/registrations/own-link';
import { linkToken } from '../platform/keys/link-token';
import type { Message } from '../platform/mail/message';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Subject } from './subject';
import { invitationMessage } from './words/invitation';
import { nominationMessage } from './words/nomination';
import { registrationMessage } from './words/registration';

/** A notice in words, from the present state. Reads what the words need and passes it on as plain data. */
export const messageFor = async (world: World, template: string, subject: Subject): Promise<Message> => {
  const { event } = subject;
  switch (subject.kind) {
    case 'registration':
      return registrationMessage(template, {
        event,
        registration: subject.thing,
        links: world.links,
        now: world.now(),
        ticket: world.links.ticket(ownLinkToken(world, subject.thing)),
        // Not the person's own unit, which may lie below the unit that nominated them.
        nominator: subject.nomination?.name,
      });
    case 'nomination': {
      const { quota, used } = await viewNomination(world, subject.thing);
      return nominationMessage(template, {
        event,
        nomination: subject.thing,
        link: world.links.nomination(linkToken(world, subject.thing.id, subject.thing.turn)),
        quota: { size: quota, used, open: iso(world.now()) < subject.thing.deadline },
      });
    }
    case 'invitation':
      return invitationMessage(template, {
        event,
        invitation: subject.thing,
        link: world.links.invitation(linkToken(world, subject.thing.id, subject.thing.turn)),
        from: world.settings.department.name,
        open: !closedBecause(subject.thing, event, world.now()),
      });
  }
};
