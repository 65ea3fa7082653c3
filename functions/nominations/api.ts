import * as z from 'zod';
import { may } from '../accounts/may';
import { cutPage, line, optional, Paging, pageOf } from '../contract/fields';
import { operation } from '../contract/operation';
import { Problem } from '../problem';
import type { Nominee } from '../registrations/nominees';
import { STATUSES } from '../registrations/registration';
import { changeNomination, NominationChange } from './change';
import { createNomination } from './create';
import { listNominations } from './list';
import { NomineeInput, nominate, replaceNominee, withdrawNominee } from './name';
import { type Nomination, NominationInput } from './nomination';
import { nominationLink, readNomination } from './read';
import { reissueNomination, revokeNomination } from './revoke';

const NominationSchema = z
  .object({
    id: z.string(),
    nominationId: z.string(),
    eventId: z.string(),
    unitId: z.string().optional(),
    bodyId: z.string().optional(),
    name: z.string(),
    deadline: z.string(),
    contactName: z.string(),
    status: z.enum(['issued', 'revoked']),
    version: z.number().describe('A change names the version it read'),
    link: z.string().optional().describe('The personal link; only staff see it'),
  })
  .meta({ id: 'Nomination' });

const NomineeSchema = z
  .object({
    registrationId: z.string(),
    fullName: z.string(),
    phone: z.string(),
    unitName: z.string().optional(),
    position: z.string().optional(),
    code: z.string(),
    status: z.enum(STATUSES),
  })
  .meta({ id: 'Nominee' });

const view = (n: Nomination): z.output<typeof NominationSchema> => ({
  id: n.id,
  nominationId: n.id,
  eventId: n.eventId,
  unitId: n.unitId,
  bodyId: n.bodyId,
  name: n.name,
  deadline: n.deadline,
  contactName: n.contactName,
  status: n.status,
  version: n.version,
});

const nominee = (r: Nominee): z.output<typeof NomineeSchema> => ({
  registrationId: r.id,
  fullName: r.fullName,
  phone: r.phone,
  unitName: r.unitName ?? r.bodyName,
  position: r.position,
  code: r.code,
  status: r.status,
});

const OfEvent = z.object({ eventId: z.string().max(60) });
const ByLink = z.object({ token: z.string().max(60) });
const OneByLink = ByLink.extend({ registrationId: z.string().max(120) });
const One = z.object({ nominationId: z.string().max(60) });
const staffOnly = (account: Parameters<typeof may>[0]) => {
  if (!may(account).nominateOthers) throw new Problem('forbidden', 'forbidden');
};
const somebody = {
  fullName: 'Danh Mẫu',
  phone: '0900 000 996',
  position: 'Hòa giải viên',
  basis: 'paper',
} as const;

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
      staffOnly(account);
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
    answer: pageOf(NominationSchema),
    run: async ({ world, account, params, query }) => {
      staffOnly(account);
      const { items, next } = cutPage(await listNominations(world, params.eventId), query);
      return { items: items.map((n) => ({ ...view(n), link: nominationLink(world, n) })), next };
    },
  }),
  operation({
    id: 'changeNomination',
    method: 'put',
    path: '/nominations/by-id/{nominationId}',
    tag: 'Nominations',
    summary: 'Raise or lower a quota, move its deadline, name another contact',
    description: 'The link stays. 412 where somebody changed it first; never below the people named.',
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
      staffOnly(account);
      const changed = await changeNomination(world, params.nominationId, body);
      return { ...view(changed), link: nominationLink(world, changed) };
    },
  }),
  operation({
    id: 'revokeNomination',
    method: 'post',
    path: '/nominations/by-id/{nominationId}/revocation',
    tag: 'Nominations',
    summary: 'Make a link dead; whom it named stays',
    who: 'staff',
    params: One,
    status: 204,
    run: async ({ world, account, params }) => {
      staffOnly(account);
      await revokeNomination(world, params.nominationId);
    },
  }),
  operation({
    id: 'reissueNomination',
    method: 'post',
    path: '/nominations/by-id/{nominationId}/issue',
    tag: 'Nominations',
    summary: 'Send a new link; the old one is dead',
    description:
      'With the `version` that was read, a repeat is answered with the link that the first call made, and nothing is sent again; 412 where it was changed otherwise.',
    who: 'staff',
    params: One,
    body: z.strictObject({ version: optional(z.number().int().min(1)) }),
    example: {},
    status: 200,
    answer: NominationSchema,
    run: async ({ world, account, params, body }) => {
      staffOnly(account);
      const nomination = await reissueNomination(world, params.nominationId, body.version);
      return { ...view(nomination), link: nominationLink(world, nomination) };
    },
  }),
  operation({
    id: 'getNomination',
    method: 'get',
    path: '/nominations/{token}',
    tag: 'Nominations',
    summary: 'What the link shows: the quota used and left, and whom it named',
    who: 'public',
    params: ByLink,
    status: 200,
    answer: z.object({
      ...NominationSchema.omit({ link: true }).shape,
      quota: z.number(),
      used: z.number(),
      left: z.number(),
      people: z.array(NomineeSchema),
    }),
    run: async ({ world, params }) => {
      const seen = await readNomination(world, params.token);
      const { quota, used, left, people } = seen;
      return { ...view(seen.nomination), quota, used, left, people: people.map(nominee) };
    },
  }),
  operation({
    id: 'nominatePerson',
    method: 'post',
    path: '/nominations/{token}/people',
    tag: 'Nominations',
    summary: 'Name a person within the quota',
    who: 'public',
    params: ByLink,
    body: NomineeInput,
    example: somebody,
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, params, body }) => nominee(await nominate(world, params.token, body)),
  }),
  operation({
    id: 'replaceNominee',
    method: 'post',
    path: '/nominations/{token}/people/{registrationId}/replacement',
    tag: 'Nominations',
    summary: 'Replace one named person by another (thay người)',
    who: 'public',
    params: OneByLink,
    body: NomineeInput,
    example: { ...somebody, fullName: 'Thị Mẫu', phone: '0900 000 994' },
    status: 201,
    answer: NomineeSchema,
    run: async ({ world, params, body }) =>
      nominee(await replaceNominee(world, params.token, params.registrationId, body)),
  }),
  operation({
    id: 'withdrawNominee',
    method: 'post',
    path: '/nominations/{token}/people/{registrationId}/cancellation',
    tag: 'Nominations',
    summary: 'Take a named person off the list',
    who: 'public',
    params: OneByLink,
    body: z.strictObject({ reason: line(300) }),
    example: { reason: 'Bận việc gia đình' },
    status: 204,
    run: ({ world, params, body }) =>
      withdrawNominee(world, params.token, params.registrationId, body.reason),
  }),
];
