import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { draftEvent, furnish, input, poolSizes, publishedEvent, STARTS } from '../../support/events';
import { comes } from '../../support/people';
import { refusal } from '../../support/refusals';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

const sizes = (id: string) => poolSizes(world, id);

describe('editing', () => {
  test('the second of two editors is refused and nothing of theirs is kept, not even the seats', async () => {
    const event = await draftEvent(world);
    await updateEvent(world, event.id, 1, input({ title: 'Người thứ nhất' }));
    const refused = await refusal(
      updateEvent(world, event.id, 1, input({ title: 'Người thứ hai', capacity: 99 })),
    );
    expect([refused.kind, refused.code, refused.detail.version]).toEqual(['stale', 'event-changed', 2]);
    expect((await getEvent(world, event.id)).title).toBe('Người thứ nhất');
    expect(await sizes(event.id)).toEqual({ open: 30 });
  });

  test('of editors at the same instant exactly one is first', async () => {
    const event = await draftEvent(world);
    const results = await Promise.allSettled(
      ['Một', 'Hai', 'Ba'].map((title) => updateEvent(world, event.id, 1, input({ title }))),
    );
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await getEvent(world, event.id)).version).toBe(2);
  });

  test('what an edit leaves out is taken away; seats not spoken of stay', async () => {
    const event = await draftEvent(world, { lunch: 'Có cơm trưa' });
    const after = await updateEvent(
      world,
      event.id,
      1,
      input({ capacity: undefined, leadBodyId: undefined }),
    );
    expect(after.lunch).toBeUndefined();
    expect(after.lead).toBeUndefined();
    expect(await sizes(event.id)).toEqual({ open: 30 });
  });

  test('a capacity below the seats held is refused on its field and nothing is written', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    for (let i = 0; i < 2; i++) await comes(world, event.id);
    const refused = await refusal(updateEvent(world, event.id, 2, input({ capacity: 1, title: 'Khác' })));
    expect(refused.fields).toEqual([{ path: 'capacity', code: 'capacity-below-held', detail: { held: 2 } }]);
    const pools = [{ kind: 'open', seats: 1 }] as const;
    const byPool = await refusal(
      updateEvent(world, event.id, 2, input({ capacity: undefined, pools: [...pools] })),
    );
    expect(byPool.fields[0]!.path).toBe('pools.0.seats');
    expect(await getEvent(world, event.id)).toMatchObject({ version: 2, title: input().title });
    await updateEvent(world, event.id, 2, input({ capacity: 2 }));
    expect(await sizes(event.id)).toEqual({ open: 2 });
  });

  test('an online room that the event no longer has is closed', async () => {
    const both = [
      { kind: 'open', seats: 10 },
      { kind: 'online', seats: 20 },
    ] as const;
    const event = await draftEvent(world, { mode: 'both', capacity: undefined, pools: [...both] });
    await updateEvent(world, event.id, 1, input({ capacity: undefined }));
    expect(await sizes(event.id)).toEqual({ open: 10, online: 0 });
  });

  test('another time or place is an occasion to tell people, another title is none, a draft is none', async () => {
    const draft = await draftEvent(world);
    expect((await updateEvent(world, draft.id, 1, input({ venue: 'Nơi khác' }))).schedule).toBe(0);
    const event = await publishedEvent(world);
    world.clock.forward(HOUR);
    const retitled = await updateEvent(world, event.id, 2, input({ title: 'Tên khác' }));
    expect([retitled.schedule, retitled.scheduleAt]).toEqual([0, undefined]);
    const moved = await updateEvent(world, event.id, 3, input({ venue: 'Nơi khác' }));
    expect([moved.schedule, moved.scheduleAt]).toEqual([1, iso(world.now())]);
  });

  test('the online link alone is an occasion of its own, beside time and place it is none', async () => {
    const event = await publishedEvent(world, { title: 'Lớp thêm đường dẫn' });
    world.clock.forward(HOUR);
    const said = { title: 'Lớp thêm đường dẫn', onlineUrl: 'https://hop.test/1' };
    const linked = await updateEvent(world, event.id, 2, input(said));
    expect(linked).toMatchObject({ schedule: 0, link: 1, linkAt: iso(world.now()) });
    const again = await updateEvent(world, event.id, 3, input({ ...said, onlineUrl: 'https://hop.test/2' }));
    expect([again.schedule, again.link]).toEqual([0, 2]);
    const both = await updateEvent(world, event.id, 4, input({ ...said, venue: 'Nơi khác' }));
    expect([both.schedule, both.link]).toEqual([1, 2]);
  });
});

describe('an edit of the day', () => {
  test('moves nobody into the past; a draft may be written for a day that was', async () => {
    const past = { startsAt: iso(MONDAY - DAY), endsAt: iso(MONDAY - DAY + HOUR), sessions: [] };
    const event = await publishedEvent(world, { title: 'Lớp đã công bố, sửa ngày' });
    const refused = await refusal(updateEvent(world, event.id, event.version, input(past)));
    expect(refused.fields).toEqual([{ path: 'startsAt', code: 'starts-moved-to-past' }]);
    expect(await getEvent(world, event.id)).toMatchObject({ startsAt: STARTS, version: event.version });
    const draft = await draftEvent(world, { title: 'Lớp ghi lại từ sổ' });
    expect(await updateEvent(world, draft.id, draft.version, input(past))).toMatchObject(past);
  });

  test('while it is postponed keeps the day that people were told first', async () => {
    const event = await publishedEvent(world, { title: 'Lớp hoãn rồi sửa ngày' });
    const to = (days: number) => ({
      title: event.title,
      startsAt: iso(ms(STARTS) + days * DAY),
      endsAt: iso(ms(STARTS) + days * DAY + HOUR),
      sessions: [],
    });
    const { startsAt, endsAt } = to(30);
    const postponed = await postponeEvent(world, event.id, { reason: 'Bão', startsAt, endsAt });
    const edited = await updateEvent(world, event.id, postponed.version, input(to(40)));
    expect(edited).toMatchObject({ startsAt: to(40).startsAt, formerStartsAt: STARTS });
  });

  test('that comes with the resumption is of one moment with it, however the clock runs', async () => {
    const event = await publishedEvent(world, { title: 'Lớp trở lại' });
    await postponeEvent(world, event.id, { reason: 'Bão' });
    const running = { ...world, now: () => ++world.clock.at };
    const resumed = await resumeEvent(running, event.id, { startsAt: iso(ms(STARTS) + 30 * DAY) });
    expect(resumed.scheduleAt).toBe(resumed.turnAt);
  });

  test('leaves the words of an event that has begun to be mended', async () => {
    const event = await publishedEvent(world, { title: 'Lớp đang diễn ra' });
    world.clock.at = ms(STARTS) + HOUR;
    const mended = input({ title: 'Lớp đang diễn ra, sửa tên' });
    expect(await updateEvent(world, event.id, event.version, mended)).toMatchObject({
      title: 'Lớp đang diễn ra, sửa tên',
    });
  });
});
