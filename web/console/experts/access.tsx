import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import type { Expert } from '../../../functions/programme/experts/expert';
import { getExpert } from '../../../functions/programme/experts/list';
import { mayExperts } from '../../../functions/programme/experts/may';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustExperts = (c: Page): void => must(mayExperts(c.get('account')), 'use');

/** The expert of the path. */
export const readOne = (c: Page): Promise<Expert> => getExpert(c.get('world'), idOf(c));

/** A page below the list of experts, with the way back. */
export const ExpertPage: FC<{ c: Page; title: string; children: Child }> = ({ c, title, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleExperts()}
    back={{ href: routes.consoleExperts(), label: 'Chuyên gia' }}
  >
    {children}
  </ConsolePage>
);
