import * as z from 'zod';
import { idOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { mayProgramme } from '../../programme/plans/may';
import { getTimeline } from '../../programme/timeline/timeline';
import { operation } from '../contract/operation';

const Timeline = z
  .object({
    planId: z.string(),
    year: z.number(),
    tasks: z.array(
      z.object({
        id: z.string(),
        row: z.string().describe('The row as the plan names it: "II.3b"'),
        words: z.string(),
        time: z.string().optional().describe('The time in the plan’s words'),
        firstDay: z.string().optional().describe('Absent where the plan names a deadline only'),
        lastDay: z.string().optional().describe('"trước ngày 18/11" means that 17/11 is the last day'),
        months: z
          .array(
            z.object({
              month: z.number(),
              planned: z.boolean(),
              held: z.number(),
              coming: z.number().describe('Drafts, and published events that are not over'),
            }),
          )
          .describe('The twelve months of the plan’s year, with the events that begin in each'),
        later: z.number().describe('Events that begin after the plan’s year'),
      }),
    ),
  })
  .meta({ id: 'Timeline' });

export const operations = [
  operation({
    id: 'getTimeline',
    method: 'get',
    path: '/plans/{id}/timeline',
    tag: 'Programme',
    summary: 'The year of a plan, month by month',
    description:
      'The months that the plan sets for each task, read from its words, and the task’s events by month. Cancelled and postponed events are not counted.',
    who: 'staff',
    params: z.object({ id: idOf('pln').meta({ param: { example: 'pln_2021' } }) }),
    status: 200,
    answer: Timeline,
    run: async ({ world, account, params }) => {
      must(mayProgramme(account), 'see');
      const { plan, rows } = await getTimeline(world, params.id);
      return {
        planId: plan.id,
        year: plan.year,
        tasks: rows.map(({ task: { id, row, words, time }, days, months, later }) => ({
          id,
          row,
          words,
          time,
          ...days,
          months,
          later,
        })),
      };
    },
  }),
];
