import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod';
import { markMailTrouble } from '../directory/bodies/mail-trouble';
import { markAddress } from '../outbox/addresses/marked-address';
import type { Delivery } from '../outbox/deliveries/delivery';
import { deliveriesOf, findDelivery } from '../outbox/deliveries/find';
import { settle } from '../outbox/deliveries/transition';
import type { World } from '../platform/world/world';
import { toCallInstead } from './call-instead';
import { unsaid } from './pending';
import { occasionsOf, readMatter } from './subject';

/**
 * What SES publishes of one mail (event publishing; identity notifications name the type otherwise).
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
const Recipients = z.array(z.object({ emailAddress: z.string() })).default([]);
const SesEvent = z
  .object({
    eventType: z.string().optional(),
    notificationType: z.string().optional(),
    mail: z.object({
      messageId: z.string(),
      destination: z.array(z.string()).default([]),
      tags: z.record(z.string(), z.array(z.string())).default({}),
    }),
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }).optional(),
    complaint: z.object({ complainedRecipients: Recipients }).optional(),
    reject: z.object({ reason: z.string().optional() }).optional(),
  })
  .transform((e) => ({ ...e, type: e.eventType ?? e.notificationType ?? '' }));
type SesEvent = z.output<typeof SesEvent>;

/** Later words of SES never take back graver ones: they come twice and in any order. */
const GRAVITY = ['delayed', 'delivered', 'complained', 'rejected', 'bounced'];

/** SES's events by SNS: settle what was unknown, mark addresses, and have people called instead. */
export const onFeedback = async (world: World, sns: SNSEvent): Promise<void> => {
  for (const record of sns.Records) {
    const said = SesEvent.safeParse(asJson(record.Sns.Message));
    if (said.success) await onSesEvent(world, said.data);
    else world.log({ what: 'feedback-unread', level: 'warn', message: record.Sns.MessageId });
  }
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // SNS greets a new subscriber in plain words
  }
};

const onSesEvent = async (world: World, event: SesEvent): Promise<void> => {
  const id = event.mail.tags.delivery?.[0];
  const delivery = id ? await findDelivery(world, id) : undefined;
  // SES took it: whatever became of the answer, it is sent.
  if (delivery)
    await settle(world, delivery, ['sending', 'unknown'], {
      state: 'sent',
      open: undefined,
      messageId: event.mail.messageId,
      error: undefined,
    });
  switch (event.type) {
    case 'Delivery':
      return note(world, delivery, 'delivered');
    case 'DeliveryDelay':
      return note(world, delivery, 'delayed');
    case 'Bounce': {
      // A full mailbox or a server that was down says nothing against the address.
      if (event.bounce?.bounceType === 'Permanent')
        await mark(world, event.bounce.bouncedRecipients, 'bounced');
      await note(world, delivery, 'bounced');
      return untold(world, delivery, 'bounced');
    }
    case 'Complaint':
      await mark(world, event.complaint?.complainedRecipients ?? [], 'complained');
      return note(world, delivery, 'complained');
    case 'Reject':
    case 'Rendering Failure':
      await note(world, delivery, 'rejected');
      return untold(world, delivery, 'rejected');
  }
};

const mark = async (
  world: World,
  recipients: readonly { emailAddress: string }[],
  trouble: 'bounced' | 'complained',
): Promise<void> => {
  for (const { emailAddress } of recipients) {
    const email = /<([^<>]+)>/.exec(emailAddress)?.[1] ?? emailAddress;
    await markAddress(world, email, trouble);
    await markMailTrouble(world, email, trouble);
  }
};

const note = async (world: World, d: Delivery | undefined, feedback: string): Promise<void> => {
  if (!d || GRAVITY.indexOf(d.feedback ?? '') >= GRAVITY.indexOf(feedback)) return;
  await settle(world, d, ['sent'], { feedback });
};

/** It did not arrive: if it is still due, somebody calls; if not, the organizer sees it came back. */
const untold = async (world: World, d: Delivery | undefined, feedback: string): Promise<void> => {
  if (!d) return;
  const matter = await readMatter(world, d.pk);
  const others = (await deliveriesOf(world, d.pk)).filter((other) => other.sk !== d.sk);
  const due = matter && unsaid(occasionsOf(matter, world.now()), others).some((o) => o.sk === d.sk);
  if (due) await toCallInstead(world, d, matter, ['sent'], { feedback });
  else await settle(world, d, ['sent'], { open: 'returned' });
};
