import type { Locator, Page } from 'playwright-core';

/** Fills fields by the names that the form gives them. */
export const fill = async (page: Page, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const folded = page.locator(`main details:not([open]):has([name="${name}"]) > summary`);
    if (await folded.count()) await folded.first().click();
    const field = page.locator(`main [name="${name}"]`).first();
    const tag = await field.evaluate((e) => `${e.tagName} ${e.getAttribute('type') ?? ''}`);
    if (tag.startsWith('SELECT')) await field.selectOption(value);
    else if (tag.includes('radio') || tag.includes('checkbox'))
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
};

/** Clicks what leads to another page, and waits until that is loaded: the click alone returns before. */
export const follow = async (page: Page, link: Locator): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), link.click()]);
};

/** Sends the page's form by the button of that name, or the last one. */
export const send = async (page: Page, button?: string | RegExp): Promise<void> => {
  const which = button
    ? page.locator('main').getByRole('button', { name: button })
    : page.locator('main form[method=post] button[type=submit]').last();
  await follow(page, which.first());
};

export const textOf = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** A date some days from now as an organizer types it. */
export const typedDate = (days: number): string => {
  const d = new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`;
};
