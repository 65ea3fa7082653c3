import { beforeEach, describe, expect, test } from 'vitest';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { MINUTE } from '../../functions/platform/time/dates';
import { between, WRONG } from '../support/built/between';
import { builtFunction } from '../support/built/load';
import { anEvent, aRegistration, keep, keepEvent, onAList } from '../support/stored';
import { useWorld } from '../support/world';

const world = useWorld();
const clock = builtFunction(world, 'clock');
/** What EventBridge Scheduler sends where a schedule names no input. */
const EVENT = {
  version: '0',
  id: 'd32c5b6a-3cbd-4e5c-a6ea-3a4e0b8f1b6b',
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: '123456789012',
  time: '2026-11-16T02:00:00Z',
  region: 'ap-southeast-1',
  resources: ['arn:aws:scheduler:ap-southeast-1:123456789012:schedule/default/Minute'],
  detail: '{}',
};

/** A person of whom no stream has told. */
const lost = async (eventId: string) => {
  await keepEvent(world, anEvent(eventId));
  const r = aRegistration(eventId, 'a', { ...onAList, email: `${eventId}@mau.vn` });
  await keep(world, r);
  return r;
};
beforeEach(() => {
  world.logs.length = 0;
  world.clock.forward(MINUTE);
});
const measured = () => world.logs.filter(({ what }) => what === 'measured');

describe('The clock, as the scheduler calls it', () => {
  test('finds and sends what the streams lost, once, and measures what waits', async () => {
    const { id, email } = await lost('evt_c1');
    await clock(EVENT);
    expect(await deliveriesOf(world, id)).toMatchObject([{ state: 'sent', by: 'clock' }]);
    world.clock.forward(MINUTE);
    await clock(EVENT);
    expect(world.sent.map(({ to }) => to)).toEqual([email]);
    expect(measured()).toHaveLength(2);
    expect(measured()[1]).toEqual({
      what: 'measured',
      oldestDueSeconds: 0,
      mailsDue: 0,
      mailsHeld: 0,
      mailsUnknown: 0,
    });
  });

  test('goes on after a step that fails, and says which', async () => {
    const { email } = await lost('evt_c2');
    await between(world, ({ verb, body }) =>
      verb === 'Query' && body.includes('-imports"') ? WRONG : undefined,
    );
    await clock(EVENT);
    expect(world.logs.filter(({ what }) => what === 'clock-step-failed')).toEqual([
      { what: 'clock-step-failed', level: 'error', step: 'imports', name: 'ValidationException' },
    ]);
    expect(world.sent.at(-1)!.to).toBe(email);
    expect(measured()).toHaveLength(1);
  });
});
