import type { FC } from 'hono/jsx';
import { may } from '../../../../functions/directory/accounts/may';
import type { Page } from '../../../env';
import { routes } from '../../../routes';

type Right = keyof ReturnType<typeof may>;

/** The tabs of one event, each for accounts that have one of its rights. */
const tabs: readonly [string, (id: string) => string, readonly Right[]][] = [
  ['Tình hình', routes.consoleEvent, ['enterConsole']],
  ['Thông tin', routes.consoleEventDetails, ['enterConsole']],
  ['Người đăng ký', routes.consoleRegistrations, ['seePeople']],
  ['Cử người', routes.consoleNominations, ['seePeople', 'seeEverything']],
  ['Cơ quan được mời', routes.consoleInvitations, ['seeEverything']],
  ['Thông báo theo nhóm', routes.consoleBroadcasts, ['schedule']],
  ['Chỗ', routes.consoleSeats, ['enterConsole']],
  ['Danh sách ký nhận', routes.consoleSignInSheet, ['schedule']],
  ['Điểm danh', routes.consoleCheckIn, ['schedule']],
];

/** The tabs of one event in the console. @param at the URL of the tab that this page is */
export const EventTabs: FC<{ c: Page; eventId: string; at: string }> = ({ c, eventId, at }) => {
  const rights = may(c.get('account'));
  return (
    <nav aria-label="Các mục của lớp, hội nghị">
      <ul class="tabs">
        {tabs
          .filter(([, , needed]) => needed.some((right) => rights[right]))
          .map(([name, route]) => (
            <li>
              <a href={route(eventId)} aria-current={route(eventId) === at ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
};
