import * as z from 'zod';
import { Paging, pageOf } from '../contract/fields';
import { operation } from '../contract/operation';
import { Problem } from '../problem';
import { listCalls, OUTCOMES, tick } from './calls';
import type { Delivery } from './delivery';
import { callScope, inScope } from './may';

const CallView = z
  .object({
    id: z.string(),
    about: z.string().describe('The registration, nomination or invitation'),
    template: z.string().describe('What there is to tell, e.g. `confirmed`, `event-cancelled`'),
    state: z.enum(['to-call', 'told', 'not-reached']),
    eventId: z.string().optional(),
    owner: z.string().describe('Whose list: a nomination’s, else the event’s organizer’s'),
    name: z.string(),
    phone: z.string().optional(),
    words: z.string().describe('To read aloud or to paste into Zalo'),
    since: z.string(),
    toldAt: z.string().optional(),
  })
  .meta({ id: 'Call' });

const view = (d: Delivery): z.output<typeof CallView> => ({
  id: d.id,
  about: d.pk,
  template: d.template,
  state: d.state as 'to-call',
  eventId: d.eventId,
  owner: d.owner ?? '',
  name: d.name ?? '',
  phone: d.phone,
  words: d.words ?? '',
  since: d.dueAt,
  toldAt: d.toldAt,
});

export const operations = [
  operation({
    id: 'listCalls',
    method: 'get',
    path: '/calls',
    tag: 'Calls',
    summary: 'The people whom no mail reaches and who are still to be called',
    who: 'staff',
    query: Paging.extend({ owner: z.string().max(100).optional(), eventId: z.string().max(100).optional() }),
    status: 200,
    answer: pageOf(CallView),
    run: async ({ world, account, query }) => {
      const scope = await callScope(world, account);
      if (!scope.see) throw new Problem('forbidden', 'forbidden');
      const { items, next } = await listCalls(world, { ...query, units: scope.units });
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'tickCall',
    method: 'put',
    path: '/calls/{id}/outcome',
    tag: 'Calls',
    summary: 'Say that a person was told, or could not be reached',
    who: 'staff',
    params: z.object({ id: z.string().max(100) }),
    body: z.strictObject({ outcome: z.enum(OUTCOMES) }),
    example: { outcome: 'told' },
    status: 200,
    answer: CallView,
    run: async ({ world, account, params, body }) =>
      view(await tick(world, params.id, body.outcome, inScope(await callScope(world, account)))),
  }),
];
