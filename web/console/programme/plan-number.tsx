import type { FC } from 'hono/jsx';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Plan } from '../../../functions/programme/plans/plan';

/** The number and date under which a plan was issued. */
export const PlanNumber: FC<{ plan: Plan }> = ({ plan }) =>
  plan.number ? (
    <>
      <span class="nowrap">{plan.number}</span>
      {plan.issuedOn && <>, {shortDate(`${plan.issuedOn}T00:00:00Z`)}</>}
    </>
  ) : (
    <span class="tag grey">Chưa ban hành</span>
  );
