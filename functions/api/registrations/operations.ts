import * as z from 'zod';
import { allUnits } from '../../directory/units/list';
import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { type CodeAndPhone, countWrongCodes, ownName } from '../../events/person/code-attempts';
import { Particulars } from '../../events/person/person-fields';
import { allowed } from '../../events/registrations/allowed';
import { changeWay } from '../../events/registrations/change/attendance-way';
import { cancelByStaff, withdraw } from '../../events/registrations/change/cancel';
import { correct, correctByStaff } from '../../events/registrations/change/correct';
import { ForgotCodeInput, forgotCode } from '../../events/registrations/change/forgot-code';
import { evenIfPresent } from '../../events/registrations/change/present';
import { mustBeAhead } from '../../events/registrations/eligibility';
import { findByCode, getRegistration } from '../../events/registrations/find';
import { mayRegistrations } from '../../events/registrations/may';
import { queuePlace } from '../../events/registrations/queue-place';
import { RegisterInput, register } from '../../events/registrations/register/register';
import { line, optional, phone, versionField } from '../../platform/input/fields';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { correctEverywhere } from '../../privacy/person/correct-everywhere';
import { locate } from '../../seats/ledger/ids';
import { operation } from '../contract/operation';
import {
  brief,
  OfEvent,
  OneRegistration,
  personView,
  Registered,
  RegistrationView,
  samplePerson,
  staffView,
  view,
} from './view';

const ProofFields = { code: z.string().max(20), phone, fullName: ownName };

/** @throws Problem missing where the id is unknown */
const eventOf = async (world: World, registrationId: string): Promise<Event> => {
  const at = locate(registrationId);
  if (!at) throw missing('registration');
  return getEvent(world, at.eventId);
};

/** The registration of the path, for a person who knows its code and phone. @throws Problem missing for any other */
const findOwn = async (world: World, id: string, proof: CodeAndPhone) => {
  const found = await findByCode(world, proof);
  if (found.registration.id !== id) throw missing('registration');
  return found;
};

/** Public calls, and those that a person makes for themselves with code and phone. */
export const operations = [
  operation({
    id: 'register',
    method: 'post',
    path: '/events/{eventId}/registrations',
    tag: 'Registrations',
    summary: 'Register for an event',
    description:
      'A seat where there is one, else a place in the queue (`waitlisted`), or `pending` where the organizer approves. A repeat answers 409 `already-registered` without the code, unless it carries the same `nonce`; the person is told the code through the address or the phone on file, once a day at most.',
    who: 'public',
    params: OfEvent,
    body: RegisterInput,
    example: { ...samplePerson, consent: true },
    status: 201,
    answer: Registered,
    run: async ({ world, params, body }) => brief((await register(world, params.eventId, body)).registration),
  }),
  operation({
    id: 'findRegistration',
    method: 'post',
    path: '/registrations/lookup',
    tag: 'Registrations',
    summary: 'Find a registration by its code and phone number',
    description:
      'Wrong ones are counted by phone and network: 429 past twenty in an hour. Where a phone was tried in vain a hundred times in a day, from anywhere, 422 `name-needed` asks for `fullName` too; the person is not locked out.',
    who: 'public',
    body: z.strictObject(ProofFields),
    example: { code: '900 000 001', phone: '0900 000 001' },
    refusals: ['Missing'],
    status: 200,
    answer: RegistrationView,
    run: async ({ world, body }) => personView(world, await findByCode(world, body)),
  }),
  operation({
    id: 'forgotCode',
    method: 'post',
    path: '/registrations/forgotten-code',
    tag: 'Registrations',
    summary: 'Ask for a lost code',
    description:
      'The answer is always the same. A person who is registered under this name and phone is told the code through the address or the phone on file, once a day at most.',
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
    summary: 'One registration, for staff',
    description:
      'The person themselves calls `findRegistration`: an address never holds a code or a phone, since addresses stay in histories and logs.',
    who: 'staff',
    params: OneRegistration,
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params }) => {
      const seen = await allowed(world, account, params.registrationId, 'see');
      const rights = mayRegistrations(account, await allUnits(world), seen);
      return { ...staffView(seen, rights), place: await queuePlace(world, seen) };
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
      proofName: ownName,
      version: optional(versionField).describe('The version that was read: 412 where it changed'),
      everywhere: z
        .boolean()
        .default(false)
        .describe('By staff: the same mistake in the other registrations of the person, too'),
    }),
    example: {
      ...samplePerson,
      fullName: 'Nguyễn Văn Mẫu An',
      phone: '0900 000 001',
      position: 'Tổ phó tổ hòa giải',
    },
    status: 200,
    answer: RegistrationView,
    run: async ({ world, account, params, body }) => {
      const { code, proofPhone, proofName, version, everywhere, ...particulars } = body;
      if (account) {
        await allowed(world, account, params.registrationId, 'correct');
        if (!everywhere)
          return view(await correctByStaff(world, params.registrationId, particulars, version));
        return view(
          (await correctEverywhere(world, params.registrationId, particulars, version)).registration,
        );
      }
      if (!code || !proofPhone) throw new Problem('unauthenticated', 'code-and-phone-needed');
      const proof = { code, phone: proofPhone, fullName: proofName };
      const { registration, event } = await findOwn(world, params.registrationId, proof);
      mustBeAhead(event, world.now());
      return view(await correct(world, registration, particulars, version));
    },
  }),
  operation({
    id: 'changeAttendance',
    method: 'put',
    path: '/registrations/{registrationId}/attendance',
    tag: 'Registrations',
    summary: 'Take part online instead of in the hall, or the other way round',
    description:
      'The person says so with code and phone. They keep what they have where there is no seat the other way: 409 `online-full`, `hall-full`.',
    who: 'public',
    proof: true,
    params: OneRegistration,
    body: z.strictObject({ ...ProofFields, online: z.boolean() }),
    example: { code: '900 000 001', phone: '0900 000 001', online: false },
    status: 200,
    answer: RegistrationView,
    run: async ({ world, params: { registrationId }, body }) => {
      const { registration } = await findOwn(world, registrationId, body);
      return view(await changeWay(world, registration, body.online));
    },
  }),
  operation({
    id: 'cancelRegistration',
    method: 'post',
    path: '/registrations/{registrationId}/cancellation',
    tag: 'Registrations',
    summary: 'Say that a person does not come',
    description:
      'The person says so with code and phone; staff say so with a reason, which the person is told, or with `atOwnRequest` where the person rang: then they are not told. The seat passes to the first in line. 409 `marked-present` for a person who was seen at the event, unless `evenIfPresent`.',
    who: 'public',
    proof: true,
    params: OneRegistration,
    body: z.strictObject({
      code: optional(z.string().max(20)),
      phone: optional(phone),
      fullName: ownName,
      reason: optional(line(300)),
      atOwnRequest: z.boolean().default(false).describe('Staff only: the person said so by phone'),
      evenIfPresent,
    }),
    example: { reason: 'Lớp chuyển sang đợt sau' },
    status: 200,
    answer: z.object({ registrationId: z.string(), status: z.literal('cancelled') }),
    run: async ({ world, account, params: { registrationId }, body }) => {
      if (account) {
        // Staff act by their role, even if they know the code: history must name them, not the person.
        await allowed(world, account, registrationId, 'cancel');
        if (!body.reason && !body.atOwnRequest) throw invalid('reason', 'reason-required');
        await cancelByStaff(world, registrationId, body.reason, body);
      } else if (body.code && body.phone) {
        const { code, phone } = body;
        mustBeAhead(await eventOf(world, registrationId), world.now());
        await countWrongCodes(world, { phone, fullName: body.fullName }, async (mustBeNamed, asksName) => {
          if (asksName) mustBeNamed(await getRegistration(world, registrationId));
          await withdraw(world, { id: registrationId, code: code.replace(/\D/g, ''), phone }, body);
        });
      } else throw new Problem('unauthenticated', 'code-and-phone-needed');
      return { registrationId, status: 'cancelled' };
    },
  }),
];
