import * as z from 'zod';
import type { Inquiry } from '../inquiries/inquiry';
import { idOf, line, nonceField, optional, prose, versionField } from '../platform/input/fields';

export const VISIT = 'visit' as const;

/** What a member of the visit saw of a line of the checklist. */
export const RESULTS = ['met', 'partly', 'unmet', 'none'] as const;

const day = z.iso.date('time-malformed');
const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

const fields = {
  day: day.describe('The day of the visit in Vietnam'),
  place: optional(line(300)),
  purpose: words(2_000).describe('What is inspected'),
  taskId: optional(idOf('tsk')).describe('The task of the plan that the visit serves'),
  lead: line(200).describe('Who leads the visit: position and body, without a name'),
  front: line(200).describe('The member of the Front at the level of the unit: position and body'),
  others: z.array(line(200)).max(20).default([]).describe('The other members, as the leader'),
  checklist: z.array(line(300)).min(1, 'required').max(30).describe('What is looked at, in this order'),
};

export const VisitInput = z.strictObject({
  bodyId: idOf('bod').describe('The committee of the unit that is visited; it is told and answers'),
  ...fields,
  nonce: nonceField,
});
export type VisitInput = z.output<typeof VisitInput>;

export const VisitUpdate = z.strictObject({
  version: versionField,
  ...fields,
  reason: optional(words(2_000)).describe('Required where the day moves: the unit is told'),
});
export type VisitUpdate = z.output<typeof VisitUpdate>;

export const ChecklistInput = z.strictObject({
  version: versionField,
  results: z
    .array(
      z.strictObject({
        id: z.string().max(10),
        result: optional(z.enum(RESULTS)),
        note: optional(prose(1_000)),
      }),
    )
    .min(1)
    .max(30),
});
export type ChecklistInput = z.output<typeof ChecklistInput>;

/** What the unit says to the notice of a visit. */
export const ATTENDS = ['agreed', 'other-day'] as const;

const ConfirmFields = z.strictObject({
  attends: z.enum(ATTENDS, 'visit-answer-required'),
  words: optional(prose(2_000)).describe('`other-day`: which day and why; required there'),
  position: line(120).describe('The position of the person who answers, without a name'),
});

const saysWhy = (said: { attends: string; words?: string | undefined }, context: z.RefinementCtx) => {
  if (said.attends === 'other-day' && !said.words)
    context.addIssue({ code: 'custom', path: ['words'], message: 'required' });
};

export const Confirmed = ConfirmFields.superRefine(saysWhy);
export type Confirmed = z.output<typeof Confirmed>;
export const VersionedConfirmed = ConfirmFields.extend({ version: versionField }).superRefine(saysWhy);

export const EnteredConfirmed = ConfirmFields.extend({
  version: versionField,
  through: z.enum(['phone', 'letter'], 'through-required'),
}).superRefine(saysWhy);

/** A line of the checklist, with what was seen. */
export interface CheckItem {
  id: string;
  words: string;
  result?: (typeof RESULTS)[number] | undefined;
  note?: string | undefined;
}

/** What a visit has beside what every inquiry has. Its day is the last day of the unit's answer (`dueOn`). */
export interface VisitAbout {
  /** The unit of the body; who sees the visit follows from it. */
  unitId: string;
  /** Its name when the visit was made. */
  unitName: string;
  purpose: string;
  place?: string | undefined;
  taskId?: string | undefined;
  lead: string;
  front: string;
  others: string[];
  checklist: CheckItem[];
}

export type Visit = Inquiry<VisitAbout, Confirmed>;
