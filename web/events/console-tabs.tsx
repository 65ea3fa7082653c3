import type { FC } from 'hono/jsx';
import { routes } from '../routes';

const tabs = [
  ['Chung', routes.consoleEvent],
  ['Người đăng ký', routes.consoleRegistrations],
  ['Cử người', routes.consoleNominations],
  ['Cơ quan mời', routes.consoleInvitations],
  ['Chỗ', routes.consoleSeats],
  ['Danh sách ký nhận', routes.consoleSignInSheet],
  ['Điểm danh', routes.consoleCheckIn],
] as const;

/** The places of one event in the console. @param at the URL of the tab that this page is */
export const EventTabs: FC<{ eventId: string; at: string }> = ({ eventId, at }) => (
  <nav aria-label="Các mục của lớp, hội nghị">
    <ul class="tabs">
      {tabs.map(([name, route]) => (
        <li>
          <a href={route(eventId)} aria-current={route(eventId) === at ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
