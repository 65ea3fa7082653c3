import { newToken } from '../../platform/keys/ids';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import {
  type Correction,
  type Plan,
  type PlanContent,
  type PlanText,
  planKey,
  planTexts,
  programmeTable,
  textKey,
} from './plan';

/** Every text that a plan had, the first one first. */
export const textsOf = (world: World, planId: string): Promise<PlanText[]> =>
  world.db.all(planTexts, {
    where: 'pk = :id AND begins_with(sk, :text)',
    values: { ':id': planId, ':text': 'text#' },
  });

/** @throws Problem missing `plan-text-missing` */
export const getText = async (world: World, planId: string, n: number): Promise<PlanText> => {
  const text = await world.db.get(planTexts, textKey(planId, n), { consistent: true });
  if (!text) throw missing('plan-text');
  return text;
};

/** @throws Problem conflict `plan-withdrawn` */
export const mustBeInForce = ({ withdrawn }: Pick<Plan, 'withdrawn'>): void => {
  if (withdrawn) throw new Problem('conflict', 'plan-withdrawn');
};

/** A change of an issued plan is a correction: it needs a reason, which a draft's does not. */
const correctionOf = ({ number }: Plan, made: Omit<Correction, 'reason'>, reason: string | undefined) => {
  if (!number) return undefined;
  if (!reason) throw invalid('reason', 'plan-reason-required');
  return { ...made, reason };
};

/**
 * Changes what a plan says: the new text is kept beside the older ones, in one transaction. Once the plan is issued,
 * the change is a correction.
 * @throws Problem conflict `plan-withdrawn`; invalid `plan-reason-required` at `reason`; stale `plan-stale`
 */
export const saveText = async (
  world: World,
  plan: Plan,
  { version, reason }: { version: number; reason?: string | undefined },
  change: Partial<PlanContent>,
): Promise<Plan> => {
  mustBeInForce(plan);
  const at = iso(world.now());
  const n = plan.text + 1;
  const correction = correctionOf(plan, { text: n, at }, reason);
  const { title, bases, tasks } = { ...plan, ...change };
  const set = {
    title,
    bases,
    tasks,
    text: n,
    updatedAt: at,
    ...(correction && { corrections: [...(plan.corrections ?? []), correction] }),
  };
  const text: PlanText = {
    ...textKey(plan.id, n),
    n,
    title,
    bases,
    tasks,
    at,
    ...(correction && { reason: correction.reason }),
  };
  const written = await world.db.transactIf(
    [
      { table: programmeTable, update: planKey(plan.id), ...nextVersion(version, { set }) },
      { table: planTexts, put: text, if: 'attribute_not_exists(pk)' },
    ],
    newToken(),
  );
  if (!written.ok) throw new Problem('stale', 'plan-stale');
  return { ...plan, ...set, version: version + 1 };
};

/** Writes fields of a plan beside its text. @throws Problem stale `plan-stale` */
export const changePlan = async (
  world: World,
  { id, version }: { id: string; version: number },
  set: Partial<Plan>,
): Promise<Plan> => {
  const written = await world.db.updateIf(programmeTable, planKey(id), {
    ...nextVersion(version, { set: { ...set, updatedAt: iso(world.now()) } }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'plan-stale');
  return written.item as Plan;
};
