import type { Page } from 'playwright-core';
import { listNominations } from '../../functions/events/nominations/list';
import { linkToken } from '../../functions/platform/keys/link-token';
import type { System } from '../../infra/local/system';
import { routes } from '../../web/routes';
import { fill, send } from './form';

/** A list as offices write it, with most of what can be wrong in one. */
const LIST = [
  'DANH SÁCH HÒA GIẢI VIÊN THAM DỰ',
  'TT\tHọ và tên\tNăm sinh\t\tSố ĐT\tSố CCCD\tChức vụ\tEmail',
  '\t\tNam\tNữ',
  'I\tHUYỆN CHÂU THÀNH',
  '1\tDanh Thị Mẫu Sen\t\t1975\t0900 555 201\t091075000124\tTrưởng ấp\tgmail',
  '2\tLý Văn Mẫu Khang\t1968\t\t0900 555\t\tTổ trưởng',
  '3\tTrần Văn Mẫu Lợi\t31/02/1970\t\t01680000203/0297 3800 000\t\t"\tkhông',
  '4\tThạch Mẫu Dũng\t1980\t\tO900555204',
  '\tTổng cộng: 4 người',
  '\tNGƯỜI LẬP BIỂU\t\t\tCHỦ TỊCH',
].join('\n');

type Look = (page: Page, name: string) => Promise<void>;

/** The pages that follow a form of the public: mistakes, a ticket, a list that was pasted. */
export const sentByVisitor = async (system: System, page: Page, look: Look): Promise<void> => {
  await page.goto(system.origin + routes.register('evt_mau_mo'));
  await send(page);
  await look(page, 'register-errors');
  await fill(page, {
    fullName: 'Trần Thị Mẫu Ngọc',
    phone: '0900 555 123',
    districtId: 'unt_goquao',
    consent: 'on',
  });
  await send(page);
  await look(page, 'ticket');
  // Not the first of the demo's quotas, which is used up.
  const roomy = (await listNominations(system.world, 'evt_mau_cu'))[1]!;
  const link = linkToken(system.world, roomy.id, roomy.turn);
  await page.goto(system.origin + routes.nominationPaste(link));
  await fill(page, { list: LIST, basis: 'paper' });
  await send(page);
  await look(page, 'nomination-paste-preview');
  await send(page, /^Cử/);
  await look(page, 'nomination-paste-result');
};

/** The pages that follow a form of the organizer: a list of people to import, a message before it is sent. */
export const sentByOrganizer = async (system: System, page: Page, look: Look): Promise<void> => {
  await page.goto(system.origin + routes.consoleImport('evt_mau_mo'));
  await fill(page, { list: LIST, attest: 'on' });
  await send(page);
  await look(page, 'console-import-preview');
  await send(page, /^Nhập/);
  await page.locator('[data-running]').waitFor({ state: 'detached' });
  await look(page, 'console-import-result');
  await page.goto(`${system.origin}${routes.consoleNewBroadcast('evt_mau_mo')}?mau=cam-on&nhom=registered`);
  await send(page, 'Xem trước');
  await look(page, 'console-broadcast-check');
};
