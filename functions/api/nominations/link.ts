import * as z from 'zod';
import { byLink } from '../../events/nominations/filling';
import {
  replaceNominee,
  Withdrawal,
  withdrawNominee,
} from '../../events/nominations/nominees/change-nominee';
import { nominate } from '../../events/nominations/nominees/nominate';
import { NomineeInput } from '../../events/nominations/nominees/nominee';
import { readNomination } from '../../events/nominations/read';
import { evenIfPresent } from '../../events/registrations/change/present';
import { listCalls, OUTCOMES, tick } from '../../outbox/calls/calls';
import { idOf, Paging, pageOf } from '../../platform/input/fields';
import { as } from '../../platform/world/world';
import { operation } from '../contract/operation';
import { CallView, callView } from '../notices/call-view';
import { writeList } from './list';
import { eventView, OpenNomination } from './open-nomination-view';
import { COUNTS, ListedRow, PastedList, sampleList } from './rows-view';
import { NomineeSchema, nominee, view } from './view';

const ByLink = z.object({ token: z.string().max(60) });
const OneByLink = ByLink.extend({ registrationId: idOf('reg') });
const samplePerson = {
  fullName: 'Danh Mẫu',
  phone: '0900 000 996',
  position: 'Hòa giải viên',
  basis: 'paper',
} as const;

/** What the link of a unit or body opens, over JSON. The link is the key: no account, no token beside it. */
export const operations = [
  operation({
    id: 'getNomination',
    method: 'get',
    path: '/links/nominations/{token}',
    tag: 'Nominations',
    summary: 'What the link shows: the quota used and left, and whom it named',
    who: 'public',
    params: ByLink,
    status: 200,
    answer: OpenNomination,
    run: async ({ world, params }) => {
      const seen = await readNomination(world, params.token);
      const { quota, used, left, people, event, may } = seen;
      return {
        ...view(seen.nomination),
        quota,
        used,
        left,
        may,
        event: eventView(event),
        people: people.map(nominee),
      };
    },
  }),
  operation({
    id: 'nominatePerson',
    method: 'post',
    path: '/links/nominations/{token}/people',
    tag: 'Nominations',
    summary: 'Name a person within the quota',
    who: 'public',
    params: ByLink,
    body: NomineeInput,
    example: samplePerson,
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, params, body }) => nominee(await nominate(world, params.token, body)),
  }),
  operation({
    id: 'nominatePeople',
    method: 'post',
    path: '/links/nominations/{token}/list',
    tag: 'Nominations',
    summary: 'Name a list of people, as it was copied from a spreadsheet',
    description:
      'At most 500 rows, cells between tabs, with or without a head. Each row is answered for itself; with `preview` nothing is written. Rows beyond the quota are refused with `quota-full`, or kept in reserve where `reserve` says so. What there was no time for is `unsent`: send the same list again, no person is named twice.',
    who: 'public',
    params: ByLink,
    body: PastedList,
    // 200,000 letters, as JSON may write them.
    largestKb: 1_024,
    example: sampleList('Thị Mẫu Hai', '0900 000 993'),
    status: 200,
    answer: z.object({ items: z.array(ListedRow), ...COUNTS }),
    run: async ({ world, params, body }) => writeList(await byLink(world, params.token), body),
  }),
  operation({
    id: 'replaceNominee',
    method: 'post',
    path: '/links/nominations/{token}/people/{registrationId}/replacement',
    tag: 'Nominations',
    summary: 'Replace one named person by another (thay người)',
    who: 'public',
    params: OneByLink,
    body: NomineeInput.extend({ evenIfPresent }),
    example: { ...samplePerson, fullName: 'Thị Mẫu', phone: '0900 000 994' },
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, params, body }) =>
      nominee(await replaceNominee(world, params.token, params.registrationId, body)),
  }),
  operation({
    id: 'withdrawNominee',
    method: 'post',
    path: '/links/nominations/{token}/people/{registrationId}/cancellation',
    tag: 'Nominations',
    summary: 'Take a named person off the list',
    description:
      'With a reason, which the person is told, or with `atOwnRequest` where the person said so: then they are not told.',
    who: 'public',
    params: OneByLink,
    body: Withdrawal,
    example: { reason: 'Bận việc gia đình' },
    status: 204,
    run: ({ world, params, body }) => withdrawNominee(world, params.token, params.registrationId, body),
  }),
  operation({
    id: 'listNominationCalls',
    method: 'get',
    path: '/links/nominations/{token}/calls',
    tag: 'Nominations',
    summary: 'Whom of the people named no mail reaches: the officer tells them',
    who: 'public',
    params: ByLink,
    query: Paging,
    status: 200,
    answer: pageOf(CallView),
    run: async ({ world, params, query }) => {
      const { id } = (await readNomination(world, params.token)).nomination;
      const { items, next } = await listCalls(world, { ...query, owner: id });
      return { items: items.map(callView), next };
    },
  }),
  operation({
    id: 'tickNominationCall',
    method: 'put',
    path: '/links/nominations/{token}/calls/{id}/outcome',
    tag: 'Nominations',
    summary: 'Say, as the officer, that a person was told, or could not be reached',
    who: 'public',
    params: ByLink.extend({ id: z.string().max(100) }),
    body: z.strictObject({ outcome: z.enum(OUTCOMES) }),
    example: { outcome: 'told' },
    status: 200,
    answer: CallView,
    run: async ({ world, params, body }) => {
      const { id } = (await readNomination(world, params.token)).nomination;
      return callView(await tick(as(world, id), params.id, body.outcome, (call) => call.owner === id));
    },
  }),
];
