import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { isInArea } from '../directory/units/successors';
import type { Unit } from '../directory/units/unit';
import { ageInDays } from '../inquiries/days';
import { type Point, type PointSort, type PointState, pointState, type RaisedPoint } from './point';

/** Officers raise what comes from their own area, and see that alone; organizers decide and pass on. */
export const mayPoints = (account: Account | undefined, units: readonly Unit[], unitId?: string) => {
  const { seeEverything, invite, seePeople } = may(account);
  const own =
    seePeople &&
    account?.unitId !== undefined &&
    (unitId === undefined || isInArea(units, unitId, account.unitId));
  return { see: seeEverything || own, raise: invite || own, handle: invite };
};

/** Whether an account sees one of them. What has no unit is for those who see everything. */
export const seesPoint = (
  account: Account | undefined,
  units: readonly Unit[],
  { unitId }: Pick<Point, 'unitId'>,
): boolean => (unitId ? mayPoints(account, units, unitId).see : may(account).seeEverything);

export interface PointFilter {
  state?: PointState | undefined;
  sort?: PointSort | undefined;
  eventId?: string | undefined;
  /** Raised so many days ago or earlier. */
  minDays?: number | undefined;
}

/** Days from the day on which it was raised to today, or to its end. */
export const pointAge = ({ point, recommendation }: RaisedPoint, now: number): number => {
  const end = recommendation?.endedAt ?? point.decidedAt;
  return ageInDays(point.createdAt, end ? Date.parse(end) : now);
};

/** What a filter leaves: what waits for the department first, then the newest. Pure. */
export const pointsWith = (
  all: readonly RaisedPoint[],
  { state, sort, eventId, minDays = 0 }: PointFilter,
  now: number,
): RaisedPoint[] =>
  all
    .filter((one) => !state || pointState(one) === state)
    .filter(({ point }) => !sort || point.sort === sort)
    .filter(({ point }) => !eventId || point.eventId === eventId)
    .filter((one) => pointAge(one, now) >= minDays)
    .sort(
      (a, b) =>
        Number(pointState(b) === 'received') - Number(pointState(a) === 'received') ||
        b.point.createdAt.localeCompare(a.point.createdAt),
    );
