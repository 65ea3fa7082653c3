import type { Account } from '../directory/accounts/account';
import { readUnits } from '../directory/units/list';
import { readTiles, type TileRows } from '../directory/units/tiles/tile-map';
import { countInvitations } from '../events/invitations/list';
import { listInquiries } from '../inquiries/list';
import { type Covered, readCoverage } from '../participation/coverage';
import { readTrained } from '../participation/trainings';
import { must } from '../platform/problem/must';
import { instant, iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type Goals, readGoals } from '../programme/plans/goals';
import { getPlan } from '../programme/plans/list';
import type { Plan, Task } from '../programme/plans/plan';
import { type IndicatorProgress, readProgress } from '../programme/progress/progress';
import { eventsOfPlan } from '../programme/timeline/timeline';
import { readRegister } from '../recommendations/register';
import { type ReportFigures, standOf } from '../reports/periods';
import { REPORT, type Report } from '../reports/report';
import {
  type AnswerFigures,
  answersOf,
  byUnit,
  type Figures,
  figuresOf,
  type InvitedFigures,
  invitedOf,
  type UnitFigures,
} from './figures';
import { mayDashboard } from './may';

export interface Dashboard {
  plan: Plan;
  /** Absent where none are set, or the account sees one area alone. */
  goals?: Goals | undefined;
  all: Figures;
  /** `indicators` is absent where the account sees one area alone: goals are set for the whole province. */
  tasks: { task: Task; figures: Figures; indicators?: IndicatorProgress[] | undefined }[];
  units: UnitFigures[];
  elsewhere: Figures;
  /** Where the units lie on the map of tiles. */
  tiles: TileRows;
  /** Recommendations and difficulties of all years. Absent where the account does not see them. */
  answers?: AnswerFigures | undefined;
  /** Answers of bodies to invitations to these events. Absent where the account does not see them. */
  invited?: InvitedFigures | undefined;
  /** The reports that are asked for about this plan: due, given, late. Absent where the account does not see them. */
  reports?: ReportFigures | undefined;
  /** Mediators who were trained in the year of the plan, with the goals that held in it. */
  coverage: Covered;
}

/**
 * The figures of a plan: of the events of its tasks, and of all others of its year. Fourteen calls, one more for each
 * further thousand events, and at most one for each kind of record that indicators count: seats are counted from the
 * summaries that the streams and the clock keep, so they may be some seconds
 * old.
 * @throws Problem missing `plan-missing`; forbidden
 */
export const readDashboard = async (
  world: World,
  account: Account | undefined,
  planId: string,
): Promise<Dashboard> => {
  const may = mayDashboard(account);
  must(may, 'see');
  const plan = await getPlan(world, planId);
  const span = { from: instant(`${plan.year - 1}-07-01`)!, to: instant(`${plan.year + 1}-07-01`)! };
  const [units, near, tiles, goals, recommendations, invitations, reports, register] = await Promise.all([
    readUnits(world),
    eventsOfPlan(world, plan),
    readTiles(world),
    may.seeGoals ? readGoals(world, planId) : undefined,
    may.seeRecommendations ? readRegister(world) : undefined,
    may.seeInvited ? countInvitations(world, span) : undefined,
    may.seeReports ? listInquiries<Report>(world, REPORT) : undefined,
    readTrained(world),
  ]);
  const [coverage, progress] = await Promise.all([
    readCoverage(world, account, { year: plan.year }, register),
    may.seeGoals
      ? readProgress(world, plan, { units, events: near, register, ...(reports && { reports }) })
      : undefined,
  ]);
  const yearEnds = instant(`${plan.year + 1}-01-01`)!;
  const tasks = new Set(plan.tasks.map(({ id }) => id));
  const events = near
    .filter(({ taskId, startsAt }) => (taskId ? tasks.has(taskId) : startsAt < yearEnds))
    .filter(({ placeUnitId }) => may.counts(units.all, placeUnitId));
  const now = iso(world.now());
  const shown =
    may.area === undefined
      ? units
      : { ...units, inForce: units.inForce.filter(({ id }) => may.counts(units.all, id)) };
  return {
    plan,
    goals,
    all: figuresOf(events, now),
    tasks: plan.tasks.map((task, i) => ({
      task,
      indicators: progress?.[i]?.indicators,
      figures: figuresOf(
        events.filter(({ taskId }) => taskId === task.id),
        now,
      ),
    })),
    ...byUnit(shown, events, now),
    tiles: tiles.rows,
    coverage: coverage.all,
    answers: recommendations && answersOf(recommendations, world.now()),
    invited: invitations && invitedOf(invitations, events),
    reports:
      reports && standOf({ reports: reports.filter(({ about }) => about.planId === planId) }, world.now()),
  };
};
