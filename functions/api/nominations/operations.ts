import * as z from 'zod';
import { allUnits } from '../../directory/units/list';
import { changeNomination, NominationChange } from '../../events/nominations/change';
import { createNomination } from '../../events/nominations/create';
import { getNomination, listNominations } from '../../events/nominations/list';
import { mayNominations, mustGiveQuotas } from '../../events/nominations/may';
import { NominationInput } from '../../events/nominations/nomination';
import { nominationLink, viewNomination, viewQuotas } from '../../events/nominations/read';
import { reissueNomination, revokeNomination } from '../../events/nominations/revoke';
import { cutPage, idOf, optional, Paging, pageOf, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';
import { NominationSchema, NomineeSchema, nominee, QuotaSchema, quotaView, view } from './view';

const OfEvent = z.object({ eventId: idOf('evt') });
const One = z.object({ nominationId: idOf('nom') });
export const operations = [
  operation({
    id: 'createNomination',
    method: 'post',
    path: '/events/{eventId}/nominations',
    tag: 'Nominations',
    summary: 'Give a unit or body its quota, and the link by which it names its people',
    description: 'For events whose admission is `nomination`. The contact is mailed the link, or called.',
    who: 'staff',
    params: OfEvent,
    body: NominationInput,
    example: {
      unitId: 'unt_kienluong',
      quota: 3,
      contactName: 'Nguyễn Văn Mẫu',
      contactPhone: '0900 000 995',
    },
    status: 201,
    answer: NominationSchema,
    run: async ({ world, account, params, body }) => {
      mustGiveQuotas(account);
      const { nomination, link } = await createNomination(world, params.eventId, body);
      return { ...view(nomination), link };
    },
  }),
  operation({
    id: 'listNominations',
    method: 'get',
    path: '/events/{eventId}/nominations',
    tag: 'Nominations',
    summary: "An event's quotas and their links",
    who: 'staff',
    params: OfEvent,
    query: Paging,
    status: 200,
    answer: pageOf(QuotaSchema),
    run: async ({ world, account, params, query }) => {
      const units = await allUnits(world);
      const { see, give } = mayNominations(account, units);
      if (!see) throw new Problem('forbidden', 'forbidden');
      const theirs = (await listNominations(world, params.eventId)).filter(
        (n) => mayNominations(account, units, n).see,
      );
      const { items, next } = cutPage(theirs, query);
      const quotas = await viewQuotas(world, params.eventId, items);
      return {
        items: quotas.map((q) => quotaView(q, give ? nominationLink(world, q.nomination) : undefined)),
        next,
      };
    },
  }),
  operation({
    id: 'getNominationById',
    method: 'get',
    path: '/nominations/{nominationId}',
    tag: 'Nominations',
    summary: 'One quota: its link, how much of it is used, whom it named',
    who: 'staff',
    params: One,
    status: 200,
    answer: QuotaSchema.extend({ people: z.array(NomineeSchema) }),
    run: async ({ world, account, params }) => {
      mustGiveQuotas(account);
      const nomination = await getNomination(world, params.nominationId);
      const seen = await viewNomination(world, nomination);
      return { ...quotaView(seen, nominationLink(world, nomination)), people: seen.people.map(nominee) };
    },
  }),
  operation({
    id: 'changeNomination',
    method: 'put',
    path: '/nominations/{nominationId}',
    tag: 'Nominations',
    summary: 'Raise or lower a quota, move its deadline, name another contact',
    description:
      'The link stays. 412 where it was changed in between; never below the number of people named.',
    who: 'staff',
    params: One,
    body: NominationChange,
    example: {
      version: 1,
      quota: 12,
      contactName: 'Nguyễn Văn Mẫu',
      contactPhone: '0900 000 995',
    },
    status: 200,
    answer: NominationSchema,
    run: async ({ world, account, params, body }) => {
      mustGiveQuotas(account);
      const changed = await changeNomination(world, params.nominationId, body);
      return { ...view(changed), link: nominationLink(world, changed) };
    },
  }),
  operation({
    id: 'revokeNomination',
    method: 'post',
    path: '/nominations/{nominationId}/revocation',
    tag: 'Nominations',
    summary: 'Make a link dead; whom it named stays',
    description:
      'The people whom it named get new codes, since the link showed the old ones, and are told once.',
    who: 'staff',
    params: One,
    status: 204,
    run: async ({ world, account, params }) => {
      mustGiveQuotas(account);
      await revokeNomination(world, params.nominationId);
    },
  }),
  operation({
    id: 'reissueNomination',
    method: 'post',
    path: '/nominations/{nominationId}/issue',
    tag: 'Nominations',
    summary: 'Send a new link; the old one is dead',
    description:
      'With the `version` that was read, a repeat is answered with the link that the first call made, and nothing is sent again; 412 where it was changed otherwise.',
    who: 'staff',
    params: One,
    body: z.strictObject({
      version: optional(versionField),
      leaked: z
        .boolean()
        .default(false)
        .describe('In other hands: the people it showed get new codes, and are told'),
    }),
    example: {},
    status: 200,
    answer: NominationSchema,
    run: async ({ world, account, params, body }) => {
      mustGiveQuotas(account);
      const nomination = await reissueNomination(world, params.nominationId, body.version, body);
      return { ...view(nomination), link: nominationLink(world, nomination) };
    },
  }),
];
