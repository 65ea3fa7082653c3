import * as z from 'zod';
import { readUnits } from '../../directory/units/list';
import { cutPage, idOf, optional, Paging, pageOf, versionField } from '../../platform/input/fields';
import { readComposition } from '../../register/gaps/composition';
import { GAPS } from '../../register/gaps/gaps';
import { RulesEdit, RulesInput, readRules, setRules } from '../../register/gaps/rules';
import { allowedTeam } from '../../register/mediators/allowed';
import { dissolveTeam } from '../../register/mediators/dissolve-team';
import { createTeam } from '../../register/teams/create';
import { Decision } from '../../register/teams/decision';
import { mustRegister } from '../../register/teams/may';
import { TeamInput } from '../../register/teams/team';
import { updateTeam } from '../../register/teams/update';
import { operation } from '../contract/operation';
import { TeamInListView, TeamView, teamInListView, teamView } from './team-views';

const TeamId = z.object({ teamId: idOf('team').meta({ param: { example: 'team_mau_1' } }) });
const EmptyTeam = z.object({ teamId: idOf('team').meta({ param: { example: 'team_mau_trong' } }) });
const version = versionField.describe('The version that was read: 412 where it changed');

const RulesView = RulesInput.extend({ version: z.number() }).meta({ id: 'TeamRules' });

export const operations = [
  operation({
    id: 'listTeams',
    method: 'get',
    path: '/teams',
    tag: 'Register',
    summary: 'Mediation teams with their numbers and what they lack',
    description:
      'By name. An officer gets those of their own area. Teams of a commune that was merged stand under what it is today. Dissolved teams are left out.',
    who: 'staff',
    query: Paging.extend({
      unitId: idOf('unt').optional().describe('The area: a commune, or a district with all of its communes'),
      search: z.string().max(200).optional(),
      gaps: z.enum([...GAPS, 'any']).optional(),
    }),
    status: 200,
    answer: pageOf(TeamInListView),
    run: async ({ world, account, query }) => {
      const { all } = await readUnits(world);
      mustRegister('seeTeams', account, all);
      const { teams } = await readComposition(world, account, {
        areas: [query.unitId],
        search: query.search,
        gap: query.gaps,
      });
      const { items, next } = cutPage(teams, query);
      return { items: items.map((team) => teamInListView(team, all)), next };
    },
  }),
  operation({
    id: 'createTeam',
    method: 'post',
    path: '/teams',
    tag: 'Register',
    summary: 'Add a mediation team',
    description: '422 `team-twice` at `name` where the commune has a team of this name.',
    who: 'staff',
    body: TeamInput,
    example: {
      name: 'Tổ hòa giải ấp mẫu 20',
      unitId: 'unt_mau_1',
      hamlet: 'Ấp mẫu 20',
      founded: { number: '45/QĐ-UBND', on: '2021-03-15' },
    },
    status: 201,
    answer: TeamView,
    run: async ({ world, account, body }) => {
      const { all } = await readUnits(world, body.unitId);
      mustRegister('edit', account, all, body.unitId);
      return teamView(await createTeam(world, body), all);
    },
  }),
  operation({
    id: 'getTeam',
    method: 'get',
    path: '/teams/{teamId}',
    tag: 'Register',
    summary: 'One mediation team',
    who: 'staff',
    params: TeamId,
    status: 200,
    answer: TeamView,
    run: async ({ world, account, params }) => {
      const { team, units } = await allowedTeam(world, account, params.teamId, 'seeTeams');
      return teamView(team, units);
    },
  }),
  operation({
    id: 'updateTeam',
    method: 'put',
    path: '/teams/{teamId}',
    tag: 'Register',
    summary: 'Save what is on file of a mediation team',
    description: 'What is left out is taken away. The rights of both communes are needed to move a team.',
    who: 'staff',
    params: TeamId,
    body: TeamInput.extend({ version }),
    example: { version: 1, name: 'Tổ hòa giải ấp mẫu 1', unitId: 'unt_mau_1', hamlet: 'Ấp mẫu 1' },
    status: 200,
    answer: TeamView,
    run: async ({ world, account, params, body: { version: read, ...input } }) => {
      const { units } = await allowedTeam(world, account, params.teamId, 'edit');
      mustRegister('edit', account, units, input.unitId);
      return teamView(await updateTeam(world, params.teamId, read, input), units);
    },
  }),
  operation({
    id: 'dissolveTeam',
    method: 'put',
    path: '/teams/{teamId}/dissolution',
    tag: 'Register',
    summary: 'Dissolve a mediation team by a decision',
    description:
      'Without `decision`, a dissolution that was entered by mistake is taken back. 409 `team-has-members` while the team has mediators.',
    who: 'staff',
    params: EmptyTeam,
    body: z.strictObject({ decision: optional(Decision), version }),
    example: { version: 1, decision: { number: '12/QĐ-UBND', on: '2021-06-01' } },
    refusals: ['Conflict'],
    status: 200,
    answer: TeamView,
    run: async ({ world, account, params, body }) => {
      const { units } = await allowedTeam(world, account, params.teamId, 'edit');
      return teamView(await dissolveTeam(world, params.teamId, body.version, body.decision), units);
    },
  }),
  operation({
    id: 'getTeamRules',
    method: 'get',
    path: '/team-rules',
    tag: 'Register',
    summary: 'What a mediation team must have, and where the rule stands',
    who: 'staff',
    status: 200,
    answer: RulesView,
    run: async ({ world, account }) => {
      mustRegister('seeTeams', account, (await readUnits(world)).all);
      return rulesView(await readRules(world));
    },
  }),
  operation({
    id: 'updateTeamRules',
    method: 'put',
    path: '/team-rules',
    tag: 'Register',
    summary: 'Say what a mediation team must have',
    description: 'For organizers.',
    who: 'staff',
    body: RulesEdit,
    example: {
      version: 1,
      fewest: 3,
      fewestWomen: 1,
      minorityUnitIds: ['unt_goquao'],
      source: 'Luật Hòa giải ở cơ sở (mẫu)',
    },
    status: 200,
    answer: RulesView,
    run: async ({ world, account, body: { version: read, ...input } }) => {
      mustRegister('setRules', account, []);
      return rulesView(await setRules(world, read, input));
    },
  }),
];

const rulesView = ({
  fewest,
  fewestWomen,
  minorityUnitIds,
  source,
  version: now,
}: Awaited<ReturnType<typeof readRules>>) => ({ fewest, fewestWomen, minorityUnitIds, source, version: now });
