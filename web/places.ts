import type { Account } from '../functions/directory/accounts/account';
import { may } from '../functions/directory/accounts/may';
import { routes } from './routes';

type Tab = readonly [name: string, href: string, right?: keyof ReturnType<typeof may>];

export interface Place {
  name: string;
  tabs: readonly Tab[];
}

/** The places of the bar, seven at most. What belongs together is a tab of one place; some tabs need a right. */
const places: readonly Place[] = [
  {
    name: 'Hôm nay',
    tabs: [
      ['Việc cần làm', routes.console()],
      ['Cần gọi', routes.consoleCalls(), 'seePeople'],
    ],
  },
  {
    name: 'Lớp, hội nghị',
    tabs: [
      ['Lớp, hội nghị', routes.consoleEvents()],
      ['Tham luận, vướng mắc', routes.consolePoints()],
    ],
  },
  {
    name: 'Kế hoạch',
    tabs: [
      ['Nhiệm vụ', routes.consoleProgramme()],
      ['Báo cáo', routes.consoleReports()],
      ['Kiểm tra', routes.consoleVisits()],
    ],
  },
  {
    name: 'Hòa giải viên',
    tabs: [
      ['Tổ hòa giải', routes.consoleTeams()],
      ['Hòa giải viên', routes.consoleMediators(), 'seePeople'],
      ['Còn thiếu', routes.consoleGaps()],
      ['Đã tập huấn', routes.consoleCoverage()],
      ['Xác nhận hằng năm', routes.consoleConfirmations()],
      ['Đối chiếu', routes.consoleLinks(), 'schedule'],
      ['Rà soát, kiện toàn', routes.consoleReviews()],
      ['Hỗ trợ vụ, việc', routes.consoleSupport()],
    ],
  },
  {
    name: 'Thư viện',
    tabs: [
      ['Tài liệu', routes.consoleLibrary()],
      ['Liên kết pháp luật', routes.consoleLegalLinks()],
      ['Nơi đăng', routes.consolePublications()],
      ['Cấp phát', routes.consoleHandouts(), 'seeEverything'],
    ],
  },
  {
    name: 'Cơ quan',
    tabs: [
      ['Cơ quan được mời', routes.consoleBodies()],
      ['Kiến nghị, vướng mắc', routes.consoleRecommendations(), 'seeEverything'],
      ['Nguồn lực', routes.consolePledges(), 'seeEverything'],
      ['Vận động hỗ trợ', routes.consoleAppeals(), 'seeEverything'],
      ['Chuyên gia', routes.consoleExperts(), 'invite'],
    ],
  },
  {
    name: 'Thiết lập',
    tabs: [
      ['Địa bàn', routes.consoleUnits()],
      ['Thư đã gửi', routes.consoleDeliveries(), 'schedule'],
      ['Tài khoản', routes.consoleAccounts(), 'manageAccounts'],
      ['Văn bản', routes.consoleOffice(), 'manageAccounts'],
      ['Thời hạn lưu', routes.consoleRetention(), 'manageAccounts'],
    ],
  },
];

/** The places that an account sees, each with the tabs that it may open. */
export const placesFor = (account: Account | undefined): Place[] =>
  places
    .map(({ name, tabs }) => ({ name, tabs: tabs.filter(([, , right]) => !right || may(account)[right]) }))
    .filter(({ tabs }) => tabs.length > 0);
