import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { liesIn } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import type { Nomination } from './nomination';

/** What an account may do with quotas, or with one quota. An officer sees those of their own area. */
export const mayNominations = (
  account: Account | undefined,
  units: readonly Unit[],
  nomination?: Pick<Nomination, 'unitId'>,
) => {
  const { seeEverything, seePeople, nominateOthers } = may(account);
  const own =
    seePeople &&
    account?.unitId !== undefined &&
    (!nomination || liesIn(units, nomination.unitId, account.unitId));
  return {
    see: seeEverything || own,
    /** May give, change and revoke quotas, and see their links. */
    give: nominateOthers,
  };
};
