import { beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { runClock } from '../../../functions/background/clock/tick';
import { checkIn, daysCame } from '../../../functions/events/attendance/check-in';
import { exportTable } from '../../../functions/events/attendance/export';
import { signInSheet } from '../../../functions/events/attendance/sign-in-sheet';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { readRoom } from '../../../functions/events/event/room';
import { answerInvitation, enterAnswer } from '../../../functions/events/invitations/answer';
import { seatDelegates } from '../../../functions/events/invitations/delegates';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { lastToCome } from '../../../functions/events/registrations/change/lower-capacity';
import { everyRegistration, getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { registrationOccasions } from '../../../functions/notices/occasions/registration';
import { Unavailable } from '../../../functions/platform/store/outcome';
import { MINUTE, ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent, onDay, type Typed } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { says, tokenOf } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

let bodies = 0;
const invited = async (capacity: number, over: Partial<Typed> = {}) => {
  const event = await addEvent(world, 10, { capacity, ...over });
  const body = await addBody(world, `Hội Luật gia số ${++bodies}`);
  const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 3 });
  return { event, body, invitation: invitation! };
};
const people = (...names: string[]) => names.map((name) => ({ name }));
const answers = async ({ id }: Pick<Invitation, 'id'>, input: object, at: World = world) => {
  const now = await getInvitation(world, id);
  return answerInvitation(at, { token: tokenOf(world, now) }, now.version, says(input));
};
const yes = (invitation: Invitation, ...names: string[]) =>
  answers(invitation, { delegates: people(...names) });
const no = (invitation: Invitation) => answers(invitation, { answer: 'declined', reason: 'Trùng lịch' });
const delegatesOf = async (event: Event): Promise<Registration[]> => {
  const found: Registration[] = [];
  for await (const r of everyRegistration(world, event)) if (r.channel === 'invitation') found.push(r);
  return found;
};
const coming = async (event: Event) =>
  (await delegatesOf(event))
    .filter((r) => r.status === 'confirmed')
    .map((r) => r.fullName)
    .sort();
const seats = async ({ id }: Event) => {
  const room = await readRoom(world, id);
  const all = seatsIn(room);
  return [all.size, all.held, seatsIn(room, 'guests').size];
};

describe('the delegates of a body that accepts', () => {
  test('count against the room, and the next person who registers waits', async () => {
    const { event, invitation } = await invited(2);
    await yes(invitation, 'Phan Mẫu Một', 'Phan Mẫu Hai');
    expect(await seats(event)).toEqual([2, 2, 0]);
    expect((await comes(world, event.id)).status).toBe('waitlisted');
  });

  test('are one person where no name is given, and that person once the name comes', async () => {
    const { event, invitation } = await invited(5);
    await yes(invitation);
    expect(await coming(event)).toEqual(['Đại biểu chưa báo tên']);
    await yes(invitation, 'Phan Mẫu Ba');
    expect([await coming(event), await seats(event)]).toEqual([['Phan Mẫu Ba'], [5, 1, 0]]);
  });

  test.each([
    ['more', ['A', 'B'], ['A', 'B', 'C'], 3],
    ['fewer', ['A', 'B', 'C'], ['B'], 1],
    ['others', ['A', 'B'], ['C', 'D'], 2],
    ['the same in another order', ['A', 'B'], ['B', 'A'], 2],
    ['one of two exchanged', ['A', 'B'], ['A', 'C'], 2],
    ['two of one name', ['A'], ['A', 'A'], 2],
    ['one of two of one name', ['A', 'A'], ['A'], 1],
  ])('%s: seats are taken and given back', async (_how, before, after, held) => {
    const { event, invitation } = await invited(5);
    const named = (letters: string[]) =>
      letters.map((l) => `Phan Mẫu ${'ĐÀO BÌNH CHÍN DUNG'.split(' ')['ABCD'.indexOf(l)]}`);
    await yes(invitation, ...named(before));
    await yes(invitation, ...named(after));
    expect(await coming(event)).toEqual(named(after).sort());
    expect(await seats(event)).toEqual([5, held, 0]);
  });

  test('yes–no–yes takes seats, gives them to the queue, and takes others', async () => {
    const { event, invitation } = await invited(2);
    await yes(invitation, 'Phan Mẫu Một', 'Phan Mẫu Hai');
    const waits = await comes(world, event.id);
    await no(invitation);
    expect((await getRegistration(world, waits.id)).status).toBe('confirmed');
    expect(await seats(event)).toEqual([2, 1, 0]);
    await yes(invitation, 'Phan Mẫu Một', 'Phan Mẫu Hai');
    expect(await coming(event)).toHaveLength(2);
    // One sits on the free seat, the other beyond the number.
    expect(await seats(event)).toEqual([3, 3, 1]);
  });

  test('an answer that waits for its head takes no seat', async () => {
    const { event, invitation } = await invited(5);
    await answers(invitation, { answer: 'saved', delegates: people('Phan Mẫu Một') });
    expect(await seats(event)).toEqual([5, 0, 0]);
  });

  test('a full room: the answer stands, they sit beyond the number, and the organizer is told', async () => {
    const { event, invitation } = await invited(1, {
      startsAt: onDay(world, 5, '07:30'),
      endsAt: onDay(world, 5, '11:30'),
    });
    await comes(world, event.id);
    const waits = await comes(world, event.id);
    await yes(invitation, 'Phan Mẫu Một', 'Phan Mẫu Hai');
    expect(await seats(event)).toEqual([3, 3, 2]);
    expect((await getRegistration(world, waits.id)).status).toBe('waitlisted');
    const today = await organizer.get(routes.console());
    expect(today.text).toContain('Thêm 2 ghế cho đại biểu khách mời');
    expect((await organizer.get(routes.consoleSeats(event.id))).text).toMatch(/cho đại biểu khách mời 2 2 0/);
    const { json } = await organizer.api('GET', `/events/${event.id}`);
    expect(json).toMatchObject({ capacity: 1, seatsForDelegates: 2, pools: [{ kind: 'open', seats: 1 }] });
    // Their seats leave with them, however often the answer goes to and fro: the number stays what it was.
    for (let i = 0; i < 3; i++) {
      await no(invitation);
      expect(await seats(event)).toEqual([1, 1, 0]);
      await yes(invitation, 'Phan Mẫu Một', 'Phan Mẫu Hai');
      expect(await seats(event)).toEqual([3, 3, 2]);
    }
    expect((await getRegistration(world, waits.id)).status).toBe('waitlisted');
  });

  test('in a seat beyond the number pass it on within the body', async () => {
    const { event, invitation } = await invited(1);
    await comes(world, event.id);
    await yes(invitation, 'Phan Mẫu Một');
    await yes(invitation, 'Phan Mẫu Hai');
    expect([await coming(event), await seats(event)]).toEqual([['Phan Mẫu Hai'], [2, 2, 1]]);
  });

  test('leave with a revoked invitation, and come again with a new one', async () => {
    const { event, body, invitation } = await invited(2);
    await yes(invitation, 'Phan Mẫu Một');
    await revoke(world, invitation.id, (await getInvitation(world, invitation.id)).version);
    expect([await coming(event), await seats(event)]).toEqual([[], [2, 0, 0]]);
    const [again] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
    await yes(again!, 'Phan Mẫu Một');
    expect(await coming(event)).toEqual(['Phan Mẫu Một']);
  });

  test('of an answer that staff enter have seats too', async () => {
    const { event, invitation } = await invited(2);
    const input = { ...says({ delegates: people('Phan Mẫu Một') }), through: 'phone' as const };
    await enterAnswer(world, invitation.id, invitation.version, input);
    expect(await coming(event)).toEqual(['Phan Mẫu Một']);
  });

  test('two answers at once: the seats follow the one that stands', async () => {
    const { event, invitation } = await invited(5);
    const both = [['Phan Mẫu Một'], ['Phan Mẫu Hai', 'Phan Mẫu Ba']].map((names) =>
      answerInvitation(
        world,
        { token: tokenOf(world, invitation) },
        invitation.version,
        says({ delegates: people(...names) }),
      ),
    );
    await Promise.allSettled(both);
    await yes(invitation, 'Phan Mẫu Tư');
    expect([await coming(event), await seats(event)]).toEqual([['Phan Mẫu Tư'], [5, 1, 0]]);
  });

  test('sit where the first answer’s seats failed: the answer is kept, and the clock follows', async () => {
    const { event, invitation } = await invited(2);
    const db = new Proxy(world.db, {
      get: (target, name) =>
        name === 'putIf'
          ? () => Promise.reject(new Unavailable('busy'))
          : (target[name as keyof typeof target] as unknown),
    });
    const token = tokenOf(world, invitation);
    const busy = Object.assign(Object.create(Object.getPrototypeOf(world)), world, { db });
    await answerInvitation(busy, { token }, invitation.version, says({ delegates: people('Phan Mẫu Một') }));
    expect((await getInvitation(world, invitation.id)).answer?.answer).toBe('accepted');
    expect(await coming(event)).toEqual([]);
    await sweep(world, event.id);
    expect([await coming(event), await seats(event)]).toEqual([['Phan Mẫu Một'], [2, 1, 0]]);
    await seatDelegates(world, invitation.id);
    expect(await seats(event)).toEqual([2, 1, 0]);
  });

  test('get their seats once a postponed event goes on, and give them back meanwhile', async () => {
    const { event, invitation } = await invited(3);
    await yes(invitation, 'Phan Mẫu Một');
    const off = await postponeEvent(world, event.id, { reason: 'Bão', version: event.version } as never);
    await answers(invitation, { delegates: people('Phan Mẫu Một', 'Phan Mẫu Hai') });
    expect(await coming(event)).toEqual(['Phan Mẫu Một']);
    const dates = { startsAt: onDay(world, 20, '07:30'), endsAt: onDay(world, 20, '11:30') };
    await resumeEvent(world, event.id, { ...dates, version: off.version } as never);
    await runClock(world);
    expect(await coming(event)).toEqual(['Phan Mẫu Hai', 'Phan Mẫu Một']);
  });
});

describe('a delegate', () => {
  const scene = async () => {
    const { event, invitation, body } = await invited(5);
    await answers(invitation, {
      delegates: [
        { name: 'Phan Thị Khách', position: 'Phó Chủ tịch', phone: '0900000991' },
        { name: 'Lê Văn Khách' },
      ],
    });
    const all = await delegatesOf(event);
    return { event, invitation, body, khach: all.find((r) => r.fullName === 'Phan Thị Khách')! };
  };

  test('stands in the list, the export and the sign-in sheet, by name and body', async () => {
    const { event, body } = await scene();
    const person = await comes(world, event.id, { fullName: 'Danh Mẫu Sóc' });
    const list = await organizer.get(routes.consoleRegistrations(event.id));
    expect(list.text).toContain('Phan Thị Khách');
    const [head, ...rows] = await exportTable(world, event);
    const of = (name: string) => head!.indexOf(name);
    const row = rows.find((r) => r.includes('Phan Thị Khách'))!;
    expect([row[of('Tình trạng')], row[of('Đăng ký qua')]]).toEqual(['Đã giữ chỗ', 'Khách mời']);
    const sheet = await signInSheet(world, event.id);
    expect(sheet.rows.map((r) => r.fullName)).toEqual([person.fullName, 'Lê Văn Khách', 'Phan Thị Khách']);
    expect(sheet.rows.at(-1)).toMatchObject({
      from: expect.stringContaining('Phó Chủ tịch'),
      phone: '0900000991',
    });
    expect(sheet.rows.at(-1)!.from.toLowerCase()).toContain(body.name.toLowerCase());
  });

  test('is found at the door by name, phone and body, and is present by one tap', async () => {
    const { event, khach } = await scene();
    world.clock.at = ms(event.startsAt) - 5 * MINUTE;
    const door = routes.consoleCheckIn(event.id);
    expect((await organizer.get(door)).text).toContain('0 trên 2 người đã đến');
    for (const search of ['khach', '0900 000 991', 'luat gia']) {
      const page = await organizer.get(`${door}?tim=${encodeURIComponent(search)}`);
      expect(page.text).toMatch(/Phan Thị Khách.*Khách mời/);
    }
    const sent = await organizer.post(door, { ngay: '1', id: khach.id });
    expect((await organizer.get(sent.to)).text).toContain('Phan Thị Khách có mặt lúc');
    expect(daysCame(await getRegistration(world, khach.id))).toHaveLength(1);
  });

  test('who was seen stays, whatever the answer says later', async () => {
    const { event, invitation, khach } = await scene();
    await checkIn(world, event.id, { registrationId: khach.id, day: 1 });
    await no(invitation);
    expect(await coming(event)).toEqual(['Phan Thị Khách']);
  });

  test('keeps the seat and gets the new phone and position of a later answer', async () => {
    const { event, invitation, khach } = await scene();
    await answers(invitation, {
      delegates: [{ name: 'PHAN THỊ KHÁCH', position: 'Chủ tịch', phone: '0900000992' }],
    });
    const after = await getRegistration(world, khach.id);
    expect(after).toMatchObject({ position: 'Chủ tịch', phone: '0900000992', claim: khach.claim! });
    expect(await coming(event)).toHaveLength(1);
  });

  test('is told nothing by us: the body is', async () => {
    const { event, khach } = await scene();
    expect(registrationOccasions(await getEvent(world, event.id), khach, world.now())).toEqual([]);
    expect(registrationOccasions(event, khach, ms(event.startsAt) - 60 * MINUTE)).toEqual([]);
  });

  test('is changed by the answer alone', async () => {
    const { khach } = await scene();
    for (const [path, body] of [
      ['cancellation', { reason: 'Nhầm' }],
      ['replacement', { fullName: 'Lê Mẫu Cúc', phone: '0987654321', unitId: 'unt_dinhan', basis: 'paper' }],
      ['move', { eventId: 'evt_x' }],
    ] as const) {
      const refused = await organizer.api('POST', `/registrations/${khach.id}/${path}`, body);
      expect([refused.status, refused.json.code]).toEqual([409, 'delegate-by-answer']);
    }
    const page = await organizer.get(routes.consoleRegistration(khach.id));
    expect(page.text).not.toContain('Hủy đăng ký');
    expect(page.html).toContain(routes.consoleInvitation(khach.invitationId!));
    expect((await organizer.get(routes.consoleDecide(khach.id, 'huy'))).status).toBe(409);
  });

  test('does not lose the seat where a number was typed wrong, nor is seen by officers', async () => {
    const { event, khach } = await scene();
    const person = await comes(world, event.id);
    expect((await lastToCome(world, event, 'open', 1)).map((r) => r.id)).toEqual([person.id]);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const { json } = await officer.api('GET', `/events/${event.id}/registrations`);
    expect(json.items.map((r: Registration) => r.id)).not.toContain(khach.id);
  });

  test('leaves a seat of the room to the queue', async () => {
    const { event, invitation } = await invited(1);
    await yes(invitation, 'Phan Mẫu Một');
    const first = await comes(world, event.id);
    const second = await comes(world, event.id);
    await cancelByStaff(world, first.id, 'Bận');
    await no(invitation);
    expect((await getRegistration(world, second.id)).status).toBe('confirmed');
  });
});
