import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import type { Event } from '../../../functions/events/event/event';
import { eventsTable } from '../../../functions/events/event/event';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { getRegistration } from '../../../functions/events/registrations/find';
import { ownLinkToken, readOwnLink } from '../../../functions/events/registrations/own-link';
import type { Registration } from '../../../functions/events/registrations/registration';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import { showCode } from '../../../functions/platform/keys/ids';
import { personKey } from '../../../functions/platform/keys/person-key';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { registrationId } from '../../../functions/seats/ledger/ids';
import { routes } from '../../../web/routes';
import { danh, namedBy, quotaScene } from '../../events/nominations/scene';
import { addEvent } from '../../support/events';
import { textOf } from '../../support/mail';
import { addWholeProvince } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { signIn, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { codeOn, typed } from './forms';

const world = useWorld();
let event: Event;
let mine: Registration;
let n = 100;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  event = await addEvent(world, 10, { capacity: 200 });
});
beforeEach(async () => {
  world.clock.at = MONDAY;
  mine = await register();
});

const WHO = {
  fullName: 'Danh Thị Ẩn',
  email: 'an@mau.example',
  yearOfBirth: '1968',
  position: 'Bí thư chi bộ ấp',
  access: 'Xe lăn',
};
/** Registers by the form; each person has a phone number of their own. */
const register = async (phone = `0912000${++n}`): Promise<Registration> => {
  const me = visitor(world);
  const ticket = await me.send(routes.register(event.id), { ...typed(WHO), phone });
  const code = codeOn(ticket)!;
  const { items } = await world.db.query<Registration>(registrationsTable as never, {
    index: 'code',
    where: '#code = :code',
    names: { '#code': 'code' },
    values: { ':code': code },
  });
  return getRegistration(world, `reg_${event.id.slice(4)}_0_${items[0]!.sk}`);
};
const pathOf = (r: Registration) => routes.ticket(ownLinkToken(world, r));
const open = (path: string) => visitor(world).get(path);
const statusOf = async (path: string) => (await open(path)).status;

describe('The link of a registration', () => {
  test('shows its ticket to a reader without cookies, and what to do next', async () => {
    const seen = await open(pathOf(mine));
    expect(seen.status).toBe(200);
    expect(codeOn(seen)).toBe(mine.code);
    for (const words of ['Danh Thị Ẩn', 'Đã giữ chỗ', event.title, 'Thứ Năm, 26/11/2026', 'Thêm vào lịch'])
      expect(seen.text).toContain(words);
    const calendar = await open(`${pathOf(mine)}/lich.ics`);
    expect(calendar.html).toContain('BEGIN:VCALENDAR');
    const english = await open(`/en${pathOf(mine)}`);
    expect(english.text).toContain('Change something, or say that you cannot come');
  });

  test('shows neither phone, address, age nor needs', async () => {
    for (const path of [pathOf(mine), `/en${pathOf(mine)}`]) {
      const { html } = await open(path);
      for (const secret of [
        mine.phone,
        mine.phone.slice(-6),
        mine.email!,
        '1968',
        mine.position!,
        mine.access!,
      ])
        expect(html).not.toContain(secret);
    }
  });

  test('gives no personal data to a preview, and stays out of search and of other sites', async () => {
    const { page, headers } = await open(pathOf(mine));
    const head = page.querySelector('head')!.toString();
    expect(page.querySelector('meta[property="og:title"]')!.getAttribute('content')).toBe('Phiếu đăng ký');
    expect(head).toContain(event.title);
    for (const personal of [
      'Danh',
      'Ẩn',
      mine.code,
      showCode(mine.code),
      mine.unitName!,
      mine.id,
      pathOf(mine),
    ])
      expect(head).not.toContain(personal);
    expect(head).toContain('<meta name="robots" content="noindex">');
    expect(head).not.toMatch(/canonical|og:url/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  test('is the same whatever becomes of the registration, and shows it as it is now', async () => {
    const path = pathOf(mine);
    await correctByStaff(world, mine.id, {
      ...particularsOf(mine),
      fullName: 'Danh Thị Ẩn Mẫu',
      phone: '0987654001',
    });
    const now = await getRegistration(world, mine.id);
    expect(pathOf(now)).toBe(path);
    expect((await open(path)).text).toContain('Danh Thị Ẩn Mẫu');
    await withdraw(world, now);
    const left = await open(path);
    expect(left.text).toContain('Đã báo không tham dự');
    expect(left.page.querySelector('.qr')).toBeNull();
  });

  test('opens with what people and programs put behind and around a link', async () => {
    const path = pathOf(mine);
    for (const around of [`${path}.`, `${path}),`, `${path}%E2%80%8B`, path.toUpperCase(), `${path}/`]) {
      const { status, to } = await open(around);
      expect([around, status, to]).toEqual([around, 301, path]);
    }
    for (const behind of ['?zarsrc=1', '?fbclid=x', '#x']) expect(await statusOf(path + behind)).toBe(200);
  });
});

describe('A link opens nothing', () => {
  test('where it is forged, cut short, or made of another registration’s parts', async () => {
    const other = await register();
    const token = ownLinkToken(world, mine);
    const [id, signature] = [token.slice(0, -27), token.slice(-26)];
    const flipped = (signature[0] === 'a' ? 'b' : 'a') + signature.slice(1);
    for (const forged of [
      `${id}-${flipped}`,
      `${ownLinkToken(world, other).slice(0, -27)}-${signature}`,
      `${id}-${signature.slice(1)}`,
      id,
      signature,
      `${id}-${mine.code}`,
      `${id.replace(/_0_/, '_1_')}-${signature}`,
      `mau_khong_co_0_0000-${signature}`,
    ]) {
      const answer = await open(routes.ticket(forged));
      expect([forged, answer.status]).toEqual([forged, 404]);
      expect(answer.text).not.toContain('Danh Thị Ẩn');
    }
    expect(await statusOf(pathOf(mine))).toBe(200);
  });

  test('once the registration is erased, or the person has registered again with another code', async () => {
    const path = pathOf(mine);
    await withdraw(world, mine);
    const again = await register(mine.phone);
    expect(again.id).toBe(mine.id);
    expect(await statusOf(path)).toBe(404);
    expect(await statusOf(pathOf(again))).toBe(200);
    await world.db.update(
      registrationsTable as never,
      { pk: again.pk, sk: again.sk },
      { set: { code: undefined } },
    );
    expect(await statusOf(pathOf(again))).toBe(404);
    expect(
      await statusOf(routes.ticket(ownLinkToken(world, { id: again.id, code: undefined as never }))),
    ).toBe(404);
    await world.db.delete(registrationsTable, { pk: again.pk, sk: again.sk });
    expect((await open(pathOf(again))).text).toContain('đăng ký này không còn');
  });

  test('to what a corrected name or number points to', async () => {
    const phone = '0987654002';
    await correctByStaff(world, mine.id, { ...particularsOf(mine), phone });
    const pointer = registrationId(event.id, 0, personKey(world, phone, mine.fullName));
    expect((await getRegistration(world, pointer)).id).toBe(mine.id);
    const token = ownLinkToken(world, { id: pointer, code: mine.code });
    await expect(readOwnLink(world, token)).rejects.toMatchObject({ code: 'own-link-missing' });
  });

  test('a month after the event, unless the event waits for a new date', async () => {
    world.clock.at = ms(event.endsAt) + 30 * DAY - 1;
    expect(await statusOf(pathOf(mine))).toBe(200);
    world.clock.at += 1;
    const over = await open(pathOf(mine));
    expect([over.status, over.text.includes('Danh Thị Ẩn')]).toEqual([410, false]);
    expect(over.text).toContain('đã qua lâu');
    const set = (status: string) =>
      world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { status } });
    await set('postponed');
    expect(await statusOf(pathOf(mine))).toBe(200);
    await set('published');
  });
});

describe('A person who has the link', () => {
  test('changes nothing by it: the form asks for the phone, and leads to the pages as they are', async () => {
    const me = visitor(world);
    const { page } = await me.get(pathOf(mine));
    const form = page.querySelector('main form[method=post]')!;
    expect(form.getAttribute('action')).toBe(routes.review());
    const fields = fieldsOf(page);
    const wrong = await me.post(routes.review(), { ...fields, phone: '0912999999' });
    expect([wrong.status, wrong.headers.get('set-cookie') ?? '']).toEqual([
      422,
      expect.not.stringMatching(/^__Host-dk=/),
    ]);
    const right = await me.send(routes.review(), { ...fields, phone: mine.phone });
    expect(right.page.querySelector(`a[href^="${routes.withdraw()}"]`)).not.toBeNull();
    expect((await visitor(world).post(pathOf(mine), { phone: mine.phone })).status).toBe(405);
    for (const path of [routes.reviewed(), routes.correct(), routes.withdraw()])
      expect((await visitor(world).get(path)).status).toBe(303);
  });

  test('is offered no change once the registration has ended', async () => {
    await withdraw(world, mine);
    expect((await open(pathOf(mine))).page.querySelector('main form[method=post]')).toBeNull();
  });
});

describe('The link is found', () => {
  const linkOf = (r: Registration) => world.settings.publicOrigin + pathOf(r);

  test('on the person’s own pages, as text and as a QR code', async () => {
    const me = visitor(world);
    const seen = await me.send(routes.review(), { code: mine.code, phone: mine.phone });
    expect(seen.page.querySelector('#duong-dan')!.getAttribute('value')).toBe(linkOf(mine));
    expect(seen.page.querySelectorAll('.qr svg').map((q) => q.getAttribute('aria-label'))).toEqual([
      `Mã QR của mã đăng ký ${showCode(mine.code)}`,
      'Mã QR của đường dẫn, để mở bằng điện thoại khác',
    ]);
    const ticket = await me.send(routes.register(event.id), { ...typed({ phone: '0912888777' }) });
    expect(ticket.page.querySelector('#duong-dan')!.getAttribute('value')).toMatch(/\/phieu\//);
  });

  test('in the mail, beside the code', async () => {
    world.sent.length = 0;
    await sweep(world, event.id);
    await deliver(world);
    const mail = world.sent.map(({ raw }) => textOf(raw)).find((text) => text.includes(showCode(mine.code)))!;
    expect(mail).toContain(linkOf(mine));
  });

  test('on the officer’s slip and in the console, to send on by Zalo', async () => {
    const { path, token } = await quotaScene(world);
    const officer = visitor(world);
    await officer.post(path, { ...danh, online: 'no' });
    const [nominee] = await namedBy(world, token);
    const slip = await officer.get(routes.nominationSlip(token, nominee!.id));
    expect(slip.page.querySelector('#duong-dan')!.getAttribute('value')).toBe(linkOf(nominee!));
    const seen = (role: 'organizer' | 'viewer') =>
      signIn(world, { role }).then((me) => me.get(routes.consoleRegistration(mine.id)));
    expect((await seen('organizer')).page.querySelector('#duong-dan')!.getAttribute('value')).toBe(
      linkOf(mine),
    );
    // Who may only look sees neither the code nor the link, which shows it.
    expect((await seen('viewer')).page.querySelector('#duong-dan')).toBeNull();
  });
});
