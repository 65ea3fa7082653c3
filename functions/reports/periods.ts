import { daysLate } from '../inquiries/days';
import { listInquiries } from '../inquiries/list';
import { missing } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import type { ReportScope } from './may';
import { REPORT, type Report } from './report';

/** The reports that were asked for at one time. */
export interface Period {
  id: string;
  title: string;
  year: number;
  dueOn: string;
  reports: Report[];
}

/** Every period, the latest first; in each the late ones first, then those that were not given, then by name. */
export const listPeriods = async (world: World): Promise<Period[]> => {
  const now = world.now();
  const periods = new Map<string, Period>();
  for (const r of await listInquiries<Report>(world, REPORT)) {
    const { periodId: id, year } = r.about;
    const period = periods.get(id) ?? { id, year, title: r.title, dueOn: r.dueOn, reports: [] };
    period.reports.push(r);
    periods.set(id, period);
  }
  for (const { reports } of periods.values())
    reports.sort(
      (a, b) =>
        daysLate(b, now) - daysLate(a, now) ||
        Number(b.status === 'asked') - Number(a.status === 'asked') ||
        a.bodyName.localeCompare(b.bodyName, 'vi'),
    );
  return [...periods.values()];
};

/** The periods with the reports that a scope shows alone. Pure. */
export const periodsIn = (periods: readonly Period[], { sees }: Pick<ReportScope, 'sees'>): Period[] =>
  periods
    .map((period) => ({ ...period, reports: period.reports.filter(sees) }))
    .filter(({ reports }) => reports.length > 0);

/** @throws Problem missing `period-missing` */
export const getPeriod = async (world: World, id: string): Promise<Period> => {
  const period = (await listPeriods(world)).find((p) => p.id === id);
  if (!period) throw missing('period');
  return period;
};

/** How far a period is. */
export interface ReportFigures {
  due: number;
  given: number;
  /** Not given, and the last day has passed. */
  late: number;
  givenLate: number;
}

/** Pure. */
export const standOf = ({ reports }: Pick<Period, 'reports'>, now: number): ReportFigures => ({
  due: reports.filter(({ status }) => status !== 'withdrawn').length,
  given: reports.filter(({ status }) => status === 'answered' || status === 'closed').length,
  late: reports.filter((r) => daysLate(r, now) > 0).length,
  givenLate: reports.filter((r) => r.answer && isLate(r.answer.at, r.dueOn)).length,
});

/** Whether an answer came after the last day, by the calendar of Vietnam. */
export const isLate = (at: string, dueOn: string): boolean =>
  daysLate({ status: 'asked', dueOn }, Date.parse(at)) > 0;
