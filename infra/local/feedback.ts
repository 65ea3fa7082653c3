import type { SNSEvent } from 'aws-lambda';
import { onFeedback } from '../../functions/notices/feedback';
import { as, type Mail, type World } from '../../functions/platform/world/world';

/** A mail that the inbox accepted, for SES's event about it. */
interface Taken {
  messageId: string;
  to: string;
  tags: Record<string, string>;
}

/** Addresses that bounce here, so that the effects of a bounce can be seen. */
const bounces = (address: string) => /^bounce@|\.invalid$/i.test(address);

const eventOf = ({ messageId, to, tags }: Taken, at: string) => ({
  eventType: bounces(to) ? 'Bounce' : 'Delivery',
  mail: {
    messageId,
    timestamp: at,
    destination: [to],
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  },
  ...(bounces(to)
    ? {
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          timestamp: at,
          bouncedRecipients: [{ emailAddress: to, status: '5.1.1', action: 'failed' }],
        },
      }
    : { delivery: { timestamp: at, recipients: [to] } }),
});

const snsEvent = (message: object, at: string): SNSEvent => ({
  Records: [
    {
      EventVersion: '1.0',
      EventSource: 'aws:sns',
      EventSubscriptionArn: 'arn:aws:sns:local:000000000000:feedback:1',
      Sns: {
        Type: 'Notification',
        MessageId: crypto.randomUUID(),
        TopicArn: 'arn:aws:sns:local:000000000000:feedback',
        Message: JSON.stringify(message),
        Timestamp: at,
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        Subject: '',
        MessageAttributes: {},
      },
    },
  ],
});

/** The inbox publishes no events, so they are made here from the mails that it accepted. */
export const feedbackOf = (mail: Mail) => {
  const taken: Taken[] = [];
  return {
    mail: {
      send: async (message) => {
        const messageId = await mail.send(message);
        taken.push({ messageId, to: message.to, tags: message.tags });
        return messageId;
      },
    } satisfies Mail,
    /** Feeds the events since the last call to the system. @returns how many */
    drain: async (world: World): Promise<number> => {
      const batch = taken.splice(0);
      const at = new Date(world.now()).toISOString();
      for (const one of batch) await onFeedback(as(world, 'feedback'), snsEvent(eventOf(one, at), at));
      return batch.length;
    },
  };
};
