import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { allUnits } from '../../directory/units/list';
import { missing, Problem } from '../../platform/problem/problem';
import { as, type World } from '../../platform/world/world';
import { findNomination } from './list';
import { mayNominations } from './may';
import type { Nomination } from './nomination';
import { nominationOf } from './read';

/** A quota, and by which way people are named within it. */
export interface Filling {
  nomination: Nomination;
  /**
   * Who is signed in: they may know who registered a person, an officer within their own area. Absent behind a mailed
   * link, which is passed on.
   */
  reader?: Pick<Account, 'unitId'>;
}

/** What is done within a quota, in whose name: the history says it. */
export interface Hands {
  world: World;
  filling: Filling;
}

/** A quota by its mailed link, which acts for itself. @throws Problem `nomination-missing`, `nomination-revoked` */
export const byLink = async (world: World, token: string): Promise<Hands> => {
  const nomination = await nominationOf(world, token);
  return { world: as(world, nomination.id), filling: { nomination } };
};

/**
 * A quota for an officer of its area who is signed in, or for the organizer.
 * @throws Problem missing `quota-missing` where it lies elsewhere; `forbidden` for other accounts
 */
export const byAccount = async (world: World, account: Account | undefined, id: string): Promise<Hands> => {
  const { schedule, seePeople } = may(account);
  if (!account || !(schedule || seePeople)) throw new Problem('forbidden', 'forbidden');
  const [units, nomination] = await Promise.all([allUnits(world), findNomination(world, id)]);
  // What lies elsewhere is to an officer as if it were not there.
  if (!nomination || !mayNominations(account, units, nomination).fill) throw missing('quota');
  return { world: as(world, account.id), filling: { nomination, reader: account } };
};
