import { beforeEach, describe, expect, test } from 'vitest';
import { onStream } from '../../functions/background/streams/on-change';
import { eventsTable } from '../../functions/events/event/event';
import { registrationsTable } from '../../functions/events/registrations/registration';
import { deliver } from '../../functions/notices/deliver';
import { onFeedback } from '../../functions/notices/feedback';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { deliveriesOf, findDelivery } from '../../functions/outbox/deliveries/find';
import { hold, release } from '../../functions/outbox/deliveries/hold';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { listUnknown, resend } from '../../functions/outbox/deliveries/resend';
import { sendingStatus } from '../../functions/outbox/deliveries/sending-status';
import { BACKOFF } from '../../functions/outbox/sending/attempt';
import { CLAIM_LIVES } from '../../functions/outbox/sending/sender';
import { DAY, HOUR, iso, MINUTE } from '../../functions/platform/time/dates';
import { MONDAY, useWorld } from '../support/world';
import {
  anEvent,
  aRegistration,
  bounceEvent,
  complaintEvent,
  delayEvent,
  deliveryEvent,
  keep,
  keepEvent,
  noSleep,
  sendEvent,
  snsEvent,
  streamRecord,
  subjectOf,
  textOf,
  told,
} from './scene';

describe('sending what is due', () => {
  const world = useWorld();
  let n = 0;
  let event = anEvent('evt_d0');
  beforeEach(async () => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    world.mailSays.next = undefined;
    // What an earlier test left due is none of this one's.
    for (const open of ['due', 'sending', 'unknown'])
      for (const d of await world.db.all(noticesTable, {
        index: 'open',
        where: '#o = :o',
        names: { '#o': 'open' },
        values: { ':o': open },
      }))
        await world.db.delete(noticesTable, { pk: d.pk, sk: d.sk });
    event = anEvent(`evt_d${++n}`);
    await keepEvent(world, event);
  });

  const someone = async (key: string, more = {}) => {
    const r = aRegistration(event.id, key, { email: `${key}@mau${n}.vn`, ...more });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    return r;
  };
  const only = async (id: string): Promise<Delivery> => (await deliveriesOf(world, id))[0]!;

  test('a confirmation goes out once, with its subject, code, reply address and way to stop', async () => {
    const r = await someone('a');
    await deliver(world, noSleep());
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    const { raw, to, tags } = world.sent[0]!;
    expect(to).toBe(r.email);
    expect(subjectOf(raw)).toBe('Đã xác nhận đăng ký: Tập huấn hòa giải viên');
    expect(raw).toMatch(/^Reply-To: ha@nhipcau\.test\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/nhipcau\.test\/thoi-nhan-thu\//m);
    expect(raw).toContain('text/calendar');
    const d = await only(r.id);
    expect(tags).toEqual({ delivery: d.id, template: 'confirmed' });
    expect(d).toMatchObject({ state: 'sent', messageId: 'ses-1', attempts: 1 });
    expect(d.open).toBeUndefined();
  });

  test('the calendar sends who joins online to the room and not to the hall, and nobody else to the room', async () => {
    event = anEvent(event.id, { mode: 'both', onlineUrl: 'https://hop.test/1', bring: 'Sổ tay' });
    await keepEvent(world, event);
    await someone('xa', { online: true });
    await someone('gan');
    await someone('cho', { online: true, status: 'waitlisted' });
    await deliver(world, noSleep());
    const calendarOf = (key: string) => {
      const { raw } = world.sent.find(({ to }) => to.startsWith(`${key}@`))!;
      const part = /filename="?lich\.ics"?[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1];
      return part && Buffer.from(part, 'base64').toString('utf8').replace(/\r\n /g, '');
    };
    expect(calendarOf('xa')).toContain('LOCATION:Trực tuyến\r\n');
    expect(calendarOf('xa')).toContain('Đường dẫn vào lớp: https://hop.test/1');
    expect(calendarOf('xa')).not.toContain('Mang theo');
    expect(calendarOf('gan')).toContain('LOCATION:Hội trường UBND huyện Gò Quao\r\n');
    expect(calendarOf('gan')).toContain('Mang theo: Sổ tay');
    expect(calendarOf('gan')).not.toContain('hop.test');
    expect(calendarOf('cho')).toBeUndefined();
  });

  describe('a calendar', () => {
    const filesOf = (raw: string) =>
      [...raw.matchAll(/filename="?([\w-]+\.ics)"?[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/g)].map(
        ([, name, part]) => {
          const ics = Buffer.from(part!, 'base64').toString('utf8').replace(/\r\n /g, '');
          const line = (of: string) => new RegExp(`^${of}:(.*)\r$`, 'm').exec(ics)?.[1];
          return { name, uid: line('UID'), status: line('STATUS'), order: Number(line('SEQUENCE')) };
        },
      );
    const last = () => filesOf(world.sent.at(-1)!.raw);
    const become = async (r: Awaited<ReturnType<typeof someone>>, set: object) => {
      world.clock.forward(MINUTE);
      const after = { ...r, ...set, updatedAt: iso(world.now()) };
      await keep(world, after);
      await onStream(world, [streamRecord(world, 'registrations', after, r)]);
      await deliver(world, noSleep());
      return after;
    };
    const uid = () => `${event.id}@nhipcau.test`;

    test.each([
      ['cancelled', { how: 'organizer', reason: 'Trùng' }],
      ['replaced', { how: 'nominator', replacedBy: 'reg_x' }],
    ] as const)('loses the entry of who is %s, and takes it again where they come again', async (_, set) => {
      const r = await someone('a');
      await deliver(world, noSleep());
      const [seated] = last();
      expect(seated).toMatchObject({ name: 'lich.ics', uid: uid(), status: 'CONFIRMED' });
      const gone = await become(r, { status: 'cancelled', turn: 2, ...set });
      const [ended] = last();
      expect(ended).toMatchObject({ uid: uid(), status: 'CANCELLED' });
      expect(ended!.order).toBeGreaterThan(seated!.order);
      await become(gone, { status: 'confirmed', how: 'direct', turn: 3, replacedBy: undefined });
      expect(last()[0]).toMatchObject({ uid: uid(), status: 'CONFIRMED' });
      expect(last()[0]!.order).toBeGreaterThan(ended!.order);
    });

    test('loses the class that somebody was moved out of as it takes the new one', async () => {
      const r = await someone('a');
      await deliver(world, noSleep());
      const [seated] = last();
      const other = anEvent(`evt_d${++n}`);
      await keepEvent(world, other);
      world.clock.forward(MINUTE);
      const moved = aRegistration(other.id, 'a', {
        email: r.email!,
        how: 'moved',
        movedFrom: r.id,
        createdAt: iso(world.now()),
        updatedAt: iso(world.now()),
      });
      await keep(world, moved);
      await onStream(world, [streamRecord(world, 'registrations', moved)]);
      await deliver(world, noSleep());
      expect(last()).toMatchObject([
        { name: 'lich.ics', uid: `${other.id}@nhipcau.test`, status: 'CONFIRMED' },
        { name: 'huy-lich.ics', uid: uid(), status: 'CANCELLED' },
      ]);
      expect(last()[1]!.order).toBeGreaterThan(seated!.order);
    });
  });

  test('the pace is what SES allows', async () => {
    for (const key of ['a', 'b', 'c']) await someone(key);
    const slow = { ...world, settings: { ...world.settings, mail: { from: 'stp@x.vn', perSecond: 4 } } };
    const pacing = noSleep();
    expect(await deliver(slow, pacing)).toMatchObject({ sent: 3 });
    expect(pacing.pauses).toEqual([250, 250, 250]);
  });

  test('two senders at once send each notice once', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await someone(key);
    await Promise.all([deliver(world, noSleep()), deliver(world, noSleep())]);
    expect(world.sent).toHaveLength(4);
  });

  test('a claim guards each notice even where two senders hold the lease', async () => {
    await someone('a');
    // The second sender is let in while the first is about to send.
    const second = {
      ...world,
      mail: {
        send: async (m: Parameters<typeof world.mail.send>[0]) => {
          await world.db.delete(noticesTable, { pk: 'sender', sk: 'lease' });
          await deliver(world, noSleep());
          return world.mail.send(m);
        },
      },
    };
    await deliver(second, noSleep());
    expect(world.sent).toHaveLength(1);
  });

  test('a person who cancelled meanwhile is not told "confirmed"', async () => {
    const r = await someone('a');
    await world.db.update(
      registrationsTable,
      { pk: r.pk, sk: r.sk },
      { set: { status: 'cancelled', how: 'self', turn: 2 } },
    );
    expect(await deliver(world, noSleep())).toMatchObject({ sent: 0, dropped: 1 });
    expect(world.sent).toHaveLength(0);
    expect(await only(r.id)).toMatchObject({ state: 'dropped' });
  });

  test('a mail dropped by mistake is due again when the state says so', async () => {
    const r = await someone('a');
    const at = { pk: r.pk, sk: r.sk };
    await world.db.update(registrationsTable, at, { set: { status: 'cancelled', how: 'self' } });
    await deliver(world, noSleep());
    await world.db.update(registrationsTable, at, { set: { status: 'confirmed', how: 'direct' } });
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
  });

  test('a crash between claim and send: nobody knows, and nothing is sent again by itself', async () => {
    const r = await someone('a');
    // Killed: the claim is written, whatever would have come after it is not.
    const d = await only(r.id);
    await world.db.update(
      noticesTable,
      { pk: d.pk, sk: d.sk },
      { set: { state: 'sending', open: 'sending', claimedAt: iso(world.now()), attempts: 1 } },
    );
    world.clock.forward(CLAIM_LIVES);
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({ state: 'sending' });
    world.clock.forward(1);
    await deliver(world, noSleep());
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({ state: 'unknown', open: 'unknown' });
    expect(world.sent).toHaveLength(0);
  });

  test('a lost answer is never sent again blindly; SES can settle it', async () => {
    const r = await someone('a');
    world.mailSays.next = 'lose';
    expect(await deliver(world, noSleep())).toMatchObject({ unknown: 1 });
    world.mailSays.next = undefined;
    world.clock.forward(HOUR);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    const d = await only(r.id);
    expect(d.state).toBe('unknown');
    await onFeedback(world, sendEvent(d));
    expect(await only(r.id)).toMatchObject({ state: 'sent', messageId: '0100018d-ses' });
    expect((await only(r.id)).open).toBeUndefined();
  });

  test('what stays unknown past an hour is shown, and goes again only when somebody says so', async () => {
    const r = await someone('a');
    world.mailSays.next = 'lose';
    await deliver(world, noSleep());
    world.mailSays.next = undefined;
    world.clock.forward(HOUR - 1);
    expect(await listUnknown(world)).toEqual([]);
    world.clock.forward(1);
    expect((await listUnknown(world)).map((d) => d.pk)).toEqual([r.id]);
    const { id } = await only(r.id);
    await resend(world, id);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
    await expect(resend(world, id)).rejects.toMatchObject({ code: 'not-to-resend' });
  });

  test('throttled, everything stays due, in its order, and the sender slows down', async () => {
    const a = await someone('a');
    world.clock.forward(1);
    const b = await someone('b');
    world.mailSays.next = 'throttle';
    const pacing = noSleep();
    const first = await deliver(world, pacing);
    expect(first).toMatchObject({ sent: 0, refused: 0 });
    expect(first.throttled).toBeGreaterThan(3);
    expect(pacing.pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(await only(a.id)).toMatchObject({ state: 'due', attempts: 0 });
    expect(await only(b.id)).toMatchObject({ state: 'due', attempts: 0 });
    for (let i = 0; i < 2; i++) await deliver(world, noSleep());
    world.mailSays.next = undefined;
    await deliver(world, noSleep());
    expect(world.sent.map((m) => m.to)).toEqual([a.email, b.email]);
  });

  test('refused, it is tried again later and later, and after the last time somebody calls', async () => {
    const r = await someone('a');
    world.mailSays.next = 'refuse';
    for (const wait of BACKOFF) {
      await deliver(world, noSleep());
      expect(await only(r.id)).toMatchObject({ state: 'due', error: 'MessageRejected' });
      world.clock.forward(wait - 1);
      expect(await deliver(world, noSleep())).toMatchObject({ refused: 0 });
      world.clock.forward(1);
    }
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({
      channel: 'call',
      state: 'to-call',
      error: 'MessageRejected',
      attempts: BACKOFF.length + 1,
      owner: event.id,
    });
    // The cause was ours and is mended: the organizer sends it after all.
    world.mailSays.next = undefined;
    await resend(world, (await only(r.id)).id);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    expect(await only(r.id)).toMatchObject({ channel: 'email', state: 'sent' });
  });

  test('a bounce marks the address, and the person is called from then on', async () => {
    const r = await someone('a');
    await deliver(world, noSleep());
    await onFeedback(world, deliveryEvent(await only(r.id)));
    await onFeedback(world, bounceEvent(await only(r.id)));
    await onFeedback(world, bounceEvent(await only(r.id))); // SNS may say it twice
    expect(await only(r.id)).toMatchObject({
      channel: 'call',
      state: 'to-call',
      feedback: 'bounced',
      phone: '0987654321',
    });
    expect((await only(r.id)).words).toContain('472 915 608');

    const other = await someone('b', { email: r.email?.toUpperCase() });
    expect(await only(other.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('a full mailbox is a call too, but says nothing against the address', async () => {
    const r = await someone('a');
    await deliver(world, noSleep());
    await onFeedback(world, bounceEvent(await only(r.id), 'Transient'));
    expect(await only(r.id)).toMatchObject({ state: 'to-call', feedback: 'bounced' });
    const other = await someone('b', { email: r.email });
    expect(await only(other.id)).toMatchObject({ channel: 'email', state: 'due' });
  });

  test('a bounce of what is no longer due calls nobody', async () => {
    const r = await someone('a');
    await deliver(world, noSleep());
    await world.db.update(
      registrationsTable,
      { pk: r.pk, sk: r.sk },
      { set: { status: 'cancelled', how: 'self' } },
    );
    await onFeedback(world, bounceEvent(await only(r.id)));
    expect(await only(r.id)).toMatchObject({ channel: 'email', state: 'sent', feedback: 'bounced' });
    // But it is shown, for a month.
    const late = async () => (await sendingStatus(world)).late.map((d) => d.pk);
    expect(await late()).toEqual([r.id]);
    world.clock.forward(31 * DAY);
    expect(await late()).toEqual([]);
  });

  test('a mail that came back is shown, however many older calls there are', async () => {
    const template = {
      state: 'to-call',
      open: 'to-call',
      channel: 'call',
      template: 'confirmed',
      attempts: 0,
    };
    await world.db.putMany(
      noticesTable,
      Array.from({ length: 210 }, (_, i) => ({
        pk: `reg_x_0_${n}${i}`,
        sk: 'confirmed#1',
        id: `dlv_x${n}${i}`,
        dueAt: iso(MONDAY - DAY),
        createdAt: iso(MONDAY - DAY),
        updatedAt: iso(MONDAY - DAY),
        ...template,
      })) as Delivery[],
    );
    const r = await someone('a');
    await deliver(world, noSleep());
    await onFeedback(world, bounceEvent(await only(r.id)));
    expect((await sendingStatus(world)).returned.map((d) => d.pk)).toContain(r.id);
  });

  test('a complaint marks the address, and a late delivery event does not hide it', async () => {
    const r = await someone('a');
    await deliver(world, noSleep());
    const d = await only(r.id);
    await onFeedback(world, complaintEvent(d));
    await onFeedback(world, deliveryEvent(d));
    expect(await only(r.id)).toMatchObject({ state: 'sent', feedback: 'complained' });
    const other = await someone('b', { email: r.email });
    expect((await only(other.id)).channel).toBe('call');
  });

  test('an address that was marked since is not mailed', async () => {
    const first = await someone('a');
    await deliver(world, noSleep());
    const second = await someone('b', { email: first.email });
    await onFeedback(world, bounceEvent(await only(first.id)));
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    expect(await only(second.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('a mail in the queue goes to the address as it was corrected, and to none that was taken away', async () => {
    const corrected = await someone('a');
    const gone = await someone('b');
    const marked = await someone('c');
    const bad = await someone('d', { email: `nay@mau${n}.vn` });
    await deliver(world, { ...noSleep(), until: world.now() });
    await onFeedback(world, bounceEvent(await only(bad.id)));
    const set = async (r: typeof gone, email: string | undefined) =>
      world.db.update(registrationsTable, { pk: r.pk, sk: r.sk }, { set: { email } });
    await set(corrected, `dung@mau${n}.vn`);
    await set(gone, undefined);
    await set(marked, bad.email);
    await deliver(world, noSleep());
    expect(world.sent.map((m) => m.to)).toEqual([`dung@mau${n}.vn`]);
    expect(await only(corrected.id)).toMatchObject({ state: 'sent', email: `dung@mau${n}.vn` });
    for (const r of [gone, marked])
      expect(await only(r.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('throttled, nobody waits past the end of the round', async () => {
    await someone('a');
    world.mailSays.next = 'throttle';
    const pacing = noSleep();
    const pause = async (ms: number) => {
      await pacing.pause(ms);
      world.clock.forward(ms);
    };
    const until = world.now() + 20_000;
    await deliver(world, { pause, until });
    expect(pacing.pauses).toEqual([2_000, 4_000, 8_000]);
    expect(world.now()).toBeLessThanOrEqual(until);
  });

  test('a mail that was delayed and then arrived has arrived', async () => {
    const r = await someone('a');
    await deliver(world, noSleep());
    const d = await only(r.id);
    await onFeedback(world, delayEvent(d));
    expect(await only(r.id)).toMatchObject({ feedback: 'delayed' });
    await onFeedback(world, deliveryEvent(d));
    await onFeedback(world, delayEvent(d)); // comes late itself
    expect(await only(r.id)).toMatchObject({ feedback: 'delivered' });
  });

  test('words of SNS that are no event of SES change nothing', async () => {
    await onFeedback(world, snsEvent('Successfully validated SNS topic for Amazon SES event publishing.'));
    await onFeedback(world, snsEvent({ mail: 5 }));
    expect(world.logs.filter((l) => l.what === 'feedback-unread')).toHaveLength(2);
  });

  test('held after a restore, nothing goes; released, it goes; let go, it never does', async () => {
    const a = await someone('a');
    await hold(world);
    const b = await someone('b');
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(0);
    expect(await only(a.id)).toMatchObject({ state: 'held' });
    expect(await only(b.id)).toMatchObject({ state: 'held' });
    // One that slipped in as the switch was thrown stays where it is, too.
    await world.db.update(
      noticesTable,
      { pk: a.id, sk: 'confirmed#1' },
      { set: { state: 'due', open: 'due' } },
    );
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(0);
    expect(await release(world, { send: true })).toBe(1);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);

    await hold(world);
    const c = await someone('c');
    await release(world, { send: false });
    await onStream(world, [streamRecord(world, 'registrations', c)]);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
  });

  test('news that is put in the mail is worded from the state at that moment', async () => {
    await someone('a');
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { venue: 'Nhà văn hóa xã' } });
    await deliver(world, noSleep());
    expect(textOf(world.sent[0]!.raw)).toContain('Nhà văn hóa xã');
  });

  test('the clock that ran out leaves the rest to the next round', async () => {
    for (const key of ['a', 'b']) await someone(key);
    await deliver(world, { ...noSleep(), until: world.now() });
    expect(world.sent).toHaveLength(0);
    expect(await findDelivery(world, (await told(world, event.id))[0]!.id)).toMatchObject({ state: 'due' });
    world.clock.forward(DAY + MINUTE);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
  });
});
