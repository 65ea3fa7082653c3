import * as z from 'zod';
import { type BudgetLine, ITEMS, SOURCES } from '../../programme/budget/line';
import { type Totals, totalsBy, totalsOf } from '../../programme/budget/totals';

export const BudgetLineView = z
  .object({
    id: z.string(),
    version: z.number(),
    taskId: z.string(),
    eventId: z.string().optional(),
    source: z.enum(SOURCES),
    sourceWords: z.string().optional(),
    item: z.enum(ITEMS),
    itemWords: z.string().optional(),
    estimate: z.number().describe('In đồng'),
    actual: z.number().optional().describe('In đồng; absent until it is known'),
    document: z.string().optional(),
    remark: z.string().optional(),
  })
  .meta({ id: 'BudgetLine' });

const TotalsView = z
  .object({
    estimate: z.number(),
    actual: z.number().describe('Of the lines that say what was spent'),
    lines: z.number(),
    open: z.number().describe('How many lines do not say yet what was spent'),
  })
  .meta({ id: 'BudgetTotals' });

const Grouped = (key: z.ZodType) => z.array(z.object({ key, totals: TotalsView }));

export const BudgetView = z
  .object({
    total: TotalsView,
    byTask: Grouped(z.string()),
    byEvent: Grouped(z.string()),
    bySource: Grouped(z.enum(SOURCES)),
    byItem: Grouped(z.enum(ITEMS)),
    lines: z.array(BudgetLineView),
  })
  .meta({ id: 'Budget' });

export const lineView = (line: BudgetLine): z.output<typeof BudgetLineView> => ({
  id: line.id,
  version: line.version,
  taskId: line.taskId,
  eventId: line.eventId,
  source: line.source,
  sourceWords: line.sourceWords,
  item: line.item,
  itemWords: line.itemWords,
  estimate: line.estimate,
  actual: line.actual,
  document: line.document,
  remark: line.remark,
});

const grouped = <K extends string>(groups: ReadonlyMap<K, Totals>) =>
  [...groups].map(([key, totals]) => ({ key, totals }));

export const budgetView = (lines: readonly BudgetLine[]) => ({
  total: totalsOf(lines),
  byTask: grouped(totalsBy(lines, ({ taskId }) => taskId)),
  byEvent: grouped(totalsBy(lines, ({ eventId }) => eventId)),
  bySource: grouped(totalsBy(lines, ({ source }) => source)),
  byItem: grouped(totalsBy(lines, ({ item }) => item)),
  lines: lines.map(lineView),
});
