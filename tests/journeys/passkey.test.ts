import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK } from './browser';
import { fill, follow, textOf } from './form';
import { useJourney } from './journey';

/** Enrolled after a code by mail, a passkey signs in without one; taken away, it opens nothing. */
describe('a passkey', () => {
  const journey = useJourney();
  let page: Page;
  let device: CDPSession;
  let authenticatorId: string;
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
    await page.waitForURL(/xong=them/);
    expect(await textOf(page)).toContain('Máy ở cơ quan');
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
