import { saveAnswer } from '../inquiries/answer';
import type { EnteredThrough } from '../inquiries/inquiry';
import { getInquiry, readByLink } from '../inquiries/read';
import { invalid } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { REPORT, type Report, type Reported } from './report';

/** @throws Problem missing `inquiry-missing` */
export const getReport = (world: World, id: string): Promise<Report> => getInquiry<Report>(world, id, REPORT);

/** What a body's link shows. @throws Problem as `readByLink` */
export const openReport = (world: World, token: string): Promise<Report> =>
  readByLink<Report>(world, token, REPORT);

/** Keeps the figures of the period's columns. @throws Problem invalid `required` at `figures.<key>` */
const checked = ({ about }: Report, said: Reported): Reported => {
  const figures: Record<string, number> = {};
  for (const { key } of about.columns) {
    const value = said.figures[key];
    if (value === undefined) throw invalid(`figures.${key}`, 'required');
    figures[key] = value;
  }
  return { ...said, figures };
};

/**
 * A body gives its report by its link, or changes it, until it is closed. A late one is taken.
 * @throws Problem as `readByLink`; invalid at `figures`; gone `inquiry-closed`; stale `inquiry-stale`
 */
export const submitReport = async (
  world: World,
  token: string,
  version: number,
  said: Reported,
): Promise<Report> => {
  const report = await openReport(world, token);
  return saveAnswer(world, report, { version, said: checked(report, said), through: 'link' });
};

/** An officer gives the report of a body of their area, or changes it. @throws Problem as `submitReport` */
export const submitByAccount = async (
  world: World,
  id: string,
  version: number,
  said: Reported,
): Promise<Report> => {
  const report = await getReport(world, id);
  return saveAnswer(world, report, { version, said: checked(report, said), through: 'account' });
};

/** Staff enter a report that came by phone or letter. @throws Problem as `submitReport` */
export const enterReport = async (
  world: World,
  id: string,
  { version, through }: { version: number; through: EnteredThrough },
  said: Reported,
): Promise<Report> => {
  const report = await getReport(world, id);
  return saveAnswer(world, report, { version, said: checked(report, said), through });
};
