import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK } from './browser';
import { fill, follow, send, textOf } from './form';
import { useJourney } from './journey';
import { codeMailedTo, signIn } from './sign-in';

/** Enrolled after a code by mail, a passkey signs in without one; taken away, it opens nothing. */
describe('a passkey', () => {
  const journey = useJourney();
  let page: Page;
  let device: CDPSession;
  let authenticatorId: string;
  let recoveryCode: string;
  const here = () => new URL(page.url()).pathname;
  beforeAll(async () => {
    page = await journey.organizer();
    device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    ({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
  });

  const signOut = async () => {
    await page.goto(journey.url(routes.console()));
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL((url) => url.pathname === routes.signIn());
  };
  const bySignInButton = () => page.getByRole('button', { name: 'Đăng nhập bằng khóa' }).click();

  test('that the device refuses is not added; the page says so, and the button works again', async () => {
    await page.goto(journey.url(routes.consolePasskeys()));
    const isUserVerified = (is: boolean) =>
      device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: is });
    const refusal = page.locator('form[data-passkey] [role=alert]');
    const button = page.getByRole('button', { name: 'Thêm khóa' });
    expect(await refusal.isVisible()).toBe(false);
    await isUserVerified(false);
    await button.click();
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('Máy này chưa tạo được khóa');
    expect(await button.isEnabled()).toBe(true);
    await isUserVerified(true);
    expect(here()).toBe(routes.consolePasskeys());
    expect(await textOf(page)).toContain('Chưa có khóa nào');
  });

  test('that no server gives a challenge for is not added either', async () => {
    await page.goto(journey.url(routes.consolePasskeys()));
    const ask = journey.url(routes.consolePasskeyAsk());
    await page.route(ask, (route) => route.fulfill({ status: 503, body: 'unavailable' }));
    await page.getByRole('button', { name: 'Thêm khóa' }).click();
    await page.locator('form[data-passkey] [role=alert]').waitFor();
    await page.unroute(ask);
    expect(await textOf(page)).toContain('Chưa có khóa nào');
  });

  test('is added on this device by a person who is signed in', async () => {
    await page.goto(journey.url(routes.console()));
    await follow(page, page.getByRole('link', { name: 'Khóa truy cập' }));
    expect(await textOf(page)).toContain('Chưa có khóa nào');
    await fill(page, { name: 'Máy ở cơ quan' });
    await page.getByRole('button', { name: 'Thêm khóa' }).click();
    // With the first one comes the code on paper, shown once.
    await page.locator('main .code').waitFor();
    recoveryCode = await page.locator('main .code').innerText();
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await page.getByRole('button', { name: 'In mã khôi phục' }).isVisible()).toBe(true);
    await follow(page, page.getByRole('link', { name: 'Đã cất mã' }));
    expect(await textOf(page)).toContain('Máy ở cơ quan');
    expect(await textOf(page)).not.toContain(recoveryCode);
  });

  test('signs in without a code, back to the page that was asked for; its answer is good for once', async () => {
    await signOut();
    const codes = async () =>
      (await journey.mails()).filter((m) => m.subject.includes('Mã đăng nhập')).length;
    const before = await codes();
    await page.goto(journey.url(routes.consoleBodies()));
    expect(here()).toBe(routes.signIn());
    const answering = page.waitForRequest((r) => r.url() === journey.url(routes.signInPasskey()));
    await bySignInButton();
    await page.waitForURL(journey.url(routes.consoleBodies()));
    expect(await codes()).toBe(before);

    const data = (await answering).postData()!;
    const stranger = await journey.person();
    const replayed = await stranger.request.post(journey.url(routes.signInPasskey()), {
      data,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: journey.system.origin,
      },
    });
    expect(replayed.status()).toBe(422);
    expect(replayed.headers()['set-cookie']).toBeUndefined();
  });

  test('makes the code by mail one half: the other one is the passkey, or the code on paper, once', async () => {
    const email = 'to-chuc@stp.example';
    const elsewhere = await journey.person({ viewport: DESK });
    const half = async () => {
      await elsewhere.context().clearCookies();
      const before = (await journey.mails()).length;
      await elsewhere.goto(journey.url(routes.signIn()));
      await fill(elsewhere, { email });
      await send(elsewhere, 'Gửi mã');
      await fill(elsewhere, { code: await codeMailedTo(journey.system, email, before) });
      await send(elsewhere, 'Đăng nhập');
      expect(await textOf(elsewhere)).toContain('Tài khoản này có khóa truy cập');
      await fill(elsewhere, { code: recoveryCode });
      await send(elsewhere, 'Đăng nhập bằng mã khôi phục');
    };
    await half();
    expect(await textOf(elsewhere)).toContain('Đã đăng nhập bằng khôi phục.');
    await half();
    expect(await textOf(elsewhere)).toContain('Mã khôi phục chưa đúng hoặc đã dùng');
    await send(elsewhere, 'Xin khôi phục đăng nhập');
    expect(await textOf(elsewhere)).toContain('Đã gửi yêu cầu khôi phục');

    const admin = await journey.organizer('quan-tri@stp.example');
    await follow(admin, admin.getByRole('link', { name: 'Khóa truy cập' }));
    await follow(admin, admin.getByRole('link', { name: 'Khôi phục đăng nhập' }));
    await send(admin, 'Đã liên hệ, cho phép');
    expect(await textOf(admin)).toContain('Đã cho phép.');
    await signIn(elsewhere, journey.system, email, routes.consolePasskeys());
    expect(await textOf(elsewhere)).toContain('Máy ở cơ quan');
  });

  test('opens nothing once it was taken away; the code by mail still does', async () => {
    await page.goto(journey.url(routes.consolePasskeys()));
    await page.getByRole('button', { name: 'Bỏ khóa Máy ở cơ quan' }).click();
    await page.waitForURL(/xong=bo/);
    await signOut();
    await bySignInButton();
    await page.locator('.error-summary').waitFor();
    expect(await textOf(page)).toContain('Không nhận ra khóa này');
    expect(here()).toBe(routes.signInPasskey());
  });

  test('is not offered where the browser runs no script', async () => {
    const plain = await journey.person({ viewport: DESK, javaScriptEnabled: false });
    await plain.goto(journey.url(routes.signIn()));
    expect(await plain.getByRole('button', { name: 'Đăng nhập bằng khóa' }).isVisible()).toBe(false);
    expect(await plain.getByRole('button', { name: 'Gửi mã' }).isVisible()).toBe(true);
  });
});
