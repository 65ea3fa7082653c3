import * as z from 'zod';
import type { Event } from '../../events/event/event';
import { NominationSchema, NomineeSchema, quota } from './view';

const MayNominate = z.object({
  name: z.boolean(),
  replace: z.boolean(),
  correct: z.boolean().describe('Over an account alone, not by the link'),
  cancel: z.boolean(),
});

/** What the bearer of a nomination link sees: the event, the quota and the nominated people. */
export const OpenNomination = z
  .object({
    ...NominationSchema.omit({ link: true }).shape,
    ...quota,
    may: MayNominate,
    event: z.object({
      id: z.string(),
      title: z.string(),
      status: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      venue: z.string().optional(),
      venueAddress: z.string().optional(),
      bring: z.string().optional(),
      contactName: z.string(),
      contactPhone: z.string(),
    }),
    people: z.array(NomineeSchema),
  })
  .meta({ id: 'OpenNomination' });

/** The event as the link shows it. */
export const eventView = (event: Event): z.output<typeof OpenNomination>['event'] => ({
  id: event.id,
  title: event.title,
  status: event.status,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  venue: event.venue,
  venueAddress: event.venueAddress,
  bring: event.bring,
  contactName: event.contactName,
  contactPhone: event.contactPhone,
});
