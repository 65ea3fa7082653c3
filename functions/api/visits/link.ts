import * as z from 'zod';
import { VersionedSaid } from '../../recommendations/recommendation';
import { answerFinding, confirmVisit, openFinding, openVisit } from '../../visits/answer';
import { VersionedConfirmed } from '../../visits/visit';
import { operation } from '../contract/operation';
import { FindingView, findingView, OpenVisit, openVisitView } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});
const shared = { tag: 'Visits', who: 'public', params: Token, status: 200 } as const;

/** What a unit's personal links open: the notice of a visit, and a finding. */
export const operations = [
  operation({
    ...shared,
    id: 'readVisit',
    method: 'get',
    path: '/links/visits/{token}',
    summary: 'What the link of a visit shows',
    description:
      '404 for a link that is not ours or was replaced, 410 once called off, or long after it ended.',
    answer: OpenVisit,
    run: async ({ world, params }) => openVisitView(await openVisit(world, params.token), world.now()),
  }),
  operation({
    ...shared,
    id: 'confirmVisit',
    method: 'put',
    path: '/links/visits/{token}/answer',
    summary: 'Confirm a visit, or ask for another day',
    description:
      'Names the `version` that was read: 412 where it was changed in between. 410 once it is concluded.',
    body: VersionedConfirmed,
    example: { version: 1, attends: 'agreed', position: 'Trưởng phòng Tư pháp' },
    answer: OpenVisit,
    run: async ({ world, params, body: { version, ...said } }) =>
      openVisitView(await confirmVisit(world, params.token, { version, said }), world.now()),
  }),
  operation({
    ...shared,
    id: 'readFinding',
    method: 'get',
    path: '/links/findings/{token}',
    summary: 'What the link of a finding shows',
    description:
      '404 for a link that is not ours or was replaced, 410 once taken back, or long after it was closed.',
    answer: FindingView,
    run: async ({ world, params }) => findingView(await openFinding(world, params.token), world.now()),
  }),
  operation({
    ...shared,
    id: 'answerFinding',
    method: 'put',
    path: '/links/findings/{token}/answer',
    summary: 'Reply to a finding, or change the reply',
    description:
      'Names the `version` that was read: 412 where it was changed in between. Late replies are taken; 410 once it is closed.',
    body: VersionedSaid,
    example: {
      version: 1,
      outcome: 'planned',
      by: '2032-11-30',
      words: 'Sẽ ghi bổ sung sổ theo dõi và tập huấn cho các tổ.',
      position: 'Trưởng phòng Tư pháp',
    },
    answer: FindingView,
    run: async ({ world, params, body: { version, ...said } }) =>
      findingView(await answerFinding(world, params.token, { version, said }), world.now()),
  }),
];
