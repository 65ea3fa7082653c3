import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import type { ForgetRequest } from '../../events/person/forget-request';
import { FORGET_REASONS } from '../../events/person/forgotten';
import { allowed } from '../../events/registrations/allowed';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { exportPersonData, exportRequestedData } from '../../privacy/export';
import { findPersonData } from '../../privacy/find';
import { forgetPerson } from '../../privacy/forget';
import { mayPrivacy } from '../../privacy/may';
import { COUNTED_PLACES, type Kept, PLACES } from '../../privacy/places/place';
import { RefusalInput, refuseRequest } from '../../privacy/refuse';
import { AskerInput, askedBy, getRequest, openRequests, requestForPerson } from '../../privacy/requests';
import { operation } from '../contract/operation';

const OneRegistration = z.object({ registrationId: idOf('reg') });
const instant = z.iso.datetime();

const PersonData = z
  .object({
    madeAt: instant,
    kept: z.array(
      z.object({
        place: z.enum(PLACES),
        id: z.string().describe('Of the thing that holds it'),
        eventId: z.string().optional(),
        values: z.record(z.string(), z.unknown()).describe('What it says of the person'),
      }),
    ),
    signedLetters: z
      .array(z.object({ eventId: z.string(), count: z.number() }))
      .describe(
        'Signed letters of these events may name the person: they are files that no program can search',
      ),
  })
  .meta({ id: 'PersonData' });

const ForgetRequestView = z
  .object({
    requestId: z.string(),
    registrationId: z.string().optional().describe('Absent where the person has no registration'),
    eventId: z.string().optional(),
    person: z
      .object({ fullName: z.string(), phone: z.string(), email: z.string().optional() })
      .optional()
      .describe('Of a person without a registration'),
    askedAt: instant,
    dueAt: instant.describe('The last moment of the promised 15 days'),
    refusedAt: instant.optional(),
    refusal: z.string().optional(),
  })
  .meta({ id: 'ForgetRequest' });

const Forgetting = z
  .object({
    id: z.string(),
    state: z
      .enum(['running', 'again', 'done'])
      .describe(
        '`again`: done, and looked at once more after 15 minutes. `running`: the clock carries it on',
      ),
    places: z.number().describe('How many things lost what they said of the person'),
  })
  .meta({ id: 'Forgetting' });

const OneRequest = z.object({ requestId: idOf('frq') });

const requestView = ({
  id,
  registrationId,
  eventId,
  asker,
  askedAt,
  dueAt,
  refusedAt,
  refusal,
}: ForgetRequest) => ({
  requestId: id,
  registrationId,
  eventId,
  person: asker,
  askedAt,
  dueAt,
  refusedAt,
  refusal,
});

const forbidden = () => new Problem('forbidden', 'forbidden');
const mustForget = (account: Account): void => {
  if (!mayPrivacy(account).forget) throw forbidden();
};

/** How much of a person there is, place by place; what a request leaves in the history is nothing of theirs. */
const countsOf = (kept: readonly Kept[]) =>
  COUNTED_PLACES.flatMap((place) => {
    const count = kept.filter((one) => one.place === place).length;
    return count ? [{ place, count }] : [];
  });

export const operations = [
  operation({
    id: 'listForgetRequests',
    method: 'get',
    path: '/forget-requests',
    tag: 'Privacy',
    summary: 'Requests of people to be forgotten that wait, the most urgent first',
    description: 'For organizers.',
    who: 'staff',
    query: Paging,
    status: 200,
    answer: pageOf(ForgetRequestView),
    run: async ({ world, account, query }) => {
      mustForget(account);
      const { items, next } = cutPage(await openRequests(world), query);
      return {
        items: items.map(requestView),
        next,
      };
    },
  }),
  operation({
    id: 'createForgetRequest',
    method: 'post',
    path: '/forget-requests',
    tag: 'Privacy',
    summary: 'Write down the request to be forgotten of a person who called, wrote or came',
    description:
      'For organizers. Also of a person without a registration: they are found by name and phone wherever something of them is kept. Where the person has a registration, the request is that registration’s. Asked twice, the first time counts. 422 `person-missing` at `fullName` where nothing is kept of them.',
    who: 'staff',
    body: AskerInput,
    example: { fullName: 'Đặng Văn Mẫu Hải', phone: '0900000505', email: 'hai@mau.example' },
    status: 201,
    answer: z
      .object({
        request: ForgetRequestView,
        found: z.array(z.object({ place: z.enum(PLACES), count: z.number() })).describe('What would go'),
      })
      .meta({ id: 'ForgetAsked' }),
    run: async ({ world, account, body }) => {
      mustForget(account);
      const request = await requestForPerson(world, body);
      const { kept } = await findPersonData(world, body);
      return { request: requestView(request), found: countsOf(kept) };
    },
  }),
  operation({
    id: 'refuseForgetRequest',
    method: 'post',
    path: '/forget-requests/{requestId}/refusal',
    tag: 'Privacy',
    summary: 'Refuse a request to be forgotten, with the reason',
    description:
      'For organizers, where the law asks for the data to be kept. The person is told the reason and where to object: by mail, or by a line of the call list; not while their data are restricted, when they read it on their own page. They may ask again. 409 `request-over` where it was carried out, taken back or refused.',
    who: 'staff',
    params: OneRequest,
    body: RefusalInput,
    example: { refusal: 'Chứng từ chi hỗ trợ tiền ăn phải lưu 10 năm theo Luật Kế toán.' },
    refusals: ['Missing', 'Conflict'],
    status: 200,
    answer: ForgetRequestView,
    run: async ({ world, account, params: { requestId }, body }) => {
      mustForget(account);
      await getRequest(world, requestId);
      return requestView(await refuseRequest(world, requestId, body));
    },
  }),
  operation({
    id: 'carryOutForgetRequest',
    method: 'post',
    path: '/forget-requests/{requestId}/forgetting',
    tag: 'Privacy',
    summary: 'Forget the person of a request, in every place',
    description:
      'As `forgetPerson`, also of a person without a registration. 409 `request-over` where it was done.',
    who: 'staff',
    params: OneRequest,
    body: z.strictObject({ reason: z.enum(FORGET_REASONS) }),
    example: { reason: 'asked' },
    refusals: ['Missing', 'Conflict'],
    status: 200,
    answer: Forgetting,
    run: async ({ world, account, params: { requestId }, body }) => {
      mustForget(account);
      const asked = askedBy(await getRequest(world, requestId));
      const { sk, state, count } = await forgetPerson(world, asked, body.reason);
      return { id: sk, state, places: count };
    },
  }),
  operation({
    id: 'getRequestedData',
    method: 'get',
    path: '/forget-requests/{requestId}/person-data',
    tag: 'Privacy',
    summary: 'All that is kept of the person of a request, in every place',
    description:
      'As `getPersonData`, also of a person without a registration. 409 `request-over` where they were forgotten.',
    who: 'staff',
    params: OneRequest,
    refusals: ['Missing', 'Conflict'],
    status: 200,
    answer: PersonData,
    run: async ({ world, account, params: { requestId } }) => {
      mustForget(account);
      return exportRequestedData(world, await getRequest(world, requestId), 'json', account);
    },
  }),
  operation({
    id: 'getPersonData',
    method: 'get',
    path: '/registrations/{registrationId}/person-data',
    tag: 'Privacy',
    summary: 'All that is kept of the person of a registration, in every place',
    description:
      'For organizers; while the data are restricted, for admins alone. It stands in the history that they were taken.',
    who: 'staff',
    params: OneRegistration,
    status: 200,
    answer: PersonData,
    run: async ({ world, account, params: { registrationId } }) => {
      const registration = await allowed(world, account, registrationId, 'see');
      if (!mayPrivacy(account, registration).see) throw forbidden();
      return exportPersonData(world, registrationId, 'json', account);
    },
  }),
  operation({
    id: 'forgetPerson',
    method: 'post',
    path: '/registrations/{registrationId}/forgetting',
    tag: 'Privacy',
    summary: 'Forget the person of a registration, in every place',
    description:
      'For organizers. It cannot be undone. Seats, attendance and counts stay; registrations for events to come are cancelled, and the person is told nothing.',
    who: 'staff',
    params: OneRegistration,
    body: z.strictObject({ reason: z.enum(FORGET_REASONS) }),
    example: { reason: 'asked' },
    status: 200,
    answer: Forgetting,
    run: async ({ world, account, params: { registrationId }, body }) => {
      await allowed(world, account, registrationId, 'see');
      mustForget(account);
      const { sk, state, count } = await forgetPerson(world, { id: registrationId }, body.reason);
      return { id: sk, state, places: count };
    },
  }),
];
