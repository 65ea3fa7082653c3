import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { useJourney } from './journey';

const journey = useJourney();
const EVENT = 'evt_mau_mo';

const codeOn = async (page: Page) => (await page.locator('.code').innerText()).replace(/\D/g, '');
const person = (fullName: string, phone: string) => ({
  fullName,
  phone,
  districtId: 'unt_goquao',
  consent: 'on',
});
const register = async (page: Page, fullName: string, phone: string) => {
  await page.goto(journey.url(routes.register(EVENT)));
  await fill(page, person(fullName, phone));
  await send(page);
};
interface Found {
  fullName: string;
  status: string;
}
const registeredWith = async (phone: string) =>
  (await journey.api<{ items: Found[] }>('GET', `/events/${EVENT}/registrations?limit=100&search=${phone}`))
    .items;

/** The server gets the form; the line breaks before the browser has its answer. */
const loseNextAnswer = async (page: Page) => {
  await page.route(
    ({ pathname }) => pathname === routes.register(EVENT),
    async (route) => {
      const request = route.request();
      await fetch(request.url(), {
        method: 'POST',
        headers: await request.allHeaders(),
        body: request.postData() ?? '',
        redirect: 'manual',
      });
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
};

/** The form is sent; what comes back is the browser's own page of an error. */
const sendIntoNothing = async (page: Page) => {
  const failed = page.waitForEvent('requestfailed');
  await page.locator('main form[method=post] button[type=submit]').last().click();
  await failed;
  await page.waitForURL(/chrome-error/);
};

describe('the answer is lost on the wire', () => {
  test.each([
    ['', true, false],
    [', without JavaScript', false, false],
    [', without cookies', true, true],
    [', without JavaScript and cookies', false, true],
  ])(
    'then Back: what was typed is there, and the ticket comes%s',
    async (_how, javaScriptEnabled, noCookies) => {
      const phone = `09007100${javaScriptEnabled ? 1 : 2}${noCookies ? 1 : 2}`;
      const page = await journey.person({ javaScriptEnabled });
      await page.goto(journey.url(routes.event(EVENT)));
      await follow(page, page.locator(`a[href="${routes.register(EVENT)}"]`).first());
      await fill(page, person('Trần Thị Mẫu Sóng', phone));
      await loseNextAnswer(page);
      await sendIntoNothing(page);
      expect(await registeredWith(phone)).toMatchObject([{ status: 'confirmed' }]);
      if (noCookies) await page.context().clearCookies();
      await page.goBack();
      await page.locator('main [name=fullName]').waitFor();
      expect(await page.locator('main [name=fullName]').inputValue()).toBe('Trần Thị Mẫu Sóng');
      expect(await page.locator('main [name=districtId]').inputValue()).toBe('unt_goquao');
      await send(page);
      expect(await textOf(page)).toContain('Đã giữ chỗ');
      expect(await codeOn(page)).toMatch(/^\d{9}$/);
      expect(await registeredWith(phone)).toHaveLength(1);
    },
  );

  test('then the form is opened again, and the ticket comes', async () => {
    const phone = '0900710077';
    const page = await journey.person();
    await page.goto(journey.url(routes.register(EVENT)));
    await fill(page, person('Trần Thị Mẫu Sóng', phone));
    await loseNextAnswer(page);
    await sendIntoNothing(page);
    await page.goto(journey.url(routes.register(EVENT)));
    await fill(page, person('Trần Thị Mẫu Sóng', phone));
    await send(page);
    expect(await codeOn(page)).toMatch(/^\d{9}$/);
    expect(await registeredWith(phone)).toHaveLength(1);
  });

  test('and where cookies are off a reload keeps the form the same', async () => {
    const page = await journey.person();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'cookieEnabled', { value: false });
    });
    await page.goto(journey.url(routes.register(EVENT)));
    const nonce = () => page.locator('[name=nonce]').first().inputValue();
    const first = await nonce();
    await page.context().clearCookies();
    await page.reload();
    expect(await nonce()).toBe(first);
    await page.context().clearCookies();
    // Another form, for another person, is another entry of the history.
    await page.goto(journey.url(routes.event(EVENT)));
    await page.goto(journey.url(routes.register(EVENT)));
    expect(await nonce()).not.toBe(first);
  });
});

describe('two people on one phone with two tabs', () => {
  test('cancel and correct each their own registration, never the other’s', async () => {
    const phone = '0900710090';
    const husband = await journey.person();
    await register(husband, 'Danh Văn Mẫu Chồng', phone);
    const code = await codeOn(husband);
    const wife = await husband.context().newPage();
    await register(wife, 'Lê Thị Mẫu Vợ', phone);
    expect(await textOf(wife)).toContain('Lê Thị Mẫu Vợ');

    // His page leads to a question about his registration alone: the proof is hers by now.
    await follow(husband, husband.locator(`main a[href^="${routes.withdraw()}"]`).first());
    expect(await textOf(husband)).not.toContain('Lê Thị Mẫu Vợ');
    await fill(husband, { code, phone });
    await send(husband, 'Xem đăng ký');
    expect(await textOf(husband)).toContain('Danh Văn Mẫu Chồng');

    // The proof is his now; her page asks for her code, with what she typed kept.
    await wife.goto(journey.url(routes.reviewed()));
    expect(await textOf(wife)).toContain('Danh Văn Mẫu Chồng');
    await send(husband, 'Báo không tham dự');
    const found = await registeredWith(phone);
    expect(Object.fromEntries(found.map((r) => [r.fullName, r.status]))).toEqual({
      'Danh Văn Mẫu Chồng': 'cancelled',
      'Lê Thị Mẫu Vợ': 'confirmed',
    });
  });

  test('a form that was open before the other’s code is refused, and goes on with its own code', async () => {
    const phone = '0900710091';
    const husband = await journey.person({ javaScriptEnabled: false });
    await register(husband, 'Danh Văn Mẫu Ba', phone);
    const code = await codeOn(husband);
    await follow(husband, husband.locator(`main a[href^="${routes.correct()}"]`).first());
    await fill(husband, { position: 'Trưởng ấp 5' });
    const wife = await husband.context().newPage();
    await register(wife, 'Lê Thị Mẫu Má', phone);
    await send(husband);
    expect(await textOf(husband)).toContain('Chưa sửa, chưa hủy đăng ký nào');
    await fill(husband, { ownCode: code, ownPhone: phone });
    await send(husband, 'Làm tiếp');
    expect(await textOf(husband)).toContain('Đã lưu thông tin mới');
    expect(await textOf(husband)).toContain('Trưởng ấp 5');
    const found = await registeredWith(phone);
    expect(found.map((r) => r.fullName).sort()).toEqual(['Danh Văn Mẫu Ba', 'Lê Thị Mẫu Má']);
  });
});

describe('a typo', () => {
  test('is corrected on the confirmation: the same code, one seat', async () => {
    const phone = '0900710080';
    const page = await journey.person({ javaScriptEnabled: false });
    await register(page, 'Trần Thị Mẫu Hao', phone);
    const code = await codeOn(page);
    await follow(page, page.getByRole('link', { name: 'Có chỗ ghi sai? Sửa thông tin' }));
    await fill(page, { fullName: 'Trần Thị Mẫu Hoa' });
    await send(page);
    expect(await textOf(page)).toContain('Đã lưu thông tin mới');
    expect(await codeOn(page)).toBe(code);
    expect(await registeredWith(phone)).toMatchObject([{ fullName: 'Trần Thị Mẫu Hoa' }]);
  });

  test('is mended by Back: the question offers to correct, and there is no second seat', async () => {
    const phone = '0900710081';
    const page = await journey.person();
    await register(page, 'Trần Thị Mẫu Hao', phone);
    const code = await codeOn(page);
    await page.goBack();
    await page.locator('main [name=fullName]').waitFor();
    await fill(page, person('Trần Thị Mẫu Hoa', phone));
    await send(page);
    expect(await textOf(page)).toContain('Sửa đăng ký vừa rồi hay đăng ký cho người khác?');
    await send(page, 'Sửa đăng ký vừa rồi');
    expect(await codeOn(page)).toBe(code);
    expect(await registeredWith(phone)).toMatchObject([{ fullName: 'Trần Thị Mẫu Hoa' }]);
  });
});

describe('A+ and the other language', () => {
  test.each([true, false])('keep a half-filled form; JavaScript: %s', async (javaScriptEnabled) => {
    const page = await journey.person({ javaScriptEnabled });
    await page.goto(journey.url(routes.register(EVENT)));
    await fill(page, { fullName: 'Danh Mẫu Nửa', districtId: 'unt_goquao', position: 'Trưởng ấp 5' });
    const again = async (name: RegExp) => follow(page, page.locator('.top').getByRole('button', { name }));
    await again(/A\+/);
    expect(await page.locator('html').getAttribute('data-size')).toBe('1');
    await again(/English/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('main [name=fullName]').inputValue()).toBe('Danh Mẫu Nửa');
    expect(await page.locator('main [name=districtId]').inputValue()).toBe('unt_goquao');
    expect(await page.locator('main [name=position]').inputValue()).toBe('Trưởng ấp 5');
    // Enter sends the form: it comes back with its mistakes, in the same size.
    await page.locator('main [name=fullName]').press('Enter');
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('html').getAttribute('data-size')).toBe('1');
  });
});
