import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { routes } from '../../web/routes';
import { LONG } from '../limits';
import { DESK } from './browser';
import { chooseLetters, misfits } from './fit';
import { fill, send, textOf } from './form';
import { axe, useJourney } from './journey';
import { signIn } from './sign-in';

/** Dates as organizers type and pick them. The demo's clock stands before 2027. */
const journey = useJourney({ now: () => Date.parse('2026-11-27T09:00:00+07:00') });

const FORM = {
  kind: 'training',
  title: 'Lớp mẫu ghi ngày giờ theo lời nói',
  mode: 'in-person',
  venue: 'Hội trường',
  admission: 'open',
  capacity: '1.200',
  contactName: 'Nguyễn Thị Mẫu',
  contactPhone: '0297 300 0000',
};
const INPUT = '[name="startsAt.date"]';
const dateIn = (page: Page) => page.locator('.date-input', { has: page.locator(INPUT) });
const opener = (page: Page) => dateIn(page).getByRole('button', { name: 'Chọn ngày trong lịch' });
const weekday = (page: Page) => dateIn(page).locator('output').innerText();
const calendar = (page: Page) => dateIn(page).getByRole('group', { name: 'Lịch' });
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.getAttribute('name'),
  );

describe('with the island', () => {
  let page: Page;
  beforeAll(async () => {
    page = await journey.organizer();
    await page.goto(journey.url(routes.consoleNewEvent()));
  });

  test.each([
    ['2/2/27', 'thứ Ba'],
    ['02-02-2027', 'thứ Ba'],
    ['7.2.2027', 'Chủ nhật'],
    ['thứ Ba, ngày 2 tháng 2 năm 2027', 'thứ Ba'],
    ['31/4/2027', ''],
    ['29/2/2027', ''],
    ['29/2/28', 'thứ Ba'],
    ['mai', ''],
  ])('%s is said to be %s while it is typed', async (typed, day) => {
    await page.fill(INPUT, typed);
    expect(await weekday(page)).toBe(day);
  });

  it('opens by the keyboard on the day that was typed; Escape closes it, Enter picks', async () => {
    await page.fill(INPUT, '02-02-2027');
    await page.focus(INPUT);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Chọn ngày trong lịch');
    await page.keyboard.press('Enter');
    expect(await calendar(page).isVisible()).toBe(true);
    expect(await opener(page).getAttribute('aria-expanded')).toBe('true');
    expect(await focused(page)).toBe('thứ Ba, ngày 2 tháng 2 năm 2027');
    await page.keyboard.press('Escape');
    expect(await calendar(page).isVisible()).toBe(false);
    expect(await focused(page)).toBe('Chọn ngày trong lịch');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('thứ Tư, ngày 3 tháng 2 năm 2027');
    await page.keyboard.press('Enter');
    expect(await page.inputValue(INPUT)).toBe('03/02/2027');
    expect(await weekday(page)).toBe('thứ Tư');
    expect(await calendar(page).isVisible()).toBe(false);
    expect(await focused(page)).toBe('startsAt.date');
  });

  it('turns to the month before and after, and is picked from by mouse', async () => {
    await page.fill(INPUT, '15/12/2026');
    await opener(page).click();
    await calendar(page).getByRole('button', { name: 'Tháng sau' }).click();
    expect(await calendar(page).locator('strong').innerText()).toBe('Tháng 1/2027');
    await calendar(page).getByRole('button', { name: 'Tháng sau' }).click();
    await calendar(page).getByRole('button', { name: 'Tháng trước' }).click();
    expect(await calendar(page).locator('strong').innerText()).toBe('Tháng 1/2027');
    await calendar(page).getByRole('button', { name: 'thứ Hai, ngày 18 tháng 1 năm 2027' }).click();
    expect(await page.inputValue(INPUT)).toBe('18/01/2027');
    expect(await weekday(page)).toBe('thứ Hai');
  });

  it(
    'fits a phone of 360 px, with usual letters and with letters of 200 %, while it is open',
    async () => {
      for (const [width, letters] of [
        [360, 16],
        [360, 32],
        [1280, 16],
      ] as const) {
        await page.setViewportSize({ width, height: 740 });
        await chooseLetters(page, letters);
        if (!(await calendar(page).isVisible())) await opener(page).click();
        expect(await misfits(page), `${width} px, letters of ${letters} px`).toEqual([]);
        expect(await axe(page)).toEqual([]);
      }
      await page.setViewportSize(DESK);
      await chooseLetters(page, 16);
    },
    LONG,
  );
});

describe('an event whose date is typed as people say it', () => {
  const save = async (page: Page, date: string, time: string) => {
    await page.goto(journey.url(routes.consoleNewEvent()));
    await fill(page, { ...FORM, 'startsAt.date': date, 'startsAt.time': time, 'endsAt.time': '11h30' });
    await send(page);
  };

  test.each([true, false])(
    'is saved where scripts run: %s',
    async (javaScriptEnabled) => {
      const page = await journey.person({ viewport: DESK, javaScriptEnabled });
      await signIn(page, journey.system, 'to-chuc@stp.example');
      await save(page, '2/2/27', '8 giờ 30');
      expect(await textOf(page)).toContain('Thứ Ba, 02/02/2027, 8:30–11:30');
      await save(page, '29/2/2027', '8 giờ 30');
      expect(await page.locator('[aria-invalid=true]').first().getAttribute('name')).toBe('startsAt.date');
      expect(await page.inputValue(INPUT)).toBe('29/2/2027');
      expect(await page.inputValue('[name="startsAt.time"]')).toBe('8 giờ 30');
    },
    LONG,
  );
});
