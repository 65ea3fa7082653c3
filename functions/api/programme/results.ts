import * as z from 'zod';
import { idOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { getPlan } from '../../programme/plans/list';
import { mayProgramme } from '../../programme/plans/may';
import type { Plan } from '../../programme/plans/plan';
import { taskIn } from '../../programme/plans/update';
import { dueNow } from '../../programme/progress/due';
import { readTaskProgress, type TaskProgress } from '../../programme/progress/progress';
import { enterResult, finishTask, reopenTask } from '../../programme/results/change';
import { EntryInput, FinishInput, NO_RESULT, ReopenInput } from '../../programme/results/result';
import { operation, type StaffCall } from '../contract/operation';
import { indicatorView } from './plan-view';
import { ProgressView, progressView } from './progress-view';

const TaskInFull = z
  .object({
    planId: z.string(),
    id: z.string(),
    row: z.string().describe('The row as the plan names it: "II.3b"'),
    words: z.string(),
    time: z.string().optional(),
    indicators: z.array(ProgressView),
    entries: z
      .array(
        z.object({
          indicatorId: z.string(),
          on: z.string(),
          value: z.number(),
          note: z.string().optional(),
          at: z.string(),
          who: z.string(),
        }),
      )
      .optional()
      .describe('Every result that was typed, in the order of typing; absent for officers'),
    due: z
      .enum(['late', 'soon'])
      .optional()
      .describe(
        'Late, or due within 14 days; absent where it is done, reached or not yet due, and for officers',
      ),
    finished: z.object({ on: z.string(), note: z.string(), at: z.string() }).optional(),
    version: z.number().describe('Of the results, for the next change of them'),
  })
  .meta({ id: 'TaskInFull' });

const taskAt = (taskId: string) =>
  z.object({
    id: idOf('pln').meta({ param: { example: 'pln_2021' } }),
    taskId: idOf('tsk').meta({ param: { example: taskId } }),
  });

const viewOf = (plan: Plan, now: number, progress: TaskProgress): z.output<typeof TaskInFull> => {
  const { task, indicators, result, finished } = progress;
  return {
    planId: plan.id,
    id: task.id,
    row: task.row,
    words: task.words,
    time: task.time,
    indicators: indicators.map(progressView),
    entries: (result?.entries ?? []).map(({ indicatorId, on, value, note, at, who }) => ({
      indicatorId,
      on,
      value,
      note,
      at,
      who,
    })),
    ...(finished && { finished: { on: finished.on, note: finished.note, at: finished.at } }),
    due: dueNow(plan, progress, now),
    version: result?.version ?? NO_RESULT,
  };
};

type TaskCall = StaffCall<{ id: string; taskId: string }, unknown, unknown>;

/** An officer reads the goals without the results, which count the whole province. */
const read = async ({ world, account, params }: Pick<TaskCall, 'world' | 'account' | 'params'>) => {
  const plan = await getPlan(world, params.id);
  const task = taskIn(plan, params.taskId);
  if (mayProgramme(account).seeResults)
    return viewOf(plan, world.now(), await readTaskProgress(world, plan, task));
  const { id, row, words, time, indicators = [] } = task;
  return {
    planId: plan.id,
    id,
    row,
    words,
    time,
    indicators: indicators.map(indicatorView),
    version: NO_RESULT,
  };
};

const shared = { tag: 'Programme', who: 'staff', status: 200, answer: TaskInFull } as const;
const VERSIONED = 'Names the `version` of the results that was read; 412 where they were changed in between.';

/** What the tasks of a plan have reached. */
export const operations = [
  operation({
    ...shared,
    id: 'getTask',
    method: 'get',
    path: '/plans/{id}/tasks/{taskId}',
    summary: 'A task of a plan with its goals and results',
    description: 'Counted results are counted now from the records; typed ones are the latest entry.',
    params: taskAt('tsk_2021_ii3b'),
    run: async (call) => {
      must(mayProgramme(call.account), 'see');
      return read(call);
    },
  }),
  operation({
    ...shared,
    id: 'enterResult',
    method: 'post',
    path: '/plans/{id}/tasks/{taskId}/results',
    summary: 'Enter the result of an indicator that cannot be counted',
    description: `Entries are added and never changed; that of the latest day counts. ${VERSIONED}`,
    params: taskAt('tsk_2021_iii2'),
    body: EntryInput,
    example: {
      version: 1,
      indicatorId: 'i1',
      on: '2021-05-31',
      value: 15,
      note: 'Theo công văn của các huyện',
    },
    run: async (call) => {
      must(mayProgramme(call.account), 'edit');
      const { id: planId, taskId } = call.params;
      await enterResult(call.world, { planId, taskId }, call.body);
      return read(call);
    },
  }),
  operation({
    ...shared,
    id: 'finishTask',
    method: 'post',
    path: '/plans/{id}/tasks/{taskId}/finish',
    summary: 'Mark a task as done',
    description: `It is no longer listed as late. ${VERSIONED}`,
    params: taskAt('tsk_2021_ii4a'),
    body: FinishInput,
    example: { version: 1, on: '2021-11-30', note: 'Đã hướng dẫn khai thác Cơ sở dữ liệu quốc gia.' },
    run: async (call) => {
      must(mayProgramme(call.account), 'edit');
      const { id: planId, taskId } = call.params;
      await finishTask(call.world, { planId, taskId }, call.body);
      return read(call);
    },
  }),
  operation({
    ...shared,
    id: 'reopenTask',
    method: 'post',
    path: '/plans/{id}/tasks/{taskId}/reopening',
    summary: 'Take back that a task is done',
    description: VERSIONED,
    params: taskAt('tsk_2021_ii1'),
    body: ReopenInput,
    example: { version: 3 },
    run: async (call) => {
      must(mayProgramme(call.account), 'edit');
      const { id: planId, taskId } = call.params;
      await reopenTask(call.world, { planId, taskId, version: call.body.version });
      return read(call);
    },
  }),
];
