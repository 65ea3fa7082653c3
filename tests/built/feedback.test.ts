import { beforeEach, describe, expect, test } from 'vitest';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { bounceEvent, deliveryEvent, snsEvent } from '../notices/sending/ses-events';
import { between, THROTTLED } from '../support/built/between';
import { builtFunction } from '../support/built/load';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { useWorld } from '../support/world';
import { batch, streamFunction } from './lambda';

const world = useWorld();
const feedback = builtFunction(world, 'feedback');
const mailer = streamFunction(world, 'mailer');

let n = 0;
beforeEach(async () => {
  world.logs.length = 0;
  await keepEvent(world, anEvent(`evt_f${++n}`));
});
/** A mail that SES took. */
const mailed = async (key: string) => {
  const r = aRegistration(`evt_f${n}`, key, { ...onAList, email: `${key}@mau${n}.vn` });
  await keep(world, r);
  await mailer(batch(streamRecord(world, 'registrations', r)));
  return only(r.id);
};
const only = async (id: string) => (await deliveriesOf(world, id))[0]!;

describe('The feedback function, as SNS calls it', () => {
  test('records each of several events, and has a person called whose mail came back', async () => {
    const [a, b] = [await mailed('a'), await mailed('b')];
    const Records = [deliveryEvent(a), snsEvent('{"broken'), bounceEvent(b)].flatMap((one) => one.Records);
    await feedback({ Records });
    expect(await only(a.pk)).toMatchObject({ state: 'sent', by: 'feedback' });
    expect(await only(b.pk)).toMatchObject({ state: 'to-call', by: 'feedback' });
    expect(world.logs).toEqual([
      { what: 'feedback-unread', level: 'warn', message: Records[1]!.Sns.MessageId },
    ]);
  });

  test('fails while the tables are throttled, so that Lambda repeats it, and the second time changes all once', async () => {
    const a = await mailed('a');
    let busy = true;
    await between(world, ({ verb }) => (busy && verb !== 'Query' ? THROTTLED : undefined));
    await expect(feedback(bounceEvent(a))).rejects.toMatchObject({ name: 'Unavailable' });
    busy = false;
    await feedback(bounceEvent(a));
    const once = await only(a.pk);
    expect(once).toMatchObject({ state: 'to-call', by: 'feedback' });
    await feedback(bounceEvent(a));
    expect(await only(a.pk)).toEqual(once);
  });
});
