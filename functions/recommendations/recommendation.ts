import * as z from 'zod';
import type { Inquiry } from '../inquiries/inquiry';
import { idOf, line, nonceField, optional, prose, versionField } from '../platform/input/fields';

export const RECOMMENDATION = 'recommendation' as const;

/** A recommendation of a conference (plan 77, II.5a), or a difficulty that an office reported at any time (III.6). */
export const SORTS = ['recommendation', 'difficulty'] as const;

const day = z.iso.date('time-malformed');
const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const RecommendationInput = z.strictObject({
  sort: z.enum(SORTS, 'required'),
  title: line(200),
  words: words(5_000).describe('What is recommended, or what is difficult; without names of parties'),
  bodyId: idOf('bod').describe('The competent body, which answers'),
  dueOn: day.describe('The last day of an answer, inclusive: of "trước ngày 18/11" it is 17/11'),
  topic: optional(line(120)),
  eventId: optional(idOf('evt')).describe('The conference from which it comes'),
  taskId: optional(idOf('tsk')).describe('The task of the plan that it belongs to'),
  raisedBy: optional(line(200)).describe('The unit or body that raised it'),
  nonce: nonceField,
});
export type RecommendationInput = z.output<typeof RecommendationInput>;

/** What a body did: done, planned by a day, or not possible. */
export const OUTCOMES = ['done', 'planned', 'impossible'] as const;

const SaidFields = z.strictObject({
  outcome: z.enum(OUTCOMES, 'recommendation-outcome-required'),
  words: words(5_000).describe('What was done, is planned, or why it is not possible'),
  by: optional(day).describe('`planned` alone: until when'),
  position: line(120).describe('The position of the person who answers, without a name'),
});

const saysWhen = (said: { outcome: string; by?: string | undefined }, context: z.RefinementCtx) => {
  if (said.outcome === 'planned' && !said.by)
    context.addIssue({ code: 'custom', path: ['by'], message: 'required' });
};

export const Said = SaidFields.superRefine(saysWhen);
export type Said = z.output<typeof Said>;
export const VersionedSaid = SaidFields.extend({ version: versionField }).superRefine(saysWhen);
export const EnteredSaid = SaidFields.extend({
  version: versionField,
  through: z.enum(['phone', 'letter'], 'through-required'),
}).superRefine(saysWhen);

export const AgainInput = z.strictObject({ version: versionField, dueOn: day, words: words(2_000) });
export const EndInput = z.strictObject({ version: versionField, words: words(2_000) });

export const TieInput = z.strictObject({
  version: versionField,
  taskId: optional(idOf('tsk')).describe('The task of the plan; left out: none'),
});
export type TieInput = z.output<typeof TieInput>;

/** What a recommendation has beside what every inquiry has. */
export interface About {
  sort: (typeof SORTS)[number];
  words: string;
  topic?: string;
  eventId?: string;
  eventTitle?: string;
  taskId?: string;
  raisedBy?: string;
}

export type Recommendation = Inquiry<About, Said>;
