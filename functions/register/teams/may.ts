import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { isInArea } from '../../directory/units/successors';
import type { Unit } from '../../directory/units/unit';
import { Problem } from '../../platform/problem/problem';

/**
 * What an account may do with the register, or with one team and its mediators. Organizers keep all of it, an officer
 * what lies in their own area. Accounts that see everything but no people see the teams, not who is in them.
 * @param units all of them, ended ones too
 * @param unitId the commune of the team; absent for the register as a whole
 */
export const mayRegister = (account: Account | undefined, units: readonly Unit[], unitId?: string) => {
  const { schedule, seeEverything, seePeople, manageAccounts } = may(account);
  const own =
    seePeople &&
    account?.unitId !== undefined &&
    (unitId === undefined || isInArea(units, unitId, account.unitId));
  return {
    seeTeams: seeEverything || own,
    seePeople: schedule || own,
    edit: schedule || own,
    setRules: schedule,
    /** Ethnic origin is sensitive: others see it as counts of many people. */
    seeEthnicity: manageAccounts,
  };
};

export type RegisterRight = keyof ReturnType<typeof mayRegister>;

/** @throws Problem forbidden */
export const mustRegister = (
  right: RegisterRight,
  account: Account | undefined,
  ...of: [units: readonly Unit[], unitId?: string]
): void => {
  if (!mayRegister(account, ...of)[right]) throw new Problem('forbidden', 'forbidden');
};

/** The unit whose area an account sees; absent where it sees the whole province. */
export const ownAreaOf = (account: Account | undefined): string | undefined =>
  may(account).seeEverything ? undefined : account?.unitId;
