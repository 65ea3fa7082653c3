import type { Composer } from '../outbox/sending/composer';
import { type Pacing, type Sent, sendDue } from '../outbox/sending/sender';
import { measure } from '../platform/world/measure';
import type { World } from '../platform/world/world';
import { callLine } from './call-line';
import { composeMail } from './compose';
import { readSubject, withBroadcasts } from './read-subject';
import { occasionsOf, recipientOf } from './subject';

/** Sends the mails that are due, and measures what SES did not take. */
export const deliver = async (world: World, pacing?: Pacing): Promise<Sent> => {
  const sent = await sendDue(world, noticeComposer(world), pacing);
  const mailsRefused = sent.refused + sent.throttled + sent.unknown;
  if (mailsRefused) measure(world, { mailsRefused });
  return sent;
};

/** What the sender must know of a delivery, from its subject as it is now. */
export const noticeComposer = (world: World): Composer => ({
  read: async ({ pk, sk, template }) => {
    const found = await readSubject(world, pk);
    const subject = found && (await withBroadcasts(world, found, [sk]));
    const occasion = subject && occasionsOf(subject, world.now()).find((o) => o.sk === sk);
    if (!subject || !occasion) return undefined;
    return {
      recipient: recipientOf(subject),
      mailOnly: Boolean(occasion.seen),
      compose: (claimed) => composeMail(world, claimed, subject),
      callLine: () => callLine(world, subject, { sk, template }),
    };
  },
});
