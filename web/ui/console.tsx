import type { MiddlewareHandler } from 'hono';
import type { Child, FC } from 'hono/jsx';
import { may } from '../../functions/directory/accounts/may';
import { needsPasskey } from '../../functions/directory/accounts/second-factor';
import { Problem } from '../../functions/platform/problem/problem';
import { showCount } from '../../functions/platform/text/count';
import { shortDate } from '../../functions/platform/time/format-date';
import type { Page, PageEnv } from '../env';
import { mustAddPasskey } from '../must-add-passkey';
import { type Place, placesFor } from '../places';
import { KEPT, QUERY, withQuery } from '../query';
import { routes } from '../routes';
import { Brand, Document } from './document';

/** What is open before: adding the passkey, signing in again, ending sessions. */
const opensBefore = (c: Page): boolean =>
  [routes.consolePasskeys(), routes.signIn(), routes.ownSessions()].some((place) =>
    `${new URL(c.req.url).pathname}/`.startsWith(`${place}/`),
  );

/** Lets staff in; sends others to sign in and back. Console pages are for staff alone and never cached. */
export const staffOnly: MiddlewareHandler<PageEnv> = async (c, next) => {
  c.header('Cache-Control', 'no-store');
  const account = c.get('account');
  if (!account) {
    const { pathname, search } = new URL(c.req.url);
    const back = pathname + search;
    // The form that was filled in goes along, so that it is there after signing in.
    return c.req.method === 'GET'
      ? c.redirect(withQuery(routes.signIn(), { [QUERY.back]: back }))
      : c.redirect(withQuery(routes.signIn(), { [KEPT]: true, [QUERY.back]: back }), 307);
  }
  if (!may(account).enterConsole) throw new Problem('forbidden', 'forbidden');
  if (mustAddPasskey(c) && !opensBefore(c)) {
    if (c.req.method === 'GET') return c.redirect(routes.consolePasskeys());
    throw new Problem('forbidden', 'passkey-needed');
  }
  await next();
};

/** A link to the page above. @example { href: routes.consoleEvents(), label: 'Lớp, hội nghị' } */
export type WayBack = { href: string; label: string };

interface ConsolePageProps {
  c: Page;
  title: string;
  /** What the browser's tab says, where it is more than the heading. */
  tab?: string;
  /** The place in the bar that this page belongs to: one of the routes above. */
  at: string;
  children: Child;
  /** The one thing to do on this page, beside its heading. */
  action?: Child;
  /** The way back to the page above, e.g. from one class to the list of classes. */
  back?: WayBack | undefined;
  /** Numbers beside places, by route. */
  badges?: Readonly<Record<string, number>>;
  /** Without JavaScript the page is loaded again after so many seconds. */
  reload?: number | undefined;
}

/** A page of the console: the bar of places, the heading, one action. Vietnamese only. */
export const ConsolePage: FC<ConsolePageProps> = ({
  c,
  title,
  tab = title,
  at,
  children,
  action,
  back,
  badges = {},
  reload,
}) => {
  const account = c.get('account');
  const shown = placesFor(account);
  const here = shown.find(({ tabs }) => tabs.some(([, href]) => href === at));
  return (
    <Document c={c} title={tab} styles={[c.get('assets').console]} personal reload={reload}>
      <div class="shell">
        <header class="side">
          <Brand href={routes.console()} name="Nhịp Cầu" />
          <nav aria-label="Bàn làm việc">
            <ul>
              {shown.map(({ name, tabs }) => {
                const [, href] = tabs[0]!;
                const count = tabs.reduce((sum, [, tab]) => sum + (badges[tab] ?? 0), 0);
                const isHere = tabs.some(([, tab]) => tab === at);
                return (
                  <li>
                    <a href={href} aria-current={href === at ? 'page' : isHere ? 'true' : undefined}>
                      {name}
                      {count ? <span class="badge">{showCount(count)}</span> : null}
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
          <Who c={c} at={at} />
        </header>
        <main id="noi-dung" class="desk" tabindex={-1}>
          {back && (
            <a class="back" href={back.href}>
              ‹ {back.label}
            </a>
          )}
          <div class="bar">
            <h1>{title}</h1>
            {action}
          </div>
          {here && here.tabs.length > 1 && !back && <Tabs {...here} at={at} badges={badges} />}
          {at === routes.console() && account && needsPasskey(account) && (
            <PasskeyDue by={account.passkeyBy} />
          )}
          {children}
        </main>
      </div>
    </Document>
  );
};

/** Says what was just done. @param words by the value that the address names after an act */
export const Done: FC<{ c: Page; words: Readonly<Record<string, string>> }> = ({ c, words }) => {
  const said = words[c.req.query(QUERY.done) ?? ''];
  return said ? (
    <div class="notice" role="status">
      <p>{said}</p>
    </div>
  ) : null;
};

/** The tabs of the place that is open. */
type TabsProps = Place & Required<Pick<ConsolePageProps, 'at' | 'badges'>>;
const Tabs: FC<TabsProps> = ({ name, tabs, at, badges }) => (
  <nav aria-label={`Các mục của ${name}`}>
    <ul class="tabs">
      {tabs.map(([tab, href]) => (
        <li>
          <a href={href} aria-current={href === at ? 'page' : undefined}>
            {tab}
            {badges[href] ? <span class="badge">{showCount(badges[href])}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const PasskeyDue: FC<{ by: string | undefined }> = ({ by }) => (
  <p class="notice">
    Quản trị viên và người tổ chức cần có khóa truy cập. Vui lòng{' '}
    <a href={routes.consolePasskeys()}>thêm khóa</a>
    {by ? ` trước ngày ${shortDate(by)}` : ''}.
  </p>
);

/** Who is signed in, and the pages of their own account. */
const Who: FC<Pick<ConsolePageProps, 'c' | 'at'>> = ({ c, at }) => {
  const account = c.get('account');
  if (!account) return null;
  const own: [string, string][] = [
    ['Khóa truy cập', routes.consolePasskeys()],
    ['Phiên đăng nhập', routes.ownSessions()],
  ];
  return (
    <div class="who">
      {c.get('world').settings.sampleData && (
        <p>
          <span class="sample">Dữ liệu mẫu</span>
        </p>
      )}
      {account.name}
      <div class="own">
        {own.map(([name, href]) => (
          <a href={href} aria-current={href === at ? 'page' : undefined}>
            {name}
          </a>
        ))}
        <form method="post" action={routes.signOut()}>
          <button type="submit" class="linklike">
            Đăng xuất
          </button>
        </form>
      </div>
    </div>
  );
};
