import * as z from 'zod';
import { CHANNELS, DELIVERY_STATES, type Delivery } from '../../outbox/deliveries/delivery';
import { mayBeResent } from '../../outbox/deliveries/resend';

export const DeliveryView = z
  .object({
    id: z.string(),
    about: z.string().describe('The registration, nomination or invitation'),
    template: z.string().describe('What there is to tell, e.g. `confirmed`, `event-cancelled`'),
    channel: z.enum(CHANNELS),
    state: z.enum(DELIVERY_STATES),
    feedback: z
      .string()
      .optional()
      .describe(
        'SES’s later word: `delivered`, `delayed`, `undelivered`, `rejected`, `bounced`, `complained`',
      ),
    error: z.string().optional(),
    eventId: z.string().optional(),
    name: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    dueAt: z.string(),
    updatedAt: z.string(),
    resendable: z.boolean().describe('Whether `resendDelivery` may send it again'),
  })
  .meta({ id: 'Delivery' });

export const deliveryView = (d: Delivery): z.output<typeof DeliveryView> => ({
  id: d.id,
  about: d.pk,
  template: d.template,
  channel: d.channel,
  state: d.state,
  feedback: d.feedback,
  error: d.error,
  eventId: d.eventId,
  name: d.name ?? '',
  email: d.email,
  phone: d.phone,
  dueAt: d.dueAt,
  updatedAt: d.updatedAt,
  resendable: mayBeResent(d),
});
