import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { PHONE } from './browser';
import { fill, textOf, typedDate } from './form';
import { useJourney } from './journey';

const journey = useJourney();
const VISIT = 'inq_mau_kiem_tra_nay';
const FORM = routes.consoleVisitAct(VISIT, 'noi-dung');

test('a finding that is typed in a village without a line is kept, and recorded once', async () => {
  const page = await journey.organizer();
  await page.setViewportSize(PHONE);
  await page.goto(journey.url(FORM));
  await fill(page, { title: 'Sổ thử', words: 'Chưa ghi đủ sổ.', dueOn: typedDate(20) });
  const button = page.locator('main form[method=post] button[type=submit]').last();
  const said = page.locator('[data-keep] [role=status]');

  // The server gets the form; the line breaks before its answer.
  await page.route(
    ({ pathname }) => pathname === FORM,
    async (route) => {
      const request = route.request();
      if (request.method() !== 'POST') return route.continue();
      await fetch(request.url(), {
        method: 'POST',
        headers: await request.allHeaders(),
        body: request.postData() ?? '',
        redirect: 'manual',
      });
      await route.abort('connectionreset');
    },
  );
  await button.click();
  await said.getByText('Chưa gửi: chưa có mạng').waitFor();

  // The phone is put away: the page opens again with what was typed.
  await page.unrouteAll();
  await page.goto(journey.url(FORM));
  await said.getByText('nội dung đã nhập được giữ trên máy này').waitFor();
  expect(await page.locator('main [name=title]').inputValue()).toBe('Sổ thử');

  // Another account on the same phone does not see it.
  const account = await page.locator('main [name=nguoi-mo]').first().inputValue();
  const give = (from: string, to: string) =>
    page.evaluate(
      ([from, to]) => {
        const key = Object.keys(localStorage).find((key) => key.includes(from!))!;
        localStorage.setItem(key.replace(from!, to!), localStorage.getItem(key)!);
        localStorage.removeItem(key);
      },
      [from, to],
    );
  await give(account, 'another');
  await page.goto(journey.url(FORM));
  expect(await page.locator('main [name=title]').inputValue()).toBe('');
  await give('another', account);
  await page.goto(journey.url(FORM));
  expect(await page.locator('main [name=title]').inputValue()).toBe('Sổ thử');

  await Promise.all([
    page.waitForURL(({ pathname }) => pathname === routes.consoleVisit(VISIT)),
    button.click(),
  ]);
  const text = await textOf(page);
  expect(text).toContain('Đã ghi nội dung kiểm tra');
  expect(text.split('Sổ thử').length - 1).toBe(1);
});
