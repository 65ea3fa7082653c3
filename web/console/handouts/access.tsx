import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import type { Handout } from '../../../functions/programme/handouts/handout';
import { mayHandouts } from '../../../functions/programme/handouts/may';
import { getHandout } from '../../../functions/programme/handouts/read';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustHandouts = (c: Page, right: 'see' | 'write' | 'seePeople'): void =>
  must(mayHandouts(c.get('account')), right);

/** The hand-out of the path. */
export const readOne = (c: Page): Promise<Handout> => getHandout(c.get('world'), idOf(c));

interface HandoutPageProps {
  c: Page;
  title: string;
  /** The hand-out whose page leads here; without one, the list does. */
  below?: Pick<Handout, 'id' | 'title'> | undefined;
  children: Child;
}

/** A page below the list of hand-outs, with the way back. */
export const HandoutPage: FC<HandoutPageProps> = ({ c, title, below, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleHandouts()}
    back={
      below
        ? { href: routes.consoleHandout(below.id), label: below.title }
        : { href: routes.consoleHandouts(), label: 'Cấp phát tài liệu' }
    }
  >
    {children}
  </ConsolePage>
);
