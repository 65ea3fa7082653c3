import * as z from 'zod';
import type { Delivery } from '../../outbox/deliveries/delivery';

export const CallView = z
  .object({
    id: z.string(),
    about: z.string().describe('The registration, nomination or invitation'),
    template: z.string().describe('What there is to tell, e.g. `confirmed`, `event-cancelled`'),
    state: z.enum(['to-call', 'told', 'not-reached']),
    eventId: z.string().optional(),
    owner: z.string().describe('Whose list: a nomination’s, else the event’s organizer’s'),
    unitId: z.string().optional().describe('The person’s unit'),
    name: z.string(),
    phone: z.string().optional(),
    words: z.string().describe('To read aloud or to paste into Zalo'),
    since: z.string(),
    toldAt: z.string().optional(),
    notes: z
      .array(z.object({ text: z.string(), by: z.string(), at: z.string() }))
      .optional()
      .describe('What callers noted, oldest first'),
  })
  .meta({ id: 'Call' });

export const callView = (d: Delivery): z.output<typeof CallView> => ({
  id: d.id,
  about: d.pk,
  template: d.template,
  state: d.state as 'to-call',
  eventId: d.eventId,
  owner: d.owner ?? '',
  unitId: d.unitId,
  name: d.name ?? '',
  phone: d.phone,
  words: d.words ?? '',
  since: d.dueAt,
  toldAt: d.toldAt,
  notes: d.notes,
});
