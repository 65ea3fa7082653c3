import { beforeAll, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { getRegistration } from '../../../functions/events/registrations/find';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { showCode } from '../../../functions/platform/keys/ids';
import { DAY } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { tellAll } from '../../support/telling';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from '../../web/public/forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

const HOA = { fullName: 'Trần Thị Mẫu Hoa', phone: '0912345678', unitId: 'unt_goquao_2' };
const registeredBefore = async () => {
  const event = await addEvent(world, 10, { capacity: 5 });
  const before = await comes(world, event.id, HOA);
  await tellAll(world, event, [before.id]);
  world.clock.forward(2 * 60 * 60_000);
  const told = async () => {
    await createDueDeliveriesOfEvent(world, await getEvent(world, event.id));
    return (await deliveriesOf(world, before.id)).filter(({ template }) => template === 'code');
  };
  return { event, before, told };
};

describe('Registering again without a proof', () => {
  test('shows nothing of the registration, and tells the person their code, once a day', async () => {
    const { event, before, told } = await registeredBefore();
    const page = await visitor(world).post(routes.register(event.id), typed());
    expect(page.status).toBe(409);
    for (const own of [before.code, showCode(before.code), before.id]) expect(page.html).not.toContain(own);
    expect(page.text).toContain('Mã đăng ký gồm 9 chữ số được gửi lại');
    const again = await visitor(world).api('POST', `/events/${event.id}/registrations`, {
      ...HOA,
      consent: true,
    });
    expect([again.status, again.json.code]).toEqual([409, 'already-registered']);
    expect(JSON.stringify(again.json)).not.toContain(before.code);
    const calls = await told();
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ state: 'to-call', owner: event.id });
    expect(calls[0]!.words).toContain(showCode(before.code));
    expect(await told()).toHaveLength(1);
    expect((await getRegistration(world, before.id)).status).toBe('confirmed');
    expect((await getEvent(world, event.id)).status).toBe('published');
    world.clock.forward(DAY);
    await visitor(world).post(routes.register(event.id), typed());
    expect(await told()).toHaveLength(2);
  });

  test('with the form’s nonce is answered as the first time, and nobody is called', async () => {
    const event = await addEvent(world, 10, { capacity: 5 });
    const sent = { ...HOA, consent: true, nonce: 'n'.repeat(24) };
    const send = () => visitor(world).api('POST', `/events/${event.id}/registrations`, sent);
    const [first, second] = [await send(), await send()];
    expect([second.status, second.json]).toEqual([201, first.json]);
    expect((await getRegistration(world, first.json.id)).codeAsked).toBeUndefined();
  });
});
