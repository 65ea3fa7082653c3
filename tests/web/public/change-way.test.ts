import { beforeAll, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { changeWay } from '../../../functions/events/registrations/change/attendance-way';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { reconcileEvent } from '../../../functions/seats/protocol/reconcile';
import { ledgerOf } from '../../../functions/seats/tables/ledger-tables';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from './forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

const PAGE = '/xem-lai/doi-hinh-thuc';
const both = (hall: number, online: number) =>
  addEvent(world, 10, {
    mode: 'both',
    capacity: undefined,
    pools: [
      { kind: 'open', seats: hall },
      { kind: 'online', seats: online },
    ],
  });
let phones = 0;
const enters = (eventId: string, over: object = {}) =>
  comes(world, eventId, {
    unitId: 'unt_goquao_1',
    phone: `09000077${String(phones++).padStart(2, '0')}`,
    ...over,
  });
const now = ({ id }: Registration) => getRegistration(world, id);
const held = async (eventId: string) => {
  const room = await readRoom(world, eventId);
  return [seatsIn(room, 'open').held, seatsIn(room, 'online').held];
};

describe('Taking part the other way', () => {
  test('gives the seat there first, and the old one to the first who waits', async () => {
    const { id } = await both(1, 1);
    const [mine, next] = [await enters(id), await enters(id)];
    expect(next.status).toBe('waitlisted');
    const changed = await changeWay(world, mine, true);
    expect(changed).toMatchObject({
      status: 'confirmed',
      online: true,
      claim: { pool: 'online' },
      code: mine.code,
    });
    expect(await now(next)).toMatchObject({ status: 'confirmed', how: 'promoted', claim: { pool: 'open' } });
    expect(await held(id)).toEqual([1, 1]);
  });

  test('takes a person who waits for the hall to a free seat online', async () => {
    const { id } = await both(1, 2);
    await enters(id);
    const waiting = await enters(id);
    expect(await changeWay(world, waiting, true)).toMatchObject({ status: 'confirmed', online: true });
    expect(await held(id)).toEqual([1, 1]);
  });

  test.each([true, false])('keeps what they have where it is full there; online: %s', async (online) => {
    const { id } = await both(1, 1);
    const hall = await enters(id);
    const remote = await enters(id, { online: true });
    const mine = online ? hall : remote;
    const before = await now(mine);
    await expect(changeWay(world, mine, online)).rejects.toMatchObject({
      code: online ? 'online-full' : 'hall-full',
    });
    expect(await now(mine)).toEqual(before);
    expect(await held(id)).toEqual([1, 1]);
  });

  test('passes nobody who waits there', async () => {
    const { id } = await both(1, 3);
    const hall = await enters(id);
    const waiting = await enters(id);
    const remote = await enters(id, { online: true });
    await changeWay(world, hall, true);
    expect((await now(waiting)).status).toBe('confirmed');
    await expect(changeWay(world, remote, false)).rejects.toMatchObject({ code: 'hall-full' });
  });

  test('is done once, however often it is sent, also at once', async () => {
    const { id } = await both(3, 3);
    const mine = await enters(id);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => changeWay(world, mine, true)));
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
    await reconcileEvent(ledgerOf(world), id);
    expect(await now(mine)).toMatchObject({ status: 'confirmed', online: true });
    expect(await held(id)).toEqual([0, 1]);
    await changeWay(world, mine, true);
    expect(await held(id)).toEqual([0, 1]);
  });

  test.each([
    ['another code', { code: '000000000' }],
    ['another phone', { phone: '0900000000' }],
  ])('needs the person’s own code and phone: %s', async (_what, wrong) => {
    const { id } = await both(2, 2);
    const mine = await enters(id);
    await expect(changeWay(world, { ...mine, ...wrong }, true)).rejects.toMatchObject({ kind: 'missing' });
    expect((await now(mine)).online).toBeUndefined();
  });

  test('is not offered where the event is held one way', async () => {
    const { id } = await addEvent(world, 10);
    const mine = await enters(id);
    await expect(changeWay(world, mine, true)).rejects.toMatchObject({ code: 'way-fixed' });
    const me = visitor(world);
    const page = await me.send('/xem-lai', mine as never);
    expect(page.text).not.toContain('Chuyển sang trực tuyến');
  });
});

describe(PAGE, () => {
  const opened = async (hall: number, online: number) => {
    const { id } = await both(hall, online);
    const mine = await enters(id);
    const me = visitor(world);
    const ticket = await me.send('/xem-lai', { code: mine.code, phone: mine.phone });
    return { id, mine, me, ticket };
  };

  test('asks, changes, and says what is so now', async () => {
    const { mine, me, ticket } = await opened(1, 1);
    const link = ticket.page
      .querySelectorAll('main a')
      .find((a) => a.text.includes('Chuyển sang trực tuyến'))!;
    const asked = await me.get(link.getAttribute('href')!);
    expect(asked.text).toContain('Tham dự trực tuyến thay vì đến hội trường?');
    const done = await me.send(PAGE, fieldsTo(asked, PAGE));
    expect(done.text).toContain('Đã chuyển sang tham dự trực tuyến');
    expect(done.text).toContain('Chuyển sang hội trường');
    expect(await now(mine)).toMatchObject({ online: true });
  });

  test('says that it is full there, and nothing changed', async () => {
    const { id, me, mine } = await opened(1, 1);
    const asked = await me.get(PAGE);
    await enters(id, { online: true });
    const refused = await me.post(PAGE, fieldsTo(asked, PAGE));
    expect(refused.text).toContain('Chỗ trực tuyến đã hết');
    expect(await now(mine)).toMatchObject({ status: 'confirmed', claim: { pool: 'open' } });
  });

  test('acts on the registration that it shows alone', async () => {
    const { id, mine, me } = await opened(3, 3);
    const asked = fieldsTo(await me.get(PAGE), PAGE);
    const other = await enters(id);
    await me.send('/xem-lai', { code: other.code, phone: other.phone });
    const refused = await me.post(PAGE, asked);
    expect(refused.status).toBe(409);
    expect([(await now(mine)).online, (await now(other)).online]).toEqual([undefined, undefined]);
  });

  test('marks the name as Vietnamese on the English page', async () => {
    const { mine, me } = await opened(1, 1);
    const asked = await me.get(`/en${PAGE}`);
    const name = asked.page.querySelectorAll('main [lang=vi]').map((element) => element.text);
    expect(name).toContain(mine.fullName);
  });

  test('is there for a program too', async () => {
    const { mine } = await opened(2, 2);
    const answer = await visitor(world).api('PUT', `/registrations/${mine.id}/attendance`, {
      code: mine.code,
      phone: mine.phone,
      online: true,
    });
    expect([answer.status, answer.json.online]).toEqual([200, true]);
  });
});
