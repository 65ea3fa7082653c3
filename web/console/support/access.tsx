import type { Child, FC } from 'hono/jsx';
import { allUnits } from '../../../functions/directory/units/list';
import { Problem } from '../../../functions/platform/problem/problem';
import { getSupport } from '../../../functions/support/read';
import { maySupport, visibleSupport } from '../../../functions/support/register';
import type { Support } from '../../../functions/support/request';
import { TYPE_WORD } from '../../../functions/support/words';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** What the account may do anywhere; `visibleSupport` narrows it to its area. */
export const rightsOf = (c: Page) => maySupport(c.get('account'), []);

/** @throws Problem `forbidden` */
export const must = (right: keyof ReturnType<typeof maySupport>, c: Page): void => {
  if (!rightsOf(c)[right]) throw new Problem('forbidden', 'forbidden');
};

/** The request of the path. @throws Problem `support-missing`; `forbidden` outside the account's area */
export const readOne = async (c: Page): Promise<Support> => {
  must('see', c);
  const world = c.get('world');
  const found = await getSupport(world, idOf(c));
  if (visibleSupport(c.get('account'), await allUnits(world), [found]).length === 0)
    throw new Problem('forbidden', 'forbidden');
  return found;
};

/** A page below the register, with the way back. */
export const BelowSupport: FC<{ c: Page; title: string; back?: Support; children: Child }> = ({
  c,
  title,
  back,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleSupport()}
    back={
      back
        ? { href: routes.consoleOneSupport(back.request.id), label: TYPE_WORD[back.request.type] }
        : { href: routes.consoleSupport(), label: 'Hỗ trợ vụ, việc khó' }
    }
  >
    {children}
  </ConsolePage>
);
