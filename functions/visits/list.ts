import { lateBy } from '../inquiries/days';
import { listInquiries } from '../inquiries/list';
import { localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { FINDING, type Finding } from './finding';
import type { VisitScope } from './may';
import { VISIT, type Visit } from './visit';

export const VISIT_STATES = ['planned', 'held', 'concluded', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** Where a visit is: from its day on it is held, until it is concluded. */
export const stateOf = ({ status, dueOn }: Pick<Visit, 'status' | 'dueOn'>, now: number): VisitState => {
  if (status === 'withdrawn') return 'cancelled';
  if (status === 'closed') return 'concluded';
  return localDate(now) < dueOn ? 'planned' : 'held';
};

/** The visits in a scope, the latest day first. One call. */
export const listVisits = async (world: World, { sees }: Pick<VisitScope, 'sees'>): Promise<Visit[]> =>
  (await listInquiries<Visit>(world, VISIT)).filter(sees).sort((a, b) => b.dueOn.localeCompare(a.dueOn));

/**
 * Days by which a finding is late: without a reply after the last day, or not closed after the day by which the unit
 * promised to have done it.
 */
export const findingLate = ({ status, dueOn, answer }: Finding, now: number): number => {
  if (status === 'asked') return lateBy(dueOn, now);
  const { by, outcome } = answer?.said ?? {};
  return status === 'answered' && outcome === 'planned' && by ? lateBy(by, now) : 0;
};

export const FINDING_STATES = ['late', 'asked', 'answered', 'closed', 'withdrawn'] as const;

export interface FindingFilter {
  state?: (typeof FINDING_STATES)[number] | undefined;
  visitId?: string | undefined;
}

/** What a filter leaves, the latest ones first, then the newest. Pure. */
export const inFindings = (
  all: readonly Finding[],
  { state, visitId }: FindingFilter,
  now: number,
): Finding[] =>
  all
    .filter((f) => !state || (state === 'late' ? findingLate(f, now) > 0 : f.status === state))
    .filter((f) => !visitId || f.about.visitId === visitId)
    .sort((a, b) => findingLate(b, now) - findingLate(a, now) || b.createdAt.localeCompare(a.createdAt));

/** The findings in a scope, of every visit. One call: a province records some hundred in a year. */
export const listFindings = async (world: World, { sees }: Pick<VisitScope, 'sees'>): Promise<Finding[]> =>
  (await listInquiries<Finding>(world, FINDING)).filter(sees);
