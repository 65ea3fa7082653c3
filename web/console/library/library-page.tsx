import type { Child, FC } from 'hono/jsx';
import type { Page } from '../../env';
import { ConsolePage } from '../../ui/console';

interface LibraryPageProps {
  c: Page;
  title: string;
  /** The list that the page belongs to: its route and its name. */
  back: readonly [string, string];
  children: Child;
}

/** A page of one thing of the library, with the way back to its list. */
export const LibraryPage: FC<LibraryPageProps> = ({ c, title, back: [href, name], children }) => (
  <ConsolePage c={c} title={title} at={href} back={{ href: href, label: name }}>
    {children}
  </ConsolePage>
);
