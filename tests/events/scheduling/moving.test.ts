import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { officialMoment } from '../../../functions/documents/official';
import { getEvent } from '../../../functions/events/event/get';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { getNomination } from '../../../functions/events/nominations/list';
import { movedDates } from '../../../functions/events/scheduling/move-dates';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { messageFor } from '../../../functions/notices/message-for';
import { readSubject } from '../../../functions/notices/read-subject';
import { toText } from '../../../functions/platform/mail/render';
import {
  DAY,
  HOUR,
  instant,
  iso,
  localDate,
  localTime,
  MINUTE,
  ms,
} from '../../../functions/platform/time/dates';
import { moment } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent, inDays, input, onDay } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fields } from '../../support/refusals';
import { tellAll, toldSince } from '../../support/telling';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

let n = 0;
/** A class with a person by mail, a person by phone, a quota and an invited body; all were told. */
const scene = async () => {
  const event = await addEvent(world, 14, {
    admission: 'nomination',
    capacity: 10,
    registrationClosesAt: onDay(world, 13, '17:00'),
    sessions: [{ startsAt: onDay(world, 14, '07:30'), endsAt: onDay(world, 14, '11:00'), topic: 'Kỹ năng' }],
  });
  const mailed = await entered(world, event.id, { email: `hoa${++n}@mau.example` });
  const called = await entered(world, event.id, { fullName: 'Danh Mẫu Gọi', phone: '0900000555' });
  const { nomination } = await giveQuota(world, event.id, { quota: 2, deadline: onDay(world, 11, '17:00') });
  const body = await addBody(world, `Hội dời ngày ${n}`);
  const [invitation] = await invite(world, event.id, { bodyId: body.id });
  const ids = [mailed.id, called.id, nomination.id, invitation!.id];
  await tellAll(world, event, ids);
  world.clock.forward(MINUTE);
  return { event, mailed, called, nomination, invitation: invitation!, ids };
};
const toldToAll = (ids: readonly string[], since: number) =>
  Promise.all(ids.map((id) => toldSince(world, id, since)));
const words = async (id: string, template: string) =>
  toText(await messageFor(world, template, (await readSubject(world, id))!), world.settings.department);
const later = (at: string, days: number) => iso(ms(at) + days * DAY);

describe('an event that moves by two weeks and stays open', () => {
  test('is told once to each person and office, with old and new date; all before it moves along', async () => {
    const s = await scene();
    const since = world.now();
    const startsAt = later(s.event.startsAt, 14);
    const event = await postponeEvent(world, s.event.id, {
      reason: 'Bão số 9',
      startsAt,
      reopen: true,
      venue: 'Hội trường Thành ủy',
    });
    expect(event).toMatchObject({
      status: 'published',
      startsAt,
      endsAt: later(s.event.endsAt, 14),
      registrationClosesAt: later(s.event.registrationClosesAt!, 14),
      formerStartsAt: s.event.startsAt,
      venue: 'Hội trường Thành ủy',
      turn: s.event.turn,
      schedule: s.event.schedule + 1,
    });
    expect(event.sessions[0]!.startsAt).toBe(later(s.event.sessions[0]!.startsAt, 14));
    expect((await getNomination(world, s.nomination.id)).deadline).toBe(later(s.nomination.deadline, 14));
    expect((await getInvitation(world, s.invitation.id)).respondBy).toBe(later(s.invitation.respondBy, 14));
    await tellAll(world, event, s.ids);
    world.clock.forward(HOUR);
    // The clock derives all of it again, and another round of telling adds nothing.
    await sweep(world, event.id);
    await tellAll(world, event, s.ids);
    expect(await toldToAll(s.ids, since)).toEqual(s.ids.map(() => ['event-changed']));
    for (const id of s.ids) {
      const text = await words(id, 'event-changed');
      expect(text).toContain(
        `dự kiến tổ chức lúc ${officialMoment(s.event.startsAt)} được dời sang ${officialMoment(startsAt)}`,
      );
      expect(text).toContain('Lý do: Bão số 9');
      expect(text).toContain('Hội trường Thành ủy');
    }
    expect(await words(s.called.id, 'event-changed')).toContain(
      'Nếu không tham dự được theo lịch mới, vui lòng báo sớm',
    );
    // The seats are given on: the class is open.
    expect((await entered(world, event.id, { fullName: 'Người Mẫu Sau', phone: '0900000777' })).status).toBe(
      'confirmed',
    );
    const page = (await visitor(world).get(routes.event(event.id))).text;
    expect(page).toContain(`Lịch đã dời; trước đây dự kiến ${moment(s.event.startsAt)}`);
  });

  test('tells a person who came later nothing, and an edit of the place alone no date', async () => {
    const s = await scene();
    const moved = await postponeEvent(world, s.event.id, {
      reason: 'Bão',
      startsAt: later(s.event.startsAt, 14),
      reopen: true,
    });
    world.clock.forward(MINUTE);
    // From a paper list: who is on the phone knows already.
    const late = await entered(world, moved.id, {
      fullName: 'Người Mẫu Muộn',
      phone: '0900000778',
      basis: 'paper',
    });
    await tellAll(world, moved, [...s.ids, late.id]);
    expect(await toldSince(world, late.id, 0)).toEqual(['confirmed']);
    world.clock.forward(MINUTE);
    const since = world.now();
    const sameDate = { sessions: moved.sessions, registrationClosesAt: moved.registrationClosesAt };
    const changed = await updateEvent(
      world,
      moved.id,
      moved.version,
      input(
        { ...sameDate, admission: 'nomination', capacity: undefined, venue: 'Nhà văn hóa' },
        inDays(world, 28),
      ),
    );
    expect(changed.reason).toBeUndefined();
    await tellAll(world, changed, s.ids);
    expect(await toldToAll(s.ids, since)).toEqual(s.ids.map(() => ['event-changed']));
    const text = await words(s.called.id, 'event-changed');
    expect(text).toContain('Thời gian, địa điểm hoặc hình thức đã thay đổi.');
    expect(text).not.toContain('được dời sang');
  });

  test('after a crash behind its own change, the clock moves the deadlines and tells all', async () => {
    const s = await scene();
    const db = world.db.as(world.db.actor);
    const updateIf = db.updateIf.bind(db);
    db.updateIf = async (table, key, change) => {
      if (table.name !== 'events') throw new Error('the process died');
      return updateIf(table, key, change);
    };
    const dying: World = { ...world, db };
    const startsAt = later(s.event.startsAt, 14);
    const since = world.now();
    await expect(postponeEvent(dying, s.event.id, { reason: 'Bão', startsAt, reopen: true })).rejects.toThrow(
      'the process died',
    );
    world.clock.forward(MINUTE);
    await sweep(world, s.event.id);
    expect((await getInvitation(world, s.invitation.id)).respondBy).toBe(later(s.invitation.respondBy, 14));
    await tellAll(world, s.event, s.ids);
    expect(await toldToAll(s.ids, since)).toEqual(s.ids.map(() => ['event-changed']));
  });

  test('must have a new date; without one, or where it waits, it is postponed as before', async () => {
    const s = await scene();
    await expect(postponeEvent(world, s.event.id, { reason: 'Bão', reopen: true })).rejects.toEqual(
      fields('startsAt', 'required'),
    );
    await expect(
      postponeEvent(world, s.event.id, { reason: 'Bão', startsAt: s.event.startsAt, reopen: true }),
    ).rejects.toEqual(fields('startsAt', 'date-unchanged'));
    const waits = await postponeEvent(world, s.event.id, {
      reason: 'Bão',
      startsAt: later(s.event.startsAt, 7),
    });
    expect(waits).toMatchObject({ status: 'postponed', turn: s.event.turn + 1 });
  });
});

describe('the console', () => {
  test('asks for the way, says who is told and how, and moves the event by one form', async () => {
    const s = await scene();
    const page = await organizer.get(routes.consolePostpone(s.event.id));
    expect(page.text).toContain('2 người đã có chỗ (1 thư, 1 cuộc gọi)');
    expect(page.text).toContain('1 đơn vị cử người (1 cuộc gọi)');
    expect(page.text).toContain('1 cơ quan được mời (1 thư)');
    const version = page.page.querySelector('[name=version]')!.getAttribute('value')!;
    const day = localDate(later(s.event.startsAt, 14)).split('-').reverse().join('/');
    const typed = { version, way: 'mo', reason: 'Bão số 9', 'startsAt.date': day, 'startsAt.time': '7:30' };
    const both = await organizer.post(routes.consolePostpone(s.event.id), { ...typed, way: 'chua' });
    expect(both.status).toBe(422);
    const sent = await organizer.post(routes.consolePostpone(s.event.id), typed);
    expect(sent.status).toBe(303);
    expect((await organizer.get(sent.to)).text).toContain('Đã dời lịch.');
    expect(await getEvent(world, s.event.id)).toMatchObject({ status: 'published', reason: 'Bão số 9' });
  });

  test('shows what moves along with an edited day before it saves; what was changed stays', async () => {
    const s = await scene();
    const page = await organizer.get(routes.consoleEditEvent(s.event.id));
    const values: Record<string, string> = {};
    for (const field of page.page.querySelectorAll('#form input, main form input, main form textarea')) {
      const name = field.getAttribute('name');
      const type = field.getAttribute('type');
      if (!name || ((type === 'radio' || type === 'checkbox') && field.getAttribute('checked') === undefined))
        continue;
      values[name] = field.getAttribute('value') ?? field.text;
    }
    for (const select of page.page.querySelectorAll('main form select'))
      values[select.getAttribute('name')!] =
        select.querySelector('option[selected]')?.getAttribute('value') ?? '';
    const shown = (at: string) => localDate(at).split('-').reverse().join('/');
    const startsAt = later(s.event.startsAt, 14);
    const typed = { ...values, 'startsAt.date': shown(startsAt), 'registrationClosesAt.time': '12:00' };
    const preview = await organizer.post(routes.consoleEditEvent(s.event.id), typed);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('Đã dời theo trong mẫu dưới đây: Kết thúc; Buổi 1.');
    expect(preview.text).toContain('Giữ như ông/bà đã sửa: Hạn đăng ký.');
    expect(preview.text).toContain('2 người đã có chỗ');
    expect((await getEvent(world, s.event.id)).startsAt).toBe(s.event.startsAt);
    const value = (name: string) =>
      preview.page.querySelector(`[name="${name}"]`)!.getAttribute('value') ?? '';
    expect([value('sessions.0.date'), value('endsAt.date')]).toEqual([shown(startsAt), shown(startsAt)]);
    const again = { ...typed };
    for (const name of [
      'movedTo',
      'sessions.0.date',
      'sessions.0.start',
      'sessions.0.end',
      'endsAt.date',
      'endsAt.time',
    ])
      again[name as keyof typeof again] = value(name);
    const saved = await organizer.post(routes.consoleEditEvent(s.event.id), again);
    expect(saved.status).toBe(303);
    const after = await getEvent(world, s.event.id);
    expect(after.startsAt).toBe(startsAt);
    expect(after.sessions[0]!.startsAt).toBe(later(s.event.sessions[0]!.startsAt, 14));
    expect(localTime(after.registrationClosesAt!)).toBe('12:00');
  });
});

describe('the programme of an event that moves', () => {
  const at = (day: string, time: string) => instant(day, time)!;
  const twoDays = {
    startsAt: at('2025-03-25', '07:30'),
    endsAt: at('2025-03-26', '16:30'),
    sessions: [
      { startsAt: at('2025-03-25', '13:30'), endsAt: at('2025-03-25', '16:00'), topic: 'Kỹ năng' },
      { startsAt: at('2025-03-26', '07:30'), endsAt: at('2025-03-26', '11:00'), topic: 'Luật' },
    ],
    registrationOpensAt: undefined,
    registrationClosesAt: at('2025-03-24', '17:00'),
  };
  const hours = (e: ReturnType<typeof movedDates>) =>
    e.sessions.map((s) => [localDate(s.startsAt), localTime(s.startsAt), localTime(s.endsAt)].join(' '));

  test('never goes into the night where the first day begins at another hour', () => {
    const moved = movedDates(twoDays, { startsAt: at('2026-03-24', '13:30') });
    expect(hours(moved)).toEqual(['2026-03-24 13:30 16:00', '2026-03-25 07:30 11:00']);
    expect([moved.endsAt, moved.registrationClosesAt]).toEqual([
      at('2026-03-25', '16:30'),
      at('2026-03-23', '17:00'),
    ]);
    const morning = { ...twoDays, endsAt: at('2025-03-25', '16:30'), sessions: [twoDays.sessions[0]!] };
    expect(movedDates(morning, { startsAt: at('2026-03-24', '13:30') }).endsAt).toBe(
      at('2026-03-24', '16:30'),
    );
    const short = { ...morning, endsAt: at('2025-03-25', '11:30'), sessions: [] };
    expect(movedDates(short, { startsAt: at('2026-03-24', '13:30') }).endsAt).toBe(at('2026-03-24', '17:30'));
  });

  test('keeps every part inside the event, in days only, whatever the new beginning', () => {
    const quarter = fc.integer({ min: 6 * 4, max: 20 * 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        quarter,
        fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 26, max: 60 }), fc.integer({ min: 1, max: 12 })), {
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 400 }),
        (days, newHour, parts, shift) => {
          const day = (k: number) => localDate(ms(twoDays.startsAt) + k * DAY);
          const on = (k: number, q: number) => iso(ms(at(day(k), '00:00')) + q * 15 * MINUTE);
          const event = {
            ...twoDays,
            startsAt: on(0, 26),
            endsAt: on(days - 1, 72),
            sessions: parts
              .filter(([k]) => k < days)
              .map(([k, q, long]) => ({ startsAt: on(k, q), endsAt: on(k, q + long), topic: 'X' })),
          };
          const startsAt = on(shift, newHour);
          const moved = movedDates(event, { startsAt });
          expect(moved.sessions.length).toBe(event.sessions.length);
          expect(moved.endsAt > moved.startsAt).toBe(true);
          moved.sessions.forEach((s, i) => {
            expect(s.startsAt >= startsAt && s.endsAt <= moved.endsAt && s.endsAt > s.startsAt).toBe(true);
            if (newHour <= 60) expect(localTime(s.endsAt) <= '18:00').toBe(true);
            const before = localDate(event.sessions[i]!.startsAt);
            expect(ms(localDate(s.startsAt)) - ms(before)).toBe(shift * DAY);
          });
          // The same hour: all of it as it was, whole days later.
          const same = movedDates(event, { startsAt: on(shift, 26) });
          expect(same.sessions.map((s) => ms(s.startsAt))).toEqual(
            event.sessions.map((s) => ms(s.startsAt) + shift * DAY),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
