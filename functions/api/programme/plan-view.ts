import * as z from 'zod';
import type { Indicator } from '../../programme/plans/indicators';
import {
  PLAN_STATES,
  type Plan,
  type PlanText,
  type Task as StoredTask,
  stateOf,
} from '../../programme/plans/plan';

const BodyName = z.object({ id: z.string(), name: z.string() });

export const PlanInList = z
  .object({
    id: z.string(),
    year: z.number(),
    title: z.string(),
    state: z.enum(PLAN_STATES),
    number: z.string().optional().describe('Blank until the clerical office has given one'),
    issuedOn: z.string().optional(),
    clonedFrom: z.string().optional(),
  })
  .meta({ id: 'PlanInList' });

export const IndicatorView = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string().describe('What is counted; `typed`: staff enter the results'),
    unit: z.string().describe('"%": the goal is in per cent'),
    goal: z.number(),
  })
  .meta({ id: 'Indicator' });

export const indicatorView = ({
  id,
  name,
  source,
  unit,
  goal,
}: Indicator): z.output<typeof IndicatorView> => ({ id, name, source, unit, goal });

const Task = z.object({
  id: z.string(),
  row: z.string().describe('The row as the plan names it: "II.3b"'),
  words: z.string(),
  lead: z.array(BodyName),
  coordinating: z.array(BodyName),
  coordinatingWords: z.string().optional(),
  time: z.string().optional(),
  indicators: z.array(IndicatorView).describe('What the task shall reach'),
});

const taskView = ({ indicators = [], ...task }: StoredTask): z.output<typeof Task> => ({
  ...task,
  indicators: indicators.map(indicatorView),
});

export const PlanView = PlanInList.extend({
  bases: z.array(z.string()),
  signer: z.string().optional().describe('The office of the person who signed'),
  text: z.number().describe('The number of the text that is in force'),
  consultedText: z.number().optional().describe('The text that was last sent for comments'),
  issuedText: z.number().optional(),
  corrections: z.array(z.object({ text: z.number(), reason: z.string(), at: z.string() })),
  withdrawn: z.object({ reason: z.string(), at: z.string() }).optional(),
  tasks: z.array(Task),
  version: z.number(),
}).meta({ id: 'Plan' });

export const TextView = z
  .object({
    n: z.number(),
    at: z.string(),
    reason: z.string().optional().describe('Why an issued plan was corrected'),
    title: z.string(),
    bases: z.array(z.string()),
    tasks: z.array(Task),
  })
  .meta({ id: 'PlanText' });

export const short = (plan: Plan): z.output<typeof PlanInList> => {
  const { id, year, title, number, issuedOn, clonedFrom } = plan;
  return { id, year, title, state: stateOf(plan), number, issuedOn, clonedFrom };
};

export const view = (plan: Plan): z.output<typeof PlanView> => {
  const {
    bases,
    signer,
    text,
    consultedText,
    issuedText,
    corrections = [],
    withdrawn,
    tasks,
    version,
  } = plan;
  return {
    ...short(plan),
    bases,
    signer,
    text,
    consultedText,
    issuedText,
    corrections,
    withdrawn,
    tasks: tasks.map(taskView),
    version,
  };
};

export const textView = ({ n, at, reason, title, bases, tasks }: PlanText): z.output<typeof TextView> => ({
  n,
  at,
  reason,
  title,
  bases,
  tasks: tasks.map(taskView),
});
