import * as z from 'zod';
import { daysCame } from '../../events/attendance/check-in';
import type { Event } from '../../events/event/event';
import { PARTICULARS_ANSWERED, particularsOf } from '../../events/person/person-fields';
import { consentOf } from '../../events/registrations/consent';
import { onlineLink } from '../../events/registrations/online-link';
import { queuePlace } from '../../events/registrations/queue-place';
import { BASES, CONSENT_BASES, type Registration } from '../../events/registrations/registration';
import { idOf } from '../../platform/input/fields';
import type { World } from '../../platform/world/world';
import { STATUSES } from '../../seats/ledger/entry';

export const Registered = z
  .object({
    id: z.string(),
    registrationId: z.string().describe('The same as `id`, by the name that paths give it'),
    code: z.string().describe('Nine digits; with the phone number it opens the registration'),
    status: z.enum(STATUSES),
    eventId: z.string(),
  })
  .meta({ id: 'Registered' });

export const RegistrationView = z
  .object({
    ...Registered.shape,
    code: Registered.shape.code.optional().describe('Nine digits; kept from who may only look'),
    ...PARTICULARS_ANSWERED,
    unitName: z.string().optional(),
    bodyName: z.string().optional(),
    online: z.boolean(),
    basis: z.enum(BASES),
    consent: z
      .object({
        basis: z.enum(CONSENT_BASES),
        version: z.string().optional().describe('Of the wording, where it was shown to the person'),
        shownAt: z.string().optional(),
      })
      .describe('The ground for using the data, as evidence'),
    channel: z.string(),
    queuedAt: z.string().optional().describe('When they joined the waiting list; sorts by arrival'),
    place: z.number().optional().describe('In the queue, of one registration asked for by itself: 1 is next'),
    onlineUrl: z
      .string()
      .optional()
      .describe('The online room, told to the person themselves once they hold a seat there'),
    reason: z.string().optional(),
    replacedBy: z.string().optional(),
    came: z
      .array(z.object({ day: z.number(), at: z.string() }))
      .describe('On which days of the event they were seen'),
    createdAt: z.string(),
    updatedAt: z.string(),
    version: z.number(),
  })
  .meta({ id: 'Registration' });

/** The answer to a registration. */
export const brief = (r: Registration): z.output<typeof Registered> => ({
  id: r.id,
  registrationId: r.id,
  code: r.code,
  status: r.status,
  eventId: r.eventId,
});

export const view = (r: Registration): z.output<typeof RegistrationView> => ({
  ...brief(r),
  ...particularsOf(r),
  unitName: r.unitName,
  bodyName: r.bodyName,
  online: r.online ?? false,
  basis: r.basis,
  consent: consentOf(r),
  channel: r.channel,
  queuedAt: r.queuedAt,
  reason: r.reason,
  replacedBy: r.replacedBy,
  came: daysCame(r),
  createdAt: r.createdAt,
  updatedAt: r.updatedAt,
  version: r.version,
});

/** What staff are answered. Who may only look is not given the code, with which they could act as the person. */
export const staffView = (
  r: Registration,
  { seeCode }: { seeCode: boolean },
): z.output<typeof RegistrationView> => ({ ...view(r), ...(!seeCode && { code: undefined }) });

/** What the person themselves is answered: also how far ahead they stand, and where the online room is. */
export const personView = async (
  world: World,
  { registration, event }: { registration: Registration; event: Event },
): Promise<z.output<typeof RegistrationView>> => ({
  ...view(registration),
  place: await queuePlace(world, registration),
  onlineUrl: onlineLink(registration, event),
});

export const OneRegistration = z.object({ registrationId: idOf('reg') });
export const OfEvent = z.object({ eventId: idOf('evt') });

/** A person of the demo's area, for the examples. */
export const samplePerson = {
  fullName: 'Trần Thị Mẫu',
  phone: '0900 000 999',
  unitId: 'unt_goquao',
  position: 'Tổ trưởng tổ hòa giải',
} as const;
