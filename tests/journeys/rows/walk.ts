import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { follow } from '../form';
import type { Journey } from '../journey';

/** Opens a place of the console's bar, and a tab of it, as its users do. */
export const openPlace = async (page: Page, place: string, tab?: string): Promise<void> => {
  const bar = page.getByRole('navigation', { name: 'Bàn làm việc' });
  await follow(page, bar.getByRole('link', { name: place }));
  if (tab) await openLink(page, tab);
};

/** Follows a link of the page by its words. */
export const openLink = (page: Page, name: string | RegExp): Promise<void> =>
  follow(
    page,
    page
      .locator('main')
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first(),
  );

/** The path of the personal link in the mail to this address that says this. */
export const linkMailedTo = async (journey: Journey, address: string, says: string): Promise<string> => {
  const mail = await journey.until(async () =>
    (await journey.mails()).find(
      ({ destination, subject, body }) =>
        destination.to.some((to) => to.includes(address)) && `${subject}\n${body.text}`.includes(says),
    ),
  );
  const [, path] = /https?:\/\/[^\s/]+(\/[a-z-]+\/[0-9a-z]{26})/.exec(mail.body.text ?? '') ?? [];
  if (!path) throw new Error(`no personal link in the mail to ${address}`);
  return path;
};

/** Downloads what a link leads to. @returns its name and its first two bytes: `PK` of a Word or an Excel file */
export const download = async (
  page: Page,
  name: string | RegExp,
): Promise<{ name: string; begins: string }> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main').getByRole('link', { name }).first().click(),
  ]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), begins: bytes.subarray(0, 2).toString('latin1') };
};
