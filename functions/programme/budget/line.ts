import * as z from 'zod';
import { idOf, line, nonceField, optional, versionField } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { programmeTable } from '../plans/plan';

/** Who pays. `other` is said in words. */
export const SOURCES = ['central', 'province', 'district', 'commune', 'contributions', 'other'] as const;
export type Source = (typeof SOURCES)[number];

/** What is paid for. `other` is said in words. */
export const ITEMS = ['hall', 'materials', 'speakers', 'participants', 'travel', 'other'] as const;
export type Item = (typeof ITEMS)[number];

/** A hundred billion đồng: the sum of all lines of a plan is still a safe integer. */
export const MOST_DONG = 100_000_000_000;

/** An amount in whole đồng, the smallest that is paid. */
export const dong = z
  .number({ error: ({ input }) => (input === undefined ? 'required' : 'dong-malformed') })
  .int('dong-malformed')
  .min(0, 'dong-malformed')
  .max(MOST_DONG, 'dong-too-much');

const words = optional(line(100));

const BudgetFields = z.strictObject({
  /** The task of the plan that the money serves. */
  taskId: idOf('tsk'),
  /** The event that it pays for, where it is one. */
  eventId: optional(idOf('evt')),
  source: z.enum(SOURCES),
  sourceWords: words.describe('Where the source is `other`: which one'),
  item: z.enum(ITEMS),
  itemWords: words.describe('Where the item is `other`: what it is'),
  estimate: dong.describe('In đồng'),
  actual: optional(dong).describe('In đồng; absent until it is known'),
  /** The decision or voucher, its number and date. */
  document: optional(line(200)),
  remark: optional(line(300)),
});

type Choices = Pick<z.output<typeof BudgetFields>, 'source' | 'sourceWords' | 'item' | 'itemWords'>;

/** `other` needs its words, and nothing else has any: two texts would say two things. */
const saysOther = (input: Choices, context: z.core.$RefinementCtx<Choices>): void => {
  for (const [name, said] of [
    ['source', input.sourceWords],
    ['item', input.itemWords],
  ] as const) {
    const isOther = input[name] === 'other';
    if (isOther === (said !== undefined)) continue;
    const message = isOther ? 'other-words-required' : 'words-for-other-only';
    context.addIssue({ code: 'custom', path: [`${name}Words`], message });
  }
};

export const BudgetInput = BudgetFields.extend({ nonce: nonceField }).superRefine(saysOther);
export type BudgetInput = z.output<typeof BudgetInput>;

/** A line as it shall be, and the version that the editor read. */
export const BudgetUpdate = BudgetFields.extend({ version: versionField }).superRefine(saysOther);

/**
 * A line of a plan's budget: what is planned and what was spent for one thing from one source. It records figures; no
 * payment is made here.
 */
export interface BudgetLine extends Omit<BudgetInput, 'nonce'> {
  pk: `budget#${string}`;
  sk: string;
  id: string;
  planId: string;
  /** It counts no more and is shown nowhere; its history stays. */
  removed?: true;
  /** Made up for the demo. */
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** The lines of one plan stand in one partition. */
export const budgetOf = (planId: string) => `budget#${planId}` as const;

export const budgetLines = table<BudgetLine>(programmeTable);
