import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { readUnits, type Units } from '../../directory/units/list';
import { idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import type { World } from '../../platform/world/world';
import { allowedMediator, allowedTeam } from '../../register/mediators/allowed';
import { anotherPerson, createMediator, NewMediator } from '../../register/mediators/create';
import { markTrainer, recordStep, StepInput, TrainerInput } from '../../register/mediators/decide';
import { listMediators } from '../../register/mediators/list';
import {
  type Mediator,
  MediatorInput,
  type MediatorListed,
  TRAINER_LEVELS,
} from '../../register/mediators/mediator';
import { STATES, type State } from '../../register/mediators/steps';
import { GENDERS, ROLES_IN_TEAM } from '../../register/mediators/traits';
import { updateMediator } from '../../register/mediators/update';
import { allTeams, teamsWith } from '../../register/teams/list';
import { mustRegister, ownAreaOf } from '../../register/teams/may';
import { operation } from '../contract/operation';

const facts = {
  id: z.string(),
  fullName: z.string(),
  phone: z.string().optional(),
  gender: z.enum(GENDERS).optional(),
  yearOfBirth: z.number().optional(),
  teamId: z.string(),
  role: z.enum(ROLES_IN_TEAM),
  state: z.enum(STATES),
  trainer: z.object({ level: z.enum(TRAINER_LEVELS), number: z.string(), on: z.string() }).optional(),
  restricted: z.boolean().describe('The data are set aside: the name is a replacement'),
};

const MediatorInListView = z.object(facts).meta({ id: 'MediatorInList' });
const MediatorView = z
  .object({
    ...facts,
    qualification: z.string().optional(),
    position: z.string().optional(),
    steps: z
      .array(z.object({ state: z.enum(STATES), on: z.string(), number: z.string().optional() }))
      .describe('Elected, recognised, dismissed, in order: entries are added, never changed'),
    version: z.number(),
  })
  .meta({ id: 'Mediator' });

const factsOf = (m: MediatorListed): z.output<typeof MediatorInListView> => ({
  id: m.id,
  fullName: m.fullName,
  phone: m.phone,
  gender: m.gender,
  yearOfBirth: m.yearOfBirth,
  teamId: m.teamId,
  role: m.role,
  state: m.state,
  trainer: m.trainer,
  restricted: m.restricted !== undefined,
});

const view = (m: Mediator): z.output<typeof MediatorView> => ({
  ...factsOf(m),
  qualification: m.qualification,
  position: m.position,
  steps: m.steps.map(({ state, on, number }) => ({ state, on, number })),
  version: m.version,
});

const oneMediator = (example: string) => z.object({ mediatorId: idOf('med').meta({ param: { example } }) });
const version = versionField.describe('The version that was read: 412 where it changed');

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
    body: StepInput.extend({ version }),
    example: { version: of.read ?? 1, on: '2021-03-02', number: '31/QĐ-UBND' },
    refusals: ['Conflict'],
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params, body: { version: read, ...said } }) => {
      await allowedMediator(world, account, params.mediatorId, 'edit');
      return view(await recordStep(world, params.mediatorId, read, { ...said, state }));
    },
  });

/** The teams to which a list is narrowed; undefined for all. One call. */
const teamsAsked = async (
  world: World,
  account: Account,
  { units, unitId, teamId }: { units: Units; unitId?: string | undefined; teamId?: string | undefined },
): Promise<ReadonlySet<string> | undefined> => {
  const own = ownAreaOf(account);
  if (teamId) {
    await allowedTeam(world, account, teamId, 'seePeople');
    return new Set([teamId]);
  }
  if (!own && !unitId) return undefined;
  const all = await allTeams(world);
  const within = [false, true].flatMap((dissolved) =>
    teamsWith(all, units, { areas: [own, unitId], dissolved }),
  );
  return new Set(within.map(({ id }) => id));
};

export const operations = [
  operation({
    id: 'listMediators',
    method: 'get',
    path: '/mediators',
    tag: 'Register',
    summary: 'Mediators by given name',
    description:
      'Those of now, where `state` says nothing else. An officer gets those of their own area. A page may be shorter than `limit` although there are more.',
    who: 'staff',
    query: Paging.extend({
      unitId: idOf('unt').optional().describe('The area: a commune, or a district with all of its communes'),
      teamId: idOf('team').optional(),
      state: z.enum(STATES).optional(),
      role: z.enum(ROLES_IN_TEAM).optional(),
      trainers: z.literal('true').optional(),
      search: z.string().max(200).optional().describe('Name or phone'),
    }),
    refusals: ['Missing'],
    status: 200,
    answer: pageOf(MediatorInListView),
    run: async ({ world, account, query: { unitId, teamId, trainers, ...asked } }) => {
      const units = await readUnits(world);
      mustRegister('seePeople', account, units.all);
      const teams = await teamsAsked(world, account, { units, unitId, teamId });
      const { items, next } = await listMediators(world, {
        ...asked,
        teams,
        trainers: trainers !== undefined,
      });
      return { items: items.map(factsOf), next };
    },
  }),
  operation({
    id: 'createMediator',
    method: 'post',
    path: '/mediators',
    tag: 'Register',
    summary: 'Add a mediator to a team',
    description:
      '422 `mediator-namesake` at `fullName` where the team has somebody of this name, `mediator-elsewhere` or `mediator-phone` at `phone` where another mediator has this phone: `anotherPerson` says that it is another person.',
    who: 'staff',
    body: NewMediator,
    example: {
      fullName: 'Danh Thị Mẫu Sen',
      phone: '0900000955',
      gender: 'female',
      yearOfBirth: 1975,
      qualification: 'Trung cấp Luật',
      teamId: 'team_mau_1',
      role: 'mediator',
      position: 'Chi hội trưởng phụ nữ ấp',
      begin: { state: 'recognised', on: '2021-03-20', number: '50/QĐ-UBND' },
    },
    refusals: ['Missing'],
    status: 201,
    answer: MediatorView,
    run: async ({ world, account, body }) => {
      await allowedTeam(world, account, body.teamId, 'edit');
      return view(await createMediator(world, body));
    },
  }),
  operation({
    id: 'getMediator',
    method: 'get',
    path: '/mediators/{mediatorId}',
    tag: 'Register',
    summary: 'One mediator',
    who: 'staff',
    params: oneMediator('med_mau_1'),
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params }) => {
      const { mediator } = await allowedMediator(world, account, params.mediatorId, 'seePeople');
      return view(mediator);
    },
  }),
  operation({
    id: 'updateMediator',
    method: 'put',
    path: '/mediators/{mediatorId}',
    tag: 'Register',
    summary: 'Save what is on file of a mediator',
    description:
      'What is left out is taken away; what was decided stays. The rights of both teams are needed to move a mediator.',
    who: 'staff',
    params: oneMediator('med_mau_2'),
    body: MediatorInput.extend({ version, anotherPerson }),
    example: {
      version: 1,
      fullName: 'Nguyễn Thị Mẫu Cúc',
      phone: '0900000956',
      gender: 'female',
      teamId: 'team_mau_1',
      role: 'deputy',
    },
    refusals: ['Conflict'],
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params, body: { version: read, anotherPerson: isAnother, ...input } }) => {
      await allowedMediator(world, account, params.mediatorId, 'edit');
      await allowedTeam(world, account, input.teamId, 'edit');
      return view(await updateMediator(world, params.mediatorId, read, { ...input, isAnother }));
    },
  }),
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
    body: z.strictObject({ trainer: TrainerInput.optional(), version }),
    example: { version: 1, trainer: { level: 'district', number: '88/QĐ-UBND', on: '2021-02-02' } },
    status: 200,
    answer: MediatorView,
    run: async ({ world, account, params, body }) => {
      await allowedMediator(world, account, params.mediatorId, 'edit');
      return view(await markTrainer(world, params.mediatorId, body.version, body.trainer));
    },
  }),
];
