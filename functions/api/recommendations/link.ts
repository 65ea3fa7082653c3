import * as z from 'zod';
import { answerRecommendation, openRecommendation } from '../../recommendations/answer';
import { VersionedSaid } from '../../recommendations/recommendation';
import { operation } from '../contract/operation';
import { OpenRecommendation, openView } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});

/** What a body's personal link opens. */
export const operations = [
  operation({
    id: 'readRecommendation',
    method: 'get',
    path: '/links/recommendations/{token}',
    tag: 'Inquiries',
    summary: 'What the link of a recommendation shows',
    description:
      '404 for a link that is not ours or was replaced, 410 once withdrawn, or long after it was closed.',
    who: 'public',
    params: Token,
    status: 200,
    answer: OpenRecommendation,
    run: async ({ world, params }) => openView(await openRecommendation(world, params.token), world.now()),
  }),
  operation({
    id: 'answerRecommendation',
    method: 'put',
    path: '/links/recommendations/{token}/answer',
    tag: 'Inquiries',
    summary: 'Answer a recommendation, or change the answer',
    description:
      'Names the `version` that was read: 412 where it was changed in between. Late answers are taken; 410 once it is closed.',
    who: 'public',
    params: Token,
    body: VersionedSaid,
    example: {
      version: 1,
      outcome: 'planned',
      by: '2032-12-31',
      words: 'Sẽ trình HĐND tỉnh nâng mức chi tại kỳ họp cuối năm.',
      position: 'Trưởng phòng Ngân sách',
    },
    status: 200,
    answer: OpenRecommendation,
    run: async ({ world, params, body: { version, ...said } }) =>
      openView(await answerRecommendation(world, params.token, version, said), world.now()),
  }),
];
