import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import type { Appeal } from '../../../functions/programme/appeals/appeal';
import { mayAppeals } from '../../../functions/programme/appeals/may';
import { getAppeal } from '../../../functions/programme/appeals/read';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustAppeals = (c: Page, right: 'see' | 'write'): void =>
  must(mayAppeals(c.get('account')), right);

/** The appeal of the path. */
export const readOne = (c: Page): Promise<Appeal> => getAppeal(c.get('world'), idOf(c));

interface AppealPageProps {
  c: Page;
  title: string;
  /** The appeal whose page leads here; without one, the list does. */
  below?: Pick<Appeal, 'id' | 'title'> | undefined;
  children: Child;
}

/** A page below the list of appeals, with the way back. */
export const AppealPage: FC<AppealPageProps> = ({ c, title, below, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleAppeals()}
    back={
      below
        ? { href: routes.consoleAppeal(below.id), label: below.title }
        : { href: routes.consoleAppeals(), label: 'Vận động hỗ trợ' }
    }
  >
    {children}
  </ConsolePage>
);
