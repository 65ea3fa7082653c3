import type { Child, FC } from 'hono/jsx';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

/** A page below the directory, with the way back to it. */
export const DirectoryPage: FC<{ c: Page; title: string; children: Child }> = ({ c, title, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleBodies()}
    back={{ href: routes.consoleBodies(), label: 'Cơ quan được mời' }}
  >
    {children}
  </ConsolePage>
);
