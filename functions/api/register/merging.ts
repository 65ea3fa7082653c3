import * as z from 'zod';
import { allowedMediator } from '../../register/mediators/allowed';
import { allowedPair } from '../../register/merging/allowed';
import { likelySame } from '../../register/merging/likely';
import { MergeInput, mergePeople } from '../../register/merging/merge';
import { SplitInput, splitPeople } from '../../register/merging/split';
import { operation } from '../contract/operation';
import { factsOf, MediatorInListView, MediatorView, mediatorView, oneMediator } from './mediator-view';

export const operations = [
  operation({
    id: 'findLikelySame',
    method: 'get',
    path: '/mediators/{mediatorId}/likely-same',
    tag: 'Register',
    summary: 'Records that may be the same person as a mediator',
    description:
      'Of the same phone or the same commune, with the same name or one that is alike. Those of the same phone stand first. An officer gets those of their own area.',
    who: 'staff',
    params: oneMediator('med_mau_trung'),
    status: 200,
    answer: z.object({
      items: z.array(
        z.object({ mediator: MediatorInListView, teamName: z.string(), samePhone: z.boolean() }),
      ),
    }),
    run: async ({ world, account, params }) => {
      const { mediator: one } = await allowedMediator(world, account, params.mediatorId, 'edit');
      const items = (await likelySame(world, account, one)).map(({ mediator, team, samePhone }) => ({
        mediator: factsOf(mediator),
        teamName: team.name,
        samePhone,
      }));
      return { items };
    },
  }),
  operation({
    id: 'mergePeople',
    method: 'post',
    path: '/mediators/{mediatorId}/merge',
    tag: 'Register',
    summary: 'Merge another record of the same person into this mediator',
    description:
      'The record of the path stays, the other one goes: it is in no list, and its address answers 404 `mediator-merged` with the id of this one. Classes and decisions of both count for this one. `splitPeople` takes it back. The same merger again changes nothing. An officer needs both records in their own area.',
    who: 'staff',
    params: oneMediator('med_mau_28'),
    body: MergeInput,
    example: { otherId: 'med_mau_trung', version: 1, otherVersion: 1, take: ['qualification'] },
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params: { mediatorId }, body }) => {
      await allowedPair(world, account, mediatorId, body.otherId);
      return mediatorView(await mergePeople(world, mediatorId, body));
    },
  }),
  operation({
    id: 'splitPeople',
    method: 'post',
    path: '/mediators/{mediatorId}/split',
    tag: 'Register',
    summary: 'Take back that another record was merged into this mediator',
    description:
      'What came with the merger goes back with the other record; what was added since stays here. The other record is answered. The same split again changes nothing.',
    who: 'staff',
    params: oneMediator('med_mau_18'),
    body: SplitInput,
    example: { otherId: 'med_mau_gop', version: 2 },
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params: { mediatorId }, body }) => {
      await allowedPair(world, account, mediatorId, body.otherId);
      return mediatorView(await splitPeople(world, mediatorId, body));
    },
  }),
];
