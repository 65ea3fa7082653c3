import * as z from 'zod';
import { callScope, inScope, linesIn } from '../../notices/may';
import { listCalls, OUTCOMES, tick } from '../../outbox/calls/calls';
import { Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';
import { CallView, callView } from './call-view';

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
      const { items, next } = await listCalls(world, { ...query, includes: linesIn(scope) });
      return { items: items.map(callView), next };
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
      callView(await tick(world, params.id, body.outcome, inScope(await callScope(world, account)))),
  }),
];
