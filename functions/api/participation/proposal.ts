import * as z from 'zod';
import { mustGiveQuotas } from '../../events/nominations/may';
import { proposeQuotas } from '../../participation/propose-quotas';
import { idOf, optional } from '../../platform/input/fields';
import { operation } from '../contract/operation';

const ProposalView = z
  .object({
    quotas: z
      .array(
        z.object({
          unitId: z.string(),
          name: z.string(),
          never: z.number().describe('Recognised mediators who were never trained'),
          quota: z.number().describe('0 where the seats do not reach'),
        }),
      )
      .describe('Units that have a quota of the event are left out'),
    never: z.number(),
    seats: z.number().optional().describe('By how many seats the quotas are bounded; absent: by none'),
  })
  .meta({ id: 'QuotaProposal' });

export const operations = [
  operation({
    id: 'proposeQuotas',
    method: 'get',
    path: '/events/{eventId}/quota-proposal',
    tag: 'Nominations',
    summary: 'A quota for each unit, by its mediators who were never trained',
    description:
      'Writes nothing: each quota is given by `createNomination`. Fewer seats than people are shared by the largest remainder.',
    who: 'staff',
    params: z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_cu' } }) }),
    query: z.object({
      unitId: optional(idOf('unt')).describe('A district or commune: its communes; left out: the districts'),
      seats: optional(z.coerce.number().int().min(0).max(20_000)).describe(
        'Left out: the free seats that are open to everybody, if the event has such seats',
      ),
    }),
    status: 200,
    answer: ProposalView,
    run: async ({ world, account, params, query: { unitId, seats } }) => {
      mustGiveQuotas(account);
      const found = await proposeQuotas(world, account, params.eventId, { area: unitId, seats });
      return { ...found, quotas: [...found.quotas] };
    },
  }),
];
