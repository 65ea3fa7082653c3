import * as z from 'zod';
import {
  type CheckedIn,
  CheckInInput,
  checkIn,
  DayFields,
  undoCheckIn,
} from '../../events/attendance/check-in';
import { letInRegistered, registerAtDoor, WalkInInput } from '../../events/attendance/let-in';
import { rightDayOf } from '../../events/attendance/right-day';
import { MOST_DAYS } from '../../events/event/days';
import { allowed } from '../../events/registrations/allowed';
import { mayRegistrations } from '../../events/registrations/may';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';
import { OneRegistration } from './view';

const OfEvent = z.object({
  eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }),
});
const CheckInView = z
  .object({
    registrationId: z.string(),
    fullName: z.string(),
    unitName: z.string().optional(),
    bodyName: z.string().optional(),
    day: z.number(),
    at: z.string().describe('When they were first seen on that day'),
    repeated: z
      .boolean()
      .describe('They had been seen on that day before, at that time: nothing was written'),
  })
  .meta({ id: 'CheckIn' });

const view = ({ registration: r, at, repeated }: CheckedIn, day: number): z.output<typeof CheckInView> => ({
  registrationId: r.id,
  fullName: r.fullName,
  unitName: r.unitName,
  bodyName: r.bodyName,
  day,
  at,
  repeated,
});

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
      'Staff name the person by `registrationId`, or by the `code` on their slip. Where several people of a large event have one code it is 422 `code-of-several`: name the person. Said twice, the first time stays and `repeated` is true. 409 for a person without a seat: `check-in-left` says since when they have left, `check-in-replaced` who goes in their place. Without `day` it is the day of now; another day, or a time before or after the event, is 409 unless `otherDay`.',
    who: 'staff',
    params: OfEvent,
    body: CheckInInput,
    example: { code: '900 000 001', otherDay: true },
    status: 201,
    answer: CheckInView,
    run: async ({ world, account, params, body }) => {
      mayCheckIn(account);
      const day = await rightDayOf(world, params.eventId, body);
      return view(await checkIn(world, params.eventId, { ...body, day }), day);
    },
  }),
  operation({
    id: 'createWalkIn',
    method: 'post',
    path: '/events/{eventId}/walk-ins',
    tag: 'Registrations',
    summary: 'Register a person who stands at the door, present at once',
    description:
      'A free seat that no person waits for, else 409 `door-full`; with `beyond` the class gets one seat more. A person who is registered already is checked in, and let in where they wait.',
    who: 'staff',
    params: OfEvent,
    body: WalkInInput,
    example: {
      fullName: 'Phạm Mẫu Vãng',
      phone: '0900 000 992',
      unitId: 'unt_goquao',
      beyond: true,
      otherDay: true,
    },
    status: 201,
    answer: CheckInView,
    run: async ({ world, account, params, body: { otherDay, ...person } }) => {
      mayCheckIn(account);
      if (!mayRegistrations(account, []).register) throw new Problem('forbidden', 'forbidden');
      const day = await rightDayOf(world, params.eventId, { day: person.day, otherDay });
      return view(await registerAtDoor(world, params.eventId, { ...person, day }), day);
    },
  }),
  operation({
    id: 'letIn',
    method: 'post',
    path: '/registrations/{registrationId}/let-in',
    tag: 'Registrations',
    summary: 'Let a registered person in who has no seat, present at once',
    description:
      'One who waits, past the others, or whose registration is still to be decided. 409 `door-full` where they wait and `beyond` is not set: the class gets one seat more.',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({ ...DayFields, beyond: WalkInInput.shape.beyond }),
    example: { beyond: true, otherDay: true },
    status: 200,
    answer: CheckInView,
    run: async ({ world, account, params, body: { beyond, ...asked } }) => {
      mayCheckIn(account);
      const { id, eventId } = await allowed(world, account, params.registrationId, 'see');
      const day = await rightDayOf(world, eventId, asked);
      return view(await letInRegistered(world, id, { day, beyond }), day);
    },
  }),
  operation({
    id: 'deleteCheckIn',
    method: 'delete',
    path: '/events/{eventId}/check-ins/{registrationId}',
    tag: 'Registrations',
    summary: 'Take the mark away: it was another person',
    who: 'staff',
    params: OfEvent.extend(OneRegistration.shape),
    query: z.object({
      day: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_DAYS)
        .optional()
        .describe('Which day, from 1; left out, the day that it is now'),
    }),
    status: 204,
    run: async ({ world, account, params, query }) => {
      mayCheckIn(account);
      const day = await rightDayOf(world, params.eventId, { ...query, otherDay: true });
      await undoCheckIn(world, params.eventId, params.registrationId, day);
    },
  }),
];
