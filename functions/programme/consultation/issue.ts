import { end } from '../../inquiries/change';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getPlan } from '../plans/list';
import type { IssueInput, Plan, WithdrawalInput } from '../plans/plan';
import { changePlan, mustBeInForce } from '../plans/texts';
import { openOf } from './consult';
import { CONSULTATION } from './consultation';

const mustHaveVersion = ({ version }: Plan, read: number): void => {
  if (version !== read) throw new Problem('stale', 'plan-stale');
};

const endConsultations = async (
  world: World,
  planId: string,
  how: { as: 'closed' | 'withdrawn'; words: string },
): Promise<void> => {
  for (const { id, version } of await openOf(world, planId))
    await end(world, { id, kind: CONSULTATION, version }, how);
};

/**
 * Notes the number, day and signer under which the plan was issued. Its consultation ends first; what an
 * interruption left open is ended when the call is repeated. From then on the text changes by corrections alone.
 * @throws Problem missing `plan-missing`; conflict `plan-withdrawn`, `plan-issued`; invalid `plan-issued-later` at
 *   `issuedOn`; stale `plan-stale`
 */
export const issuePlan = async (
  world: World,
  planId: string,
  { version, number, issuedOn, signer }: IssueInput,
): Promise<Plan> => {
  const plan = await getPlan(world, planId);
  mustBeInForce(plan);
  if (plan.number) throw new Problem('conflict', 'plan-issued');
  if (issuedOn > localDate(world.now())) throw invalid('issuedOn', 'plan-issued-later');
  mustHaveVersion(plan, version);
  await endConsultations(world, planId, { as: 'closed', words: `Kế hoạch đã ban hành, số ${number}.` });
  return changePlan(world, { id: planId, version }, { number, issuedOn, signer, issuedText: plan.text });
};

/**
 * Withdraws a plan, a draft as well as an issued one; bodies that are asked for comments are told.
 * @throws Problem missing `plan-missing`; conflict `plan-withdrawn`; stale `plan-stale`
 */
export const withdrawPlan = async (
  world: World,
  planId: string,
  { version, reason }: WithdrawalInput,
): Promise<Plan> => {
  const plan = await getPlan(world, planId);
  mustBeInForce(plan);
  mustHaveVersion(plan, version);
  await endConsultations(world, planId, { as: 'withdrawn', words: reason });
  return changePlan(world, { id: planId, version }, { withdrawn: { reason, at: iso(world.now()) } });
};
