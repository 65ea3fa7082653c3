import type { Child, FC } from 'hono/jsx';
import { Problem } from '../../../functions/platform/problem/problem';
import { getPlan } from '../../../functions/programme/plans/list';
import { mayProgramme } from '../../../functions/programme/plans/may';
import type { Plan } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import type { FieldSpec } from '../../ui/form';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustEdit = (c: Page): void => {
  if (!mayProgramme(c.get('account')).edit) throw new Problem('forbidden', 'forbidden');
};

/** The plan of the path. */
export const readPlan = (c: Page): Promise<Plan> => getPlan(c.get('world'), idOf(c));

/** A page below a plan, with the way back. */
export const BelowPlan: FC<{ c: Page; plan: Plan; title: string; children: Child }> = ({
  c,
  plan,
  title,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleProgramme()}
    back={{ href: routes.consolePlan(plan.id), label: `Kế hoạch năm ${plan.year}` }}
  >
    {children}
  </ConsolePage>
);

/** Asked only of a plan that is issued: its change is a correction. */
export const REASON = {
  as: 'text-area',
  label: 'Lý do điều chỉnh',
  hint: 'Kế hoạch đã ban hành: bản trước vẫn được giữ, lý do được ghi vào lịch sử.',
  rows: 2,
} as const satisfies FieldSpec;

/** The lines of a text area, without empty ones. */
export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean);
