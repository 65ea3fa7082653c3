import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { listNominations } from '../functions/events/nominations/list';
import { linkToken } from '../functions/platform/keys/link-token';
import { startSystem } from '../infra/local/system';
import { routes } from '../web/routes';
import { DESK, launch, PHONE } from './journeys/browser';
import { everyPage } from './journeys/every-page';
import { fill, send } from './journeys/form';
import { signIn } from './journeys/sign-in';

/**
 * Takes a picture of every page, on a phone's width and a desk's, of the demo as it starts:
 * `npm run pictures -- [folder] [part of a name] [--no-script]`. For people to look at.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-script': { type: 'boolean', default: false } },
});
const [folder = '.pictures', only = ''] = positionals;
const window = { locale: 'vi-VN', javaScriptEnabled: !values['no-script'] };
await mkdir(folder, { recursive: true });
const system = await startSystem({ temporary: true, seed: 'demo', rateLimits: false });
const browser = await launch();
const { open, proven, desk, registration } = await everyPage(system);

const shoot = async (page: Page, name: string) => {
  if (!name.includes(only)) return;
  for (const [width, size] of [
    ['phone', PHONE],
    ['desk', DESK],
  ] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  console.log(name);
};
const visit = async (page: Page, [name, path]: [string, string]) => {
  if (!name.includes(only)) return;
  const answer = await page.goto(system.origin + path);
  if (answer && answer.status() >= 400) console.log(`${name}: ${answer.status()}`);
  await shoot(page, name);
};

const visitor = await (await browser.newContext(window)).newPage();
for (const page of open) await visit(visitor, page);
await visitor.goto(system.origin + routes.register('evt_mau_mo'));
await send(visitor);
await shoot(visitor, 'register-errors');
await fill(visitor, {
  fullName: 'Trần Thị Mẫu Ngọc',
  phone: '0900 555 123',
  districtId: 'unt_goquao',
  consent: 'on',
});
await send(visitor);
await shoot(visitor, 'ticket');
await visitor.goto(system.origin + routes.review());
await fill(visitor, { code: registration.code, phone: registration.phone });
await send(visitor);
for (const page of proven) await visit(visitor, page);

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
// Not the first of the demo's quotas, which is used up.
const roomy = (await listNominations(system.world, 'evt_mau_cu'))[1]!;
const link = linkToken(system.world, roomy.id, roomy.turn);
await visitor.goto(system.origin + routes.nominationPaste(link));
await fill(visitor, { list: LIST, basis: 'paper' });
await send(visitor);
await shoot(visitor, 'nomination-paste-preview');
await send(visitor, /^Cử/);
await shoot(visitor, 'nomination-paste-result');

const organizer = await (await browser.newContext({ ...window, viewport: DESK })).newPage();
await signIn(organizer, system, 'to-chuc@stp.example');
for (const page of desk) await visit(organizer, page);
await organizer.goto(system.origin + routes.consoleImport('evt_mau_mo'));
await fill(organizer, { list: LIST, attest: 'on' });
await send(organizer);
await shoot(organizer, 'console-import-preview');
await send(organizer, /^Nhập/);
await organizer.locator('[data-running]').waitFor({ state: 'detached' });
await shoot(organizer, 'console-import-result');

await browser.close();
await system.stop();
