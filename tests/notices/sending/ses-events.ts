import type { SNSEvent } from 'aws-lambda';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';

/** SES's event publishing as SNS hands it to a function. */
export const snsEvent = (message: object | string): SNSEvent => ({
  Records: [
    {
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:ap-southeast-1:123456789012:feedback:1',
      EventSource: 'aws:sns',
      Sns: {
        SignatureVersion: '1',
        Timestamp: '2026-11-16T02:00:00.000Z',
        Signature: 'x',
        SigningCertUrl: 'https://sns.ap-southeast-1.amazonaws.com/cert.pem',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        Message: typeof message === 'string' ? message : JSON.stringify(message),
        MessageAttributes: {},
        Type: 'Notification',
        UnsubscribeUrl: 'https://sns.ap-southeast-1.amazonaws.com/',
        TopicArn: 'arn:aws:sns:ap-southeast-1:123456789012:feedback',
        Subject: 'Amazon SES Email Event Notification',
      },
    },
  ],
});

const ses = (eventType: string, d: Delivery, more: object) =>
  snsEvent({
    eventType,
    mail: {
      timestamp: '2026-11-16T02:00:00.000Z',
      source: 'Sở Tư pháp <stp@nhipcau.test>',
      sendingAccountId: '123456789012',
      messageId: '0100018d-ses',
      destination: [d.email],
      headersTruncated: false,
      tags: {
        'ses:configuration-set': ['nhip-cau'],
        'ses:caller-identity': ['mailer'],
        delivery: [d.id],
        template: [d.template],
      },
    },
    ...more,
  });

export const sendEvent = (d: Delivery) => ses('Send', d, { send: {} });
export const deliveryEvent = (d: Delivery) =>
  ses('Delivery', d, {
    delivery: { timestamp: '2026-11-16T02:00:05.000Z', recipients: [d.email], smtpResponse: '250 ok' },
  });
export const delayEvent = (d: Delivery) =>
  ses('DeliveryDelay', d, {
    deliveryDelay: {
      delayType: 'MailboxFull',
      delayedRecipients: [{ emailAddress: d.email, status: '4.2.2' }],
      timestamp: '2026-11-16T02:00:04.000Z',
    },
  });
export const bounceEvent = (d: Delivery, bounceType = 'Permanent') =>
  ses('Bounce', d, {
    bounce: {
      feedbackId: '0100018d-fb',
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: d.email, action: 'failed', status: '5.1.1' }],
      timestamp: '2026-11-16T02:00:09.000Z',
      reportingMTA: 'dsn; a.amazonses.com',
    },
  });
export const complaintEvent = (d: Delivery) =>
  ses('Complaint', d, {
    complaint: {
      feedbackId: '0100018d-fc',
      complainedRecipients: [{ emailAddress: d.email }],
      timestamp: '2026-11-16T02:00:09.000Z',
      complaintFeedbackType: 'abuse',
    },
  });

/** The event that stands in `OUTCOMES` under this name. */
export const eventNamed = (d: Delivery, name: string) => {
  const [type = '', kind, subtype] = name === 'Rendering Failure' ? [name] : name.split(' ');
  const recipients = [{ emailAddress: d.email }];
  const listed = kind === 'OnAccountSuppressionList';
  return ses(
    type,
    d,
    {
      Bounce: {
        bounce: { bounceType: kind ?? 'Unheard', bounceSubType: subtype, bouncedRecipients: recipients },
      },
      Complaint: {
        complaint: {
          complainedRecipients: recipients,
          complaintSubType: listed ? kind : null,
          complaintFeedbackType: listed ? undefined : kind,
        },
      },
      DeliveryDelay: { deliveryDelay: { delayType: kind, delayedRecipients: recipients } },
      Delivery: { delivery: { recipients: [d.email] } },
      Reject: { reject: { reason: 'Bad content' } },
      'Rendering Failure': { failure: { errorMessage: 'x', templateName: 'y' } },
    }[type] ?? {},
  );
};
