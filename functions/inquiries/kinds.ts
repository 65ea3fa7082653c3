import type { Reminding } from './days';

/** What is asked of bodies. A new kind stands here first; the compiler then names every place that needs it. */
export const INQUIRY_KINDS = [
  'recommendation',
  'report',
  'support',
  'visit',
  'finding',
  'consultation',
  'review',
  'appeal',
  'confirmation',
] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** The days on which bodies are reminded, by kind. */
const REMINDING: Record<InquiryKind, Reminding> = {
  recommendation: { before: [7, 2], after: [1, 7, 14] },
  // They grow more frequent towards the last day.
  report: { before: [30, 14, 7, 3, 1], after: [1, 3, 5, 7, 10, 14, 21, 28] },
  // People wait with a case that gets worse.
  support: { before: [2], after: [1, 3, 7, 14] },
  visit: { before: [2], after: [] },
  finding: { before: [7, 2], after: [1, 7, 14] },
  // A draft is in the hands of bodies for two or three weeks.
  consultation: { before: [5, 2], after: [1, 4] },
  review: { before: [7, 2], after: [1, 7, 14] },
  // Support is given freely: two reminders, and one after the last day.
  appeal: { before: [7, 2], after: [3] },
  // A commune looks through a hundred people.
  confirmation: { before: [14, 7, 2], after: [1, 7, 14] },
};

export const remindingOf = (kind: InquiryKind): Reminding => REMINDING[kind];

/** Kinds whose body is told how it was closed. */
const TELLS_END: ReadonlySet<InquiryKind> = new Set<InquiryKind>(['visit']);

export const tellsEnd = (kind: InquiryKind): boolean => TELLS_END.has(kind);
