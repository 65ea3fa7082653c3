import * as z from 'zod';
import { readUnits } from '../../directory/units/list';
import {
  addCoverageGoal,
  CoverageGoalEdit,
  CoverageGoalInput,
  type CoverageGoals,
  readCoverageGoals,
} from '../../participation/goals';
import { mustRegister } from '../../register/teams/may';
import { operation } from '../contract/operation';

const GoalsView = z
  .object({
    goals: z
      .array(CoverageGoalInput.extend({ at: z.string() }))
      .describe('In the order in which they were entered: of one scope and year the last one counts'),
    version: z.number().describe('A new goal names the version that was read'),
  })
  .meta({ id: 'CoverageGoals' });

const view = ({ goals, version }: CoverageGoals): z.output<typeof GoalsView> => ({
  goals: goals.map(({ of, share, from, source, at }) => ({ of, share, from, source, at })),
  version,
});

export const operations = [
  operation({
    id: 'getCoverageGoals',
    method: 'get',
    path: '/coverage/goals',
    tag: 'Register',
    summary: 'Which share of the mediators shall be trained in a year',
    who: 'staff',
    status: 200,
    answer: GoalsView,
    run: async ({ world, account }) => {
      const { all } = await readUnits(world);
      mustRegister('seeTeams', account, all);
      return view(await readCoverageGoals(world));
    },
  }),
  operation({
    id: 'addCoverageGoal',
    method: 'post',
    path: '/coverage/goals',
    tag: 'Register',
    summary: 'Set the share of the mediators that shall be trained, from a year on',
    description:
      'For organizers. Goals that were entered before stay: `getCoverage` counts a year by the goal that held in it. 412 where a goal was entered since `version`.',
    who: 'staff',
    body: CoverageGoalEdit,
    example: { of: 'unt_goquao', share: 90, from: 2022, source: 'Kế hoạch của tỉnh (mẫu)', version: 3 },
    refusals: ['Stale'],
    status: 201,
    answer: GoalsView,
    run: async ({ world, account, body: { version, ...input } }) => {
      mustRegister('setRules', account, []);
      return view(await addCoverageGoal(world, version, input));
    },
  }),
];
