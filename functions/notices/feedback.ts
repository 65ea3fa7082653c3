import type { SNSEvent } from 'aws-lambda';
import { markMailTrouble } from '../directory/bodies/mail-trouble';
import { callInstead } from '../outbox/calls/call-instead';
import type { Delivery } from '../outbox/deliveries/delivery';
import { NOT_ARRIVED, wordIn } from '../outbox/deliveries/feedback';
import { deliveriesOf } from '../outbox/deliveries/find';
import { transition } from '../outbox/deliveries/transition';
import { recordSesEvent } from '../outbox/sending/record-ses-event';
import { readSesEvent } from '../outbox/sending/ses-event';
import type { World } from '../platform/world/world';
import { callLine } from './call-line';
import { stillToTell } from './pending';
import { readSubject, withBroadcasts } from './read-subject';
import { occasionsOf } from './subject';

/** SES's events, by SNS: records them, marks bodies whose address failed, and has people called instead. */
export const onFeedback = async (world: World, sns: SNSEvent): Promise<void> => {
  for (const record of sns.Records) {
    const event = readSesEvent(record.Sns.Message);
    if (!event) {
      world.log({ what: 'feedback-unread', level: 'warn', message: record.Sns.MessageId });
      continue;
    }
    const { marked, undelivered } = await recordSesEvent(world, event);
    for (const { email, trouble } of marked) await markMailTrouble(world, email, trouble);
    if (undelivered) await onUndelivered(world, undelivered);
  }
};

/**
 * If the notice is still due, its person is called. If it is not, or the person saw it on the screen, the organizer sees
 * that the mail came back.
 */
const onUndelivered = async (world: World, d: Delivery): Promise<void> => {
  const found = await readSubject(world, d.pk);
  const subject = found && (await withBroadcasts(world, found, [d.sk]));
  const others = (await deliveriesOf(world, d.pk)).filter((other) => other.sk !== d.sk);
  const occasion =
    subject && stillToTell(occasionsOf(subject, world.now()), others).find((o) => o.sk === d.sk);
  // Not where another event said that it arrived.
  const and = wordIn(NOT_ARRIVED);
  if (subject && occasion && !occasion.seen)
    await callInstead(world, d, { from: ['sent'], line: await callLine(world, subject, d), and });
  else await transition(world, d, { from: ['sent'], set: { open: 'returned' }, and });
};
