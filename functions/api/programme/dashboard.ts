import * as z from 'zod';
import { mayDashboard } from '../../dashboard/may';
import { readDashboard } from '../../dashboard/read';
import { idOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { GoalsEdit, GoalsInput, setGoals } from '../../programme/plans/goals';
import { operation } from '../contract/operation';
import { ProgressView, progressView } from './progress-view';

const PlanId = z.object({ id: idOf('pln').meta({ param: { example: 'pln_2021' } }) });

const FiguresView = z
  .object({
    over: z.number().describe('Events that were held'),
    coming: z.number(),
    postponed: z.number(),
    cancelled: z.number(),
    drafts: z.number(),
    offered: z.number().describe('Seats of the events that were held or are coming'),
    used: z.number().describe('Seats that are taken'),
    waiting: z.number().describe('People who wait for a seat'),
    reached: z.number().describe('Seats taken in events that were held: participations'),
  })
  .meta({ id: 'Figures' });
const GoalsView = GoalsInput.extend({ version: z.number() }).meta({ id: 'Goals' });
const DashboardView = z
  .object({
    planId: z.string(),
    year: z.number(),
    goals: GoalsView.optional().describe('Absent until they are set, and for officers'),
    all: FiguresView,
    tasks: z.array(
      z.object({
        id: z.string(),
        row: z.string(),
        figures: FiguresView,
        indicators: z.array(ProgressView).optional().describe('Absent for officers'),
      }),
    ),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), figures: FiguresView })),
    elsewhere: FiguresView,
    answers: z
      .object({ asked: z.number(), late: z.number(), answered: z.number(), closed: z.number() })
      .optional()
      .describe('What bodies did with recommendations and difficulties, of all years'),
    invited: z
      .object({ sent: z.number(), accepted: z.number(), declined: z.number() })
      .optional()
      .describe('The last answers of bodies to invitations to these events; absent for officers'),
    reports: z
      .object({
        due: z.number(),
        given: z.number(),
        late: z.number().describe('Not given, and the last day has passed'),
        givenLate: z.number(),
      })
      .optional()
      .describe('The reports that are asked for about this plan; absent for officers'),
    coverage: z
      .object({
        mediators: z.number(),
        trained: z.number(),
        aim: z.object({ shares: z.array(z.number()), needed: z.number(), missing: z.number() }).optional(),
      })
      .describe(
        'Recognised mediators and those trained in the year of the plan, as `getCoverage` counts them',
      ),
  })
  .meta({ id: 'Dashboard' });

export const operations = [
  operation({
    id: 'getDashboard',
    method: 'get',
    path: '/plans/{id}/dashboard',
    tag: 'Programme',
    summary: 'The figures of a plan: by task, by unit, against the goals',
    description:
      'Of the events of its tasks, and of the other events of its year. `elsewhere` has the events that lie in none of the units. An officer gets those of their own area. Seats may be some seconds old.',
    who: 'staff',
    params: PlanId,
    status: 200,
    answer: DashboardView,
    run: async ({ world, account, params }) => {
      const {
        plan,
        goals,
        tasks,
        tiles: _tiles,
        ...figures
      } = await readDashboard(world, account, params.id);
      return {
        planId: plan.id,
        year: plan.year,
        ...(goals && { goals: { ...GoalsInput.strip().parse(goals), version: goals.version } }),
        tasks: tasks.map(({ task, figures: of, indicators }) => ({
          id: task.id,
          row: task.row,
          figures: of,
          ...(indicators && { indicators: indicators.map(progressView) }),
        })),
        ...figures,
      };
    },
  }),
  operation({
    id: 'setGoals',
    method: 'put',
    path: '/plans/{id}/goals',
    tag: 'Programme',
    summary: 'Set what shall be reached in the year of a plan',
    description:
      'Names the `version` that was read, 1 where no goals were set; 412 where they were set in between.',
    who: 'staff',
    params: PlanId,
    body: GoalsEdit,
    example: { events: 20, people: 1500, source: 'Công văn số 1/BTP (mẫu)', version: 2 },
    status: 200,
    answer: GoalsView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      must(mayDashboard(account), 'setGoals');
      const saved = await setGoals(world, { planId: params.id, version }, input);
      return { ...input, version: saved.version };
    },
  }),
];
