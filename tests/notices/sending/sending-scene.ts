import { beforeEach } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import type { Event } from '../../../functions/events/event/event';
import type { Registration } from '../../../functions/events/registrations/registration';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../../support/stored';
import { MONDAY, type TestWorld, useWorld } from '../../support/world';

export interface SendingScene {
  world: TestWorld;
  /** The event of the running test: each test has its own. */
  event: Event;
  /** The address of a person in this test. */
  address(key: string): string;
  /** A list has a person with an email address, so that a confirmation is due. */
  register(key: string, more?: Partial<Registration>): Promise<Registration>;
  /** The only delivery about a registration. */
  only(id: string): Promise<Delivery>;
}

/** For each test: an event, a working mail service, and no delivery left from the test before. */
export const useSendingScene = (): SendingScene => {
  const world = useWorld();
  let n = 0;
  const scene: SendingScene = {
    world,
    event: anEvent('evt_d0'),
    address: (key) => `${key}@mau${n}.vn`,
    register: async (key, more = {}) => {
      const r = aRegistration(scene.event.id, key, {
        ...onAList,
        email: scene.address(key),
        ...more,
      });
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
      return r;
    },
    only: async (id) => (await deliveriesOf(world, id))[0]!,
  };
  beforeEach(async () => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    world.mailSays.next = undefined;
    for (const open of ['due', 'sending', 'unknown', 'returned'])
      for (const d of await world.db.all(noticesTable, {
        index: 'open',
        where: '#o = :o',
        names: { '#o': 'open' },
        values: { ':o': open },
      }))
        await world.db.delete(noticesTable, { pk: d.pk, sk: d.sk });
    scene.event = anEvent(`evt_d${++n}`);
    await keepEvent(world, scene.event);
  });
  return scene;
};
