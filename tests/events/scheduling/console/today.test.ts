import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { markMailTrouble } from '../../../../functions/directory/bodies/mail-trouble';
import { approve } from '../../../../functions/events/registrations/change/approve';
import { postponeEvent } from '../../../../functions/events/scheduling/postpone';
import { noticesTable } from '../../../../functions/outbox/deliveries/notices-table';
import { DAY, HOUR, iso, ms } from '../../../../functions/platform/time/dates';
import { routes } from '../../../../web/routes';
import { addBody } from '../../../support/bodies';
import { draftEvent, furnish, publishedEvent, STARTS } from '../../../support/events';
import { comes } from '../../../support/people';
import { inTurn, signIn } from '../../../support/visitor';
import { MONDAY, useWorld } from '../../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('organizer');
});

const { as, get } = inTurn(world);

describe('today', () => {
  test('names what is to do, soonest first, each with the link that does it', async () => {
    const draft = await draftEvent(world, { title: 'Lớp nháp gần ngày' });
    const event = await publishedEvent(world, { title: 'Lớp bị hoãn' });
    await postponeEvent(world, event.id, { reason: 'x' });
    await addBody(world, 'Tòa án tỉnh', { kind: 'court', email: 'sai@toa.vn' });
    await markMailTrouble(world, 'sai@toa.vn', 'bounced');
    const { status, html } = await get(routes.console());
    expect(status).toBe(200);
    const table = /<table class="stacked">.*?<\/table>/s.exec(html)![0];
    expect(table).toContain(routes.consolePublish(draft.id));
    expect(table).toContain(routes.consolePublish(event.id));
    expect(table).toMatch(/<b>Thư bị trả lại:<\/b> Tòa án tỉnh/);
    expect(table.indexOf('hôm nay')).toBeLessThan(table.indexOf('26/11'));
  });

  test('asks in the last week for the link of an online class that has none', async () => {
    const link = (id: string) => `${routes.consoleEditEvent(id)}#o-onlineUrl`;
    const online = await publishedEvent(world, {
      mode: 'both',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    const linked = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://hop.example/1',
      capacity: undefined,
      pools: [
        { kind: 'online', seats: 5 },
        { kind: 'open', seats: 5 },
      ],
    });
    world.clock.at = ms(STARTS) - 7 * DAY - 1;
    expect((await get(routes.console())).html).not.toContain(link(online.id));
    world.clock.at = ms(STARTS) - 7 * DAY;
    const { html } = await get(routes.console());
    expect(html).toContain(link(online.id));
    expect(html).not.toContain(link(linked.id));
  });

  test('counts the people to call, and names their event however far ahead', async () => {
    const far = await publishedEvent(world, {
      title: 'Lớp tháng Ba',
      startsAt: iso(MONDAY + 100 * DAY),
      endsAt: iso(MONDAY + 100 * DAY + HOUR),
      sessions: [],
      registrationOpensAt: undefined,
      registrationClosesAt: undefined,
    });
    const line = (n: number, eventId: string, owner = eventId) =>
      world.db.put(noticesTable, {
        pk: `reg_call${n}`,
        sk: 'confirmed#1',
        id: `dlv_call${n}`,
        channel: 'call',
        state: 'to-call',
        open: 'to-call',
        template: 'confirmed',
        dueAt: iso(MONDAY),
        attempts: 0,
        eventId,
        owner,
        createdAt: iso(MONDAY),
        updatedAt: iso(MONDAY),
      });
    await line(1, far.id);
    await line(2, far.id);
    await line(3, far.id, `nom_${far.id.slice(4)}_unt_goquao`);
    await line(4, 'evt_gone');
    const { html, status } = await get(routes.console());
    expect(status).toBe(200);
    expect(html).toMatch(/<b>Gọi 2 người<\/b> không có email: xác nhận đăng ký<\/td><td>Lớp tháng Ba, /);
    expect(html).toContain('<span class="badge">3</span>');

    // The officer who nominated them has that line; the organizer is told once it has waited two days.
    as('officer', 'unt_goquao');
    const theirs = (await get(routes.console())).html;
    expect(theirs).toMatch(/<b>Gọi 1 người<\/b> không có email: xác nhận đăng ký<\/td><td>Lớp tháng Ba, /);
    expect(theirs).toContain('<span class="badge">1</span>');
    as('officer', 'unt_anminh');
    expect((await get(routes.console())).html).toContain('Không có việc nào cần làm ngay');
    as('organizer');
    expect(html).not.toContain('Nhắc đơn vị gọi');
    world.clock.at = MONDAY + 2 * DAY;
    expect((await get(routes.console())).html).toContain('<b>Nhắc đơn vị gọi 1 người</b>');
  });

  test('leads to those who wait for a yes, and to nobody else', async () => {
    const event = await publishedEvent(world, { approval: true, title: 'Lớp cần duyệt' });
    await comes(world, event.id, { fullName: 'Danh Đợi' });
    await approve(world, (await comes(world, event.id, { fullName: 'Danh Được' })).id);
    const { page } = await get(routes.console());
    const link = page
      .querySelectorAll('a')
      .find((a) => a.text.startsWith('Duyệt'))!
      .getAttribute('href')!;
    const list = (await get(link)).html;
    expect(list).toContain('Danh Đợi');
    expect(list).not.toContain('Danh Được');
  });

  test('shows the month, marks today, and turns its pages', async () => {
    const event = await publishedEvent(world, {
      title: 'Lớp hai ngày',
      endsAt: iso(ms(STARTS) + DAY),
    });
    const { html } = await get(routes.console());
    expect(html).toMatch(/<td class="today" aria-current="date"><time datetime="2026-11-16">/);
    expect(html.split(`href="${routes.consoleEvent(event.id)}"`).length - 1).toBeGreaterThanOrEqual(3);
    expect(html).toContain('?thang=2026-12#lich');
    expect((await get(`${routes.console()}?thang=2027-01`)).html).toContain('Tháng 1/2027');
    expect((await get(`${routes.console()}?thang=xyz`)).html).toContain('Tháng 11');
  });

  test('opens on the month of the next event once this month has none left', async () => {
    world.clock.at = ms('2031-03-30T02:00:00.000Z');
    const event = await publishedEvent(world, {
      title: 'Lớp tháng sau',
      startsAt: '2031-04-08T01:00:00.000Z',
      endsAt: '2031-04-08T04:00:00.000Z',
      sessions: [],
      registrationOpensAt: undefined,
      registrationClosesAt: undefined,
    });
    // Sessions and tokens of before have ended by then.
    const { get } = await signIn(world, { role: 'organizer' });
    const { html } = await get(routes.console());
    expect(html).toContain('<h2 id="lich">Tháng 4</h2>');
    expect(html).toContain(`Sắp tới: <a href="${routes.consoleEvent(event.id)}">Lớp tháng sau</a>, 08/04`);
    const asked = await get(`${routes.console()}?thang=2031-03`);
    expect(asked.html).toContain('<h2 id="lich">Tháng 3</h2>');
    expect(asked.html).toContain('Chưa có lớp, hội nghị nào');
  });

  test('a viewer sees the calendar and no list of duties', async () => {
    as('viewer');
    const { html } = await get(routes.console());
    expect(html).toContain('class="month"');
    expect(html).not.toContain('Cần làm');
  });
});
