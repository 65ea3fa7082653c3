import * as z from 'zod';
import { CheckInInput, checkIn, undoCheckIn } from '../../events/attendance/check-in';
import { MOST_DAYS } from '../../events/event/days';
import { mayRegistrations } from '../../events/registrations/may';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const OfEvent = z.object({
  eventId: z
    .string()
    .max(60)
    .meta({ param: { example: 'evt_mau_mo' } }),
});
const day = z.coerce.number().int().min(1).max(MOST_DAYS).default(1);

const mayCheckIn = (account: Parameters<typeof mayRegistrations>[0]) => {
  if (!mayRegistrations(account, []).checkIn) throw new Problem('forbidden', 'forbidden');
};

/** At the door, on the day. */
export const operations = [
  operation({
    id: 'createCheckIn',
    method: 'post',
    path: '/events/{eventId}/check-ins',
    tag: 'Registrations',
    summary: 'Record that a person came',
    description:
      'Staff name the person by `registrationId`, or by the `code` on their slip. Said twice, the first time stays and `repeated` is true. 409 for a person without a seat.',
    who: 'staff',
    params: OfEvent,
    body: CheckInInput,
    example: { code: '900 000 001' },
    status: 201,
    answer: z
      .object({
        registrationId: z.string(),
        fullName: z.string(),
        unitName: z.string().optional(),
        bodyName: z.string().optional(),
        day: z.number(),
        at: z.string().describe('When they were first seen on that day'),
        repeated: z.boolean(),
      })
      .meta({ id: 'CheckIn' }),
    run: async ({ world, account, params, body }) => {
      mayCheckIn(account);
      const { registration: r, at, repeated } = await checkIn(world, params.eventId, body);
      return {
        registrationId: r.id,
        fullName: r.fullName,
        unitName: r.unitName,
        bodyName: r.bodyName,
        day: body.day,
        at,
        repeated,
      };
    },
  }),
  operation({
    id: 'deleteCheckIn',
    method: 'delete',
    path: '/events/{eventId}/check-ins/{registrationId}',
    tag: 'Registrations',
    summary: 'Take the mark away: it was another person',
    who: 'staff',
    params: OfEvent.extend({ registrationId: z.string().max(120) }),
    query: z.object({ day }),
    status: 204,
    run: async ({ world, account, params, query }) => {
      mayCheckIn(account);
      await undoCheckIn(world, params.eventId, params.registrationId, query.day);
    },
  }),
];
