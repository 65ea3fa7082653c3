import type { Child, FC } from 'hono/jsx';
import { Problem } from '../../../functions/platform/problem/problem';
import { getPledge } from '../../../functions/programme/pledges/list';
import { mayPledges } from '../../../functions/programme/pledges/may';
import type { Pledge } from '../../../functions/programme/pledges/pledge';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustSee = (c: Page): void => {
  if (!mayPledges(c.get('account')).see) throw new Problem('forbidden', 'forbidden');
};
/** @throws Problem `forbidden` */
export const mustEdit = (c: Page): void => {
  if (!mayPledges(c.get('account')).edit) throw new Problem('forbidden', 'forbidden');
};

/** The pledge of the path. */
export const readOne = (c: Page): Promise<Pledge> => getPledge(c.get('world'), idOf(c));

interface PledgePageProps {
  c: Page;
  title: string;
  /** The pledge whose page leads here; without one, the list does. */
  below?: Pledge | undefined;
  children: Child;
}

/** A page below the list of pledges, with the way back. */
export const PledgePage: FC<PledgePageProps> = ({ c, title, below, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consolePledges()}
    back={
      below
        ? { href: routes.consolePledge(below.id), label: below.words }
        : { href: routes.consolePledges(), label: 'Nguồn lực' }
    }
  >
    {children}
  </ConsolePage>
);
