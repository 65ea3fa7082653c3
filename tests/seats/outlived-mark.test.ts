import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRoom } from '../../functions/events/event/room';
import { createNomination } from '../../functions/events/nominations/create';
import { NominationInput } from '../../functions/events/nominations/nomination';
import { withdrawNominee } from '../../functions/events/nominations/nominees/change-nominee';
import { nominate } from '../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../functions/events/nominations/nominees/nominee';
import { cancelByStaff } from '../../functions/events/registrations/change/cancel';
import { move } from '../../functions/events/registrations/change/move';
import { getRegistration } from '../../functions/events/registrations/find';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import type { Registration } from '../../functions/events/registrations/registration';
import { registrationOccasions } from '../../functions/notices/occasions/registration';
import { parse } from '../../functions/platform/input/parse';
import { setPoolSize } from '../../functions/seats/capacity';
import { isWaitedFor } from '../../functions/seats/ledger/room';
import { admit } from '../../functions/seats/protocol/admit';
import { reconcile } from '../../functions/seats/reconcile';
import { ledgerOf } from '../../functions/seats/tables/ledger-tables';
import { furnish, publishedEvent } from '../support/events';
import { comes, entered, particulars } from '../support/people';
import { MONDAY, useWorld } from '../support/world';

describe('a mark that outlived its queue', () => {
  const world = useWorld();
  beforeAll(() => furnish(world));
  beforeEach(() => {
    world.clock.at = MONDAY;
  });

  const goes = (r: Registration) => cancelByStaff(world, r.id, 'bận');

  /** One person sat and one waited, and both are gone. */
  const emptied = async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const seated = await comes(world, event.id);
    const waiting = await comes(world, event.id);
    await goes(waiting);
    await goes(seated);
    expect(isWaitedFor(await readRoom(world, event.id), 'open')).toBe(true);
    return event;
  };

  test('makes no person wait, and is cleared though people keep coming', async () => {
    const event = await emptied();
    await setPoolSize(world, event.id, { pool: 'open' }, 100);
    for (let i = 0; i < 12; i++) {
      world.clock.forward(20_000);
      if (i % 3 === 0) await reconcile(world, event.id);
      const { id, status } = await comes(world, event.id);
      expect([status, (await getRegistration(world, id)).how]).toEqual(['confirmed', 'direct']);
    }
    expect(isWaitedFor(await readRoom(world, event.id), 'open')).toBe(false);
  });

  test('costs one look at the queue', async () => {
    const event = await emptied();
    await comes(world, (await publishedEvent(world)).id); // warms what a function remembers
    world.costs.length = 0;
    await comes(world, event.id);
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'query', 'update', 'put']);
  });

  test('refuses no officer within their quota', async () => {
    const event = await publishedEvent(world, { capacity: 1, admission: 'nomination' });
    const asked = parse(NominationInput, { unitId: 'unt_dinhan', quota: 1, contactName: 'Mẫu' });
    const token = (await createNomination(world, event.id, asked)).link.split('/').at(-1)!;
    const named = () => nominate(world, token, parse(NomineeInput, { ...particulars(), basis: 'paper' }));
    const calls = () => entered(world, event.id);
    const first = await named();
    await calls();
    const waits = await calls();
    expect(waits.status).toBe('waitlisted');
    await goes(waits);
    await withdrawNominee(world, token, first.id, { reason: 'bận' });
    expect(await named()).toMatchObject({ status: 'confirmed', claim: { pool: 'unt_dinhan' } });
  });

  test('does not keep a person from moving to a class that has room', async () => {
    const event = await emptied();
    const elsewhere = await comes(world, (await publishedEvent(world, { capacity: 2 })).id);
    expect(await move(world, elsewhere.id, event.id)).toMatchObject({ status: 'confirmed' });
  });

  test('still lets no person jump a queue that is there', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const ledger = ledgerOf(world);
    await comes(world, event.id);
    const waits = await comes(world, event.id);
    // Room is there before those who wait are settled.
    await ledger.addBlock(event.id, { sk: 'block#0009', pool: 'open', size: 1 });
    expect((await comes(world, event.id)).status).toBe('waitlisted');
    expect((await getRegistration(world, waits.id)).status).toBe('confirmed');
  });
});

describe('a seat that comes free while a person joins the queue', () => {
  const world = useWorld();
  beforeAll(() => furnish(world));

  test('is answered, stored and told as a seat from the start', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const taken = await register(
      world,
      event.id,
      parse(RegisterInput, { fullName: 'Mẫu Một', phone: '0901000001', unitId: 'unt_dinhan', consent: true }),
    );
    const ledger = ledgerOf(world);
    const full = await ledger.room(event.id);
    await cancelByStaff(world, taken.registration.id, 'bận');
    const entry: Registration = {
      ...taken.registration,
      sk: 'p000000000',
      id: `reg_${event.id.slice(4)}_0_p000000000`,
      claim: undefined,
      place: undefined,
      how: 'direct',
    };
    const admitted = await admit(ledger, full, entry);
    const stored = await getRegistration(world, entry.id);
    expect(stored).toMatchObject({ status: 'confirmed', how: 'direct' });
    if (!admitted.ok) throw new Error('refused');
    const { status, claim, place, turn, version } = admitted.registration;
    expect(stored).toMatchObject({ status, claim, place, turn, version });
    expect(registrationOccasions(event, stored, world.now()).map((o) => o.template)).toEqual(['confirmed']);
  });
});
