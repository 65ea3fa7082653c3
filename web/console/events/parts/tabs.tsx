import type { FC } from 'hono/jsx';
import { may } from '../../../../functions/directory/accounts/may';
import type { Page } from '../../../env';
import { routes } from '../../../routes';

type Right = keyof ReturnType<typeof may>;
interface EventLink {
  name: string;
  route: (id: string) => string;
  /** For accounts that have one of these rights. */
  rights: readonly Right[];
}

const link = (name: string, route: EventLink['route'], ...rights: Right[]): EventLink => ({
  name,
  route,
  rights,
});

/** The tabs of one event, in one line on a desk. A tab with several pages opens the first, which has links to the others. */
const tabs: readonly { name: string; pages: readonly EventLink[] }[] = [
  { name: 'Tình hình', pages: [link('Tình hình', routes.consoleEvent, 'enterConsole')] },
  {
    name: 'Thông tin, chỗ',
    pages: [
      link('Thông tin', routes.consoleEventDetails, 'enterConsole'),
      link('Chỗ', routes.consoleSeats, 'enterConsole'),
      link('Tham luận, vướng mắc', routes.consoleEventPoints, 'seeEverything', 'seePeople'),
      link('Biên bản', routes.consoleMinutes, 'seeEverything'),
      link('Kinh phí', routes.consoleEventBudget, 'seeEverything'),
    ],
  },
  { name: 'Người đăng ký', pages: [link('Người đăng ký', routes.consoleRegistrations, 'seePeople')] },
  { name: 'Cử người', pages: [link('Cử người', routes.consoleNominations, 'seePeople', 'seeEverything')] },
  {
    name: 'Cơ quan được mời',
    pages: [link('Cơ quan được mời', routes.consoleInvitations, 'seeEverything')],
  },
  { name: 'Thông báo', pages: [link('Thông báo theo nhóm', routes.consoleBroadcasts, 'schedule')] },
  {
    name: 'Điểm danh',
    pages: [
      link('Điểm danh', routes.consoleCheckIn, 'schedule'),
      link('Danh sách ký nhận', routes.consoleSignInSheet, 'schedule'),
      link('Ký nhận tiền', routes.consoleMoneyList, 'schedule'),
      link('Cấp phát tài liệu', routes.consoleEventHandouts, 'schedule'),
    ],
  },
];

interface TabsProps {
  c: Page;
  eventId: string;
  /** The URL of the page. */
  at: string;
}

/** The tabs of one event in the console, and the pages of the tab that is open. */
export const EventTabs: FC<TabsProps> = ({ c, eventId, at }) => {
  const rights = may(c.get('account'));
  const shown = tabs.flatMap(({ name, pages }) => {
    const own = pages.filter((page) => page.rights.some((right) => rights[right]));
    return own[0] ? [{ name, href: own[0].route(eventId), pages: own }] : [];
  });
  const isAt = ({ route }: EventLink) => route(eventId) === at;
  const open = shown.find(({ pages }) => pages.some(isAt));
  return (
    <nav aria-label="Các mục của lớp, hội nghị">
      <ul class="tabs">
        {shown.map((tab) => (
          <li>
            <a
              href={tab.href}
              aria-current={tab === open ? (tab.pages.length > 1 ? 'true' : 'page') : undefined}
            >
              {tab.name}
            </a>
          </li>
        ))}
      </ul>
      {open && open.pages.length > 1 && (
        <ul class="tab-pages">
          {open.pages.map((page) => (
            <li>
              <a href={page.route(eventId)} aria-current={isAt(page) ? 'page' : undefined}>
                {page.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
};
