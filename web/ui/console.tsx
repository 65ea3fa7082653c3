import type { MiddlewareHandler } from 'hono';
import type { Child, FC } from 'hono/jsx';
import { may } from '../../functions/directory/accounts/may';
import { needsPasskey } from '../../functions/directory/accounts/second-factor';
import { Problem } from '../../functions/platform/problem/problem';
import { showCount } from '../../functions/platform/text/count';
import { shortDate } from '../../functions/platform/time/format-date';
import type { Page, PageEnv } from '../env';
import { mustAddPasskey } from '../must-add-passkey';
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

/** The places of the bar; one that is not for all names the right that it needs. */
const places: readonly (readonly [string, string, (keyof ReturnType<typeof may>)?])[][] = [
  [
    ['Hôm nay', routes.console()],
    ['Lớp, hội nghị', routes.consoleEvents()],
    ['Cơ quan được mời', routes.consoleBodies()],
    ['Cần gọi', routes.consoleCalls(), 'seePeople'],
    ['Thư đã gửi', routes.consoleDeliveries(), 'schedule'],
  ],
  [
    ['Nhiệm vụ', routes.consoleProgramme()],
    ['Địa bàn', routes.consoleUnits()],
  ],
];

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
  /** Above the heading, e.g. a way back. */
  above?: Child;
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
  above,
  badges = {},
  reload,
}) => {
  const account = c.get('account');
  return (
    <Document c={c} title={tab} styles={[c.get('assets').console]} personal reload={reload}>
      <div class="shell">
        <header class="side">
          <Brand href={routes.console()} name="Nhịp Cầu" />
          <nav aria-label="Bàn làm việc">
            {places.map((group, i) => (
              <>
                {i === 1 && <h2>Kế hoạch năm</h2>}
                <ul>
                  {group
                    .filter(([, , right]) => !right || may(account)[right])
                    .map(([name, href]) => (
                      <li>
                        <a href={href} aria-current={href === at ? 'page' : undefined}>
                          {name}
                          {badges[href] ? <span class="badge">{showCount(badges[href])}</span> : null}
                        </a>
                      </li>
                    ))}
                </ul>
              </>
            ))}
          </nav>
          <Who c={c} at={at} />
        </header>
        <main id="noi-dung" class="desk" tabindex={-1}>
          {above}
          <div class="bar">
            <h1>{title}</h1>
            {action}
          </div>
          {at === routes.console() && account && needsPasskey(account) && (
            <PasskeyDue by={account.passkeyBy} />
          )}
          {children}
        </main>
      </div>
    </Document>
  );
};

const PasskeyDue: FC<{ by: string | undefined }> = ({ by }) => (
  <p class="notice">
    Quản trị viên và người tổ chức cần có khóa truy cập. Vui lòng{' '}
    <a href={routes.consolePasskeys()}>thêm khóa</a>
    {by ? ` trước ngày ${shortDate(by)}` : ''}.
  </p>
);

/** Who is signed in, and the pages of their own account; an admin's also of all accounts and of how long data are kept. */
const Who: FC<Pick<ConsolePageProps, 'c' | 'at'>> = ({ c, at }) => {
  const account = c.get('account');
  if (!account) return null;
  const own: [string, string][] = [
    ['Khóa truy cập', routes.consolePasskeys()],
    ['Phiên đăng nhập', routes.ownSessions()],
    ...(may(account).manageAccounts
      ? ([
          ['Tài khoản', routes.consoleAccounts()],
          ['Thời hạn lưu', routes.consoleRetention()],
        ] as [string, string][])
      : []),
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
