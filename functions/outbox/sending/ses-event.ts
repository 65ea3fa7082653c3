import * as z from 'zod';

/**
 * What SES publishes about one mail. Event publishing names the kind `eventType`, identity notifications
 * `notificationType`.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
const Recipients = z.array(z.object({ emailAddress: z.string() })).default([]);
const SesEvent = z
  .object({
    eventType: z.string().optional(),
    notificationType: z.string().optional(),
    mail: z.object({
      messageId: z.string(),
      /** When SES took the mail. */
      timestamp: z.string().optional(),
      destination: z.array(z.string()).default([]),
      tags: z.record(z.string(), z.array(z.string())).default({}),
    }),
    bounce: z
      .object({ bounceType: z.string(), bounceSubType: z.string().nullish(), bouncedRecipients: Recipients })
      .optional(),
    complaint: z
      .object({
        complaintSubType: z.string().nullish(),
        complaintFeedbackType: z.string().nullish(),
        complainedRecipients: Recipients,
      })
      .optional(),
    deliveryDelay: z.object({ delayType: z.string().nullish() }).optional(),
    reject: z.object({ reason: z.string().optional() }).optional(),
  })
  .transform((e) => ({ ...e, type: e.eventType ?? e.notificationType ?? '' }));
export type SesEvent = z.output<typeof SesEvent>;

/** An SNS message as an event of SES; undefined for any other text, such as SNS's greeting of a subscriber. */
export const readSesEvent = (message: string): SesEvent | undefined => {
  try {
    return SesEvent.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
};

/** The bare addresses of an event's recipients: SES may write `Name <address>`. */
export const addressesIn = (recipients: readonly { emailAddress: string }[]): string[] =>
  recipients.map(({ emailAddress }) => /<([^<>]+)>/.exec(emailAddress)?.[1] ?? emailAddress);
