import * as z from 'zod';
import type { Inquiry } from '../inquiries/inquiry';
import { idOf, line, nonceField, optional, prose, versionField } from '../platform/input/fields';

export const REPORT = 'report' as const;

/** Figures that the system knows of a unit and fills in. */
export const KNOWN_FIGURES = ['events', 'people', 'teams', 'mediators'] as const;
export type KnownFigure = (typeof KNOWN_FIGURES)[number];

export const MOST_OWN_COLUMNS = 8;

/** A figure of the report's form. The forms of the ministry change, so the organizer names further ones. */
export interface Column {
  /** A known figure, or `own1`. */
  key: string;
  label: string;
}

export const PeriodInput = z.strictObject({
  planId: idOf('pln').describe('The plan whose results are reported'),
  title: line(200).describe('What the report is called: "Báo cáo kết quả thực hiện Kế hoạch năm 2021"'),
  dueOn: z.iso.date('time-malformed').describe('The last day, inclusive: of "trước ngày 18/11" it is 17/11'),
  bodyIds: optional(z.array(idOf('bod')).min(1).max(200)).describe(
    'Who reports; left out: every body with a task in the plan',
  ),
  columns: z
    .array(z.enum(KNOWN_FIGURES))
    .max(KNOWN_FIGURES.length)
    .default([...KNOWN_FIGURES]),
  ownColumns: z
    .array(line(120))
    .max(MOST_OWN_COLUMNS)
    .default([])
    .describe('Further figures that are asked for, by their names'),
  nonce: nonceField,
});
export type PeriodInput = z.output<typeof PeriodInput>;

const figure = z
  .number('figure-malformed')
  .int('figure-malformed')
  .min(0, 'figure-malformed')
  .max(1_000_000_000);

/** What a body reports. */
export const Reported = z.strictObject({
  figures: z.record(z.string().max(20), figure).describe('By the key of the column'),
  results: prose(10_000).pipe(z.string().min(1, 'required')),
  difficulties: optional(prose(5_000)),
  proposals: optional(prose(5_000)),
  position: line(120).describe('The position of the person who reports, without a name'),
});
export type Reported = z.output<typeof Reported>;
/** A report that is being written: nothing is required yet. */
export const ReportDraftInput = z.strictObject({
  figures: z.record(z.string().max(20), figure).default({}),
  results: optional(prose(10_000)),
  difficulties: optional(prose(5_000)),
  proposals: optional(prose(5_000)),
  position: optional(line(120)),
});
export type ReportDraftInput = z.output<typeof ReportDraftInput>;
export const VersionedReported = Reported.extend({ version: versionField });
export const EnteredReported = VersionedReported.extend({
  through: z.enum(['phone', 'letter'], 'through-required'),
});

/** What a report has beside what every inquiry has. */
export interface AboutReport {
  periodId: string;
  planId: string;
  year: number;
  columns: Column[];
}

export type Report = Inquiry<AboutReport, Reported>;
