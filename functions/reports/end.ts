import { askAgain, end } from '../inquiries/change';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { REPORT, type Report } from './report';
import { getReport } from './submit';

interface Ending {
  version: number;
  words: string;
}

/**
 * Closes one report: it is taken over as it was given.
 * @throws Problem conflict `report-not-given`, `inquiry-over`; stale `inquiry-stale`
 */
export const closeReport = async (world: World, id: string, { version, words }: Ending): Promise<Report> => {
  if ((await getReport(world, id)).status === 'asked') throw new Problem('conflict', 'report-not-given');
  return end<Report>(world, { id, kind: REPORT, version }, { as: 'closed', words });
};

/** Asks a body for no report any more; it is told the reason. @throws Problem conflict `inquiry-over`; stale */
export const withdrawReport = (world: World, id: string, { version, words }: Ending): Promise<Report> =>
  end<Report>(world, { id, kind: REPORT, version }, { as: 'withdrawn', words });

/**
 * Asks one body once more, with words and a new last day; it gets a new link.
 * @throws Problem conflict `inquiry-over`; invalid `inquiry-due-past` at `dueOn`; stale `inquiry-stale`
 */
export const askReportAgain = (
  world: World,
  id: string,
  { version, ...asked }: Ending & { dueOn: string },
): Promise<Report> => askAgain<Report>(world, { id, kind: REPORT, version }, asked);
