import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { isInArea } from '../directory/units/successors';
import type { Unit } from '../directory/units/unit';
import { lateBy } from '../inquiries/days';
import { DAY, ms } from '../platform/time/dates';
import {
  SUPPORT_OUTCOMES,
  SUPPORT_TYPES,
  type Support,
  type SupportState,
  type SupportType,
  stateOf,
} from './request';

/** Officers ask for teams of their own area, and see what comes from there; organizers pass on and close. */
export const maySupport = (account: Account | undefined, units: readonly Unit[], unitId?: string) => {
  const { seeEverything, invite, seePeople } = may(account);
  const own =
    seePeople &&
    account?.unitId !== undefined &&
    (unitId === undefined || isInArea(units, unitId, account.unitId));
  return { see: seeEverything || own, ask: invite || own, handle: invite };
};

/** What an account sees of all requests. */
export const visibleSupport = (
  account: Account | undefined,
  units: readonly Unit[],
  all: readonly Support[],
): Support[] =>
  all.filter(({ request: { unitId } }) =>
    unitId ? maySupport(account, units, unitId).see : may(account).seeEverything,
  );

export interface SupportFilter {
  state?: SupportState | undefined;
  type?: SupportType | undefined;
}

/** What a filter leaves: what waits for the organizer first, then the newest. Pure. */
export const supportWith = (all: readonly Support[], { state, type }: SupportFilter): Support[] =>
  all
    .filter((one) => !state || stateOf(one) === state)
    .filter(({ request }) => !type || request.type === type)
    .sort(
      (a, b) =>
        Number(stateOf(b) === 'received') - Number(stateOf(a) === 'received') ||
        b.request.createdAt.localeCompare(a.request.createdAt),
    );

/** Days that the body's answer is late. */
export const supportLateBy = ({ inquiry }: Support, now: number): number =>
  inquiry?.status === 'asked' ? lateBy(inquiry.dueOn, now) : 0;

/** Whole days from the request to its first answer; undefined before. */
export const responseDays = ({ request, inquiry }: Support): number | undefined =>
  inquiry?.firstAnsweredAt
    ? Math.floor((ms(inquiry.firstAnsweredAt) - ms(request.createdAt)) / DAY)
    : undefined;

const medianOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** For each type: how many, how many answered and closed, the median days to the first answer. Pure. */
export const countsByType = (all: readonly Support[]) =>
  SUPPORT_TYPES.map((type) => {
    const these = all.filter(({ request }) => request.type === type);
    const days = these.flatMap((one) => responseDays(one) ?? []);
    const medianDays = medianOf(days);
    return {
      type,
      asked: these.length,
      answered: days.length,
      closed: these.filter((one) => stateOf(one) === 'closed').length,
      ...(medianDays !== undefined && { medianDays }),
    };
  });

/** What came of those that are closed. Pure. */
export const countsByOutcome = (all: readonly Support[]) =>
  SUPPORT_OUTCOMES.map((outcome) => ({
    outcome,
    count: all.filter(({ request }) => request.outcome === outcome).length,
  }));
