import * as z from 'zod';
import { allowedMediator } from '../../register/mediators/allowed';
import { markTrainer, recordStep, StepInput, TrainerInput } from '../../register/mediators/decide';
import type { State } from '../../register/mediators/steps';
import { operation } from '../contract/operation';
import { MediatorView, mediatorView, oneMediator, versionRead } from './mediator-view';

/** One decision about a mediator. */
const step = (
  state: State,
  of: { id: string; path: string; summary: string; description: string; person: string; read?: number },
) =>
  operation({
    id: of.id,
    method: 'post',
    path: `/mediators/{mediatorId}/${of.path}`,
    tag: 'Register',
    summary: of.summary,
    description: of.description,
    who: 'staff',
    params: oneMediator(of.person),
    body: StepInput.extend({ version: versionRead }),
    example: { version: of.read ?? 1, on: '2021-03-02', number: '31/QĐ-UBND' },
    refusals: ['Conflict'],
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params, body: { version: read, ...said } }) => {
      await allowedMediator(world, account, params.mediatorId, 'edit');
      return mediatorView(await recordStep(world, params.mediatorId, read, { ...said, state }));
    },
  });

export const operations = [
  step('recognised', {
    id: 'recogniseMediator',
    path: 'recognition',
    summary: 'Record that a mediator was recognised',
    description: 'With the number and the date of the commune’s decision. 409 where they were not elected.',
    person: 'med_mau_6',
  }),
  step('dismissed', {
    id: 'dismissMediator',
    path: 'dismissal',
    summary: 'Record that a mediator was dismissed',
    description: 'With the number and the date of the decision.',
    person: 'med_mau_3',
  }),
  step('elected', {
    id: 'electMediator',
    path: 'election',
    summary: 'Record that a dismissed mediator was elected again',
    description: 'The number of the minutes may be left out.',
    person: 'med_mau_7',
    read: 2,
  }),
  operation({
    id: 'markTrainer',
    method: 'put',
    path: '/mediators/{mediatorId}/trainer',
    tag: 'Register',
    summary: 'Mark a mediator as a trainer of the province or a district',
    description: 'By a decision of its own; without `trainer` the mark is taken away.',
    who: 'staff',
    params: oneMediator('med_mau_4'),
    body: z.strictObject({ trainer: TrainerInput.optional(), version: versionRead }),
    example: { version: 1, trainer: { level: 'district', number: '88/QĐ-UBND', on: '2021-02-02' } },
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params, body }) => {
      await allowedMediator(world, account, params.mediatorId, 'edit');
      return mediatorView(await markTrainer(world, params.mediatorId, body.version, body.trainer));
    },
  }),
];
