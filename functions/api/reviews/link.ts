import * as z from 'zod';
import { answerReview, openReview } from '../../reviews/answer';
import { VersionedPlanned } from '../../reviews/review';
import { operation } from '../contract/operation';
import { ReviewView, reviewView } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});
const shared = { tag: 'Reviews', who: 'public', params: Token, status: 200, answer: ReviewView } as const;

/** What a commune's personal link opens. */
export const operations = [
  operation({
    ...shared,
    id: 'readReview',
    method: 'get',
    path: '/links/reviews/{token}',
    summary: 'What the link of a review of teams shows',
    description:
      '404 for a link that is not ours or was replaced, 410 once taken back, or long after it was closed.',
    run: async ({ world, params }) => reviewView(await openReview(world, params.token), world.now()),
  }),
  operation({
    ...shared,
    id: 'answerReview',
    method: 'put',
    path: '/links/reviews/{token}/answer',
    summary: 'Say what will be done about the teams, or change that',
    description:
      'Names the `version` that was read: 412 where it was changed in between. Late answers are taken; 410 once it is closed.',
    body: VersionedPlanned,
    example: {
      version: 1,
      words: 'Bầu bổ sung hòa giải viên nữ cho hai tổ.',
      by: '2032-11-30',
      position: 'Chủ tịch Ủy ban nhân dân xã',
    },
    run: async ({ world, params, body: { version, ...said } }) =>
      reviewView(await answerReview(world, params.token, { version, said }), world.now()),
  }),
];
