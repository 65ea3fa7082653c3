import * as z from 'zod';
import { getEvent } from '../../events/event/get';
import { byAccount, byLink, type Filling, type Hands } from '../../events/nominations/filling';
import { mustTakeNominees } from '../../events/nominations/nominees/nominee';
import {
  CANDIDATE_STATES,
  type CandidateSeen,
  candidatesOf,
  seeCandidates,
} from '../../participation/candidates';
import { MediatorsInput, nominateMediators } from '../../participation/nominate-mediators';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import type { World } from '../../platform/world/world';
import { ROLES_IN_TEAM } from '../../register/mediators/traits';
import { operation } from '../contract/operation';
import { COUNTS, countsOf, ListedRow, listed } from './rows-view';

const CandidateView = z
  .object({
    mediatorId: z.string(),
    fullName: z.string(),
    teamName: z.string(),
    role: z.enum(ROLES_IN_TEAM),
    lastTrained: z.string().optional().describe('The day of the last training; absent where there was none'),
    lastClass: z.string().optional().describe('Its title; over an account alone'),
    phone: z.string().optional().describe('Over an account alone'),
    state: z
      .enum(CANDIDATE_STATES)
      .describe(
        '`free`: may be named; `named`: within this quota already; `registered`: by another way; `no-phone`: enter a number first',
      ),
  })
  .meta({ id: 'Candidate' });

/** A link is passed on: it shows no phone, and of the last class the day alone. */
const candidateView = (
  { mediator, team, last, lastEvent, state }: CandidateSeen,
  { reader }: Pick<Filling, 'reader'>,
): z.output<typeof CandidateView> => ({
  mediatorId: mediator.id,
  fullName: mediator.fullName,
  teamName: team.name,
  role: mediator.role,
  lastTrained: last?.day,
  state,
  ...(reader && { phone: mediator.phone, lastClass: lastEvent?.title }),
});

const readPage = async (world: World, { filling }: Hands, paging: z.output<typeof Paging>) => {
  const { nomination } = filling;
  const event = await getEvent(world, nomination.eventId);
  mustTakeNominees(nomination, event, world.now());
  const { items, next } = cutPage(await candidatesOf(world, nomination), paging);
  const seen = await seeCandidates(world, { nomination, event }, items);
  return { items: seen.map((one) => candidateView(one, filling)), next };
};

const PickedView = ListedRow.extend({ mediatorId: z.string() }).meta({ id: 'PickedRow' });
const Picked = z.object({ items: z.array(PickedView), ...COUNTS });

const name = async (hands: Hands, input: MediatorsInput): Promise<z.output<typeof Picked>> => {
  const rows = await nominateMediators(hands, input);
  return {
    items: rows.map((row) => ({ ...listed(row), mediatorId: row.mediatorId })),
    ...countsOf(rows),
  };
};

const One = z.object({ nominationId: idOf('nom').meta({ param: { example: 'nom_mau_cu_unt_anbien' } }) });
const ByLink = z.object({ token: z.string().max(60) });
const order =
  'Who was never trained stands first, then by how long ago. Until the deadline; none for the quota of a body.';
const naming =
  'As a list that is typed: each mediator is answered for themselves, those beyond the quota are refused or kept in reserve. `mediator-missing`: of another area, or no mediator now. Send the same again where some are `unsent`.';

/** Naming people out of the register of mediators. */
export const operations = [
  operation({
    id: 'listQuotaMediators',
    method: 'get',
    path: '/quotas/{nominationId}/mediators',
    tag: 'Quotas',
    summary: 'The mediators of the unit that has the quota',
    description: order,
    who: 'staff',
    params: One,
    query: Paging,
    status: 200,
    answer: pageOf(CandidateView),
    run: async ({ world, account, params, query }) =>
      readPage(world, await byAccount(world, account, params.nominationId), query),
  }),
  operation({
    id: 'nameMediatorsInQuota',
    method: 'post',
    path: '/quotas/{nominationId}/mediators',
    tag: 'Quotas',
    summary: 'Name mediators of the register, with an account',
    description: naming,
    who: 'staff',
    params: One,
    body: MediatorsInput,
    example: { mediatorIds: ['med_mau_28'], basis: 'paper' },
    status: 200,
    answer: Picked,
    run: async ({ world, account, params, body }) =>
      name(await byAccount(world, account, params.nominationId), body),
  }),
  operation({
    id: 'listNominationMediators',
    method: 'get',
    path: '/links/nominations/{token}/mediators',
    tag: 'Nominations',
    summary: 'The mediators of the unit, as the link shows them',
    description: `${order} Names, teams and roles, no phones.`,
    who: 'public',
    params: ByLink,
    query: Paging,
    status: 200,
    answer: pageOf(CandidateView),
    run: async ({ world, params, query }) => readPage(world, await byLink(world, params.token), query),
  }),
  operation({
    id: 'nominateMediators',
    method: 'post',
    path: '/links/nominations/{token}/mediators',
    tag: 'Nominations',
    summary: 'Name mediators of the register',
    description: naming,
    who: 'public',
    params: ByLink,
    body: MediatorsInput,
    example: { mediatorIds: ['med_mau_2'], basis: 'paper', reserve: true },
    status: 200,
    answer: Picked,
    run: async ({ world, params, body }) => name(await byLink(world, params.token), body),
  }),
];
