import { ageInDays, daysLate } from '../inquiries/days';
import { listInquiries } from '../inquiries/list';
import type { World } from '../platform/world/world';
import { RECOMMENDATION, type Recommendation } from './recommendation';

export const REGISTER_STATES = ['late', 'asked', 'answered', 'closed', 'withdrawn'] as const;

export interface RegisterFilter {
  state?: (typeof REGISTER_STATES)[number] | undefined;
  sort?: Recommendation['about']['sort'] | undefined;
  bodyId?: string | undefined;
  eventId?: string | undefined;
  /** Passed on so many days ago or earlier. */
  minDays?: number | undefined;
}

export const ageOf = ({ createdAt, endedAt }: Recommendation, now: number): number =>
  ageInDays(createdAt, endedAt ? Date.parse(endedAt) : now);

/** What a filter leaves, the latest answers first, then the newest. Pure. */
export const inRegister = (
  all: readonly Recommendation[],
  { state, sort, bodyId, eventId, minDays = 0 }: RegisterFilter,
  now: number,
): Recommendation[] =>
  all
    .filter((r) => !state || (state === 'late' ? daysLate(r, now) > 0 : r.status === state))
    .filter((r) => !sort || r.about.sort === sort)
    .filter((r) => !bodyId || r.bodyId === bodyId)
    .filter((r) => !eventId || r.about.eventId === eventId)
    .filter((r) => ageOf(r, now) >= minDays)
    .sort((a, b) => daysLate(b, now) - daysLate(a, now) || b.createdAt.localeCompare(a.createdAt));

/** The whole register. One call for some thousand entries. */
export const readRegister = (world: World): Promise<Recommendation[]> =>
  listInquiries<Recommendation>(world, RECOMMENDATION);
