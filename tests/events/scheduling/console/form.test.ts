import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../../functions/events/event/get';
import { listEvents } from '../../../../functions/events/event/list';
import { readRoom } from '../../../../functions/events/event/room';
import { cancelEvent } from '../../../../functions/events/scheduling/cancel';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import { routes } from '../../../../web/routes';
import { draftEvent, furnish, publishedEvent } from '../../../support/events';
import { fieldsOf } from '../../../support/seen';
import { inTurn } from '../../../support/visitor';
import { MONDAY, useWorld } from '../../../support/world';
import { typed } from './typed';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('organizer');
});

const { as, get, post } = inTurn(world);
const editForm = async (id: string) => fieldsOf((await get(routes.consoleEditEvent(id))).page);

describe('creating', () => {
  test('a filled form becomes a draft, dates typed the Vietnamese way', async () => {
    const { status, to } = await post(routes.consoleNewEvent(), typed);
    expect(status).toBe(303);
    const event = await getEvent(world, /evt_\w+/.exec(to)![0]);
    expect(event).toMatchObject({
      status: 'draft',
      startsAt: '2026-12-15T00:30:00.000Z',
      endsAt: '2026-12-15T04:30:00.000Z',
      coordinating: [{ id: 'bod_hlg' }, { id: 'bod_mttq' }],
      sessions: [{ startsAt: '2026-12-15T01:00:00.000Z', topic: 'Hòa giải đất đai' }],
    });
    expect(seatsIn(await readRoom(world, event.id), 'open').size).toBe(120);
    expect((await get(to)).html).toContain('Đã lưu bản nháp');
  });

  test('a form without a tick asks nothing more: browsers send its hidden field alone', async () => {
    await get(routes.consoleNewEvent());
    const { status, to } = await post(routes.consoleNewEvent(), { ...typed, questions: '' });
    expect(status).toBe(303);
    expect((await getEvent(world, /evt_\w+/.exec(to)![0])).questions).toEqual([]);
  });

  test('a form sent twice makes one event', async () => {
    const form = {
      ...typed,
      ...fieldsOf((await get(routes.consoleNewEvent())).page),
      ...typed,
      title: 'Một lần',
    };
    const [first, second] = [
      await post(routes.consoleNewEvent(), form),
      await post(routes.consoleNewEvent(), form),
    ];
    expect(first.to).toBe(second.to);
    expect((await listEvents(world, { shelf: 'draft', search: 'mot lan', limit: 9 })).items).toHaveLength(1);
  });

  test('a wrong form comes back with its errors by the field and with what was typed', async () => {
    const { status, html } = await post(routes.consoleNewEvent(), {
      ...typed,
      title: '',
      'startsAt.date': '31/02/2027',
      contactPhone: '12ab',
      capacity: 'nhiều',
      'sessions.1.end': '7:59',
    });
    expect(status).toBe(422);
    expect(html).toMatch(/<title>Lỗi: Tạo lớp, hội nghị/);
    expect(html).toContain('<h1>Tạo lớp, hội nghị</h1>');
    for (const id of ['title', 'startsAt', 'contactPhone', 'capacity'])
      expect(html).toMatch(new RegExp(`<a href="#o-${id}">`));
    expect(html).toContain('>Tên: Vui lòng điền mục này</a>');
    expect(html).toContain('value="Hòa giải đất đai"');
    expect(html).toContain('value="31/02/2027"');
    expect(html).toContain('value="nhiều"');
    expect(html).toMatch(/<title>Lỗi: /);
  });

  test('an error of the programme stands at the row that was typed, blank rows or not', async () => {
    const { html } = await post(routes.consoleNewEvent(), { ...typed, 'sessions.1.end': '7:59' });
    expect(html).toMatch(/href="#o-sessions-1-end">Buổi 2, đến giờ: /);
    expect(html).toContain('id="o-sessions-1-end"');
  });

  test('“Thêm buổi” gives more rows, saves nothing and complains of nothing', async () => {
    const { status, html, page } = await post(routes.consoleNewEvent(), {
      kind: 'forum',
      title: 'Dở dang',
      them: 'buoi',
    });
    expect(status).toBe(200);
    expect(html).toContain('value="Dở dang"');
    expect(html).not.toContain('class="error-summary"');
    const again = await post(routes.consoleNewEvent(), { ...fieldsOf(page), them: 'buoi' });
    expect(again.html.match(/<legend>Buổi/g)!.length).toBe(html.match(/<legend>Buổi/g)!.length + 2);
    expect((await listEvents(world, { shelf: 'draft', search: 'do dang', limit: 9 })).items).toHaveLength(0);
  });
});

describe('editing', () => {
  test('the unchanged form changes nothing but the version', async () => {
    const event = await draftEvent(world, { summary: 'Dòng một\nDòng "hai" & <ba>', titleEn: 'Training' });
    const { status, to } = await post(routes.consoleEditEvent(event.id), await editForm(event.id));
    expect([status, to]).toEqual([303, `${routes.consoleEvent(event.id)}?xong=luu`]);
    const after = await getEvent(world, event.id);
    const plain = ({
      version: _v,
      updatedAt: _u,
      seats: _s,
      by: _b,
      ...rest
    }: object & Record<string, unknown>) => rest;
    expect(plain({ ...after })).toEqual(plain({ ...event }));
    expect(after.version).toBe(2);
  });

  test('the second editor keeps what they typed, takes over what only the first changed, and sees both', async () => {
    const event = await draftEvent(world, { lunch: 'Có cơm trưa', bring: 'Giấy mời' });
    const [first, second] = [await editForm(event.id), await editForm(event.id)];
    await post(routes.consoleEditEvent(event.id), {
      ...first,
      title: 'Tên của người thứ nhất',
      venue: 'Nơi của người thứ nhất',
      capacity: '44',
    });
    const refused = await post(routes.consoleEditEvent(event.id), {
      ...second,
      title: 'Tên của người thứ hai',
      bring: 'Mang sổ tay',
    });
    expect(refused.status).toBe(412);
    expect(refused.html).toContain('người khác đã lưu một bản mới');
    expect(refused.html).toContain('<b>Tên:</b> Tên của người thứ nhất');
    expect(refused.html).toMatch(/Đã lấy theo bản mới[^<]*Địa điểm[^<]*Số chỗ tại hội trường/);
    const merged = fieldsOf(refused.page);
    expect(merged).toMatchObject({
      title: 'Tên của người thứ hai',
      bring: 'Mang sổ tay',
      venue: 'Nơi của người thứ nhất',
      capacity: '44',
      lunch: 'Có cơm trưa',
      version: '2',
    });
    expect((await getEvent(world, event.id)).title).toBe('Tên của người thứ nhất');
    expect((await post(routes.consoleEditEvent(event.id), merged)).status).toBe(303);
    expect(await getEvent(world, event.id)).toMatchObject({
      title: 'Tên của người thứ hai',
      venue: 'Nơi của người thứ nhất',
      version: 3,
    });
    expect(seatsIn(await readRoom(world, event.id), 'open').size).toBe(44);
  });

  test('a cancelled event has no form any more', async () => {
    const event = await publishedEvent(world);
    await cancelEvent(world, event.id, { reason: 'x' });
    expect((await get(routes.consoleEditEvent(event.id))).status).toBe(409);
  });
});
