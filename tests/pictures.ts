import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startSystem } from '../infra/local/system';
import { routes } from '../web/routes';
import { DESK, launch, PHONE } from './journeys/browser';
import { everyPage } from './journeys/every-page';
import { chooseLetters } from './journeys/fit';
import { fill, send } from './journeys/form';
import { sentByOrganizer, sentByVisitor } from './journeys/sent-forms';
import { signIn } from './journeys/sign-in';

/**
 * Takes a picture of every page, on a phone's width and a desk's, of the demo as it starts:
 * `npm run pictures -- [folder] [part of a name] [--no-script] [--letters 200]`, where the letters are per cent of the
 * browser's usual size. For people to look at.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-script': { type: 'boolean', default: false }, letters: { type: 'string', default: '100' } },
});
const [folder = '.pictures', only = ''] = positionals;
const window = { locale: 'vi-VN', javaScriptEnabled: !values['no-script'] };
await mkdir(folder, { recursive: true });
const system = await startSystem({ temporary: true, seed: 'demo', rateLimits: false });
const browser = await launch();
const { open, proven, desk, admin, unit, registration } = await everyPage(system);

const shoot = async (page: Page, name: string) => {
  if (!name.includes(only)) return;
  for (const [width, size] of [
    ['phone', PHONE],
    ['desk', DESK],
  ] as const) {
    await page.setViewportSize(size);
    await chooseLetters(page, (16 * Number(values.letters)) / 100);
    // A picture of the full page would be taken in letters of the usual size: the window becomes as high as the page.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
    // The API's reference is a very long page.
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), timeout: 180_000 });
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
await sentByVisitor(system, visitor, shoot);
await visitor.goto(system.origin + routes.review());
await fill(visitor, { code: registration.code, phone: registration.phone });
await send(visitor);
for (const page of proven) await visit(visitor, page);

const organizer = await (await browser.newContext({ ...window, viewport: DESK })).newPage();
await signIn(organizer, system, 'to-chuc@stp.example');
for (const page of desk) await visit(organizer, page);
await sentByOrganizer(system, organizer, shoot);

const administrator = await (await browser.newContext({ ...window, viewport: DESK })).newPage();
await signIn(administrator, system, 'quan-tri@stp.example');
for (const page of admin) await visit(administrator, page);

const officer = await (await browser.newContext({ ...window, viewport: DESK })).newPage();
await signIn(officer, system, 'go-quao@kiengiang.example');
for (const page of unit) await visit(officer, page);

await browser.close();
await system.stop();
