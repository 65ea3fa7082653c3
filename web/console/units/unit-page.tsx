import type { Child, FC } from 'hono/jsx';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, type WayBack } from '../../ui/console';
import { Island } from '../../ui/island';

/** A page about one unit, with the way back. */
export const UnitPage: FC<{
  c: Page;
  title: string;
  back?: WayBack;
  children: Child;
}> = ({ c, title, back = { href: routes.consoleUnits(), label: 'Địa bàn' }, children }) => (
  <ConsolePage c={c} title={title} at={routes.consoleUnits()} back={back}>
    {children}
    <Island name="dates" />
  </ConsolePage>
);
