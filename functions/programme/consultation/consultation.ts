import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Inquiry } from '../../inquiries/inquiry';
import { idOf, line, optional, prose, versionField } from '../../platform/input/fields';

export const CONSULTATION = 'consultation' as const;

/** What a body says to a draft as a whole. */
export const STANCES = ['agrees', 'comments'] as const;
/** What the department did with a comment. */
export const TREATMENTS = ['taken', 'partly', 'not-taken'] as const;

export const MOST_COMMENTS = 20;

const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const ConsultInput = z.strictObject({
  version: versionField.describe('Of the plan: its text is sent as it was read'),
  dueOn: z.iso.date('time-malformed').describe('The last day of an answer, inclusive'),
  bodyIds: optional(z.array(idOf('bod')).min(1).max(200)).describe(
    'Who is asked; left out: every body with a task in the plan',
  ),
});
export type ConsultInput = z.output<typeof ConsultInput>;

/** A comment on one row of the plan, or on the whole. */
const Comment = z.strictObject({
  row: optional(line(20)).describe('The row of the plan that it is about: "II.3b"; left out: the whole plan'),
  words: words(1_500),
});
export type Comment = z.output<typeof Comment>;

const SaidFields = z.strictObject({
  stance: z.enum(STANCES, 'consultation-stance-required'),
  comments: z.array(Comment).max(MOST_COMMENTS).default([]).describe('With `comments` alone, one at least'),
  position: line(120).describe('The position of the person who answers, without a name'),
});
const saysWhat = (said: { stance: string; comments: readonly unknown[] }, context: z.RefinementCtx) => {
  if (said.stance === 'comments' && said.comments.length === 0)
    context.addIssue({ code: 'custom', path: ['comments'], message: 'consultation-comment-required' });
};
export const ConsultationSaid = SaidFields.superRefine(saysWhat);
export type ConsultationSaid = z.output<typeof ConsultationSaid>;
export const VersionedConsultationSaid = SaidFields.extend({ version: versionField }).superRefine(saysWhat);
export const EnteredConsultationSaid = SaidFields.extend({
  version: versionField,
  through: z.enum(['phone', 'letter'], 'through-required'),
}).superRefine(saysWhat);

/** What was done with a comment; what was not taken over has a reason. */
export const TreatInput = z.strictObject({
  version: versionField,
  treatments: z
    .array(
      z
        .strictObject({
          comment: z.number().int().min(1).max(MOST_COMMENTS).describe('The place of the comment, from 1'),
          outcome: z.enum(TREATMENTS, 'treatment-required'),
          reason: optional(line(1_000)),
        })
        .superRefine(({ outcome, reason }, context) => {
          if (outcome !== 'taken' && !reason)
            context.addIssue({ code: 'custom', path: ['reason'], message: 'treatment-reason-required' });
        }),
    )
    .min(1, 'treatment-required')
    .max(MOST_COMMENTS),
});
export type TreatInput = z.output<typeof TreatInput>;

/** What was done with a comment. It names the comment by its words, so it does not stay with one that was changed. */
export interface Treated {
  /** `commentKey` */
  of: string;
  outcome: (typeof TREATMENTS)[number];
  reason?: string;
}

export const commentKey = ({ row, words }: Comment): string =>
  createHash('sha256')
    .update(JSON.stringify([row, words]))
    .digest('hex')
    .slice(0, 16);

/** What a consultation has beside what every inquiry has. */
export interface AboutConsultation {
  planId: string;
  year: number;
  /** The text of the plan that was sent. */
  text: number;
  treated?: Treated[];
}

export type Consultation = Inquiry<AboutConsultation, ConsultationSaid>;
