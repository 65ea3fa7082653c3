import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { getEvent } from '../../../functions/events/event/get';
import { HOUR, ms } from '../../../functions/platform/time/dates';
import { QUERY, SHELF, withQuery } from '../../../web/query';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent, furnish } from '../../support/events';
import { comes, entered } from '../../support/people';
import { streamRecord } from '../../support/stored';
import { inTurn } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { giveQuota } from '../nominations/scene';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('organizer');
});
const { as, get } = inTurn(world);
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the first tab of an event', () => {
  test('says how far it is, and each figure leads to its people', async () => {
    const event = await addEvent(world, 5, { capacity: 2, approval: false });
    for (let n = 0; n < 3; n++) await comes(world, event.id);
    const { html } = await get(routes.consoleEvent(event.id));
    expect(text(html)).toContain('Còn 5 ngày.');
    expect(text(html)).toContain('2 trên 2 chỗ, còn 0, có người chờ');
    expect(html).toContain(
      withQuery(routes.consoleRegistrations(event.id), { [QUERY.status]: 'waitlisted' }),
    );
    expect(text(html)).toMatch(/Mốc sắp tới .*Ngừng tự xếp chỗ cho người chờ/);
    expect(html).not.toContain('Người phụ trách');
    const fields = await get(routes.consoleEventDetails(event.id));
    expect(fields.html).toContain('Người phụ trách');
  });

  test('leads registrations that wait for approval to the list of them', async () => {
    const event = await addEvent(world, 5, { approval: true });
    await comes(world, event.id);
    const { html } = await get(routes.consoleEvent(event.id));
    const list = withQuery(routes.consoleRegistrations(event.id), { [QUERY.status]: 'pending' });
    expect(html).toContain(`<a href="${list}">1 người</a>`);
    expect(html).toContain('<b>Duyệt 1 đăng ký</b>');
  });

  test('shows many quotas as one bar, and each when it is opened', async () => {
    const event = await addEvent(world, 9, { admission: 'nomination', capacity: undefined });
    const shown = async () => text((await get(routes.consoleEvent(event.id))).html);
    for (const unitId of ['unt_goquao', 'unt_rachgia', 'unt_dinhan', 'unt_donghoa'])
      await giveQuota(world, event.id, { unitId, quota: 2 });
    expect(await shown()).not.toContain('Từng chỉ tiêu');
    const body = await addBody(world, 'Hội Phụ nữ');
    await giveQuota(world, event.id, { unitId: undefined, bodyId: body.id, quota: 2 });
    expect(await shown()).toContain('5 chỉ tiêu 0 trên 10 chỗ, còn 10');
    expect(await shown()).toContain('Từng chỉ tiêu');
    expect(await shown()).toContain('0 trên 5 nơi đã cử đủ (0 trên 10 người)');
  });

  test('says after the event that it is over, and who came', async () => {
    const event = await addEvent(world, 1);
    const r = await entered(world, event.id);
    await entered(world, event.id);
    await checkIn(world, event.id, { registrationId: r.id, day: 1 });
    world.clock.at = ms(event.endsAt) + HOUR;
    as('viewer');
    const { html } = await get(routes.consoleEvent(event.id));
    expect(text(html)).toContain('Đã kết thúc.');
    expect(text(html)).toContain('Có mặt 1 trên 2 người có tên');
    expect(text(html)).not.toContain('Mốc sắp tới');
  });

  test('has the tag “Đã kết thúc” from its end on, there and in the list of past events', async () => {
    const event = await addEvent(world, 1, { title: 'Lớp vừa xong' });
    const tagsOn = async (path: string) => {
      const { page } = await get(path);
      const of = page
        .querySelectorAll('tr, header, hgroup, main')
        .find((part) => part.text.includes('Lớp vừa xong'));
      return of?.querySelectorAll('.tag').map((tag) => tag.text);
    };
    expect(await tagsOn(routes.consoleEvent(event.id))).toContain('Đã công bố');
    world.clock.at = ms(event.endsAt) + 1;
    as('viewer');
    const past = withQuery(routes.consoleEvents(), { [QUERY.shelf]: SHELF.past });
    for (const path of [routes.consoleEvent(event.id), past]) {
      const tags = await tagsOn(path);
      expect(tags).toContain('Đã kết thúc');
      expect(tags).not.toContain('Đã công bố');
    }
  });

  test('names who changed the event last', async () => {
    const event = await addEvent(world, 5);
    const before = await getEvent(world, event.id);
    const hand = await addAccount(world, { email: 'sua@stp.example', name: 'Lê Thị Sửa', role: 'organizer' });
    const after = { ...before, venue: 'Nhà văn hóa', version: 9, by: hand.id };
    await onAuditStream(world, [streamRecord(world, 'events', after, before)]);
    const { html } = await get(routes.consoleEvent(event.id));
    expect(text(html)).toContain('Thay đổi gần nhất: Lê Thị Sửa sửa nơi tổ chức, thứ Hai,');
  });
});

test('the first page of the console has a line for each of the next events', async () => {
  const event = await addEvent(world, 6, { title: 'Lớp trong tuần tới', capacity: 3 });
  await comes(world, event.id);
  const { html } = await get(routes.console());
  const table = html.slice(html.indexOf('Trong 30 ngày tới'));
  expect(table).toContain(routes.consoleEvent(event.id));
  expect(text(table)).toContain('1 trên 3');
  const far = await addEvent(world, 31, { title: 'Lớp còn xa' });
  expect((await get(routes.console())).html.split('Trong 30 ngày tới')[1]).not.toContain(
    `<th scope="row"><a href="${routes.consoleEvent(far.id)}">`,
  );
});
