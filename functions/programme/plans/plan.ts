import * as z from 'zod';
import type { BodyRef } from '../../directory/bodies/body';
import { idOf, line, optional, versionField } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { type Indicator, IndicatorInput, MOST_INDICATORS } from './indicators';

/** A task of the plan, under the row name that the plan gives it (`II.3b`). */
export interface Task {
  id: string;
  row: string;
  /** The task in the plan's words, shortened. */
  words: string;
  lead: BodyRef[];
  coordinating: BodyRef[];
  /** Coordinating groups that are no bodies, in the plan's words: "các sở, ban, ngành có liên quan". */
  coordinatingWords?: string;
  /** The time in the plan's words: `cả năm`, `tháng 4/2021`. */
  time?: string;
  /** What it shall reach; absent where the plan sets no goal. */
  indicators?: Indicator[];
}

/** What a plan says. */
export interface PlanContent {
  title: string;
  /** The legal bases in their order, without a mark at their ends. */
  bases: string[];
  tasks: Task[];
}

/** What was changed of an issued plan, when and why. */
export interface Correction {
  /** The number of the text that it made. */
  text: number;
  reason: string;
  at: string;
}

/** A year's plan. All plans are in one partition, since a province issues one a year. */
export interface Plan extends PlanContent {
  pk: 'plan';
  sk: string;
  id: string;
  year: number;
  /** Absent until the clerical office gives one: with it the plan is issued. */
  number?: string;
  issuedOn?: string;
  /** The office of the person who signed, without a name. */
  signer?: string;
  clonedFrom?: string;
  /** The number of the text that is in force, from 1. Every text is kept (`PlanText`). */
  text: number;
  /** The text that was last sent to bodies for comments. */
  consultedText?: number;
  /** The text that was issued. */
  issuedText?: number;
  corrections?: Correction[];
  withdrawn?: { reason: string; at: string };
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** A text of a plan. It is stored as an item of its own and never overwritten. */
export interface PlanText extends PlanContent {
  pk: string;
  /** `text#0001` */
  sk: string;
  n: number;
  /** Why it differs from the one before, where the plan was issued. */
  reason?: string;
  at: string;
  by?: string;
}

export const PLAN_STATES = ['draft', 'consulted', 'issued', 'corrected', 'withdrawn'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** How far a plan is. */
export const stateOf = (
  plan: Pick<Plan, 'number' | 'consultedText' | 'corrections' | 'withdrawn'>,
): PlanState => {
  if (plan.withdrawn) return 'withdrawn';
  if (plan.number) return plan.corrections?.length ? 'corrected' : 'issued';
  return plan.consultedText ? 'consulted' : 'draft';
};

const year = z.coerce
  .number('plan-year-malformed')
  .int('plan-year-malformed')
  .min(2020, 'plan-year-malformed')
  .max(2100, 'plan-year-malformed');

export const CloneInput = z.object({ year });

const day = z.iso.date('time-malformed');
const number = line(40);
const bodyIds = z.array(idOf('bod')).max(30).default([]);
const bases = z.array(line(500)).max(30);

/** A task's words, and who does it when. */
export const TaskInput = z.strictObject({
  words: line(1_000),
  leadBodyIds: bodyIds,
  coordinatingBodyIds: bodyIds,
  coordinatingWords: optional(line(500)),
  time: optional(line(100)).describe('In words: "cả năm", "tháng 4/2021", "trước ngày 18/11/2021"'),
  indicators: z
    .array(IndicatorInput)
    .max(MOST_INDICATORS)
    .default([])
    .describe('What the task shall reach; results are counted from the records of the system'),
});
export type TaskInput = z.output<typeof TaskInput>;

/** A plan as the province issued it. It is stored as one item, so the number of its rows is limited. */
export const PlanInput = z.strictObject({
  year,
  title: line(500),
  number: optional(number),
  issuedOn: optional(day),
  bases: bases.default([]).describe('The legal bases, one a line'),
  tasks: z
    .array(TaskInput.extend({ row: line(20) }))
    .min(1)
    .max(60),
});
export type PlanInput = z.output<typeof PlanInput>;

const reason = optional(line(500)).describe('Why an issued plan is corrected; asked for once it is issued');

export const PlanUpdate = z.strictObject({ version: versionField, title: line(500), bases, reason });
export type PlanUpdate = z.output<typeof PlanUpdate>;

export const TaskUpdate = TaskInput.extend({ version: versionField, reason });
export type TaskUpdate = z.output<typeof TaskUpdate>;

export const IssueInput = z.strictObject({
  version: versionField,
  number: number.describe('As the clerical office gave it: "77/KH-UBND"'),
  issuedOn: day,
  signer: line(120).describe(
    'The office of the person who signed, without a name: "KT. Chủ tịch, Phó Chủ tịch"',
  ),
});
export type IssueInput = z.output<typeof IssueInput>;

export const WithdrawalInput = z.strictObject({ version: versionField, reason: line(500) });
export type WithdrawalInput = z.output<typeof WithdrawalInput>;

/** The plans, the results of their tasks, the lines of their budgets (`programme/budget`) and pledges; the index finds lines by their event. */
export const programmeTable = table<Plan>({
  name: 'programme',
  key: { pk: 'pk', sk: 'sk' },
  globals: { byEvent: { pk: 'eventId', sk: 'sk', projection: 'ALL' } },
  stream: true,
});
export const planTexts = table<PlanText>(programmeTable);

export const planKey = (id: string) => ({ pk: 'plan' as const, sk: id });
export const textKey = (id: string, n: number) => ({ pk: id, sk: `text#${String(n).padStart(4, '0')}` });
