import { beforeEach } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import type { BroadcastInput } from '../../../functions/events/broadcasts/broadcast-input';
import { getBroadcast } from '../../../functions/events/broadcasts/find';
import type { Event } from '../../../functions/events/event/event';
import type { Registration } from '../../../functions/events/registrations/registration';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { sendBroadcast } from '../../../functions/notices/broadcasts/send';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { told } from '../../support/mail';
import { anEvent, aRegistration, keep, keepEvent, streamRecord } from '../../support/stored';
import { MONDAY, type TestWorld, useWorld } from '../../support/world';

export const WORDS = {
  subject: 'Mời học bù: {tên lớp}',
  words: 'Kính mời {họ tên} dự buổi bù.\n\nXem tại https://stp.example/bu.',
};

export interface BroadcastScene {
  world: TestWorld;
  /** The event of the running test. It was held yesterday. */
  event: Event;
  /** A person of the event; nobody is told of the registration. */
  person(key: string, more?: Partial<Registration>): Promise<Registration>;
  change(r: Registration, set: Partial<Registration>): Promise<Registration>;
  send(input?: Partial<BroadcastInput>, in_?: World): Promise<Broadcast>;
  /** The mailer reads a record of the broadcast as it is now, once. */
  record(id: string, in_?: World): Promise<number>;
  /** The mailer reads the stream until the broadcast has nothing left to do. */
  run(id: string): Promise<Broadcast>;
  /** The deliveries of the message, by the names of their people. */
  states(): Promise<Record<string, string>>;
}

/** The same world where one kind of call to the tables goes another way; `call` makes it as it is. */
export const withCall = (
  world: World,
  verb: string,
  act: (call: () => Promise<unknown>, args: readonly unknown[]) => Promise<unknown>,
): World => {
  const db = new Proxy(world.db, {
    get: (of, name) => {
      const method = Reflect.get(of, name, of);
      if (name !== verb) return method;
      return (...args: unknown[]) => act(() => method.apply(of, args), args);
    },
  });
  return { ...world, db };
};

/** For each test an event that was held yesterday, and an empty outbox. */
export const useBroadcastScene = (): BroadcastScene => {
  const world = useWorld();
  let n = 0;
  const scene: BroadcastScene = {
    world,
    event: anEvent('evt_b0'),
    person: async (key, more = {}) => {
      const r = aRegistration(scene.event.id, key, {
        fullName: `Danh ${key.toUpperCase()}`,
        email: `${key}@mau${n}.vn`,
        // Registered at the door: nothing else is told of it.
        how: 'door',
        ...more,
      });
      await keep(world, r);
      return r;
    },
    change: async (r, set) => {
      await world.db.update(registrationsTable, { pk: r.pk, sk: r.sk }, { set });
      return { ...r, ...set };
    },
    send: (input = {}, in_ = world) =>
      sendBroadcast(in_, scene.event.id, { groups: ['absent'], ...WORDS, ...input }),
    record: async (id, in_ = world) => {
      const { batchItemFailures } = await onStream(in_, [
        streamRecord(world, 'broadcasts', await getBroadcast(world, id)),
      ]);
      return batchItemFailures.length;
    },
    run: async (id) => {
      for (let rounds = 0; rounds < 50; rounds++) {
        const found = await getBroadcast(world, id);
        if (found.state === 'done') return found;
        await scene.record(id);
      }
      throw new Error('the broadcast does not end');
    },
    states: async () =>
      Object.fromEntries((await told(world, scene.event.id)).map((d) => [d.name, d.state] as const).sort()),
  };
  beforeEach(async () => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    world.logs.length = 0;
    world.mailSays.next = undefined;
    await emptyOutbox(world);
    scene.event = anEvent(`evt_b${++n}`, {
      startsAt: iso(MONDAY - DAY),
      endsAt: iso(MONDAY - DAY + 4 * HOUR),
      turnAt: iso(MONDAY - 9 * DAY),
    });
    await keepEvent(world, scene.event);
  });
  return scene;
};

const emptyOutbox = async (world: TestWorld) => {
  for (const open of ['due', 'sending', 'unknown', 'held', 'to-call'])
    for (const { pk, sk } of await world.db.all<Delivery>(noticesTable, {
      index: 'open',
      where: '#o = :o',
      names: { '#o': 'open' },
      values: { ':o': open },
    }))
      await world.db.delete(noticesTable, { pk, sk });
};
