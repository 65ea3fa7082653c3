import type { Body } from '../directory/bodies/body';
import { listBodies } from '../directory/bodies/list';
import { isOffice, readOffice } from '../documents/office';
import { ask } from '../inquiries/ask';
import { idOfForm, newId } from '../platform/keys/ids';
import { invalid } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { bodiesWithTask } from '../programme/plans/bodies';
import { listPlans } from '../programme/plans/list';
import type { Plan } from '../programme/plans/plan';
import { type Column, type PeriodInput, REPORT, type Report } from './report';
import { FIGURE_WORD } from './words';

/** The id of a body's report of a period, so that a repeated call asks nobody twice. */
export const reportId = (periodId: string, bodyId: string): string => idOfForm('inquiry', periodId, bodyId);

const columnsOf = ({ columns, ownColumns }: Pick<PeriodInput, 'columns' | 'ownColumns'>): Column[] => [
  ...[...new Set(columns)].map((key) => ({ key, label: FIGURE_WORD[key] })),
  ...ownColumns.map((label, i) => ({ key: `own${i + 1}`, label })),
];

/** The plan that a field names. @throws Problem invalid `plan-missing` at `planId` */
const planNamed = async (world: World, planId: string): Promise<Plan> => {
  const plan = (await listPlans(world)).find(({ id }) => id === planId);
  if (!plan) throw invalid('planId', 'plan-missing');
  return plan;
};

/**
 * Who reports: those that are named, else every body with a task, without the department that asks.
 * @throws Problem invalid `body-unknown`, `report-own-department` at `bodyIds`
 */
const reporting = async (
  world: World,
  plan: Plan,
  bodyIds: readonly string[] | undefined,
): Promise<Body[]> => {
  const wanted = [...new Set(bodyIds ?? bodiesWithTask(plan))];
  const [all, office] = await Promise.all([listBodies(world, wanted), readOffice(world)]);
  const found = new Map(all.map((body) => [body.id, body]));
  const bodies = wanted.map((id) => found.get(id)).filter((body) => body !== undefined);
  const others = bodies.filter((body) => !isOffice(body, office));
  if (bodyIds && others.length < bodies.length) throw invalid('bodyIds', 'report-own-department');
  if (others.length === 0 || bodies.length < wanted.length) throw invalid('bodyIds', 'body-unknown');
  return others;
};

/**
 * Asks bodies for their report on a plan: each gets a personal link. Idempotent by `nonce`; repeated after an interruption
 * it asks those that were not asked.
 * @throws Problem invalid `plan-missing` at `planId`, `body-unknown`, `report-own-department` at `bodyIds`, `inquiry-due-past` at `dueOn`
 */
export const createPeriod = async (
  world: World,
  { planId, title, dueOn, bodyIds, nonce, ...columns }: PeriodInput,
  more: { id?: string; sample?: true } = {},
): Promise<Report[]> => {
  const plan = await planNamed(world, planId);
  const bodies = await reporting(world, plan, bodyIds);
  const periodId =
    more.id ??
    (nonce ? idOfForm('reportingPeriod', world.db.actor, nonce) : newId('reportingPeriod', world.now()));
  const about = { periodId, planId, year: plan.year, columns: columnsOf(columns) };
  const reports: Report[] = [];
  for (const { id: bodyId, name: bodyName } of bodies)
    reports.push(
      await ask<Report>(world, {
        id: reportId(periodId, bodyId),
        kind: REPORT,
        title,
        bodyId,
        bodyName,
        dueOn,
        about,
        ...(more.sample && { sample: more.sample }),
      }),
    );
  return reports;
};
