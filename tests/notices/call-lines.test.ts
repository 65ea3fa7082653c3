import { describe, expect, test } from 'vitest';
import { sweep } from '../../functions/background/clock/sweep';
import { onStream } from '../../functions/background/streams/on-change';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { ownLinkToken } from '../../functions/events/registrations/own-link';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { countCalls, listCalls, tick } from '../../functions/outbox/calls/calls';
import { deliveriesOf, findDelivery } from '../../functions/outbox/deliveries/find';
import { HOUR, iso, MINUTE } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { told } from '../support/mail';
import {
  anEvent,
  aRegistration,
  keep,
  keepEvent,
  keepNomination,
  onAList,
  streamRecord,
} from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

describe('lines of the call list', () => {
  const world = useWorld();
  let n = 0;
  const scene = async (more: Partial<Event> = {}) => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = anEvent(`evt_l${++n}`, more);
    await keepEvent(world, event);
    return event;
  };
  const change = async (r: Registration, set: Partial<Registration>): Promise<Registration> => {
    await world.db.update(registrationsTable, { pk: r.pk, sk: r.sk }, { set });
    return { ...r, ...set };
  };
  const turn = async (event: Event, set: Partial<Event>): Promise<Event> => {
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set });
    return { ...event, ...set };
  };
  const states = async (eventId: string) =>
    (await told(world, eventId)).map((d) => `${d.sk} ${d.state}`).sort();

  test('where there is no email, a line of the call list says it in words to read', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', { how: 'promoted', turn: 2, gender: 'female' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ state: 'to-call', name: 'Danh Thị Mẫu', phone: '0987654321' });
    expect(items[0]?.words).toBe(
      [
        'Sở Tư pháp tỉnh Kiên Giang trân trọng thông báo tới bà Danh Thị Mẫu:',
        'Bà đang trong danh sách chờ và nay đã có chỗ. Nếu không tham dự được nữa, vui lòng báo sớm để nhường chỗ cho người sau.',
        'Nội dung: Tập huấn hòa giải viên',
        'Thời gian: từ 09 giờ 00 đến 13 giờ 00, thứ Năm, ngày 26 tháng 11 năm 2026',
        'Địa điểm: Hội trường UBND huyện Gò Quao',
        'Mã đăng ký: 472 915 608',
        'Phiếu đăng ký (đường dẫn riêng, vui lòng giữ lại; có thể gửi qua Zalo cho người cần xem):',
        world.links.ticket(ownLinkToken(world, r)),
        'Xem lại, sửa đăng ký hoặc báo không tham dự (cần mã đăng ký và số điện thoại):',
        'https://nhipcau.test/xem-lai',
        'Cần hỏi thêm, vui lòng gọi Trần Thị Mẫu: 0912 345 678.',
      ].join('\n'),
    );
  });

  test('a person who was nominated is on the call list of the officer who named them', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', {
      how: 'nominator',
      channel: 'nomination',
      nominationId: 'nom_1',
      // The district nominated a person of one of its communes: the words name the district.
      unitName: 'Xã mẫu 7, huyện Gò Quao',
    });
    await keepNomination(world, { id: 'nom_1', eventId: event.id, name: 'Huyện Gò Quao' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    expect(await countCalls(world, { owner: event.id })).toBe(0);
    const { items } = await listCalls(world, { owner: 'nom_1', limit: 10 });
    expect(items.map((d) => d.template)).toEqual(['nominated']);
    expect(items[0]?.words).toContain('được huyện Gò Quao cử tham dự');
  });

  test('people named by a revoked link move to the organizer’s call list, and back once it is issued again', async () => {
    const event = await scene();
    const nomination = {
      id: `nom_r${n}`,
      eventId: event.id,
      name: 'Huyện Gò Quao',
      status: 'issued',
    } as const;
    await keepNomination(world, nomination);
    const r = aRegistration(event.id, 'a', {
      how: 'nominator',
      channel: 'nomination',
      nominationId: nomination.id,
    });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const become = async (status: 'issued' | 'revoked', was: 'issued' | 'revoked') => {
      await keepNomination(world, { ...nomination, status });
      const image = (of: string) => ({ pk: nomination.id, sk: 'nomination', ...nomination, status: of });
      await onStream(world, [streamRecord(world, 'nominations', image(status), image(was))]);
    };
    const owners = async () => (await told(world, event.id)).filter((d) => d.pk === r.id).map((d) => d.owner);
    expect(await owners()).toEqual([nomination.id]);
    await become('revoked', 'issued');
    expect(await owners()).toEqual([event.id]);
    const at = iso(world.now() + HOUR);
    const cancelled = await turn(event, { status: 'cancelled', turn: 2, turnAt: at, reason: 'Bão' });
    await onStream(world, [streamRecord(world, 'events', cancelled, event)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items.map((d) => d.template)).toEqual(['event-cancelled']);
    await become('issued', 'revoked');
    expect(await listCalls(world, { owner: nomination.id, limit: 10 })).toMatchObject({
      items: [{ template: 'event-cancelled' }],
    });
  });

  test.each([
    ['read it on the screen', {}, []],
    ['registered by a program that showed it', { channel: 'api' }, []],
    ['changed to the hall by themselves', { ...onAList, how: 'direct', turn: 2 }, []],
    ['heard it on the phone', { channel: 'phone', how: 'organizer' }, []],
    ['heard on the phone that they wait', { channel: 'phone', how: 'organizer', status: 'waitlisted' }, []],
    ['was written down from paper', { channel: 'phone', how: 'organizer', basis: 'paper' }, ['confirmed#1']],
    ['stands on a list', onAList, ['confirmed#1']],
    ['waits, by a list', { ...onAList, status: 'waitlisted' }, ['waitlisted#1']],
    ['was taken off and restored', { how: 'restored', turn: 3 }, ['confirmed#3']],
    ['was restored, and waits', { how: 'restored', turn: 3, status: 'waitlisted' }, ['waitlisted#3']],
    ['was promoted', { how: 'promoted', turn: 2 }, ['promoted#2']],
    ['cancelled by themselves', { status: 'cancelled', how: 'self', turn: 2 }, []],
  ] as [string, Partial<Registration>, string[]][])(
    'a person without an email who %s is a line only if they do not know',
    async (_, more, lines) => {
      const event = await scene();
      const r = aRegistration(event.id, 'a', more);
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
      await sweep(world, event.id);
      const { items } = await listCalls(world, { eventId: event.id, limit: 10 });
      expect(items.map((d) => d.sk)).toEqual(lines);
    },
  );

  test('who saw their seat on the screen is called about what changes later', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a');
    await keep(world, r);
    world.clock.forward(HOUR);
    const at = iso(world.now());
    await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1, scheduleAt: at, updatedAt: at });
    await sweep(world, event.id);
    expect(await states(event.id)).toEqual(['event-changed#1 to-call']);
  });

  test('a receipt that was seen on the screen is mailed, but makes no call', async () => {
    const event = await scene();
    const silent = aRegistration(event.id, 'a', { status: 'waitlisted' });
    const mailed = aRegistration(event.id, 'b', { status: 'pending', email: 'b@mau.vn' });
    for (const r of [silent, mailed]) {
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
    }
    expect(await states(event.id)).toEqual(['pending#1 due']);
  });

  test('a line that is not told yet is dropped when it is no longer true', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', onAList);
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const gone = await change(r, { status: 'cancelled', how: 'self', turn: 2 });
    await onStream(world, [streamRecord(world, 'registrations', gone, r)]);
    expect(await states(event.id)).toEqual(['confirmed#1 dropped']);
    expect(await countCalls(world, { owner: event.id })).toBe(0);
  });

  test('one call says both: a line not told yet says the change of the event as well', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', onAList);
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    world.clock.forward(HOUR);
    const at = iso(world.now());
    const moved = await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1, scheduleAt: at, updatedAt: at });
    await onStream(world, [streamRecord(world, 'events', moved, event)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items.map((d) => d.sk)).toEqual(['confirmed#1']);
    expect(items[0]?.words).toContain('Địa điểm: Nhà văn hóa xã');
    expect(items[0]?.words).toContain('địa điểm hoặc hình thức đã thay đổi so với lúc đăng ký');
    expect(items[0]?.words).toContain('đã có chỗ');
    // Told, and swept again: what it said is not due a second time.
    await tick(world, items[0]!.id, 'told');
    await sweep(world, event.id);
    expect(await countCalls(world, { owner: event.id })).toBe(0);
  });

  test('a correction of the phone changes the line that is still open', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', onAList);
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const corrected = await change(r, { phone: '0909000111', version: 2 });
    await onStream(world, [streamRecord(world, 'registrations', corrected, r)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items.map((d) => d.phone)).toEqual(['0909000111']);
  });

  describe('a line that is dropped while its caller is on the phone', () => {
    const asOfficer = () => as(world, 'acc_caller');
    const lineOf = async (event: Event) =>
      (await listCalls(world, { owner: event.id, limit: 10 })).items.map((d) => d.sk);
    const become = async (r: Registration, set: Partial<Registration>) => {
      world.clock.forward(MINUTE);
      const after = await change(r, set);
      await onStream(world, [streamRecord(world, 'registrations', after, r)]);
    };
    const read = async (more: Partial<Registration> = {}) => {
      const event = await scene();
      const r = aRegistration(event.id, 'a', { ...onAList, ...more });
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
      const line = (await deliveriesOf(world, r.id))[0]!;
      return { event, r, line };
    };
    const cancelled = { status: 'cancelled', how: 'organizer', turn: 2 } as const;

    test('counts as told, with who told it and when; what is due instead stays on the list', async () => {
      const { event, r, line } = await read();
      await become(r, cancelled);
      expect(await lineOf(event)).toEqual(['cancelled#2']);
      world.clock.forward(MINUTE);
      expect(await tick(asOfficer(), line.id, 'told')).toMatchObject({
        sk: 'confirmed#1',
        state: 'told',
        toldBy: 'acc_caller',
        toldAt: iso(world.now()),
        droppedAt: iso(world.now() - MINUTE),
      });
      await sweep(world, event.id);
      expect(await states(event.id)).toEqual(['cancelled#2 to-call', 'confirmed#1 told']);
      expect(await lineOf(event)).toEqual(['cancelled#2']);
    });

    test('need not be reached any more: there is nothing to tell', async () => {
      const { event, r, line } = await read();
      await become(r, cancelled);
      await expect(tick(world, line.id, 'not-reached')).rejects.toMatchObject({ code: 'call-over' });
      expect(await states(event.id)).toEqual(['cancelled#2 to-call', 'confirmed#1 dropped']);
    });

    test('makes due what takes it back: who was just told that they were named hears that they were replaced', async () => {
      const { event, r, line } = await read({ how: 'nominator', channel: 'nomination' });
      await become(r, { ...cancelled, how: 'nominator', replacedBy: 'reg_x' });
      expect(await lineOf(event)).toEqual([]);
      await tick(world, line.id, 'told');
      await sweep(world, event.id);
      expect(await lineOf(event)).toEqual(['replaced#2']);
    });

    test('says nothing of a change that came after it was written', async () => {
      const { event, r, line } = await read();
      const postponed = await turn(event, { status: 'postponed', turn: 2, turnAt: iso(world.now()) });
      await onStream(world, [streamRecord(world, 'events', postponed, event)]);
      world.clock.forward(HOUR);
      // The event is on again under new conditions, and the readers have not come to that yet.
      await turn(postponed, { status: 'published', turn: 3, turnAt: iso(world.now()) });
      world.clock.forward(MINUTE);
      await tick(world, line.id, 'told');
      await sweep(world, event.id);
      expect((await told(world, r.eventId)).filter((d) => d.open).map((d) => d.sk)).toEqual([
        'event-resumed#3',
      ]);
    });

    test('goes back on the list when the tick was wrong, and leaves it as any line that is no longer due', async () => {
      const { event, r, line } = await read();
      await become(r, cancelled);
      await tick(world, line.id, 'told');
      expect(await tick(world, line.id, 'not-reached')).toMatchObject({
        state: 'not-reached',
        open: 'to-call',
      });
      expect((await findDelivery(world, line.id))?.droppedAt).toBeUndefined();
      world.clock.forward(MINUTE);
      await sweep(world, event.id);
      expect(await states(event.id)).toEqual(['cancelled#2 to-call', 'confirmed#1 dropped']);
    });

    test('is not confused with the line that was written in its place', async () => {
      const { event, r, line } = await read();
      const postponed = await turn(event, { status: 'postponed', turn: 2, turnAt: iso(world.now()) });
      await onStream(world, [streamRecord(world, 'events', postponed, event)]);
      world.clock.forward(MINUTE);
      // As it was: the confirmation is due again, under the same key.
      await turn(postponed, { status: 'published', turn: 1, turnAt: event.turnAt! });
      await sweep(world, event.id);
      expect(await states(r.eventId)).toContain('confirmed#1 to-call');
      await expect(tick(world, line.id, 'told')).rejects.toMatchObject({ code: 'call-missing' });
      expect(await states(r.eventId)).toContain('confirmed#1 to-call');
    });
  });
});
