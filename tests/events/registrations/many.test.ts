import { beforeAll, describe, expect, test } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { replace } from '../../../functions/events/registrations/change/replace';
import { restore } from '../../../functions/events/registrations/change/restore';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { ms } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { problem } from '../../support/refusals';
import type { Seen } from '../../support/seen';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});
const now = ({ id }: Registration) => getRegistration(world, id);
const statuses = (people: readonly Registration[]) =>
  Promise.all(people.map(async (r) => (await now(r)).status));
const crowd = async (event: Event, count: number): Promise<Registration[]> => {
  const people: Registration[] = [];
  for (let i = 0; i < count; i++) {
    world.clock.forward(1_000);
    people.push(await comes(world, event.id, { fullName: `Danh Mẫu ${'ABCDEFGH'[i % 8]}` }));
  }
  return people;
};
const seats = async (event: Event) => seatsIn(await readRoom(world, event.id));

/** What a browser sends for the form of a list, with the boxes that are ticked. */
const ticked = (list: Seen, act: string): string => {
  const form = list.page.querySelector('form[action$="nhieu-nguoi"]')!;
  const boxes = form.querySelectorAll('input[type=checkbox][checked]').map((b) => b.getAttribute('value')!);
  const query = new URLSearchParams([['viec', act], ...boxes.map((id) => ['nguoi', id])]);
  return `${form.getAttribute('action')}?${query}`;
};
/** What it sends for the question: every field, some of them several times. */
const confirmed = (question: Seen, more: Record<string, string> = {}): [string, string][] => [
  ...question.page
    .querySelectorAll('form[method=post][action$="nhieu-nguoi"] input[type=hidden]')
    .map((f): [string, string] => [f.getAttribute('name')!, f.getAttribute('value')!]),
  ...Object.entries(more),
];
const choose = (event: Event, act: string, people: readonly Registration[]) => {
  const query = new URLSearchParams([['viec', act], ...people.map((r) => ['nguoi', r.id])]);
  return organizer.get(`${routes.consoleMany(event.id)}?${query}`);
};
const send = (event: Event, question: Seen, more?: Record<string, string>) =>
  organizer.post(routes.consoleMany(event.id), confirmed(question, more));

describe('many people at once', () => {
  test('are approved by four clicks: the filter, all of the page, the button, the yes', async () => {
    const event = await addEvent(world, 10, { approval: true, capacity: 30 });
    const people = await crowd(event, 40);
    const list = await organizer.get(`${routes.consoleRegistrations(event.id)}?tinh-trang=pending`);
    const all = list.page.querySelectorAll('a').find((a) => a.text.startsWith('Chọn cả 40 người'))!;
    const chosen = await organizer.get(all.getAttribute('href')!);
    const question = await organizer.get(ticked(chosen, 'duyet'));
    expect(question.text).toContain('Duyệt 40 người?');
    const sent = await send(event, question);
    expect(sent.status).toBe(303);
    expect((await organizer.get(sent.to)).text).toContain('Đã duyệt 40 người.');
    expect((await statuses(people)).filter((s) => s === 'confirmed')).toHaveLength(30);
    expect((await statuses(people)).filter((s) => s === 'waitlisted')).toHaveLength(10);
    // A second click is answered as the first one, and does nothing.
    expect((await send(event, question)).to).toBe(sent.to);
    expect(await seats(event)).toMatchObject({ held: 30 });
  });

  test('are cancelled with one reason, which each of them is told', async () => {
    const event = await addEvent(world, 10, { capacity: 2 });
    const [an, binh, chin] = (await crowd(event, 3)) as [Registration, Registration, Registration];
    const question = await choose(event, 'huy', [an, binh]);
    expect((await send(event, question)).text).toContain('Lý do');
    expect(await statuses([an, binh, chin])).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect((await send(event, question, { reason: 'Lớp của đơn vị khác' })).status).toBe(303);
    expect(await statuses([an, binh, chin])).toEqual(['cancelled', 'cancelled', 'confirmed']);
    expect((await now(an)).reason).toBe('Lớp của đơn vị khác');
  });

  test('are moved to a parallel class as far as it has seats; the others stay and are named', async () => {
    const event = await addEvent(world, 10, { title: 'Lớp song song' });
    const there = await addEvent(world, 12, { title: 'Lớp song song', capacity: 2 });
    const people = await crowd(event, 3);
    const question = await choose(event, 'chuyen', people);
    const sent = await send(event, question, { eventId: there.id });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Đã chuyển 2 người.');
    expect(sent.text).toContain('1 người chưa được');
    expect((await statuses(people)).sort()).toEqual(['cancelled', 'cancelled', 'confirmed']);
    expect((await listRegistrations(world, there.id, { limit: 9 })).items).toHaveLength(2);
  });

  test('are not touched where the page is old, where they came, or where the act does not fit', async () => {
    const event = await addEvent(world, 10);
    const [fine, changed, came, left] = (await crowd(event, 4)) as [
      Registration,
      Registration,
      Registration,
      Registration,
    ];
    await withdraw(world, left);
    const question = await choose(event, 'huy', [fine, changed, came, left]);
    expect(question.text).toMatch(/Hủy đăng ký của 3 người\?.*Không áp dụng cho 1 người/s);
    await correctByStaff(world, changed.id, { ...particularsOf(changed), position: 'Phó' });
    world.clock.at = ms(event.startsAt);
    await checkIn(world, event.id, { registrationId: came.id, day: 1 });
    const sent = await send(event, question, { reason: 'Bận' });
    expect(sent.text).toContain('2 người chưa được');
    expect(await statuses([fine, changed, came])).toEqual(['cancelled', 'confirmed', 'confirmed']);
    const approve = await choose(event, 'duyet', [changed]);
    expect(approve.text).toContain('Không áp dụng cho 1 người');
    expect(approve.page.querySelector('form[method=post][action$="nhieu-nguoi"]')).toBeNull();
  });

  test('nobody ticked, an act that does not exist, and an account that may only look', async () => {
    const event = await addEvent(world, 10);
    const people = await crowd(event, 1);
    expect((await choose(event, 'huy', [])).text).toContain('Chưa chọn ai');
    expect((await choose(event, 'constructor', people)).status).toBe(404);
    const viewer = await signIn(world, { role: 'viewer' });
    const list = await viewer.get(routes.consoleRegistrations(event.id));
    expect(list.html).not.toContain('type="checkbox"');
    expect((await viewer.get(`${routes.consoleMany(event.id)}?viec=huy&nguoi=${people[0]!.id}`)).status).toBe(
      403,
    );
  });
});

describe('a cancellation that was a slip', () => {
  test('is taken back: the same code, and a seat while one is free', async () => {
    const event = await addEvent(world, 10, { capacity: 2 });
    const [an] = await crowd(event, 1);
    await cancelByStaff(world, an!.id, 'Nhầm');
    const question = await choose(event, 'khoi-phuc', [an!]);
    expect((await send(event, question)).status).toBe(303);
    const back = await now(an!);
    expect(back).toMatchObject({ status: 'confirmed', code: an!.code, fullName: an!.fullName });
    expect(back.reason).toBeUndefined();
    expect(await seats(event)).toMatchObject({ held: 1 });
    expect(await restore(world, an!.id)).toMatchObject({ status: 'confirmed', turn: back.turn });
    await createDueDeliveriesOfEvent(world, event);
    expect((await deliveriesOf(world, an!.id)).filter((d) => d.state !== 'dropped')).toHaveLength(1);
  });

  test('is taken back to the end of the queue where the seat was given on; nobody loses one', async () => {
    const event = await addEvent(world, 10, { capacity: 1 });
    const [an, binh, chin] = (await crowd(event, 3)) as [Registration, Registration, Registration];
    await cancelByStaff(world, an.id, 'Nhầm');
    world.clock.forward(1_000);
    await restore(world, an.id);
    expect(await statuses([an, binh, chin])).toEqual(['waitlisted', 'confirmed', 'waitlisted']);
    expect((await now(an)).queuedAt! > (await now(chin)).queuedAt!).toBe(true);
  });

  test('of a person who was not decided about yet is asked about again', async () => {
    const event = await addEvent(world, 10, { approval: true });
    const [an] = await crowd(event, 1);
    const question = await choose(event, 'tu-choi', [an!]);
    await send(event, question, { reason: 'Nhầm' });
    expect((await now(an!)).status).toBe('declined');
    await restore(world, an!.id);
    expect((await now(an!)).status).toBe('pending');
  });

  test('keeps the days on which they were seen', async () => {
    const event = await addEvent(world, 10);
    const [an] = await crowd(event, 1);
    world.clock.at = ms(event.startsAt);
    await checkIn(world, event.id, { registrationId: an!.id, day: 1 });
    await cancelByStaff(world, an!.id, 'Nhầm', { evenIfPresent: true });
    await restore(world, an!.id);
    expect(await now(an!)).toMatchObject({ status: 'confirmed', came: { 1: expect.any(String) } });
  });

  test('is not what ended a person who was replaced or moved', async () => {
    const event = await addEvent(world, 10);
    const [an] = await crowd(event, 1);
    const other = { ...particulars({ fullName: 'Lê Mẫu Thay' }), interpreter: false };
    await replace(world, an!.id, other, { basis: 'paper', channel: 'api' });
    await expect(restore(world, an!.id)).rejects.toEqual(problem('registration-not-restorable'));
    expect((await choose(event, 'khoi-phuc', [an!])).text).toContain('Không áp dụng cho 1 người');
  });

  test('is taken back over the API by those who may cancel, and by no others', async () => {
    const event = await addEvent(world, 10);
    const [an] = await crowd(event, 1);
    await cancelByStaff(world, an!.id, 'Nhầm');
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_dinhan', bearer: true });
    const path = `/registrations/${an!.id}/restoration`;
    expect((await officer.api('POST', path)).status).toBe(403);
    expect((await organizer.api('POST', path)).json).toMatchObject({ status: 'confirmed', code: an!.code });
  });
});
