import { beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import type { Event } from '../../../functions/events/event/event';
import { EventInput } from '../../../functions/events/event/event-input';
import { getEvent } from '../../../functions/events/event/get';
import { readRoom } from '../../../functions/events/event/room';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { readOne } from '../../../functions/events/invitations/read';
import { changeNomination } from '../../../functions/events/nominations/change';
import { releaseExpiredQuotas } from '../../../functions/events/nominations/due/release';
import { getNomination } from '../../../functions/events/nominations/list';
import { nominationsTable } from '../../../functions/events/nominations/nomination';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { DAY, instant, iso, localDate, localTime, ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addBody } from '../../support/bodies';
import { addEvent, onDay } from '../../support/events';
import { addPlaces } from '../../support/places';
import { MONDAY, useWorld } from '../../support/world';
import { says, tokenOf } from '../invitations/scene';
import { giveQuota } from '../nominations/scene';

const POOL = 'unt_goquao';

describe('what others were asked to do before an event', () => {
  const world = useWorld();
  let n = 0;
  beforeAll(() => addPlaces(world));

  /** In ten days; people named until day 7 at 17:00, answers asked for until the end of that day. */
  const scene = async () => {
    world.clock.at = MONDAY;
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 10 });
    const { nomination } = await giveQuota(world, event.id, { quota: 2, deadline: undefined });
    const body = await addBody(world, `Hội dời lịch ${++n}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id });
    return { event, nomination, invitation: invitation!, token: tokenOf(world, invitation!) };
  };
  const stands = async ({ event, nomination, invitation }: Awaited<ReturnType<typeof scene>>) => {
    const { deadline, version } = await getNomination(world, nomination.id);
    const { respondBy } = await getInvitation(world, invitation.id);
    const quota = seatsIn(await readRoom(world, event.id), POOL).size;
    return { deadline, respondBy, quota, version };
  };
  const clock = async (eventId: string) => {
    await releaseExpiredQuotas(world, eventId);
    await sweep(world, eventId);
  };
  const postpone = (of: World, event: Event, startsAt?: string) =>
    postponeEvent(of, event.id, { reason: 'Bão số 9', startsAt });
  const later = (at: string, days: number) => iso(ms(at) + days * DAY);
  /** A world whose process dies as it writes the first deadline. */
  const dying = (): World => {
    const db = world.db.as(world.db.actor);
    const updateIf = db.updateIf.bind(db);
    db.updateIf = async (table, key, change) => {
      if (table.name === nominationsTable.name) throw new Error('the process died');
      return updateIf(table, key, change);
    };
    return { ...world, db };
  };

  test('stands still with it: no quota is released and every link stays open until there is a date', async () => {
    const s = await scene();
    await postpone(world, s.event);
    world.clock.at = ms(s.nomination.deadline) + DAY;
    await clock(s.event.id);
    expect(await stands(s)).toMatchObject({ quota: 2, deadline: s.nomination.deadline });
    world.clock.at = ms(s.event.endsAt) + 5 * DAY;
    expect((await readOne(world, s.token)).open).toBe(true);
    await answerInvitation(world, { token: s.token }, 1, says());

    await resumeEvent(world, s.event.id, { startsAt: later(s.event.startsAt, 30) });
    await clock(s.event.id);
    expect(await stands(s)).toMatchObject({
      quota: 2,
      deadline: later(s.nomination.deadline, 30),
      respondBy: later(s.invitation.respondBy, 30),
    });
  });

  test.each([
    ['postponed to a new date', (e: Event, to: string) => postpone(world, e, to)],
    [
      'edited',
      (e: Event, to: string) => {
        const names = Object.keys(EventInput.shape) as (keyof Event)[];
        const said = Object.fromEntries(names.map((name) => [name, e[name]])) as unknown as EventInput;
        const dates = { startsAt: to, endsAt: later(e.endsAt, 5), coordinatingBodyIds: [] };
        return updateEvent(world, e.id, e.version, { ...said, ...dates });
      },
    ],
  ])('goes by whole days with an event that is %s, at its own hour, and once', async (_, move) => {
    const s = await scene();
    const to = instant(localDate(later(s.event.startsAt, 5)), '08:15')!;
    await move(await getEvent(world, s.event.id), to);
    const moved = await stands(s);
    expect(moved).toMatchObject({
      deadline: later(s.nomination.deadline, 5),
      respondBy: later(s.invitation.respondBy, 5),
    });
    await clock(s.event.id);
    await clock(s.event.id);
    expect(await stands(s)).toEqual(moved);
  });

  test('is made good by the clock where the process died before it went along, and nothing is released first', async () => {
    const s = await scene();
    await postpone(world, s.event);
    world.clock.at = ms(s.event.endsAt) + DAY;
    const to = later(s.event.startsAt, 20);
    await expect(resumeEvent(dying(), s.event.id, { startsAt: to })).rejects.toThrow('the process died');
    expect(await stands(s)).toMatchObject({ deadline: s.nomination.deadline, quota: 2 });
    await clock(s.event.id);
    const moved = await stands(s);
    expect(moved).toMatchObject({
      quota: 2,
      deadline: later(s.nomination.deadline, 20),
      respondBy: later(s.invitation.respondBy, 20),
    });
    await clock(s.event.id);
    expect(await stands(s)).toEqual(moved);
  });

  test('never falls into the past: where that many days are not left, it is as for a new event', async () => {
    const s = await scene();
    await postpone(world, s.event);
    world.clock.at = ms(s.event.startsAt) + 2 * DAY;
    const to = later(s.event.startsAt, 4);
    await resumeEvent(world, s.event.id, { startsAt: to });
    const { deadline, respondBy } = await stands(s);
    for (const at of [deadline, respondBy]) {
      expect(ms(at)).toBeGreaterThan(world.now());
      expect(at <= to).toBe(true);
    }
  });

  test('is given anew where it passed while the event stood still, on the date it goes on', async () => {
    const s = await scene();
    const to = onDay(world, 20, '07:30');
    await postpone(world, s.event, to);
    world.clock.at = ms((await stands(s)).deadline) + DAY;
    await clock(s.event.id);
    expect((await stands(s)).quota).toBe(2);
    await resumeEvent(world, s.event.id, {});
    await clock(s.event.id);
    const { deadline, quota } = await stands(s);
    expect(quota).toBe(2);
    expect(ms(deadline)).toBeGreaterThan(world.now());
  });

  test('stays where the seats were everybody’s before, and where a hand set it since', async () => {
    const released = await scene();
    world.clock.at = ms(released.nomination.deadline) + DAY;
    await clock(released.event.id);
    await postpone(world, released.event, later(released.event.startsAt, 9));
    expect(await stands(released)).toMatchObject({ quota: 0, deadline: released.nomination.deadline });

    const s = await scene();
    await postpone(world, s.event, later(s.event.startsAt, 9));
    const { version } = await getNomination(world, s.nomination.id);
    const deadline = onDay(world, 12, '11:00');
    await changeNomination(world, s.nomination.id, { version, quota: 2, deadline, contactName: 'Danh Mẫu' });
    await clock(s.event.id);
    expect((await stands(s)).deadline).toBe(deadline);
    expect(localTime((await stands(s)).deadline)).toBe('11:00');
  });
});
