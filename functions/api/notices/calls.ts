import * as z from 'zod';
import { callScope, inScope, linesIn } from '../../notices/may';
import { linesOf, MOST_AT_ONCE, tickable, tickMany, undoAct } from '../../outbox/calls/acts';
import { listCalls, OUTCOMES, tick } from '../../outbox/calls/calls';
import { noteOnCall } from '../../outbox/calls/note';
import { instantField, line, Paging, pageOf } from '../../platform/input/fields';
import { newToken } from '../../platform/keys/ids';
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
  operation({
    id: 'tickCalls',
    method: 'post',
    path: '/call-acts',
    tag: 'Calls',
    summary: 'Say of many people at once that they were told, or could not be reached',
    description:
      'One act of up to 500 lines; `key` makes a repeat the same act. A line that another person ticked, that says something else since `seenAt`, or that is on no list of yours is named in `refused`; the others are ticked all the same.',
    who: 'staff',
    body: z.strictObject({
      ids: z.array(z.string().max(100)).min(1).max(MOST_AT_ONCE),
      outcome: z.enum(OUTCOMES),
      seenAt: instantField.optional().describe('When the words were read: what changed since is refused'),
      key: z
        .string()
        .regex(/^[a-z0-9]{8,64}$/, 'wrong-type')
        .optional()
        .describe('Random, one per act: the same act sent twice ticks once'),
    }),
    example: { ids: ['dlv_1m7h1aa807zz1gf5910'], outcome: 'told' },
    status: 200,
    answer: z.object({
      act: z.string().describe('Takes the act back'),
      done: z.number(),
      refused: z.array(z.object({ id: z.string(), code: z.string() })),
    }),
    run: async ({ world, account, body }) => {
      const may = inScope(await callScope(world, account));
      const { lines, unknown } = await linesOf(world, body.ids, may);
      const { outcome, seenAt, key: nonce = newToken() } = body;
      const act = await tickMany(world, { nonce, outcome, seenAt, lines: lines.map(tickable) });
      const refused = (act.refused ?? []).map(({ id, code }) => ({ id, code }));
      return {
        act: act.pk,
        done: act.lines.length - refused.length,
        refused: [...refused, ...unknown.map((id) => ({ id, code: 'call-missing' }))],
      };
    },
  }),
  operation({
    id: 'untickCalls',
    method: 'delete',
    path: '/call-acts/{act}',
    tag: 'Calls',
    summary: 'Take an act of your own back: its lines stand on the list again',
    who: 'staff',
    params: z.object({ act: z.string().max(200) }),
    status: 200,
    answer: z.object({ count: z.number().describe('How many lines stand on the list again') }),
    run: async ({ world, params }) => ({ count: await undoAct(world, params.act) }),
  }),
  operation({
    id: 'noteCall',
    method: 'post',
    path: '/calls/{id}/notes',
    tag: 'Calls',
    summary: 'Note something about a line of the call list',
    who: 'staff',
    params: z.object({ id: z.string().max(100) }),
    body: z.strictObject({ text: line(300) }),
    example: { text: '9 giờ gọi lại, vợ nghe máy' },
    status: 201,
    answer: CallView,
    run: async ({ world, account, params, body }) =>
      callView(await noteOnCall(world, params.id, body.text, inScope(await callScope(world, account)))),
  }),
];
