import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { restore } from '../../../functions/events/registrations/change/restore';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { listCalls } from '../../../functions/outbox/calls/calls';
import { MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { danh, namedBy, quotaScene, thi } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const now = ({ id }: Registration) => getRegistration(world, id);
const lines = async (event: Event) => {
  world.clock.forward(MINUTE);
  await createDueDeliveriesOfEvent(world, event);
  const { items } = await listCalls(world, { eventId: event.id, limit: 20 });
  // The unit's own letter is told to its officer, not to a person of the list.
  return items.map(({ template }) => template).filter((template) => template !== 'nomination');
};
const scene = async () => {
  const event = await addEvent(world, 9);
  return { event, person: await entered(world, event.id, { fullName: 'Danh Tự Báo' }) };
};

test('who rang to cancel is taken off, without a reason, and is not called back', async () => {
  const { event, person } = await scene();
  const page = routes.consoleDecide(person.id, 'huy');
  expect((await organizer.get(page)).text).toContain('Chính người này báo không tham dự');
  const done = await organizer.post(page, { atOwnRequest: 'on' });
  expect(done.status).toBe(303);
  expect((await organizer.get(done.to)).text).toContain('Đã hủy đăng ký theo lời báo của người này.');
  expect(await now(person)).toMatchObject({
    status: 'cancelled',
    how: 'self',
    by: expect.stringMatching(/^acc_/),
  });
  expect(await lines(event)).toEqual([]);
});

test('a reason may be noted; without the tick it is asked for, and the person is called', async () => {
  const { event, person } = await scene();
  const other = await entered(world, event.id, { fullName: 'Thị Không Hay' });
  const page = (r: Registration) => routes.consoleDecide(r.id, 'huy');
  expect((await organizer.post(page(other), {})).status).toBe(422);
  await organizer.post(page(other), { reason: 'Trùng lịch' });
  await organizer.post(page(person), { reason: 'Ốm', atOwnRequest: 'on' });
  expect(await now(person)).toMatchObject({ how: 'self', reason: 'Ốm' });
  expect(await lines(event)).toEqual(['cancelled']);
});

test('several who rang are taken off in one act', async () => {
  const { event, person } = await scene();
  const other = await entered(world, event.id, { fullName: 'Thị Cũng Báo' });
  const act = { viec: 'tu-bao', nguoi: `${person.id} ${person.version}` };
  const done = await organizer.post(routes.consoleMany(event.id), [
    ...Object.entries(act),
    ['nguoi', `${other.id} ${other.version}`],
  ]);
  expect((await organizer.get(done.to)).text).toContain('Đã hủy đăng ký của 2 người theo lời báo của họ.');
  expect(await lines(event)).toEqual([]);
});

test('POST /registrations/{id}/cancellation knows both', async () => {
  const { event, person } = await scene();
  const path = `/registrations/${person.id}/cancellation`;
  expect((await organizer.api('POST', path, {})).status).toBe(422);
  expect((await organizer.api('POST', path, { atOwnRequest: true })).status).toBe(200);
  expect(await now(person)).toMatchObject({ status: 'cancelled', how: 'self' });
  expect(await lines(event)).toEqual([]);
});

test('who was taken off and is restored is told of the seat, although they knew of the first one', async () => {
  const event = await addEvent(world, 9);
  // The organizer told both on the phone.
  const [stays, returns] = [await entered(world, event.id), await entered(world, event.id)];
  expect(await lines(event)).toEqual([]);
  await cancelByStaff(world, returns.id, undefined, { atOwnRequest: true });
  await restore(world, returns.id);
  expect(await now(returns)).toMatchObject({ status: 'confirmed', how: 'restored' });
  expect(await lines(event)).toEqual(['confirmed']);
  const { items } = await listCalls(world, { eventId: event.id, limit: 20 });
  expect(items.map(({ pk }) => pk)).toEqual([returns.id]);
  expect((await now(stays)).how).toBe('organizer');
});

describe('by the unit that named them', () => {
  const named = async () => {
    const { event, nomination, path, token } = await quotaScene(world);
    const officer = visitor(world);
    for (const one of [danh, thi]) await officer.post(path, one);
    const [person, other] = await namedBy(world, token);
    return { event, nomination, path, token, officer, person: person!, other: other! };
  };

  test('who rang the officer is taken off by the link, without a reason, and is not called back', async () => {
    const { event, nomination, path, officer, person, other } = await named();
    const form = await officer.get(`${path}/${person.id}/bo`);
    expect(form.text).toContain('Chính người này báo không tham dự');
    expect(form.text).toContain('trừ khi chính người này báo không tham dự');
    const done = await officer.post(`${path}/${person.id}/bo`, { atOwnRequest: 'on' });
    expect(done.status).toBe(303);
    const after = await officer.get(done.to);
    expect(after.text).toContain(`Đã bỏ ${person.fullName} khỏi danh sách theo lời báo của người này.`);
    expect(after.text).toContain(`${person.fullName}: tự báo không tham dự`);
    expect(await now(person)).toMatchObject({ status: 'cancelled', how: 'self', by: nomination.id });
    // The other nominee hears of the seat; the one who rang hears nothing.
    expect(await lines(event)).toEqual(['nominated']);
    expect((await now(other)).status).toBe('confirmed');
  });

  test('without the tick the link asks for a reason, and the person is told', async () => {
    const { event, path, officer, person, other } = await named();
    const refused = await officer.post(`${path}/${person.id}/bo`, {});
    expect([refused.status, (await now(person)).status]).toEqual([422, 'confirmed']);
    expect(refused.text).toContain('Vui lòng cho biết lý do');
    const done = await officer.post(`${path}/${person.id}/bo`, { reason: 'Trùng lịch' });
    expect((await officer.get(done.to)).text).toContain(`Đã bỏ ${person.fullName} khỏi danh sách.`);
    await officer.post(`${path}/${other.id}/bo`, { reason: 'Ốm', atOwnRequest: 'on' });
    expect(await now(person)).toMatchObject({ how: 'nominator', reason: 'Trùng lịch' });
    expect(await now(other)).toMatchObject({ how: 'self', reason: 'Ốm' });
    expect(await lines(event)).toEqual(['cancelled']);
  });

  test('the operations of the link and of the account know both', async () => {
    const { event, nomination, token, officer, person, other } = await named();
    const byLink = `/links/nominations/${token}/people/${person.id}/cancellation`;
    const byAccount = `/quotas/${nomination.id}/people/${other.id}/cancellation`;
    for (const [who, path] of [
      [officer, byLink],
      [organizer, byAccount],
    ] as const) {
      expect((await who.api('POST', path, {})).status).toBe(422);
      expect((await who.api('POST', path, { atOwnRequest: true })).status).toBe(204);
    }
    expect((await now(person)).how).toBe('self');
    expect((await now(other)).how).toBe('self');
    expect(await lines(event)).toEqual([]);
  });
});
