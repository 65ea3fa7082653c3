import { describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { getBroadcast, listBroadcasts, PART } from '../../../functions/events/broadcasts/find';
import { eventsTable } from '../../../functions/events/event/event';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { sendBroadcast } from '../../../functions/notices/broadcasts/send';
import {
  TRIES,
  tendBroadcasts,
  withdrawBroadcast,
  workOnBroadcast,
} from '../../../functions/notices/broadcasts/work';
import { deliver } from '../../../functions/notices/deliver';
import { onFeedback } from '../../../functions/notices/feedback';
import { markAddress } from '../../../functions/outbox/addresses/marked-address';
import { tick } from '../../../functions/outbox/calls/calls';
import { hold, release } from '../../../functions/outbox/deliveries/hold';
import { resend } from '../../../functions/outbox/deliveries/resend';
import { mailsOf } from '../../../functions/outbox/sending/sent-mail';
import { LostAnswer, Unavailable } from '../../../functions/platform/store/outcome';
import { DAY, iso, MINUTE } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { noSleep, subjectOf, textOf, told } from '../../support/mail';
import { aRegistration } from '../../support/stored';
import { bounceEvent } from '../sending/ses-events';
import { useBroadcastScene, WORDS, withCall } from './broadcast-scene';

describe('a message to a group', () => {
  const scene = useBroadcastScene();
  const { world, person, send, run, states } = scene;
  const sendMails = () => deliver(world, noSleep());

  test('goes by mail where there is an address, and is a call with words otherwise', async () => {
    await person('a');
    await person('b', { email: undefined });
    await person('c', { came: { 1: iso(world.now() - DAY) } });
    await markAddress(world, 'd@bi-tra.vn', 'bounced');
    await person('d', { email: 'd@bi-tra.vn' });
    const { id, total } = await send();
    expect(total).toBe(3);
    await run(id);
    await sendMails();
    expect(await states()).toEqual({ 'Danh A': 'sent', 'Danh B': 'to-call', 'Danh D': 'to-call' });
    expect(world.sent).toHaveLength(1);
    const { raw } = world.sent[0]!;
    expect(subjectOf(raw)).toBe('Mời học bù: Tập huấn hòa giải viên');
    expect(textOf(raw)).toContain('Kính mời Danh A dự buổi bù.');
    const call = (await told(world, scene.event.id)).find((d) => d.name === 'Danh B')!;
    expect(call.words).toContain('Kính mời Danh B dự buổi bù.');
    expect(call.words).toContain('https://stp.example/bu');
    // A link in the text is a link in the mail, without the full stop behind it.
    expect(raw.replace(/=\r?\n/g, '')).toContain('https://stp.example/bu"');
  });

  test('that is sent twice with one form is one message', async () => {
    await person('a');
    const input = { groups: ['absent' as const], ...WORDS };
    const clicks = [1, 2].map(() => sendBroadcast(world, scene.event.id, input, { nonce: 'n' }));
    const [first, second] = await Promise.all(clicks);
    expect(first!.id).toBe(second!.id);
    // Somebody came in between: the page shows another number now, but its message was sent.
    await person('b');
    expect((await sendBroadcast(world, scene.event.id, input, { nonce: 'n', expected: 1 })).id).toBe(
      first!.id,
    );
    await run(first!.id);
    await sendMails();
    expect(world.sent).toHaveLength(1);
    // The same form with other words is another message.
    const other = await sendBroadcast(world, scene.event.id, { ...input, words: 'Khác' }, { nonce: 'n' });
    expect(other.id).not.toBe(first!.id);
  });

  test('of a second click that comes late does not begin again', async () => {
    await person('a');
    const click = (in_: World) =>
      sendBroadcast(in_, scene.event.id, { groups: ['absent'], ...WORDS }, { nonce: 'n' });
    // Between the second click's look and its writing, the first one is sent to its end.
    const late = withCall(world, 'transactIf', async (call) => {
      await run((await click(world)).id);
      return call();
    });
    const { id } = await click(late);
    expect(await getBroadcast(world, id)).toMatchObject({ state: 'done', done: 1 });
  });

  test('whose answer was lost is found again, and whose writing failed is not there', async () => {
    await person('a');
    const losing = (writes: boolean) =>
      withCall(world, 'transactIf', async (call) => {
        if (writes) await call();
        throw new LostAnswer('put');
      });
    const { id } = await send({}, losing(true));
    await run(id);
    expect(await states()).toEqual({ 'Danh A': 'due' });
    await expect(send({}, losing(false))).rejects.toBeInstanceOf(LostAnswer);
    expect(await listBroadcasts(world, scene.event.id)).toHaveLength(1);
  });

  test('that came back is a call with the words of the message, after the event too', async () => {
    await person('a');
    const { id } = await send();
    await run(id);
    await sendMails();
    const [delivery] = await told(world, scene.event.id);
    await onFeedback(world, bounceEvent(delivery!));
    const [line] = await told(world, scene.event.id);
    expect(line).toMatchObject({ state: 'to-call', channel: 'call' });
    expect(line!.words).toContain('Kính mời Danh A dự buổi bù.');
    // The mail that came back can still be read.
    expect(await mailsOf(world, line!)).toHaveLength(1);
  });

  test('is not sent to another number of people than the page showed', async () => {
    await person('a');
    await person('b');
    await expect(
      sendBroadcast(world, scene.event.id, { groups: ['absent'], ...WORDS }, { expected: 1 }),
    ).rejects.toMatchObject({ kind: 'stale', code: 'audience-changed', detail: { expected: 1, found: 2 } });
  });

  test('does not go to a person who comes into the group later', async () => {
    await person('a');
    const { id } = await send({ groups: ['registered'] });
    await person('b');
    await run(id);
    await sweep(world, scene.event.id);
    await sendMails();
    expect(await states()).toEqual({ 'Danh A': 'sent' });
  });

  test('does not go to a person who left the group before it was told', async () => {
    const a = await person('a');
    const b = await person('b', { email: undefined });
    await person('c');
    const { id } = await send();
    await run(id);
    // The sign-in sheet shows that a came; b cancels.
    await scene.change(a, { came: { 1: iso(world.now()) } });
    await scene.change(b, { status: 'cancelled', how: 'self', turn: 2 });
    await sweep(world, scene.event.id);
    await sendMails();
    expect(await states()).toEqual({ 'Danh A': 'dropped', 'Danh B': 'dropped', 'Danh C': 'sent' });
  });

  test('does not go to a person who is gone when the worker comes to them', async () => {
    const a = await person('a');
    await person('b');
    const { id } = await send();
    await world.db.delete(registrationsTable, { pk: a.pk, sk: a.sk });
    await run(id);
    await sendMails();
    expect(await states()).toEqual({ 'Danh B': 'sent' });
  });

  test('that was written before the event was cancelled is not told after it', async () => {
    await person('a');
    const { id } = await send({ groups: ['registered'] });
    await run(id);
    world.clock.forward(MINUTE);
    await world.db.update(
      eventsTable,
      { pk: scene.event.id, sk: 'event' },
      { set: { status: 'cancelled', turn: 2, turnAt: iso(world.now()) } },
    );
    await sendMails();
    expect(world.sent).toHaveLength(0);
    world.clock.forward(MINUTE);
    const after = await send({ groups: ['registered'] });
    await run(after.id);
    await sendMails();
    const sent = world.sent.map(({ tags }) => tags.template);
    expect(sent.filter((template) => template === 'broadcast')).toHaveLength(1);
  });

  test('is told once, however often workers, sweeps and senders run', async () => {
    for (const key of ['a', 'b', 'c']) await person(key);
    await person('d', { email: undefined });
    const { id } = await send();
    await Promise.all([1, 2, 3].map(() => workOnBroadcast(world, id)));
    await run(id);
    await Promise.all([sendMails(), sendMails()]);
    await sweep(world, scene.event.id);
    await Promise.all([scene.record(id), sweep(world, scene.event.id)]);
    await sendMails();
    expect(world.sent.map(({ to }) => to).sort()).toHaveLength(3);
    expect(new Set(world.sent.map(({ to }) => to)).size).toBe(3);
    expect(await told(world, scene.event.id)).toHaveLength(4);
    // A sweep asks for the message, too: its line stays on the call list.
    expect((await states())['Danh D']).toBe('to-call');
  });
});

describe('a message to many', () => {
  const scene = useBroadcastScene();
  const { world, send, run } = scene;
  const COUNT = PART + 20;
  const fill = () =>
    world.db.putMany(
      registrationsTable,
      Array.from({ length: COUNT }, (_, i) =>
        aRegistration(scene.event.id, `k${i}`, {
          fullName: `Danh ${i}`,
          phone: `09${String(10_000_000 + i)}`,
          how: 'door',
        }),
      ),
    );
  /** A world whose tables fail from the n-th write of a delivery on. */
  const dying = (after: number, error: () => Error): World => {
    let writes = 0;
    return withCall(world, 'putIf', (call) => (++writes > after ? Promise.reject(error()) : call()));
  };
  const calls = async () => (await told(world, scene.event.id)).map((d) => d.pk);

  test('is carried on where a worker was killed, without a loss and without a double', async () => {
    await fill();
    const { id, total } = await send();
    expect(total).toBe(COUNT);
    // Killed in the middle of the first part: nothing says how far it came.
    await workOnBroadcast(
      dying(70, () => new Error('killed')),
      id,
    ).catch(() => {});
    const before = (await calls()).length;
    expect(before).toBe(70);
    expect((await getBroadcast(world, id)).done).toBe(0);
    // The stream lost the record: the clock touches the broadcast, and that change calls the mailer.
    const { dueAt } = await getBroadcast(world, id);
    await tendBroadcasts(world);
    expect((await getBroadcast(world, id)).dueAt).toBe(dueAt);
    world.clock.forward(3 * MINUTE);
    await tendBroadcasts(world);
    expect((await getBroadcast(world, id)).dueAt! > dueAt!).toBe(true);
    await run(id);
    const all = await calls();
    expect(all).toHaveLength(COUNT);
    expect(new Set(all).size).toBe(COUNT);
  });

  test('that is withdrawn half way drops what was not told, and keeps what was', async () => {
    await fill();
    const { id } = await send();
    await scene.record(id);
    const [first] = await told(world, scene.event.id);
    await tick(world, first!.id, 'told');
    await withdrawBroadcast(world, id);
    await withdrawBroadcast(world, id);
    await run(id);
    const states = (await told(world, scene.event.id)).map((d) => d.state);
    expect(states.filter((s) => s === 'told')).toHaveLength(1);
    expect(states.filter((s) => s === 'dropped')).toHaveLength(PART - 1);
    expect(states).toHaveLength(PART);
    // Nothing of it comes back.
    await sweep(world, scene.event.id);
    expect((await told(world, scene.event.id)).filter((d) => d.open)).toHaveLength(0);
  });

  test('that is withdrawn while a worker looks at it is gone over once more', async () => {
    await scene.person('a', { email: undefined });
    const { id } = await send();
    // The line is written; before the worker says so, the organizer withdraws.
    const withdrawn = withCall(world, 'putIf', async (call) => {
      const answer = await call();
      await withdrawBroadcast(world, id);
      return answer;
    });
    await workOnBroadcast(withdrawn, id);
    expect(await getBroadcast(world, id)).toMatchObject({ pass: 'withdraw', state: 'running', done: 0 });
    await run(id);
    expect(await scene.states()).toEqual({ 'Danh A': 'dropped' });
  });

  test('goes on without a recipient who fails every time', async () => {
    await scene.person('a');
    const bad = await scene.person('b');
    await scene.person('c');
    const { id } = await send();
    const failing = withCall(world, 'putIf', (call, [, item]) =>
      (item as { pk: string }).pk === bad.id ? Promise.reject(new TypeError('odd')) : call(),
    );
    for (let tries = 0; tries < TRIES; tries++) {
      await expect(workOnBroadcast(failing, id)).rejects.toBeInstanceOf(TypeError);
      world.clock.forward(3 * MINUTE);
      await tendBroadcasts(world);
    }
    await workOnBroadcast(failing, id);
    expect((await getBroadcast(world, id)).state).toBe('done');
    expect(Object.keys(await scene.states())).toEqual(['Danh A', 'Danh C']);
    expect(world.logs.at(-1)).toMatchObject({ what: 'broadcast-recipient-failed', recipient: bad.id });
  });

  test('is read again where the tables could not be reached, without counting as a failure', async () => {
    await fill();
    const { id } = await send();
    const failures = await scene.record(
      id,
      dying(10, () => new Unavailable('throttled')),
    );
    expect(failures).toBe(1);
    expect(world.logs.filter(({ what }) => what === 'record-failed')).toHaveLength(0);
    await run(id);
    expect(new Set(await calls()).size).toBe(COUNT);
  });

  test('is closed after a month: what was not told by then leaves the call list', async () => {
    await scene.person('a', { email: undefined });
    const { id, closesAt } = await send();
    await run(id);
    expect(await scene.states()).toEqual({ 'Danh A': 'to-call' });
    world.clock.at = Date.parse(closesAt) - MINUTE;
    await tendBroadcasts(world);
    expect((await getBroadcast(world, id)).state).toBe('done');
    world.clock.forward(2 * MINUTE);
    await tendBroadcasts(world);
    const closed = await run(id);
    expect(closed).toMatchObject({ pass: 'close', state: 'done' });
    expect(closed.open).toBeUndefined();
    expect(await scene.states()).toEqual({ 'Danh A': 'dropped' });
  });
});

describe('mails of a message', () => {
  const scene = useBroadcastScene();
  const { world, person, send, run, states } = scene;
  const sendMails = () => deliver(world, noSleep());
  const only = async () => (await told(world, scene.event.id))[0]!;

  test('wait while SES throttles, and go once', async () => {
    await person('a');
    const { id } = await send();
    await run(id);
    world.mailSays.next = 'throttle';
    await sendMails();
    expect(await states()).toEqual({ 'Danh A': 'due' });
    expect(await mailsOf(world, await only())).toEqual([]);
    world.mailSays.next = undefined;
    await sendMails();
    expect(world.sent).toHaveLength(1);
    expect(await mailsOf(world, await only())).toHaveLength(1);
  });

  test('are held with all others, and a withdrawn one is not sent at the release', async () => {
    await person('a');
    await hold(world);
    const { id } = await send();
    await run(id);
    expect(await states()).toEqual({ 'Danh A': 'held' });
    await withdrawBroadcast(world, id);
    await run(id);
    await release(world, { send: true });
    await sendMails();
    expect(world.sent).toHaveLength(0);
    expect(await states()).toEqual({ 'Danh A': 'dropped' });
  });

  test('can be read as they went, also after the event has another name', async () => {
    await person('a');
    const { id } = await send();
    await run(id);
    await sendMails();
    await world.db.update(eventsTable, { pk: scene.event.id, sk: 'event' }, { set: { title: 'Tên mới' } });
    const [mail] = await mailsOf(world, await only());
    expect(mail!.to).toBe(world.sent[0]!.to);
    expect(mail!.subject).toBe('Mời học bù: Tập huấn hòa giải viên');
    // The test's reader of mails stops before the line with which the signature begins.
    expect(mail!.text.split('\n--')[0]!.trim()).toBe(
      textOf(world.sent[0]!.raw).replace(/\r\n/g, '\n').trim(),
    );
  });

  test('whose answer was lost can be read, and beside them the one that was sent again', async () => {
    await person('a');
    const { id } = await send();
    await run(id);
    world.mailSays.next = 'lose';
    await sendMails();
    expect(await states()).toEqual({ 'Danh A': 'unknown' });
    expect(await mailsOf(world, await only())).toHaveLength(1);
    await resend(world, (await only()).id);
    expect(await mailsOf(world, await only())).toHaveLength(1);
    world.mailSays.next = 'refuse';
    await sendMails();
    // The second one was certainly not sent.
    expect(await mailsOf(world, await only())).toHaveLength(1);
    world.mailSays.next = undefined;
    world.clock.forward(2 * MINUTE);
    await sendMails();
    expect(await mailsOf(world, await only())).toHaveLength(2);
  });

  test('are not sent where their words cannot be kept', async () => {
    await person('a');
    const { id } = await send();
    await run(id);
    const full = withCall(world, 'put', (call, [, item]) =>
      (item as { pk: string }).pk.startsWith('mail#') ? Promise.reject(new Unavailable('throttled')) : call(),
    );
    await deliver(full, noSleep());
    expect(world.sent).toHaveLength(0);
    expect(await states()).toEqual({ 'Danh A': 'due' });
  });
});
