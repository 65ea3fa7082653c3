import type { FC } from 'hono/jsx';
import { shortDay } from '../../../functions/platform/time/format-date';
import { type Plan, type PlanState, stateOf } from '../../../functions/programme/plans/plan';
import { PLAN_STATE_WORD } from '../../../functions/programme/plans/words';

const TAG: Record<PlanState, string> = {
  draft: 'tag grey',
  consulted: 'tag sky',
  issued: 'tag',
  corrected: 'tag sun',
  withdrawn: 'tag stop',
};

export const PlanStateTag: FC<{ plan: Plan }> = ({ plan }) => {
  const state = stateOf(plan);
  return <span class={TAG[state]}>{PLAN_STATE_WORD[state]}</span>;
};

/** The number and date under which a plan was issued. */
export const PlanNumber: FC<{ plan: Plan }> = ({ plan }) =>
  plan.number ? (
    <>
      <span class="nowrap">{plan.number}</span>
      {plan.issuedOn && <>, {shortDay(plan.issuedOn)}</>}
    </>
  ) : (
    <span class="soft">chưa ban hành</span>
  );
