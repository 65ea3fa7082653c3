import * as z from 'zod';
import type { Account } from '../accounts/account';
import { line, optional, Paging, pageOf, phone } from '../contract/fields';
import { operation } from '../contract/operation';
import { invalid, missing, Problem } from '../problem';
import { listUnits } from '../units/list';
import type { World } from '../world';
import { approve } from './approve';
import { cancelByStaff, decline, withdraw } from './cancel';
import { correct, correctByStaff } from './correct';
import { countCodeAttempt, findByCode, getRegistration, listRegistrations } from './find';
import { ForgotCodeInput, forgotCode } from './forgot-code';
import { mayRegistrations } from './may';
import { move } from './move';
import { RegisterInput, register } from './register';
import { registerByStaff, StaffRegisterInput } from './register-by-staff';
import {
  BASES,
  CONSENT_VERSION,
  GENDERS,
  Particulars,
  type Registration,
  STATUSES,
  TEAM_ROLES,
} from './registration';
import { replace } from './replace';

const Registered = z
  .object({
    id: z.string(),
    registrationId: z.string().describe('The same as `id`, by the name that paths give it'),
    code: z.string().describe('Nine digits; with the phone number it opens the registration'),
    status: z.enum(STATUSES),
    eventId: z.string(),
  })
  .meta({ id: 'Registered' });

const RegistrationView = z
  .object({
    ...Registered.shape,
    fullName: z.string(),
    phone: z.string(),
    email: z.string().optional(),
    unitId: z.string().optional(),
    unitName: z.string().optional(),
    bodyId: z.string().optional(),
    bodyName: z.string().optional(),
    teamName: z.string().optional(),
    teamRole: z.enum(TEAM_ROLES).optional(),
    position: z.string().optional(),
    gender: z.enum(GENDERS).optional(),
    yearOfBirth: z.number().optional(),
    interpreter: z.boolean(),
    access: z.string().optional(),
    online: z.boolean(),
    basis: z.enum(BASES),
    channel: z.string(),
    queuedAt: z.string().optional().describe('When they joined the waiting list; sorts by arrival'),
    reason: z.string().optional(),
    replacedBy: z.string().optional(),
    answers: z.record(z.string(), z.string()).optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
    version: z.number(),
  })
  .meta({ id: 'Registration' });

const brief = (r: Registration): z.output<typeof Registered> => ({
  id: r.id,
  registrationId: r.id,
  code: r.code,
  status: r.status,
  eventId: r.eventId,
});

const view = (r: Registration): z.output<typeof RegistrationView> => ({
  ...brief(r),
  fullName: r.fullName,
  phone: r.phone,
  email: r.email,
  unitId: r.unitId,
  unitName: r.unitName,
  bodyId: r.bodyId,
  bodyName: r.bodyName,
  teamName: r.teamName,
  teamRole: r.teamRole,
  position: r.position,
  gender: r.gender,
  yearOfBirth: r.yearOfBirth,
  interpreter: r.interpreter ?? false,
  access: r.access,
  online: r.online ?? false,
  basis: r.basis,
  channel: r.channel,
  queuedAt: r.queuedAt,
  reason: r.reason,
  replacedBy: r.replacedBy,
  answers: r.answers,
  createdAt: r.createdAt,
  updatedAt: r.updatedAt,
  version: r.version,
});

const OneRegistration = z.object({ registrationId: z.string().max(120) });
const OfEvent = z.object({ eventId: z.string().max(60) });
const ProofFields = { code: z.string().max(20), phone };

/** The registration, if this account may do this with it. @throws Problem */
const allowed = async (
  world: World,
  account: Account,
  id: string,
  verb: keyof ReturnType<typeof mayRegistrations>,
): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  const rights = mayRegistrations(account, await listUnits(world), registration);
  if (!rights.see) throw missing('registration');
  if (!rights[verb]) {
    const everywhere = mayRegistrations(account, [], { status: 'pending' });
    throw everywhere.approve
      ? new Problem('conflict', 'registration-not-active')
      : new Problem('forbidden', 'forbidden');
  }
  return registration;
};

const somebody = {
  fullName: 'Trần Thị Mẫu',
  phone: '0900 000 999',
  unitId: 'unt_goquao',
  position: 'Tổ trưởng tổ hòa giải',
} as const;

export const operations = [
  operation({
    id: 'register',
    method: 'post',
    path: '/events/{eventId}/registrations',
    tag: 'Registrations',
    summary: 'Register for an event',
    description:
      'A seat where there is one, else a place in the queue (`waitlisted`), or `pending` where the organizer approves. A repeat answers 409 without the code, unless it carries the same `nonce`.',
    who: 'public',
    params: OfEvent,
    body: RegisterInput,
    example: { ...somebody, consent: true },
    status: 201,
    answer: Registered,
    run: async ({ world, params, body }) => brief((await register(world, params.eventId, body)).registration),
  }),
  operation({
    id: 'registerByPhone',
    method: 'post',
    path: '/events/{eventId}/registrations/by-phone',
    tag: 'Registrations',
    summary: 'Register somebody who called',
    who: 'staff',
    params: OfEvent,
    body: StaffRegisterInput,
    example: { ...somebody, fullName: 'Lê Văn Mẫu', phone: '0900 000 998', basis: 'person' },
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
      const units = await listUnits(world);
      if (!mayRegistrations(account, units).see) throw new Problem('forbidden', 'forbidden');
      const page = await listRegistrations(world, params.eventId, query);
      return {
        items: page.items.filter((r) => mayRegistrations(account, units, r).see).map(view),
        next: page.next,
      };
    },
  }),
  operation({
    id: 'findRegistration',
    method: 'post',
    path: '/registrations/lookup',
    tag: 'Registrations',
    summary: 'Find a registration by its code and phone number',
    who: 'public',
    body: z.strictObject(ProofFields),
    example: { code: '900 000 001', phone: '0900 000 001' },
    status: 200,
    answer: RegistrationView,
    run: async ({ world, body }) => view((await findByCode(world, body)).registration),
  }),
  operation({
    id: 'forgotCode',
    method: 'post',
    path: '/registrations/forgotten-code',
    tag: 'Registrations',
    summary: 'Ask for a lost code',
    description:
      'The answer is the same for everybody. Whoever is registered under this name and phone is told the code through the address or the phone on file, once a day at most.',
    who: 'public',
    body: ForgotCodeInput,
    example: { fullName: 'Trần Thị Mẫu', phone: '0900 000 001' },
    status: 202,
    answer: z.object({ status: z.literal('received') }),
    run: async ({ world, body }) => {
      await forgotCode(world, body);
      return { status: 'received' };
    },
  }),
  operation({
    id: 'getRegistration',
    method: 'get',
    path: '/registrations/{registrationId}',
    tag: 'Registrations',
    summary: 'One registration: for staff, or with its code and phone number',
    who: 'public',
    proof: true,
    params: OneRegistration,
    query: z.object({ code: z.string().max(20).optional(), phone: phone.optional() }),
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params, query }) => {
      if (account) return view(await allowed(world, account, params.registrationId, 'see'));
      if (!query.code || !query.phone) throw new Problem('unauthenticated', 'code-and-phone-needed');
      const { registration } = await findByCode(world, { code: query.code, phone: query.phone });
      if (registration.id !== params.registrationId) throw missing('registration');
      return view(registration);
    },
  }),
  operation({
    id: 'correctRegistration',
    method: 'put',
    path: '/registrations/{registrationId}',
    tag: 'Registrations',
    summary: 'Correct what was said of a person',
    description:
      'What is left out is taken away. Staff, or the person with `code` and the phone on file as `proofPhone`.',
    who: 'public',
    proof: true,
    params: OneRegistration,
    body: z.strictObject({
      ...Particulars.shape,
      code: optional(z.string().max(20)),
      proofPhone: optional(phone),
    }),
    example: {
      ...somebody,
      fullName: 'Nguyễn Văn Mẫu An',
      phone: '0900 000 001',
      position: 'Tổ phó tổ hòa giải',
    },
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params, body }) => {
      const { code, proofPhone, ...particulars } = body;
      if (account) {
        await allowed(world, account, params.registrationId, 'correct');
        return view(await correctByStaff(world, params.registrationId, particulars));
      }
      if (!code || !proofPhone) throw new Problem('unauthenticated', 'code-and-phone-needed');
      const { registration } = await findByCode(world, { code, phone: proofPhone });
      if (registration.id !== params.registrationId) throw missing('registration');
      return view(
        await correct(
          world,
          { id: registration.id, code: registration.code, phone: proofPhone },
          particulars,
        ),
      );
    },
  }),
  operation({
    id: 'cancelRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/cancellation',
    tag: 'Registrations',
    summary: 'Say that somebody does not come',
    description:
      'The person says so with code and phone; staff say so with a reason, which the person is told. The seat passes to the first in line.',
    who: 'public',
    proof: true,
    params: OneRegistration,
    body: z.strictObject({
      code: optional(z.string().max(20)),
      phone: optional(phone),
      reason: optional(line(300)),
    }),
    example: { reason: 'Lớp chuyển sang đợt sau' },
    status: 200,
    answer: z.object({ registrationId: z.string(), status: z.literal('cancelled') }),
    run: async ({ world, account, params: { registrationId }, body }) => {
      if (body.code && body.phone) {
        await countCodeAttempt(world, body.phone);
        await withdraw(world, { id: registrationId, code: body.code.replace(/\D/g, ''), phone: body.phone });
      } else if (account) {
        await allowed(world, account, registrationId, 'cancel');
        if (!body.reason) throw invalid('reason', 'reason-required');
        await cancelByStaff(world, registrationId, body.reason);
      } else throw new Problem('unauthenticated', 'code-and-phone-needed');
      return { registrationId, status: 'cancelled' };
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
    body: z.strictObject({ ...Particulars.shape, basis: z.enum(BASES).default('paper') }),
    example: { ...somebody, fullName: 'Phạm Văn Mẫu', phone: '0900 000 997', basis: 'paper' },
    status: 201,
    answer: Registered,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'replace');
      const { basis, ...substitute } = body;
      return brief(
        await replace(world, params.registrationId, substitute, {
          basis,
          consent: CONSENT_VERSION,
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
    id: 'declineRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/refusal',
    tag: 'Registrations',
    summary: 'Decline somebody who is pending or waits',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({ reason: line(300) }),
    example: { reason: 'Lớp dành cho tổ trưởng' },
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'decline');
      await decline(world, params.registrationId, body.reason);
      return view(await getRegistration(world, params.registrationId));
    },
  }),
  operation({
    id: 'moveRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/move',
    tag: 'Registrations',
    summary: 'Move somebody to a parallel class that has a seat',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({ eventId: z.string() }),
    example: { eventId: 'evt_mau_mo' },
    status: 201,
    answer: Registered,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'move');
      return brief(await move(world, params.registrationId, body.eventId));
    },
  }),
];
