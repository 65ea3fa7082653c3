import { beforeEach, describe, expect, test } from 'vitest';
import { TRIES } from '../../functions/background/streams/dead-letters';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { between, THROTTLED, WRONG } from '../support/built/between';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { signIn } from '../support/visitor';
import { useWorld } from '../support/world';
import { again, batch, streamFunction, useStreams } from './lambda';

const world = useWorld();
const mailer = streamFunction(world, 'mailer');
const streams = useStreams(world, 'mailer', ['events', 'registrations', 'nominations', 'invitations']);

let n = 0;
let eventId = '';
beforeEach(async () => {
  world.sent.length = 0;
  world.logs.length = 0;
  world.mailSays.next = undefined;
  eventId = `evt_m${++n}`;
  await keepEvent(world, anEvent(eventId));
});
/** A person to whom a mail is due, and the record of their coming. */
const comes = async (key: string) => {
  const r = aRegistration(eventId, key, { ...onAList, email: `${key}@mau${n}.vn` });
  await keep(world, r);
  return { id: r.id, email: r.email!, record: streamRecord(world, 'registrations', r) };
};
const mailed = () => world.sent.map(({ to }) => to).sort();
const states = async (id: string) => (await deliveriesOf(world, id)).map(({ state, by }) => [state, by]);

describe('The mailer, as Lambda calls it', () => {
  test('makes one mail of what a stream hands over, however often it does', async () => {
    const a = await comes('a');
    await streams.toEnd();
    expect(mailed()).toEqual([a.email]);
    expect(world.sent[0]!.tags).toMatchObject({ template: 'confirmed' });
    expect(await deliveriesOf(world, a.id)).toMatchObject([
      { state: 'sent', messageId: 'ses-1', by: 'mailer' },
    ]);
    expect(await mailer(batch(...streams.read))).toEqual(again());
    expect(mailed()).toEqual([a.email]);
  });

  test('asks again for the one record of a batch that fails, and tells the others', async () => {
    const [a, bad, b] = [await comes('a'), await comes('hong'), await comes('b')];
    let broken = true;
    await between(world, ({ body }) => (broken && body.includes('"S":"hong"') ? WRONG : undefined));
    expect(await mailer(batch(a.record, bad.record, b.record))).toEqual(again(bad.record));
    expect(mailed()).toEqual([a.email, b.email]);
    // Lambda goes on from the record that failed, with those behind it.
    for (let tries = 2; tries < TRIES; tries++)
      expect(await mailer(batch(bad.record, b.record))).toEqual(again(bad.record));
    expect(world.kept.size).toBe(0);
    expect(await mailer(batch(bad.record, b.record))).toEqual(again());
    expect(mailed()).toEqual([a.email, b.email]);

    const [[key, kept]] = [...world.kept] as [[string, Uint8Array]];
    expect(JSON.parse(new TextDecoder().decode(kept))).toEqual(bad.record);
    const logged = (what: string) => world.logs.filter((line) => line.what === what);
    expect(logged('record-failed').map(({ tries }) => tries)).toEqual([1, 2, 3, 4]);
    expect(logged('record-kept')).toMatchObject([{ level: 'error' }]);
    expect(logged('measured').map(({ recordsReadAgain }) => recordsReadAgain)).toEqual([1, 1, 1]);

    broken = false;
    const admin = await signIn(world, { role: 'admin', bearer: true });
    const { status } = await admin.api(
      'POST',
      `/sending/records/${/poison\/(.*)\.json/.exec(key)![1]}/redrive`,
    );
    expect([status, world.kept.size]).toEqual([204, 0]);
    expect(await mailer(batch())).toEqual(again());
    expect(await states(bad.id)).toEqual([['sent', 'mailer']]);
    expect(mailed()).toEqual([a.email, b.email, bad.email]);
  });

  test('lets records wait while the tables are throttled, and gives none of them up', async () => {
    const [a, waits] = [await comes('a'), await comes('doi')];
    let busy = true;
    await between(world, ({ body }) => (busy && body.includes('"S":"doi"') ? THROTTLED : undefined));
    for (let times = 0; times <= TRIES; times++)
      expect(await mailer(batch(a.record, waits.record))).toEqual(again(waits.record));
    expect(world.logs.filter(({ what }) => what.startsWith('record-'))).toEqual([]);
    expect(mailed()).toEqual([a.email]);
    busy = false;
    expect(await mailer(batch(waits.record))).toEqual(again());
    expect(mailed()).toEqual([a.email, waits.email]);
  });

  test('works on a batch that Lambda gave up and wrote to the bucket', async () => {
    const a = await comes('a');
    const payload = JSON.stringify(batch(a.record));
    const requestContext = { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 7 };
    const lies = { requestContext, version: '1.0', DDBStreamBatchInfo: { batchSize: 1 }, payload };
    expect(await mailer(lies)).toEqual(again());
    expect(mailed()).toEqual([a.email]);
  });

  test('does not send again what SES may have taken, nor at once what it refused', async () => {
    const [lost, refused] = [await comes('mat'), await comes('chan')];
    world.mailSays.next = 'lose';
    expect(await mailer(batch(lost.record))).toEqual(again());
    world.mailSays.next = 'refuse';
    expect(await mailer(batch(refused.record))).toEqual(again());
    world.mailSays.next = undefined;
    expect(await mailer(batch(lost.record, refused.record))).toEqual(again());
    expect(mailed()).toEqual([lost.email]);
    expect([await states(lost.id), await states(refused.id)]).toEqual([
      [['unknown', 'mailer']],
      [['due', 'mailer']],
    ]);
  });
});
