import type { Child, FC } from 'hono/jsx';
import type { Plan } from '../../../functions/programme/plans/plan';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { afterLine } from './line-form';

/** The page of one line, with the way back to where it was opened. */
export const LinePage: FC<{ c: Page; plan: Plan; title: string; children: Child }> = ({
  c,
  plan,
  title,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleProgramme()}
    back={{ href: afterLine(c, plan.id), label: `Kinh phí, kế hoạch năm ${plan.year}` }}
  >
    {children}
  </ConsolePage>
);
