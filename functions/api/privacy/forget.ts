import * as z from 'zod';
import { FORGET_REASONS } from '../../events/person/forgotten';
import { allowed } from '../../events/registrations/allowed';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { exportPersonData } from '../../privacy/export';
import { forgetPerson } from '../../privacy/forget';
import { mayPrivacy } from '../../privacy/may';
import { PLACES } from '../../privacy/places/place';
import { openRequests } from '../../privacy/requests';
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
  })
  .meta({ id: 'PersonData' });

const ForgetRequestView = z
  .object({
    registrationId: z.string(),
    eventId: z.string(),
    askedAt: instant,
    dueAt: instant.describe('The last moment of the promised 15 days'),
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

const forbidden = () => new Problem('forbidden', 'forbidden');

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
      if (!mayPrivacy(account).forget) throw forbidden();
      const { items, next } = cutPage(await openRequests(world), query);
      return {
        items: items.map(({ id, eventId, askedAt, dueAt }) => ({
          registrationId: id,
          eventId,
          askedAt,
          dueAt,
        })),
        next,
      };
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
      return exportPersonData(world, registrationId, 'json');
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
      if (!mayPrivacy(account).forget) throw forbidden();
      const { sk, state, count } = await forgetPerson(world, { id: registrationId }, body.reason);
      return { id: sk, state, places: count };
    },
  }),
];
