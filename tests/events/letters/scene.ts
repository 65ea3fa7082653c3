import { sweep } from '../../../functions/background/clock/sweep';
import { invite } from '../../../functions/events/invitations/invite';
import { deliver } from '../../../functions/notices/deliver';
import { addBody } from '../../support/bodies';
import { noSleep, subjectOf } from '../../support/mail';
import { MONDAY, type TestWorld } from '../../support/world';
import { holdEvent } from '../invitations/scene';

export const PDF = new TextEncoder().encode('%PDF-1.7\nmột');
export const OTHER_PDF = new TextEncoder().encode('%PDF-1.7\nhai');

let n = 0;
/** Bodies with an address each. */
export const bodies = (world: TestWorld, count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      addBody(world, `Cơ quan mời số ${++n}`, { email: `moi${n}@co-quan.example` }),
    ),
  );

/** One letter to some bodies of an event, prepared for signing. */
export const draftedLetter = async (world: TestWorld, count: number) => {
  world.clock.at = MONDAY;
  world.sent.length = 0;
  const event = await holdEvent(world);
  const invited = await bodies(world, count);
  const bodyIds = invited.map(({ id }) => id);
  const made = await invite(world, event.id, { bodyIds, letterFor: 'all', hold: true, seatsOffered: 2 });
  return { event, made, id: made[0]!.letterId! };
};

/** What goes out now: to whom, under which subject, and which signed file it carries. */
export const goOut = async (world: TestWorld, eventId: string) => {
  const before = world.sent.length;
  await sweep(world, eventId);
  await deliver(world, noSleep());
  return world.sent.slice(before).map(({ to, raw }) => ({
    to: /[\w.-]+@[\w.-]+/.exec(to)![0],
    subject: subjectOf(raw),
    file: [PDF, OTHER_PDF].findIndex((pdf) => raw.includes(Buffer.from(pdf).toString('base64'))),
  }));
};
