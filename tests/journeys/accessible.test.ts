import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BUTTON } from '../../web/query';
import { LONG } from '../limits';
import { DESK, PHONE } from './browser';
import { everybody } from './everybody';
import { enlarge } from './fit';
import { axe, useJourney } from './journey';

const journey = useJourney();

/** Pages that people come to most: these are looked at in every light and in the largest letters. */
const MOST_USED = [
  'home',
  'event-open',
  'register',
  'review',
  'reviewed',
  'nomination',
  'invitation',
  'console',
  'console-event',
  'console-registrations',
  'console-calls',
  'console-new-event',
];
interface Look {
  size: typeof PHONE;
  colorScheme: 'light' | 'dark';
  /** The size of the letters that the reader chose. */
  letters?: '1' | '2';
}
const LOOKS: Look[] = [
  { size: PHONE, colorScheme: 'light' },
  { size: DESK, colorScheme: 'dark' },
];
const OTHER_LOOKS: Look[] = [
  { size: PHONE, colorScheme: 'dark' },
  { size: DESK, colorScheme: 'light' },
  { size: PHONE, colorScheme: 'light', letters: '2' },
];
/** The narrowest phone that is still about, and the widest letters on it. */
const NARROW = { width: 320, height: 640 };

/** How far the page is too wide for the window, and which element is too wide. */
const overflow = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide <= 0) return undefined;
    const out = [...document.querySelectorAll('main *, header *, footer *')].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .sheet'),
    );
    return `${wide} px too wide: ${out.map((e) => `${e.tagName}.${e.className} ${e.textContent?.trim().slice(0, 30)}`).slice(-2)}`;
  });

/** Links to a place of the same page that it does not have. */
const deadWithin = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')!)
      .filter((href) => !document.getElementById(href.slice(1))),
  );

/** Forms in which the Enter key adds a row instead of sending what was typed. */
const rowsByEnter = (page: Page): Promise<string[]> =>
  page.evaluate(
    (moreRows) =>
      [...document.forms].flatMap(({ elements, action }) => {
        const first = [...elements].find((e) => e instanceof HTMLButtonElement && e.type === 'submit');
        return first?.getAttribute('name') === moreRows ? [action] : [];
      }),
    BUTTON.moreRows,
  );

test(
  'axe finds nothing on any page, on a phone and on a desk, by day and by night; nothing overflows',
  async () => {
    const found: string[] = [];
    let seen = 0;
    for (const [page, name, path] of await everybody(journey)) {
      const answer = await page.goto(journey.url(path));
      if (answer && answer.status() >= 400 && name !== 'missing') found.push(`${name}: ${answer.status()}`);
      found.push(...(await deadWithin(page)).map((href) => `${name}: no place ${href}`));
      found.push(...(await rowsByEnter(page)).map((action) => `${name}: Enter adds a row to ${action}`));
      const looks = MOST_USED.includes(name) ? [...LOOKS, ...OTHER_LOOKS] : LOOKS;
      for (const look of looks) {
        const where = `${name} at ${look.size.width}, ${look.colorScheme}${look.letters ? ', large' : ''}`;
        await page.setViewportSize(look.size);
        await page.emulateMedia({ colorScheme: look.colorScheme });
        await enlarge(page, look.letters);
        found.push(...(await axe(page)).map((v) => `${where}: ${v}`));
        const wide = await overflow(page);
        if (wide) found.push(`${where}: ${wide}`);
      }
      await page.setViewportSize(NARROW);
      for (const letters of ['', '2']) {
        await enlarge(page, letters);
        const wide = await overflow(page);
        if (wide) found.push(`${name} at ${NARROW.width}${letters && ', large'}: ${wide}`);
      }
      seen++;
    }
    expect(seen).toBeGreaterThan(45);
    expect(found).toEqual([]);
  },
  LONG,
);

test('what is printed fits the paper and carries nothing of the screen', async () => {
  // The width of A4 between its margins, at 96 dots an inch.
  const portrait = 680;
  const landscape = 1032;
  const printed: Record<string, number> = {
    'console-sheet': landscape,
    'nomination-slip': portrait,
    'nomination-slips': portrait,
    reviewed: portrait,
    'event-open': portrait,
  };
  const found: string[] = [];
  let seen = 0;
  for (const [page, name, path] of await everybody(journey)) {
    const width = printed[name];
    if (!width) continue;
    await page.goto(journey.url(path));
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const shown = await page
      .locator('.top, .head, .side, .foot, .tabs, .skip, .actions, button')
      .evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => e.className));
    if (shown.length > 0) found.push(`${name} prints ${shown}`);
    const wide = await page.evaluate(() =>
      Math.max(
        document.documentElement.scrollWidth - innerWidth,
        ...[...document.querySelectorAll('main *')].map((e) => e.getBoundingClientRect().right - innerWidth),
      ),
    );
    if (wide > 1) found.push(`${name} is ${wide} px too wide for the paper`);
    await page.emulateMedia({ media: 'screen' });
    seen++;
  }
  expect(seen).toBe(Object.keys(printed).length);
  expect(found).toEqual([]);
});
