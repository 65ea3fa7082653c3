import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import { maySupport } from '../../../functions/support/register';
import type { Support } from '../../../functions/support/request';
import { getVisibleSupport } from '../../../functions/support/visible';
import { TYPE_WORD } from '../../../functions/support/words';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** What the account may do anywhere; a request must also lie in its area. */
export const rightsOf = (c: Page) => maySupport(c.get('account'), []);

/** @throws Problem `forbidden` */
export const mustSupport = (c: Page, right: 'see' | 'ask' | 'handle'): void => must(rightsOf(c), right);

/** The request of the path. @throws Problem `support-missing`; `forbidden` outside the account's area */
export const readOne = (c: Page): Promise<Support> =>
  getVisibleSupport(c.get('world'), c.get('account'), idOf(c));

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
