import type { Page } from 'playwright-core';
import type { System } from '../../infra/local/system';
import { routes } from '../../web/routes';
import { signInCodeIn } from '../support/sign-in-code';

/** A mail as the local inbox keeps it. */
export interface Mail {
  subject: string;
  destination: { to: string[] };
  body: { text?: string; html?: string };
  at: number;
}

export const mailsOf = async (system: Pick<System, 'inbox'>): Promise<Mail[]> =>
  ((await (await fetch(`${system.inbox}/store`)).json()) as { emails: Mail[] }).emails;

/** The code that went to that address; the mail goes out before the page comes back. @param since how many mails came before */
export const codeMailedTo = async (
  system: Pick<System, 'inbox'>,
  email: string,
  since: number,
): Promise<string> => {
  const mail = (await mailsOf(system))
    .slice(since)
    .find((m) => m.destination.to.some((to) => to.includes(email)));
  if (!mail?.body.text) throw new Error(`No sign-in code was mailed to ${email}`);
  return signInCodeIn(mail.body.text);
};

/** Signs staff in as they do: the address, the code from the inbox. @param to the page that comes then */
export const signIn = async (
  page: Page,
  system: System,
  email: string,
  to = routes.console(),
): Promise<void> => {
  const before = (await mailsOf(system)).length;
  await page.goto(system.origin + routes.console());
  await page.locator('input[type=email]').fill(email);
  await page.locator('main form button[type=submit]').click();
  await page.locator('input[autocomplete=one-time-code]').waitFor();
  await page.locator('input[autocomplete=one-time-code]').fill(await codeMailedTo(system, email, before));
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((url) => url.pathname === to);
};
