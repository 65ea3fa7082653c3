import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { listBodies } from '../directory/bodies/list';
import { allUnits } from '../directory/units/list';
import { areaOf } from '../directory/units/successors';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import type { Report } from './report';

/** Organizers ask for reports and enter them; accounts that see everything read. */
export const mayReports = (account: Account | undefined) => {
  const { seeEverything, invite } = may(account);
  return { see: seeEverything, write: invite };
};

type Of = Pick<Report, 'bodyId'>;

export interface ReportScope {
  sees(of: Of): boolean;
  /** Gives the report for the body. */
  gives(of: Of): boolean;
  /** Asks for reports, enters, closes and withdraws them. */
  write: boolean;
}

/** What an account may do about reports: officers read and give those of the bodies of their area, organizers all. */
export const reportScope = async (world: World, account: Account | undefined): Promise<ReportScope> => {
  const { see, write } = mayReports(account);
  if (see) return { sees: () => true, gives: () => write, write };
  const own = may(account).seePeople ? account?.unitId : undefined;
  if (!own) return { sees: () => false, gives: () => false, write: false };
  const [units, bodies] = await Promise.all([allUnits(world), listBodies(world)]);
  const area = areaOf(units, own);
  const ids = new Set(bodies.filter(({ unitId }) => unitId && area.has(unitId)).map(({ id }) => id));
  const isOfArea = ({ bodyId }: Of) => ids.has(bodyId);
  return { sees: isOfArea, gives: isOfArea, write: false };
};

/** @throws Problem forbidden outside of what the account may */
export const mustBeIn = <T extends Of>(scope: ReportScope, right: 'sees' | 'gives', report: T): T => {
  if (!scope[right](report)) throw new Problem('forbidden', 'forbidden');
  return report;
};
