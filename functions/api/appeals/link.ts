import * as z from 'zod';
import { answerAppeal, openAppeal } from '../../programme/appeals/answer';
import { VersionedAppealSaid } from '../../programme/appeals/appeal';
import { operation } from '../contract/operation';
import { AskedView, askedView } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});
const shared = { tag: 'Appeals', who: 'public', params: Token, status: 200, answer: AskedView } as const;

/** What a body's personal link opens. */
export const operations = [
  operation({
    ...shared,
    id: 'readAppeal',
    method: 'get',
    path: '/links/appeals/{token}',
    summary: 'What the link of a call for support shows',
    description: '404 for a link that is not ours, 410 where no answer is needed any more.',
    run: async ({ world, params }) => askedView(await openAppeal(world, params.token), world.now()),
  }),
  operation({
    ...shared,
    id: 'answerAppeal',
    method: 'put',
    path: '/links/appeals/{token}/answer',
    summary: 'Say what a body gives, or decline; or change that',
    description:
      'Names the `version` that was read: 412 where it was changed in between. Late answers are taken; 410 once the answer was taken over.',
    body: VersionedAppealSaid,
    example: {
      version: 1,
      stance: 'gives',
      gifts: [{ need: 1, amount: 100 }],
      by: '2032-12-31',
      position: 'Chánh Văn phòng',
    },
    run: async ({ world, params, body: { version, ...said } }) =>
      askedView(await answerAppeal(world, params.token, { version, said }), world.now()),
  }),
];
