import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { isInArea } from '../../directory/units/successors';
import type { Unit } from '../../directory/units/unit';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { Event } from '../event/event';
import type { Nomination } from './nomination';

/**
 * What an account may do with quotas, or with one quota. An officer sees those of their own area.
 * @param units all of them, ended ones too
 */
export const mayNominations = (
  account: Account | undefined,
  units: readonly Unit[],
  nomination?: Pick<Nomination, 'unitId'>,
) => {
  const { seeEverything, seePeople, nominateOthers } = may(account);
  const own =
    seePeople &&
    account?.unitId !== undefined &&
    (!nomination || isInArea(units, nomination.unitId, account.unitId));
  return {
    see: seeEverything || own,
    /** May give, change and revoke quotas, and see their links. */
    give: nominateOthers,
    /**
     * May name, replace and correct the people of this quota, as its link does; the organizer for a unit that asks. Also
     * hands out their slips, which show the codes.
     */
    fill: nominateOthers || (own && account?.role === 'officer' && nomination !== undefined),
  };
};

/** @throws Problem forbidden for an account that may not give quotas, and see their links */
export const mustGiveQuotas = (account: Account | undefined): void => {
  if (!mayNominations(account, []).give) throw new Problem('forbidden', 'forbidden');
};

/**
 * What the link, or the unit's officer, may do now. Nominating ends with the deadline; replacing and correcting end when
 * the event begins.
 */
export const mayNominate = (nomination: Nomination, event: Event, now: number) => {
  const active = nomination.status === 'issued' && event.status === 'published';
  const at = iso(now);
  const ahead = active && at < event.startsAt;
  return { name: active && at < nomination.deadline, replace: ahead, correct: ahead, cancel: ahead };
};
