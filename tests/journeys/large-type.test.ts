import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LONG } from '../limits';
import { DESK } from './browser';
import { everybody } from './everybody';
import { chooseLetters, enlarge, misfits } from './fit';
import { useJourney } from './journey';
import { sentByOrganizer, sentByVisitor } from './sent-forms';

const journey = useJourney();

/** A phone of today at its narrowest. */
const PHONE = { width: 360, height: 740 };
const USUAL = 16;
/** The sizes that a reader chooses: in the browser, in per cent, or on the site, by pressing A+ twice. */
const LOOKS = [
  { look: '150 %', browser: 24, site: '', window: PHONE },
  { look: '200 %', browser: 32, site: '', window: PHONE },
  { look: 'A+', browser: USUAL, site: '2', window: PHONE },
  // Tables are tables here: the type is large, and yet the window is wide enough.
  { look: '150 % on a desk', browser: 24, site: '', window: DESK },
];

test('the size of letters chosen in the browser is the size of rem, in rules and in media queries', async () => {
  const page = await journey.person({ viewport: PHONE });
  await page.goto(journey.url('/'));
  const seen = () =>
    page.evaluate(() => ({
      root: getComputedStyle(document.documentElement).fontSize,
      narrow: ['12rem', '12em'].map((width) => matchMedia(`(max-width: ${width})`).matches),
    }));
  expect(await seen()).toEqual({ root: '18px', narrow: [false, false] });
  await chooseLetters(page, 32);
  expect(await seen()).toEqual({ root: '36px', narrow: [true, true] });
  await chooseLetters(page, USUAL);
  expect(await seen()).toEqual({ root: '18px', narrow: [false, false] });
});

test(
  'every page fits a phone with letters of 150 and 200 per cent: none is too wide, no text is cut or falls apart',
  async () => {
    const found: string[] = [];
    const seen = new Set<string>();
    const look = async (page: Page, name: string) => {
      for (const { look, browser, site, window } of LOOKS) {
        await page.setViewportSize(window);
        await chooseLetters(page, browser);
        await enlarge(page, site);
        found.push(...(await misfits(page)).map((fault) => `${name} at ${look}: ${fault}`));
      }
      seen.add(name);
    };
    const pages = await everybody(journey);
    for (const [page, name, path] of pages) {
      await page.goto(journey.url(path));
      await look(page, name);
    }
    await sentByVisitor(journey.system, pages[0]![0], look);
    const [organizer] = pages.find(([, name]) => name === 'console')!;
    await sentByOrganizer(journey.system, organizer, look);
    expect(seen.size).toBe(pages.length + 7);
    expect(found).toEqual([]);
  },
  LONG,
);
