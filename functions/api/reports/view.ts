import * as z from 'zod';
import { daysLate } from '../../inquiries/days';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { isLate } from '../../reports/periods';
import type { Report } from '../../reports/report';

const Given = z.object({
  n: z.number().describe('1, and one more with each change'),
  figures: z.record(z.string(), z.number()),
  results: z.string(),
  difficulties: z.string().optional(),
  proposals: z.string().optional(),
  position: z.string(),
  at: z.string(),
  through: z.enum(THROUGH),
  late: z.boolean().describe('It came after the last day'),
});

export const ReportView = z
  .object({
    id: z.string(),
    periodId: z.string(),
    planId: z.string(),
    year: z.number(),
    title: z.string(),
    bodyId: z.string(),
    bodyName: z.string(),
    dueOn: z.string().describe('The last day, inclusive'),
    columns: z.array(z.object({ key: z.string(), label: z.string() })),
    status: z.enum(INQUIRY_STATES),
    daysLate: z.number().describe('Days without the report after its last day'),
    answer: Given.optional(),
    version: z.number(),
  })
  .meta({ id: 'Report' });

export const ReportDraftView = z
  .object({
    figures: z.record(z.string(), z.number()),
    results: z.string().optional(),
    difficulties: z.string().optional(),
    proposals: z.string().optional(),
    position: z.string().optional(),
    at: z.string(),
  })
  .meta({ id: 'ReportDraft' });

export const OpenReport = ReportView.extend({
  known: z
    .record(z.string(), z.number())
    .describe('Figures that the system knows of the unit, to begin with'),
}).meta({ id: 'OpenReport' });

export const view = (r: Report, now: number): z.output<typeof ReportView> => ({
  id: r.id,
  periodId: r.about.periodId,
  planId: r.about.planId,
  year: r.about.year,
  title: r.title,
  bodyId: r.bodyId,
  bodyName: r.bodyName,
  dueOn: r.dueOn,
  columns: r.about.columns,
  status: r.status,
  daysLate: daysLate(r, now),
  answer: r.answer && {
    n: r.answer.n,
    ...r.answer.said,
    at: r.answer.at,
    through: r.answer.through,
    late: isLate(r.answer.at, r.dueOn),
  },
  version: r.version,
});
