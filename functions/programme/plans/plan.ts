import * as z from 'zod';
import type { BodyRef } from '../../directory/bodies/body';
import { idOf, line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';

/** A task of the plan, under the row name that the plan gives it (`II.3b`). */
export interface Task {
  id: string;
  row: string;
  /** The plan's words, short. */
  words: string;
  lead: BodyRef[];
  coordinating: BodyRef[];
  /** Who coordinates in the plan's own words, where it names whole groups: "các sở, ban, ngành có liên quan". */
  coordinatingWords?: string;
  /** When, in the plan's words: `cả năm`, `tháng 4/2021`. Absent where the plan says none. */
  time?: string;
}

/** A year's plan. All plans stand in one partition: a province issues one a year. */
export interface Plan {
  pk: 'plan';
  sk: string;
  id: string;
  year: number;
  /** Blank until the clerical office has given one. */
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

/** A plan as the province issued it. It is kept as one item, so its rows are bounded. */
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

export const programmeTable = table<Plan>({ name: 'programme', key: { pk: 'pk', sk: 'sk' } });
