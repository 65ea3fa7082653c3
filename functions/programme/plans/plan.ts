import * as z from 'zod';
import type { BodyRef } from '../../directory/bodies/body';
import { idOf, line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';

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
}

/** A year's plan. All plans are in one partition, since a province issues one a year. */
export interface Plan {
  pk: 'plan';
  sk: string;
  id: string;
  year: number;
  /** Absent until the clerical office gives one. */
  number?: string;
  title: string;
  issuedOn?: string;
  clonedFrom?: string;
  tasks: Task[];
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

const year = z.coerce
  .number('plan-year-malformed')
  .int('plan-year-malformed')
  .min(2020, 'plan-year-malformed')
  .max(2100, 'plan-year-malformed');

export const CloneInput = z.object({ year });

const bodyIds = z.array(idOf('bod')).max(30).default([]);

/** A plan as the province issued it. It is stored as one item, so the number of its rows is limited. */
export const PlanInput = z.strictObject({
  year,
  title: line(500),
  number: optional(line(40)),
  issuedOn: optional(z.iso.date('time-malformed')),
  tasks: z
    .array(
      z.strictObject({
        row: line(20),
        words: line(1_000),
        leadBodyIds: bodyIds,
        coordinatingBodyIds: bodyIds,
        coordinatingWords: optional(line(500)),
        time: optional(line(100)),
      }),
    )
    .min(1)
    .max(60),
});
export type PlanInput = z.output<typeof PlanInput>;

/** The plans, the lines of their budgets (`programme/budget`) and pledges; the index finds lines by their event. */
export const programmeTable = table<Plan>({
  name: 'programme',
  key: { pk: 'pk', sk: 'sk' },
  globals: { byEvent: { pk: 'eventId', sk: 'sk', projection: 'ALL' } },
  stream: true,
});
