import * as z from 'zod';
import { KINDS, type Kind } from '../events/event/event-input';
import { daysAfter } from '../inquiries/days';
import { inquiriesTable } from '../inquiries/inquiry';
import { idOf, line, optional, prose, versionField } from '../platform/input/fields';
import { table } from '../platform/store/table';
import { localDate } from '../platform/time/dates';
import type { Recommendation } from '../recommendations/recommendation';

/** A paper (tham luận) for a conference before it begins (plan 77, II.5a), or a difficulty at any time (III.6). */
export const POINT_SORTS = ['paper', 'difficulty'] as const;
export type PointSort = (typeof POINT_SORTS)[number];

/** Papers are read at conferences and forums. */
export const PAPER_KINDS: readonly Kind[] = KINDS.filter((kind) => kind === 'conference' || kind === 'forum');

const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const PointFields = {
  sort: z.enum(POINT_SORTS, 'point-sort-required'),
  title: line(200),
  words: words(20_000).describe('The paper, or the difficulty; a difficulty without names of parties'),
  namesChecked: optional(z.boolean()).describe(
    'What looks like a name of a person is none: an organizer’s list cannot know',
  ),
  nonce: z
    .string()
    .min(8)
    .max(64)
    .optional()
    .describe('A secret of the form: sent again with it, the first one is answered'),
};

/** What a registered person raises. */
export const OwnPointInput = z.strictObject(PointFields);
export type OwnPointInput = z.output<typeof OwnPointInput>;

/** What staff enter: for their own area, or what came on paper. */
export const PointInput = z
  .strictObject({
    ...PointFields,
    unitId: optional(idOf('unt')).describe('The unit from which it comes'),
    raisedBy: optional(line(200)).describe('The team, body or position that raised it, without a name'),
    eventId: optional(idOf('evt')).describe('The conference for which it is; a paper always has one'),
  })
  .superRefine(({ unitId, raisedBy }, context) => {
    if (!unitId && !raisedBy)
      context.addIssue({ code: 'custom', path: ['raisedBy'], message: 'point-from-required' });
  });
export type PointInput = z.output<typeof PointInput>;

/** What the department decides: a paper is accepted or declined, a difficulty is answered. */
export const POINT_OUTCOMES = ['accepted', 'declined', 'answered'] as const;
export type PointOutcome = (typeof POINT_OUTCOMES)[number];

export const outcomesOf = (sort: PointSort): readonly PointOutcome[] =>
  sort === 'paper' ? ['accepted', 'declined'] : ['answered'];

export const DecideInput = z
  .strictObject({
    version: versionField,
    outcome: z.enum(POINT_OUTCOMES, 'point-outcome-required'),
    words: optional(prose(5_000)).describe('The answer, or the reason; the person who raised it reads it'),
  })
  .superRefine(({ outcome, words: said }, context) => {
    if (outcome !== 'accepted' && !said)
      context.addIssue({ code: 'custom', path: ['words'], message: 'required' });
  });
export type DecideInput = z.output<typeof DecideInput>;

export const PassPointInput = z.strictObject({
  bodyId: idOf('bod').describe('The competent body, which answers'),
  dueOn: z.iso.date('time-malformed').describe('The last day of an answer, inclusive'),
  topic: optional(line(120)),
});
export type PassPointInput = z.output<typeof PassPointInput>;

/** A paper or a difficulty as it was raised. It lies in the table of inquiries, beside what is asked of bodies. */
export interface Point {
  pk: string;
  sk: 'point';
  id: string;
  /** Index key of the register; no kind of inquiry. */
  kind: 'point';
  sort: PointSort;
  title: string;
  words: string;
  eventId?: string;
  /** The event's title when it was raised. */
  eventTitle?: string;
  unitId?: string;
  raisedBy?: string;
  /** Index key: the registration of the person who raised it; absent where staff entered it. */
  registrationId?: string;
  outcome?: PointOutcome;
  outcomeWords?: string;
  decidedAt?: string;
  /** The body to which it was passed as a recommendation, and when. */
  passedTo?: string;
  passedAt?: string;
  /** Index keys, until it is decided or passed: the last day on which that is in time. */
  open?: 'open';
  expectedBy?: string;
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** A point may wait so many days for a decision. */
const WAITS_DAYS = 5;

/** The last day on which a decision about what was raised then is in time. */
export const decideBy = (createdAt: string): string => daysAfter(localDate(createdAt), WAITS_DAYS);

export const pointItems = table<Point>(inquiriesTable);
export const pointKey = (id: string) => ({ pk: id, sk: 'point' as const });

/** The recommendation as which a difficulty was passed on. */
export const recommendationIdOf = (pointId: string): string => pointId.replace(/^pnt_/, 'inq_');

/** The difficulty that was passed on as this recommendation, where it was one. */
export const pointIdOf = (recommendationId: string): string => recommendationId.replace(/^inq_/, 'pnt_');

/** What was raised, with what was asked of the body about it. */
export interface RaisedPoint {
  point: Point;
  recommendation?: Recommendation | undefined;
}

export const POINT_STATES = ['received', 'accepted', 'declined', 'passed', 'answered', 'closed'] as const;
export type PointState = (typeof POINT_STATES)[number];

export const pointState = ({ point, recommendation }: RaisedPoint): PointState => {
  if (point.outcome) return point.outcome;
  if (!point.passedAt) return 'received';
  if (recommendation?.endedAt) return 'closed';
  return recommendation?.answer ? 'answered' : 'passed';
};
