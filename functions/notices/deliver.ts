import type { Composer } from '../outbox/sending/composer';
import { type Pacing, type Sent, sendDue } from '../outbox/sending/sender';
import type { World } from '../platform/world/world';
import { callLine } from './call-line';
import { composeMail } from './compose';
import { readSubject, withBroadcasts } from './read-subject';
import { occasionsOf, recipientOf } from './subject';

/** Sends the mails that are due. */
export const deliver = (world: World, pacing?: Pacing): Promise<Sent> =>
  sendDue(world, noticeComposer(world), pacing);

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
