import * as z from 'zod';
import { allUnits } from '../../directory/units/list';
import { Particulars } from '../../events/person/person-fields';
import { allowed } from '../../events/registrations/allowed';
import { approve } from '../../events/registrations/change/approve';
import { decline } from '../../events/registrations/change/cancel';
import { move } from '../../events/registrations/change/move';
import { evenIfPresent } from '../../events/registrations/change/present';
import { replace } from '../../events/registrations/change/replace';
import { restore } from '../../events/registrations/change/restore';
import { seatWaiting } from '../../events/registrations/change/seat';
import { getRegistration } from '../../events/registrations/find';
import { mayRegistrations } from '../../events/registrations/may';
import { registerByStaff, StaffRegisterInput } from '../../events/registrations/register/register-by-staff';
import { BASES, type Listed } from '../../events/registrations/registration';
import { listRegistrations } from '../../events/registrations/roll/list';
import { idOf, line, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { STATUSES } from '../../seats/ledger/entry';
import { operation } from '../contract/operation';
import {
  brief,
  OfEvent,
  OneRegistration,
  Registered,
  RegistrationView,
  samplePerson,
  staffView,
  view,
} from './view';

/** What only staff may call. */
export const operations = [
  operation({
    id: 'registerByPhone',
    method: 'post',
    path: '/events/{eventId}/registrations/by-phone',
    tag: 'Registrations',
    summary: 'Register a person who called',
    who: 'staff',
    params: OfEvent,
    body: StaffRegisterInput,
    example: { ...samplePerson, fullName: 'Lê Văn Mẫu', phone: '0900 000 998', basis: 'person' },
    status: 201,
    answer: Registered,
    run: async ({ world, account, params, body }) => {
      if (!mayRegistrations(account, []).register) throw new Problem('forbidden', 'forbidden');
      return brief((await registerByStaff(world, params.eventId, body)).registration);
    },
  }),
  operation({
    id: 'listRegistrations',
    method: 'get',
    path: '/events/{eventId}/registrations',
    tag: 'Registrations',
    summary: "An event's registrations",
    who: 'staff',
    params: OfEvent,
    query: Paging.extend({ status: z.enum(STATUSES).optional(), search: z.string().max(100).optional() }),
    status: 200,
    answer: pageOf(RegistrationView),
    run: async ({ world, account, params, query }) => {
      const units = await allUnits(world);
      if (!mayRegistrations(account, units).see) throw new Problem('forbidden', 'forbidden');
      const rights = (r: Listed) => mayRegistrations(account, units, r);
      const { items, next } = await listRegistrations(world, params.eventId, {
        ...query,
        may: (r) => rights(r).see,
      });
      return { items: items.map((r) => staffView(r, rights(r))), next };
    },
  }),
  operation({
    id: 'replaceRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/replacement',
    tag: 'Registrations',
    summary: 'Replace one person by another (thay người)',
    description: 'The seat passes to the substitute, never to the queue.',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({
      ...Particulars.shape,
      basis: z.enum(BASES),
      another: z
        .boolean()
        .default(false)
        .describe('The substitute is not the person of nearly the same name on the same phone'),
      evenIfPresent,
    }),
    example: { ...samplePerson, fullName: 'Phạm Văn Mẫu', phone: '0900 000 997', basis: 'paper' },
    status: 201,
    answer: Registered,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'replace');
      const { basis, another, evenIfPresent: present, ...substitute } = body;
      return brief(
        await replace(world, params.registrationId, substitute, {
          basis,
          another,
          evenIfPresent: present,
          channel: 'api',
          ...(basis !== 'person' && { attestedBy: account.id }),
        }),
      );
    },
  }),
  operation({
    id: 'approveRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/approval',
    tag: 'Registrations',
    summary: 'Approve a pending registration: a seat, or a place in the queue',
    who: 'staff',
    params: OneRegistration,
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params }) => {
      await allowed(world, account, params.registrationId, 'approve');
      await approve(world, params.registrationId);
      return view(await getRegistration(world, params.registrationId));
    },
  }),
  operation({
    id: 'seatRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/seat',
    tag: 'Registrations',
    summary: 'Give a free seat to a person who waits, as the organizer decides',
    description:
      "From `promotionHours` before the event's beginning the queue no longer moves by itself: a free seat is the organizer's to give, best in the order of the queue. The person is told. 409 `seat-none-left` before that time, or where no seat is free.",
    who: 'staff',
    params: OneRegistration,
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params }) => {
      await allowed(world, account, params.registrationId, 'seat');
      return view(await seatWaiting(world, params.registrationId));
    },
  }),
  operation({
    id: 'declineRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/refusal',
    tag: 'Registrations',
    summary: 'Decline a person who is pending or waits',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({ reason: line(300), evenIfPresent }),
    example: { reason: 'Lớp dành cho tổ trưởng' },
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'decline');
      await decline(world, params.registrationId, body.reason, body);
      return view(await getRegistration(world, params.registrationId));
    },
  }),
  operation({
    id: 'restoreRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/restoration',
    tag: 'Registrations',
    summary: 'Take back a cancellation or a refusal that was a slip',
    description:
      'The person has the same code again, and a seat where there is one, else a place at the end of the queue: the seat was given on. The person is told. 409 `registration-not-restorable` where they were replaced or moved.',
    who: 'staff',
    params: OneRegistration,
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params }) => {
      await allowed(world, account, params.registrationId, 'restore');
      return view(await restore(world, params.registrationId));
    },
  }),
  operation({
    id: 'moveRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/move',
    tag: 'Registrations',
    summary: 'Move a person to a parallel class that has a seat',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({ eventId: idOf('evt'), evenIfPresent }),
    example: { eventId: 'evt_mau_mo' },
    status: 201,
    answer: Registered,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'move');
      return brief(await move(world, params.registrationId, body.eventId, body));
    },
  }),
];
