import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { allUnits } from '../../directory/units/list';
import { areaOf } from '../../directory/units/successors';
import { byAccount } from '../../events/nominations/filling';
import {
  correctNominee,
  NomineeCorrection,
  replaceFor,
  seatReserve,
  Withdrawal,
  withdrawFor,
} from '../../events/nominations/nominees/change-nominee';
import { nameReserve, nominateFor } from '../../events/nominations/nominees/nominate';
import { NomineeInput } from '../../events/nominations/nominees/nominee';
import { quotasAhead } from '../../events/nominations/of-area';
import { type NominationView, viewNomination } from '../../events/nominations/read';
import { evenIfPresent } from '../../events/registrations/change/present';
import { isReserve } from '../../events/registrations/nominees';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { operation } from '../contract/operation';
import { writeList } from './list';
import { eventView, OpenNomination } from './open-nomination-view';
import { COUNTS, ListedRow, PastedList, sampleList } from './rows-view';
import { NomineeSchema, nominee, view } from './view';

const One = z.object({ nominationId: idOf('nom') });
const Person = One.extend({ registrationId: idOf('reg') });
const samplePerson = { phone: '0900 000 986', position: 'Hòa giải viên', basis: 'paper' } as const;

const OwnQuota = OpenNomination.omit({ people: true })
  .extend({ reserve: z.number().describe('People named beyond the quota') })
  .meta({ id: 'OwnQuota' });

const ownQuota = (seen: NominationView): z.output<typeof OwnQuota> => ({
  ...view(seen.nomination),
  quota: seen.quota,
  used: seen.used,
  left: seen.left,
  may: seen.may,
  event: eventView(seen.event),
  reserve: seen.people.filter(isReserve).length,
});

/** The units whose quotas an account fills; undefined for the organizer: all. @throws Problem `forbidden` */
const unitsOf = async (world: World, account: Account): Promise<ReadonlySet<string> | undefined> => {
  const { schedule, seePeople } = may(account);
  if (schedule) return undefined;
  if (!seePeople || !account.unitId) throw new Problem('forbidden', 'forbidden');
  return areaOf(await allUnits(world), account.unitId);
};

/** An officer's own quotas: what the mailed link opens, for an account of the unit or of a unit above it. */
export const operations = [
  operation({
    id: 'listQuotas',
    method: 'get',
    path: '/quotas',
    tag: 'Quotas',
    summary: 'The quotas that the caller fills, the next deadline first',
    description:
      "An officer's are those of the unit and of the units below it. Events that are over are left out.",
    who: 'staff',
    query: Paging,
    status: 200,
    answer: pageOf(OwnQuota),
    run: async ({ world, account, query }) => {
      const quotas = await quotasAhead(world, await unitsOf(world, account));
      const { items, next } = cutPage(quotas, query);
      return { items: items.map(ownQuota), next };
    },
  }),
  operation({
    id: 'getQuota',
    method: 'get',
    path: '/quotas/{nominationId}',
    tag: 'Quotas',
    summary: 'One quota, and the people named within it and beyond it',
    who: 'staff',
    params: One,
    status: 200,
    answer: OwnQuota.extend({ people: z.array(NomineeSchema) }),
    run: async ({ world, account, params }) => {
      const { filling } = await byAccount(world, account, params.nominationId);
      const seen = await viewNomination(world, filling.nomination);
      return { ...ownQuota(seen), people: seen.people.map(nominee) };
    },
  }),
  operation({
    id: 'nameInQuota',
    method: 'post',
    path: '/quotas/{nominationId}/people',
    tag: 'Quotas',
    summary: 'Name a person within the quota, with an account',
    description:
      'As by the link. Where the person is registered already (`already-on-list`), `title` says by whom and when.',
    who: 'staff',
    params: One,
    body: NomineeInput,
    example: { ...samplePerson, fullName: 'Danh Mẫu Phúc' },
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, account, params, body }) => {
      const hands = await byAccount(world, account, params.nominationId);
      return nominee(await nominateFor(hands.world, hands.filling, body));
    },
  }),
  operation({
    id: 'nameListInQuota',
    method: 'post',
    path: '/quotas/{nominationId}/list',
    tag: 'Quotas',
    summary: 'Name a list of people, as it was copied from a spreadsheet, with an account',
    description:
      'As `nominatePeople` does by the link. A row with `already-on-list` also says by whom the person was registered.',
    who: 'staff',
    params: One,
    body: PastedList,
    example: sampleList('Thị Mẫu Ba', '0900 000 985'),
    status: 200,
    answer: z.object({ items: z.array(ListedRow), ...COUNTS }),
    run: async ({ world, account, params, body }) =>
      writeList(await byAccount(world, account, params.nominationId), body),
  }),
  operation({
    id: 'addReserve',
    method: 'post',
    path: '/quotas/{nominationId}/reserve',
    tag: 'Quotas',
    summary: 'Name a person beyond the quota (dự bị)',
    description:
      'They get the seat of the first nominee who leaves, in the order in which they were named. While the quota has a free seat they get it at once.',
    who: 'staff',
    params: One,
    body: NomineeInput,
    example: { ...samplePerson, fullName: 'Thị Mẫu Hạnh', phone: '0900 000 984' },
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, account, params, body }) => {
      const hands = await byAccount(world, account, params.nominationId);
      return nominee(await nameReserve(hands.world, hands.filling, body));
    },
  }),
  operation({
    id: 'seatReserve',
    method: 'post',
    path: '/quotas/{nominationId}/people/{registrationId}/seat',
    tag: 'Quotas',
    summary: 'Give a free seat of the quota to a person of the reserve',
    description: 'Shortly before the event seats are no longer given by themselves.',
    who: 'staff',
    params: Person,
    status: 200,
    answer: NomineeSchema,
    run: async ({ world, account, params }) => {
      const hands = await byAccount(world, account, params.nominationId);
      return nominee(await seatReserve(hands.world, hands.filling, params.registrationId));
    },
  }),
  operation({
    id: 'correctNominee',
    method: 'put',
    path: '/quotas/{nominationId}/people/{registrationId}',
    tag: 'Quotas',
    summary: 'Correct what is on file of a named person',
    description: 'What is left out is emptied. 412 where it was changed since `version`.',
    who: 'staff',
    params: Person,
    body: NomineeCorrection,
    example: { fullName: 'Danh Mẫu Phúc', phone: '0900 000 986', position: 'Tổ trưởng', version: 1 },
    status: 200,
    answer: NomineeSchema,
    run: async ({ world, account, params, body }) => {
      const hands = await byAccount(world, account, params.nominationId);
      return nominee(await correctNominee(hands.world, hands.filling, params.registrationId, body));
    },
  }),
  operation({
    id: 'replaceInQuota',
    method: 'post',
    path: '/quotas/{nominationId}/people/{registrationId}/replacement',
    tag: 'Quotas',
    summary: 'Replace one named person by another (thay người), with an account',
    who: 'staff',
    params: Person,
    body: NomineeInput.extend({ evenIfPresent }),
    example: { ...samplePerson, fullName: 'Lý Mẫu Tâm', phone: '0900 000 983' },
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, account, params, body }) => {
      const hands = await byAccount(world, account, params.nominationId);
      return nominee(await replaceFor(hands.world, hands.filling, params.registrationId, body));
    },
  }),
  operation({
    id: 'cancelNominee',
    method: 'post',
    path: '/quotas/{nominationId}/people/{registrationId}/cancellation',
    tag: 'Quotas',
    summary: 'Take a named person off the list, with an account',
    description: 'With a reason, which the person is told, or with `atOwnRequest` where the person said so.',
    who: 'staff',
    params: Person,
    body: Withdrawal,
    example: { reason: 'Bận việc gia đình' },
    status: 204,
    run: async ({ world, account, params, body }) => {
      const hands = await byAccount(world, account, params.nominationId);
      await withdrawFor(hands.world, hands.filling, params.registrationId, body);
    },
  }),
];
