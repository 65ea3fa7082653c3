import type { Body } from '../../../functions/directory/bodies/body';
import { listBodies } from '../../../functions/directory/bodies/list';
import { callContact, mailAddress } from '../../../functions/directory/bodies/mail-address';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { type LetterToMany, readLetter } from '../../../functions/events/invitations/shared/members';
import type { UsedSigner } from '../../../functions/events/letters/shared-letter';
import { listSigners } from '../../../functions/events/letters/signers';
import { type MailState, mailStateNow } from '../../../functions/notices/invitation-mail-state';
import { showPhone } from '../../../functions/platform/text/phone';
import type { Page } from '../../env';
import { readStory, type Story } from '../history/history';
import { idOf, mustSee } from '../invitations/parts/access';

/** How a body is reached: by mail, by a person who calls, or in no way that the directory knows. */
export interface Way {
  kind: 'mail' | 'call' | 'none';
  words: string;
}

export interface Addressee {
  invitation: Invitation;
  way: Way;
  mail: MailState;
  /** People of the body that the list may name: `Lê Văn A, Chủ tịch`. */
  people: string[];
}

/** A letter to many, as its page shows it. */
export interface ShownLetter extends LetterToMany {
  addressees: Addressee[];
  signers: UsedSigner[];
  story: Story;
}

const wayTo = (body: Body | undefined): Way => {
  const email = body && mailAddress(body);
  if (email) return { kind: 'mail', words: email };
  const call = body && callContact(body);
  if (call) return { kind: 'call', words: `cần gọi: ${call.name}, ${showPhone(call.phone)}` };
  return { kind: 'none', words: 'chưa có email và số điện thoại dùng được' };
};

const peopleOf = (body: Body | undefined): string[] =>
  (body?.contacts ?? []).map(({ name, position }) => [`ông/bà ${name}`, position].filter(Boolean).join(', '));

export const readShown = async (c: Page): Promise<ShownLetter> => {
  mustSee(c);
  const world = c.get('world');
  const many = await readLetter(world, idOf(c));
  const [bodies, signers, story, mails] = await Promise.all([
    listBodies(world),
    listSigners(world),
    readStory(world, many.letter.id),
    Promise.all(many.members.map((member) => mailStateNow(world, member))),
  ]);
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const addressees = many.members.map((invitation, i) => ({
    invitation,
    way: wayTo(byId.get(invitation.bodyId)),
    mail: mails[i]!,
    people: peopleOf(byId.get(invitation.bodyId)),
  }));
  return { ...many, addressees, signers, story };
};
