import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { readUnits, type Units } from '../../directory/units/list';
import { idOf, Paging, pageOf } from '../../platform/input/fields';
import type { World } from '../../platform/world/world';
import { allowedMediator, allowedTeam } from '../../register/mediators/allowed';
import { anotherPerson, createMediator, NewMediator } from '../../register/mediators/create';
import { listMediators } from '../../register/mediators/list';
import { MediatorInput } from '../../register/mediators/mediator';
import { STATES } from '../../register/mediators/steps';
import { ROLES_IN_TEAM } from '../../register/mediators/traits';
import { updateMediator } from '../../register/mediators/update';
import { allTeams, teamsWith } from '../../register/teams/list';
import { mustRegister, ownAreaOf } from '../../register/teams/may';
import { operation } from '../contract/operation';
import {
  factsOf,
  MediatorInListView,
  MediatorView,
  mediatorView,
  oneMediator,
  versionRead,
} from './mediator-view';

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
      return mediatorView(await createMediator(world, body));
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
      return mediatorView(mediator);
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
    body: MediatorInput.extend({ version: versionRead, anotherPerson }),
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
      return mediatorView(await updateMediator(world, params.mediatorId, read, { ...input, isAnother }));
    },
  }),
];
