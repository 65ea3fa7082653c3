import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { allUnits } from '../directory/units/list';
import { areaOf } from '../directory/units/successors';
import { must } from '../platform/problem/must';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import type { Finding } from './finding';
import type { Visit } from './visit';

type Of = { about: Pick<Visit['about'] | Finding['about'], 'unitId'> };

/** What an account may do about inspections. */
export interface VisitScope {
  /** Whether it sees this visit or finding. */
  sees(of: Of): boolean;
  /** Makes visits, records findings, concludes. */
  write: boolean;
}

/**
 * Organizers inspect. Viewers, as the Front of the province, read everything; an officer, as the Front of a district,
 * reads what concerns their unit. Who reads a visit may leave a monitoring note.
 */
export const visitScope = async (world: World, account: Account | undefined): Promise<VisitScope> => {
  const { schedule, seeEverything, enterConsole } = may(account);
  if (seeEverything) return { sees: () => true, write: schedule };
  const own = enterConsole ? account?.unitId : undefined;
  if (!own) return { sees: () => false, write: false };
  const area = areaOf(await allUnits(world), own);
  return { sees: ({ about }) => area.has(about.unitId), write: false };
};

/** @throws Problem forbidden */
export const mustWriteVisits = async (world: World, account: Account | undefined): Promise<void> => {
  must(await visitScope(world, account), 'write');
};

/** @throws Problem forbidden where it is outside of what the account sees */
export const mustSeeVisit = async <T extends Of>(
  world: World,
  account: Account | undefined,
  of: T,
): Promise<T> => {
  if (!(await visitScope(world, account)).sees(of)) throw new Problem('forbidden', 'forbidden');
  return of;
};
