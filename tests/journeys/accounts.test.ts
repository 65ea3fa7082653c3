import { describe, expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK } from './browser';
import { fill, follow, send, textOf } from './form';
import { useJourney } from './journey';
import { signIn } from './sign-in';

/** A colleague is invited and signs in by code; when the admin ends the account, the next click is the last one. */
describe('the account of a colleague', () => {
  const journey = useJourney();
  const EMAIL = 'dong-nghiep@stp.example';

  test('is made by an admin, entered by a code, and ended for all machines', async () => {
    const admin = await journey.organizer('quan-tri@stp.example');
    await follow(admin, admin.getByRole('link', { name: 'Thiết lập', exact: true }));
    await follow(admin, admin.getByRole('link', { name: 'Tài khoản', exact: true }));
    await follow(admin, admin.getByRole('link', { name: 'Mời đồng nghiệp' }));
    await fill(admin, { name: 'Thị Mẫu Đồng', email: EMAIL, role: 'organizer' });
    await send(admin, 'Gửi thư mời');
    expect(await textOf(admin)).toContain('Đã lập tài khoản.');
    const account = new URL(admin.url()).pathname;

    const [mail] = (await journey.mails()).filter((m) => m.destination.to.some((to) => to.includes(EMAIL)));
    expect(mail?.body.text).toContain(journey.url(routes.console()));
    expect(mail?.body.text).not.toMatch(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/);

    const colleague = await journey.person({ viewport: DESK });
    await signIn(colleague, journey.system, EMAIL);
    await follow(colleague, colleague.getByRole('link', { name: 'Thiết lập', exact: true }));
    expect(await colleague.getByRole('link', { name: 'Tài khoản', exact: true }).count()).toBe(0);

    await admin.goto(journey.url(account));
    await follow(admin, admin.getByRole('link', { name: 'Tạm khóa tài khoản' }));
    await fill(admin, { reason: 'Chuyển công tác' });
    await send(admin, 'Tạm khóa');
    expect(await textOf(admin)).toContain('Đã tạm khóa tài khoản.');

    await follow(colleague, colleague.getByRole('link', { name: 'Cơ quan', exact: true }));
    expect(new URL(colleague.url()).pathname).toBe(routes.signIn());

    // The history comes by the stream.
    await journey.until(async () => {
      await admin.goto(journey.url(account));
      return (await admin.content()).includes('tạm khóa, lý do: Chuyển công tác');
    });
  });
});
