import { describe, expect, test } from 'vitest';
import { sweep } from '../../functions/background/clock/sweep';
import { onStream } from '../../functions/background/streams/on-change';
import { type Body, bodiesTable } from '../../functions/directory/bodies/body';
import { forgetBodies } from '../../functions/directory/bodies/list';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { type Invitation, invitationsTable } from '../../functions/events/invitations/invitation';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { deliver } from '../../functions/notices/deliver';
import { mailStateNow } from '../../functions/notices/invitation-mail-state';
import { reminderAt } from '../../functions/notices/occasions/occasion';
import { tick } from '../../functions/outbox/calls/calls';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { DAY, HOUR, iso, MINUTE } from '../../functions/platform/time/dates';
import { noSleep, told } from '../support/mail';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

describe('what is still to tell', () => {
  const world = useWorld();
  let n = 0;
  const scene = async (more: Partial<Event> = {}) => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = anEvent(`evt_u${++n}`, more);
    await keepEvent(world, event);
    return event;
  };
  const come = async (event: Event, more: Partial<Registration> = {}) => {
    const r = aRegistration(event.id, 'a', { ...onAList, ...more });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    return r;
  };
  const become = async (r: Registration, set: Partial<Registration>): Promise<Registration> => {
    world.clock.forward(MINUTE);
    const now = { ...set, updatedAt: iso(world.now()) };
    await world.db.update(registrationsTable, { pk: r.pk, sk: r.sk }, { set: now });
    const after = { ...r, ...now };
    await onStream(world, [streamRecord(world, 'registrations', after, r)]);
    return after;
  };
  const turn = async (event: Event, set: Partial<Event>): Promise<Event> => {
    world.clock.forward(MINUTE);
    const at = iso(world.now());
    const now = {
      ...set,
      ...(set.turn && { turnAt: at }),
      ...(set.schedule && { scheduleAt: at }),
      ...(set.link && { linkAt: at }),
    };
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: now });
    const after = { ...event, ...now };
    await onStream(world, [streamRecord(world, 'events', after, event)]);
    return after;
  };
  const open = async (id: string): Promise<Delivery[]> =>
    (await deliveriesOf(world, id)).filter((d) => d.open === 'to-call');
  const lines = async (id: string) => (await open(id)).map((d) => d.template);
  const tell = async (id: string) => {
    world.clock.forward(MINUTE);
    for (const line of await open(id)) await tick(world, line.id, 'told');
  };
  const mails = () => world.sent.map((m) => m.tags.template);

  test('a code that was asked for takes no other line off the list: that there is a seat is told', async () => {
    const event = await scene();
    const waiting = await come(event, { status: 'waitlisted' });
    const promoted = await become(waiting, { status: 'confirmed', how: 'promoted', turn: 2 });
    await become(promoted, { codeAsked: '2026-11-16', codeAskedAt: iso(world.now() + MINUTE) });
    expect(await lines(promoted.id)).toEqual(['promoted']);
    expect((await open(promoted.id))[0]?.words).toContain('472 915 608');
    await tell(promoted.id);
    await sweep(world, event.id);
    expect(await lines(promoted.id)).toEqual([]);
  });

  test('a code asked for after everything was told is a line of its own, once', async () => {
    const event = await scene();
    const r = await come(event);
    await tell(r.id);
    const asked = await become(r, { codeAsked: '2026-11-16', codeAskedAt: iso(world.now() + MINUTE) });
    expect(await lines(r.id)).toEqual(['code']);
    await tell(r.id);
    await become(asked, { status: 'waitlisted', turn: 2 });
    await become(asked, { status: 'confirmed', how: 'promoted', turn: 3 });
    expect(await lines(r.id)).toEqual(['promoted']);
  });

  test('a correction after news of the event revives nothing that was told', async () => {
    const event = await scene();
    const r = await come(event);
    await tell(r.id);
    await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1 });
    expect(await lines(r.id)).toEqual(['event-changed']);
    await become(r, { position: 'Trưởng ấp', version: 2 });
    expect(await lines(r.id)).toEqual(['event-changed']);
    await tell(r.id);
    await become(r, { position: 'Phó ấp', version: 3 });
    expect(await lines(r.id)).toEqual([]);
  });

  test('a correction takes no news of the event out of a line not told yet', async () => {
    const event = await scene();
    const r = await come(event);
    await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1 });
    for (const position of [undefined, 'Trưởng ấp']) {
      if (position) await become(r, { position, version: 2 });
      expect(await lines(r.id)).toEqual(['confirmed']);
      expect((await open(r.id))[0]?.words).toContain('đã thay đổi so với lúc đăng ký');
    }
  });

  test('who was named and never told hears that first, and never that a seat is still theirs', async () => {
    const event = await scene();
    const r = await come(event, { how: 'nominator', channel: 'nomination', nominationId: 'nom_u' });
    const postponed = await turn(event, { status: 'postponed', turn: 2, undated: true, reason: 'Bão' });
    expect(await lines(r.id)).toEqual(['event-postponed']);
    await turn(postponed, { status: 'published', turn: 3, schedule: 1, undated: false });
    expect(await lines(r.id)).toEqual(['nominated']);
    expect((await open(r.id))[0]?.words).not.toContain('vẫn');
    await tell(r.id);
    await sweep(world, event.id);
    expect(await lines(r.id)).toEqual([]);
  });

  test('who was named and replaced before anybody told them is not called at all', async () => {
    const event = await scene();
    const named = { how: 'nominator', channel: 'nomination', nominationId: 'nom_u' } as const;
    const left = { status: 'cancelled', how: 'nominator', replacedBy: 'reg_x', turn: 2 } as const;
    const never = await come(event, named);
    await become(never, left);
    expect(await lines(never.id)).toEqual([]);
    const knows = await come(await scene(), named);
    await tell(knows.id);
    await become(knows, left);
    expect(await lines(knows.id)).toEqual(['replaced']);
    const self = await come(await scene());
    await become(self, left);
    expect(await lines(self.id)).toEqual(['replaced']);
  });

  test('a reminder does not repeat the news of the same hours, by mail or by phone', async () => {
    const from = (event: Event) => reminderAt(event, { daysBefore: 1, hour: 8 });
    for (const email of ['u@mau.vn', undefined]) {
      const event = await scene();
      const r = await come(event, { status: 'waitlisted', ...(email && { email: `${n}${email}` }) });
      await deliver(world, noSleep());
      world.sent.length = 0;
      world.clock.at = from(event) + 8 * HOUR;
      await become(r, { status: 'confirmed', how: 'promoted', turn: 2 });
      for (let i = 0; i < 2; i++) {
        await sweep(world, event.id);
        await deliver(world, noSleep());
        expect(email ? mails() : await lines(r.id)).toEqual(email || i === 0 ? ['promoted'] : []);
        await tell(r.id);
      }
      await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1 });
      await sweep(world, event.id);
      await deliver(world, noSleep());
      expect(email ? mails().slice(1) : await lines(r.id)).toEqual(['event-changed']);
    }
  });

  test('a reminder waits behind the line that says more, and comes by itself where that was told', async () => {
    const event = await scene();
    const untold = await come(event, { how: 'promoted', turn: 2 });
    world.clock.at = reminderAt(event, { daysBefore: 1, hour: 8 });
    await sweep(world, event.id);
    expect(await lines(untold.id)).toEqual(['promoted']);
    const other = await scene();
    const knows = await come(other, { how: 'promoted', turn: 2 });
    await tell(knows.id);
    world.clock.at = reminderAt(other, { daysBefore: 1, hour: 8 });
    await sweep(world, other.id);
    expect(await lines(knows.id)).toEqual(['reminder']);
  });

  test('a mail in the queue says the change; one that went before it does not', async () => {
    const event = await scene();
    const r = await come(event, { email: `q${n}@mau.vn` });
    const moved = await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1 });
    expect((await told(world, event.id)).filter((d) => d.open).map((d) => d.template)).toEqual(['confirmed']);
    await deliver(world, noSleep());
    await sweep(world, event.id);
    await deliver(world, noSleep());
    expect(mails()).toEqual(['confirmed']);
    await turn(moved, { venue: 'Trường THCS', schedule: 2 });
    await deliver(world, noSleep());
    expect(mails()).toEqual(['confirmed', 'event-changed']);
    expect(await lines(r.id)).toEqual([]);
  });

  test('a link that comes later is told to people who join online, and not to people in the hall', async () => {
    const event = await scene({ mode: 'both' });
    const afar = await come(event, { online: true });
    const hall = aRegistration(event.id, 'b');
    await keep(world, hall);
    await onStream(world, [streamRecord(world, 'registrations', hall)]);
    for (const r of [afar, hall]) await tell(r.id);
    const linked = await turn(event, { link: 1, onlineUrl: 'https://hop.test/1' });
    await sweep(world, event.id);
    expect(await lines(hall.id)).toEqual([]);
    expect(await lines(afar.id)).toEqual(['event-link']);
    expect((await open(afar.id))[0]?.words).toMatch(
      /Đường dẫn trực tuyến để vào lớp[\s\S]*Đường dẫn vào lớp: https:\/\/hop\.test\/1/,
    );
    // One line says both.
    await turn(linked, { schedule: 1, venue: 'Nhà văn hóa xã' });
    expect(await lines(afar.id)).toEqual(['event-changed']);
    await tell(afar.id);
    await sweep(world, event.id);
    expect(await lines(afar.id)).toEqual([]);
  });

  describe('to a body without email', () => {
    const invited = async (event: Event, more: Partial<Invitation> = {}): Promise<Invitation> => {
      const body = {
        pk: 'body',
        sk: `bod_u${n}`,
        id: `bod_u${n}`,
        name: 'Hội Luật gia tỉnh',
        kind: 'lawyers-association',
        contacts: [{ name: 'Lê Thị Mẫu', phone: '0901234567' }],
        version: 1,
        createdAt: iso(MONDAY),
        updatedAt: iso(MONDAY),
      } as Body;
      await world.db.put(bodiesTable, body);
      forgetBodies(world);
      const id = `inv_u${n}_${n}`;
      const invitation = {
        pk: id,
        sk: 'invitation',
        id,
        eventId: event.id,
        bodyId: body.id,
        bodyName: body.name,
        seatsOffered: 2,
        respondBy: iso(MONDAY + 7 * DAY),
        letterText: 'Sở Tư pháp trân trọng kính mời quý hội.',
        status: 'issued',
        turn: 1,
        issuedAt: iso(MONDAY),
        known: { turn: event.turn, schedule: event.schedule },
        tokenHash: id,
        version: 1,
        createdAt: iso(MONDAY),
        updatedAt: iso(MONDAY),
        ...more,
      } as Invitation;
      await world.db.put(invitationsTable, invitation);
      await onStream(world, [streamRecord(world, 'invitations', invitation)]);
      return invitation;
    };
    const again = async (i: Invitation, set: Partial<Invitation>) => {
      world.clock.forward(MINUTE);
      await world.db.update(invitationsTable, { pk: i.pk, sk: i.sk }, { set });
      await onStream(world, [streamRecord(world, 'invitations', { ...i, ...set }, i)]);
    };

    test('the letter stays on the list through whatever comes after it, with its seats and deadline', async () => {
      const event = await scene();
      const i = await invited(event);
      await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1 });
      await again(i, { signedAt: iso(MONDAY + HOUR), signedLetter: 'letters/u.pdf' });
      world.clock.at = MONDAY + 6 * DAY;
      await sweep(world, event.id);
      expect(await lines(i.id)).toEqual(['invitation']);
      const words = (await open(i.id))[0]?.words;
      expect(words).toContain('Số đại biểu: 02 người.');
      expect(words).toContain('Địa điểm: Nhà văn hóa xã');
      await tell(i.id);
      await sweep(world, event.id);
      expect(await lines(i.id)).toEqual([]);
    });

    test('what comes after the letter was told is told', async () => {
      const event = await scene();
      const i = await invited(event);
      await tell(i.id);
      await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1 });
      expect(await lines(i.id)).toEqual(['event-changed']);
      world.clock.at = MONDAY + 6 * DAY;
      await sweep(world, event.id);
      expect((await lines(i.id)).sort()).toEqual(['event-changed', 'invitation-reminder']);
    });

    test('a letter that was taken off the list does not wait for its turn', async () => {
      const event = await scene();
      const i = await invited(event);
      await turn(event, { status: 'postponed', turn: 2, undated: true, reason: 'Bão' });
      expect(await lines(i.id)).toEqual(['event-postponed']);
      expect(await mailStateNow(world, i)).toBe('dropped');
    });
  });
});
