import type { Child, FC } from 'hono/jsx';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

/** The parts of the library, as tabs. */
const TABS: readonly (readonly [string, string])[] = [
  ['Tài liệu', routes.consoleLibrary()],
  ['Liên kết pháp luật', routes.consoleLegalLinks()],
  ['Nơi đăng', routes.consolePublications()],
];

interface TabPageProps {
  c: Page;
  /** The route of the tab that is open. */
  tab: string;
  action?: Child;
  children: Child;
}

/** A list of the library, below its tabs. */
export const LibraryTab: FC<TabPageProps> = ({ c, tab, action, children }) => (
  <ConsolePage c={c} title="Thư viện" at={routes.consoleLibrary()} action={action}>
    <nav aria-label="Thư viện">
      <ul class="tabs">
        {TABS.map(([name, href]) => (
          <li>
            <a href={href} aria-current={href === tab ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {children}
  </ConsolePage>
);

interface LibraryPageProps {
  c: Page;
  title: string;
  /** The list that the page belongs to: its route and its name. */
  back: readonly [string, string];
  children: Child;
}

/** A page of one thing of the library, with the way back to its list. */
export const LibraryPage: FC<LibraryPageProps> = ({ c, title, back: [href, name], children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleLibrary()}
    above={
      <a class="back" href={href}>
        ‹ {name}
      </a>
    }
  >
    {children}
  </ConsolePage>
);
