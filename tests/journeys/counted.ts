import type { Locator, Page } from 'playwright-core';
import { follow } from './form';

/** A window whose clicks are counted. */
export const counted = (page: Page) => {
  let clicks = 0;
  const main = page.locator('main');
  const press = async (target: Locator) => {
    clicks += 1;
    await follow(page, target.first());
  };
  return {
    clicks: () => clicks,
    link: (name: string | RegExp) => press(main.getByRole('link', { name })),
    button: (name: string | RegExp) => press(main.getByRole('button', { name })),
    type: async (label: string, value: string) => {
      clicks += 1;
      await main.getByLabel(label).fill(value);
    },
    save: async (name: string | RegExp) => {
      clicks += 1;
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        main.getByRole('link', { name }).first().click(),
      ]);
      return file;
    },
    choose: async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      clicks += 1;
      await main.locator('input[type=file]').setInputFiles(file);
    },
  };
};
