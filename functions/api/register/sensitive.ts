import * as z from 'zod';
import { FORGET_REASONS } from '../../events/person/forgotten';
import { idOf } from '../../platform/input/fields';
import { HIGHEST_VERSION } from '../../platform/input/version';
import { Problem } from '../../platform/problem/problem';
import { forgetPerson } from '../../privacy/forget';
import { mayPrivacy } from '../../privacy/may';
import {
  RestrictInput,
  restrictMediatorPerson,
  unrestrictMediatorPerson,
} from '../../privacy/person/restrict';
import { allowedMediator } from '../../register/mediators/allowed';
import {
  CONSENT_WAYS,
  type EthnicityAnswer,
  EthnicityInput,
  getEthnicity,
  setEthnicity,
} from '../../register/mediators/ethnicity';
import { operation } from '../contract/operation';

const MediatorId = z.object({ mediatorId: idOf('med').meta({ param: { example: 'med_mau_5' } }) });
const EthnicityView = z
  .object({
    answer: z.enum(['none', 'given', 'declined']),
    ethnicity: z.string().optional(),
    agreed: z.object({ version: z.string(), on: z.string(), by: z.enum(CONSENT_WAYS) }).optional(),
    version: z.number().describe('0 where there is no answer yet'),
  })
  .meta({ id: 'EthnicityAnswer' });

const view = (answer: EthnicityAnswer | undefined): z.output<typeof EthnicityView> => ({
  answer: !answer ? 'none' : answer.declined ? 'declined' : 'given',
  ethnicity: answer?.ethnicity,
  agreed: answer?.agreed,
  version: answer?.version ?? 0,
});

const Done = z
  .object({ registrations: z.number().describe('In how many events the person is registered') })
  .meta({ id: 'MediatorRestricted' });

export const operations = [
  operation({
    id: 'getMediatorEthnicity',
    method: 'get',
    path: '/mediators/{mediatorId}/ethnicity',
    tag: 'Register',
    summary: 'What a mediator answered about their ethnic origin',
    description: 'For admins.',
    who: 'staff',
    params: MediatorId,
    status: 200,
    answer: EthnicityView,
    run: async ({ world, account, params }) => view(await getEthnicity(world, account, params.mediatorId)),
  }),
  operation({
    id: 'setMediatorEthnicity',
    method: 'put',
    path: '/mediators/{mediatorId}/ethnicity',
    tag: 'Register',
    summary: 'Keep what a mediator answered about their ethnic origin',
    description: 'For admins. `declined` removes what was given before.',
    who: 'staff',
    params: MediatorId,
    body: z.strictObject({
      answer: EthnicityInput,
      version: z.number().int().min(0).max(HIGHEST_VERSION).describe('That was read; 0 where there was none'),
    }),
    example: { version: 0, answer: { answer: 'declined' } },
    refusals: ['Conflict', 'Stale'],
    status: 200,
    answer: EthnicityView,
    run: async ({ world, account, params, body }) =>
      view(await setEthnicity(world, account, params.mediatorId, { ...body.answer, version: body.version })),
  }),
  operation({
    id: 'restrictMediator',
    method: 'post',
    path: '/mediators/{mediatorId}/restriction',
    tag: 'Privacy',
    summary: "Restrict a mediator's data in the register and in every event",
    description: 'For admins. As `restrict`, of a person in the register.',
    who: 'staff',
    params: MediatorId,
    body: RestrictInput,
    example: { reason: 'Người này yêu cầu qua điện thoại ngày 02/12/2026' },
    status: 200,
    answer: Done,
    run: async ({ world, account, params: { mediatorId }, body }) => ({
      registrations: await restrictMediatorPerson(world, account, mediatorId, body),
    }),
  }),
  operation({
    id: 'unrestrictMediator',
    method: 'post',
    path: '/mediators/{mediatorId}/restriction/lifting',
    tag: 'Privacy',
    summary: "Lift the restriction of a mediator's data",
    description: 'For admins. 409 `registration-not-restricted` where there is none.',
    who: 'staff',
    params: MediatorId,
    refusals: ['Conflict'],
    status: 200,
    answer: Done,
    run: async ({ world, account, params: { mediatorId } }) => ({
      registrations: await unrestrictMediatorPerson(world, account, mediatorId),
    }),
  }),
  operation({
    id: 'forgetMediator',
    method: 'post',
    path: '/mediators/{mediatorId}/forgetting',
    tag: 'Privacy',
    summary: 'Forget the person of a mediator, in every place',
    description:
      'For organizers. As `forgetPerson`; a mediator without a phone is known by this record alone. The team, the role and the decisions stay without a name.',
    who: 'staff',
    params: z.object({ mediatorId: idOf('med').meta({ param: { example: 'med_mau_8' } }) }),
    body: z.strictObject({ reason: z.enum(FORGET_REASONS) }),
    example: { reason: 'asked' },
    status: 200,
    answer: z
      .object({ id: z.string(), state: z.string(), places: z.number() })
      .meta({ id: 'MediatorForgotten' }),
    run: async ({ world, account, params: { mediatorId }, body }) => {
      await allowedMediator(world, account, mediatorId, 'seePeople');
      if (!mayPrivacy(account).forget) throw new Problem('forbidden', 'forbidden');
      const { sk, state, count } = await forgetPerson(world, { mediatorId }, body.reason);
      return { id: sk, state, places: count };
    },
  }),
];
