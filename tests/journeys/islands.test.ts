import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK } from './browser';
import { everyPage } from './every-page';
import { fill, send } from './form';
import { useJourney } from './journey';

/** The islands on the pages that carry them, under the policy that the site sends. */
const journey = useJourney();
const OPEN = 'evt_mau_mo';

/** What the browser complained about: errors of scripts, and scripts that the policy kept out. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A form that comes back with mistakes is an answer 422, which Chromium reports as well.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
  });
  return complaints;
};

test('every page carries only scripts that its policy lets in; pages of staff load three of them from files', async () => {
  const page = await journey.organizer();
  const stranger = await journey.person();
  const { open, proven, desk } = await everyPage(journey.system);
  const fromFiles: [string, string][] = [];
  let inline = 0;
  for (const [name, path] of [...open, ...proven, ...desk]) {
    const who = desk.some(([own]) => own === name) ? page : stranger;
    const answer = await who.request.get(journey.url(path));
    const policy = answer.headers()['content-security-policy']!;
    for (const script of parse(await answer.text()).querySelectorAll('script')) {
      const file = script.getAttribute('src');
      if (file) fromFiles.push([/\/(\w+)[^/]*$/.exec(file)![1]!, name]);
      else {
        expect(policy, name).toContain(createHash('sha256').update(script.innerHTML).digest('base64'));
        inline++;
      }
    }
  }
  const pagesWith = (file: string) => fromFiles.filter(([f]) => f === file).map(([, name]) => name);
  expect(pagesWith('passkey')).toEqual(['sign-in', 'console-passkeys', 'sign-in-again']);
  expect(pagesWith('dates')).toContain('console-new-event');
  expect(pagesWith('dates').filter((name) => !name.startsWith('console'))).toEqual([]);
  expect(new Set(fromFiles.map(([file]) => file))).toEqual(new Set(['passkey', 'dates', 'keep']));
  expect(pagesWith('keep').every((name) => name.startsWith('console-'))).toBe(true);
  expect(inline).toBeGreaterThan(20);
});

describe('communes', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    page = await journey.person();
    complaints = complaintsOf(page);
  });
  const commune = () => page.locator('#o-communeId');
  const district = () => page.locator('#o-districtId');
  const offered = () =>
    commune()
      .locator('option')
      .evaluateAll((options) => options.map((o) => (o as HTMLOptionElement).value));

  test('are all there at first, and only those of the district once it is chosen', async () => {
    await page.goto(journey.url(routes.register(OPEN)));
    const all = await offered();
    expect(all).toHaveLength(11);
    await district().selectOption('unt_goquao');
    expect(await offered()).toEqual(['', 'unt_mau_1', 'unt_mau_2']);
    await district().selectOption('unt_rachgia');
    expect(await offered()).toEqual(['']);
    await district().selectOption('');
    expect(await offered()).toEqual(all);
  });

  test('one that is chosen stays while its district does, and goes with it', async () => {
    await district().selectOption('unt_goquao');
    await commune().selectOption('unt_mau_2');
    expect(await commune().inputValue()).toBe('unt_mau_2');
    expect(await district().inputValue()).toBe('unt_goquao');
    await district().selectOption('unt_chauthanh');
    expect(await commune().inputValue()).toBe('');
    expect(await offered()).toEqual(['', 'unt_mau_3', 'unt_mau_4']);
  });

  test('one that is chosen first brings its district along', async () => {
    await page.goto(journey.url(routes.register(OPEN)));
    await commune().selectOption('unt_mau_5');
    expect(await district().inputValue()).toBe('unt_anbien');
    expect(await commune().inputValue()).toBe('unt_mau_5');
    expect(await offered()).toEqual(['', 'unt_mau_5']);
  });

  test('are filtered already on a form that comes back with a mistake', async () => {
    await fill(page, { fullName: 'Trần Mẫu', phone: '12' });
    await send(page);
    expect(await commune().inputValue()).toBe('unt_mau_5');
    expect(await offered()).toEqual(['', 'unt_mau_5']);
    expect(complaints).toEqual([]);
  });
});

describe('a form', () => {
  // The invitation was declined already: its form is folded, and lacks nothing but what is taken out of it.
  test.each([
    ['review', {}],
    ['invitation', { reason: '' }],
  ])('that comes back with mistakes has the focus on their summary: %s', async (name, mistakes) => {
    const page = await journey.person();
    const complaints = complaintsOf(page);
    const { open } = await everyPage(journey.system);
    await page.goto(journey.url(open.find(([own]) => own === name)![1]));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await fill(page, mistakes);
    await send(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('loi');
    expect(complaints).toEqual([]);
  });

  test('that was tapped twice is sent once, and can be sent again when no answer comes', async () => {
    const page = await journey.person();
    await page.clock.install({ time: 0 });
    await page.goto(journey.url(routes.review()));
    await page.clock.pauseAt(600_000);
    let posts = 0;
    // An answer without a page: the browser stays where it is, as it does until an answer comes.
    await page.route(journey.url(routes.review()), (route) => {
      posts++;
      return route.fulfill({ status: 204 });
    });
    await page.evaluate(() => {
      const seen = window as unknown as { held: boolean[] };
      seen.held = [];
      window.addEventListener('submit', (event) => seen.held.push(event.defaultPrevented));
    });
    const held = () => page.evaluate(() => (window as unknown as { held: boolean[] }).held);
    const tap = () => page.locator('main form[method=post] button[type=submit]').click();
    await tap();
    await expect.poll(() => posts).toBe(1);
    await tap();
    await page.clock.fastForward(7_900);
    await tap();
    await expect.poll(held).toEqual([false, true, true]);
    expect(posts).toBe(1);
    await page.clock.fastForward(200);
    await tap();
    await expect.poll(() => posts).toBe(2);
    expect(await held()).toEqual([false, true, true, false]);
  });

  test('that only asks for a page is not held back', async () => {
    const page = await journey.person();
    await page.goto(journey.url(routes.review()));
    const held = await page.evaluate(() => {
      const seen: boolean[] = [];
      window.addEventListener('submit', (event) => {
        seen.push(event.defaultPrevented);
        event.preventDefault();
      });
      for (const method of ['get', 'post']) {
        const form = document.querySelector('form')!.cloneNode(true) as HTMLFormElement;
        form.method = method;
        document.body.append(form);
        for (let i = 0; i < 2; i++) form.requestSubmit();
      }
      return seen;
    });
    expect(held).toEqual([false, false, false, true]);
  });
});

describe('the print button', () => {
  let slips: string;
  beforeAll(async () => {
    const { open } = await everyPage(journey.system);
    slips = journey.url(open.find(([name]) => name === 'nomination-slips')![1]);
  });
  const button = (page: Page) => page.locator('[data-print]');

  test('appears and prints', async () => {
    const page = await journey.person();
    const complaints = complaintsOf(page);
    await page.addInitScript(() => {
      const counting = window as unknown as { printed: number };
      counting.printed = 0;
      window.print = () => {
        counting.printed++;
      };
    });
    await page.goto(slips);
    expect(await button(page).isVisible()).toBe(true);
    await button(page).click();
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('is not there without scripts', async () => {
    const page = await journey.person({ javaScriptEnabled: false });
    await page.goto(slips);
    expect(await button(page).count()).toBe(1);
    expect(await button(page).isVisible()).toBe(false);
  });
});

describe('the copy button', () => {
  let page: Page;
  beforeAll(async () => {
    page = await journey.organizer();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  const button = () => page.locator('[data-copy]').first();
  const toSay = () => page.locator('textarea').first().inputValue();

  test('copies what is to be said, and says so; the words for screen readers stay', async () => {
    const complaints = complaintsOf(page);
    await page.goto(journey.url(routes.consoleCalls()));
    const before = await button().innerText();
    const name = await button().locator('.hidden-label').innerText();
    await button().click();
    await expect.poll(() => button().innerText()).not.toBe(before);
    expect(await button().innerText()).toContain(await button().getAttribute('data-done'));
    expect(await button().locator('.hidden-label').innerText()).toBe(name);
    expect(await toSay()).not.toBe('');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await toSay());
    expect(complaints).toEqual([]);
  });

  test('says nothing where the browser refuses', async () => {
    const complaints = complaintsOf(page);
    await page.goto(journey.url(routes.consoleCalls()));
    await page.evaluate(() => {
      const asking = window as unknown as { asked: number };
      asking.asked = 0;
      navigator.clipboard.writeText = () => {
        asking.asked++;
        return Promise.reject(new DOMException('no', 'NotAllowedError'));
      };
    });
    const before = await button().innerText();
    await button().click();
    await expect.poll(() => page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
    expect(await button().innerText()).toBe(before);
    expect(complaints).toEqual([]);
  });

  test('is not there where the browser lets no page copy', async () => {
    const session = await page.context().storageState();
    const old = await journey.person({ viewport: DESK, storageState: session });
    const complaints = complaintsOf(old);
    await old.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    });
    await old.goto(journey.url(routes.consoleCalls()));
    expect(await old.locator('[data-copy]').count()).toBeGreaterThan(0);
    expect(await old.locator('[data-copy]').first().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });
});
