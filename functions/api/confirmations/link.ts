import * as z from 'zod';
import { answerConfirmation, openConfirmation } from '../../confirmations/answer';
import { type Confirmation, VersionedConfirmed } from '../../confirmations/confirmation';
import { linkPeople, linkShows } from '../../confirmations/link';
import type { World } from '../../platform/world/world';
import { operation } from '../contract/operation';
import { ConfirmView, confirmView } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});
const shared = {
  tag: 'Confirmations',
  who: 'public',
  params: Token,
  status: 200,
  answer: ConfirmView,
} as const;

const shown = async (world: World, confirmation: Confirmation) =>
  confirmView(linkShows(confirmation), await linkPeople(world, confirmation), world.now());

/** What a commune's personal link opens. */
export const operations = [
  operation({
    ...shared,
    id: 'readConfirmation',
    method: 'get',
    path: '/links/confirmations/{token}',
    summary: 'What the link of a yearly confirmation shows: the teams and mediators of the commune',
    description:
      'No phones; no people once it has ended. 404 for a link that is not ours or was replaced, 410 once taken back, or long after it was closed.',
    run: async ({ world, params }) => shown(world, await openConfirmation(world, params.token)),
  }),
  operation({
    ...shared,
    id: 'answerConfirmation',
    method: 'put',
    path: '/links/confirmations/{token}/answer',
    summary: 'Confirm the mediators of a commune: who serves, who stopped, who is missing',
    description:
      'Names everybody of the list once, as `serving` or `stopped`: 422 `confirmation-list` where the list is another one by now. Nothing is written to the register. Names the `version` that was read: 412 where it was changed in between. Late answers are taken; 410 once it is closed.',
    body: VersionedConfirmed,
    example: {
      version: 1,
      serving: ['med_mau_10', 'med_mau_11', 'med_mau_12', 'med_mau_13', 'med_mau_14', 'med_mau_15'],
      stopped: [{ mediatorId: 'med_mau_16', on: '2021-05-10', reason: 'health' }],
      missing: [
        {
          fullName: 'Danh Thị Mẫu Lài',
          phone: '0900000957',
          teamId: 'team_mau_3',
          role: 'mediator',
          on: '2021-04-01',
        },
      ],
      position: 'Công chức Tư pháp - Hộ tịch',
    },
    run: async ({ world, params, body: { version, ...said } }) =>
      shown(world, await answerConfirmation(world, params.token, { version, said })),
  }),
];
