import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { listAll, listEvents, listUpcoming } from '../../../functions/events/event/list';
import { summarise } from '../../../functions/events/event/summarise';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { draftEvent, furnish, publishedEvent, STARTS } from '../../support/events';
import { comes } from '../../support/people';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

describe('lists', () => {
  const search = 'Ba Hòn';
  const titled = (title: string, over = {}) =>
    publishedEvent(world, { title: `${title} ${search}`, ...over });

  test('hold what is to come in order, page by page, without drafts and without what is over', async () => {
    const at = (days: number) => ({
      startsAt: iso(MONDAY + days * DAY),
      endsAt: iso(MONDAY + days * DAY + HOUR),
      sessions: [],
    });
    await titled('Sau', at(20));
    await titled('Trước', at(3));
    await titled('Giữa', at(9));
    await draftEvent(world, { title: `Nháp ${search}`, ...at(5) });
    const first = await listUpcoming(world, { search: 'ba hon', limit: 2 });
    expect(first.items.map((e) => e.title.split(' ')[0])).toEqual(['Trước', 'Giữa']);
    const rest = await listUpcoming(world, { search: 'ba hon', limit: 2, cursor: first.next });
    expect(rest.items.map((e) => e.title.split(' ')[0])).toEqual(['Sau']);

    world.clock.at = MONDAY + 3 * DAY + HOUR + 1;
    const later = await listUpcoming(world, { search: 'ba hon', limit: 9 });
    expect(later.items.map((e) => e.title.split(' ')[0])).toEqual(['Giữa', 'Sau']);
    expect(later.next).toBeUndefined();
    const past = await listEvents(world, { search: 'ba hon', past: true, limit: 9 });
    expect(past.items.map((e) => e.title.split(' ')[0])).toEqual(['Trước']);
    const drafts = await listEvents(world, { search: 'ba hon', shelf: 'draft', limit: 9 });
    expect(drafts.items.map((e) => e.title.split(' ')[0])).toEqual(['Nháp']);
  });

  test('an event that began yesterday and ends tomorrow is still to come', async () => {
    const event = await titled('Dài', { endsAt: iso(ms(STARTS) + 3 * DAY) });
    world.clock.at = ms(STARTS) + DAY;
    const found = await listUpcoming(world, { search: 'dai ba hon', limit: 5 });
    expect(found.items.map((e) => e.id)).toEqual([event.id]);
  });

  test('filter by kind, by a district and its communes, and by month', async () => {
    await titled('Rằm', {
      kind: 'forum',
      startsAt: '2027-03-01T00:00:00Z',
      endsAt: '2027-03-01T03:00:00Z',
      sessions: [],
    });
    const count = async (by: object) =>
      (await listUpcoming(world, { search: 'ram', limit: 9, ...by })).items.length;
    expect(await count({ kind: 'forum', placeUnitId: 'unt_goquao', month: '2027-03' })).toBe(1);
    expect(await count({ kind: 'training' })).toBe(0);
    expect(await count({ placeUnitId: 'unt_elsewhere' })).toBe(0);
    expect(await count({ month: '2027-02' })).toBe(0);
  });

  test('cost one call', async () => {
    world.costs.length = 0;
    await listUpcoming(world, { limit: 20 });
    expect(world.costs.map((c) => c.call)).toEqual(['query']);
  });

  test('the calendar sees both shelves', async () => {
    const month = await listAll(world, { from: iso(MONDAY), to: iso(MONDAY + 30 * DAY) });
    expect(new Set(month.map((e) => e.shelf))).toEqual(new Set(['public', 'draft']));
  });
});

describe('the summary of seats', () => {
  test('follows the blocks, is no edit, and costs nothing where nothing changed', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    await comes(world, event.id);
    world.clock.forward(HOUR);
    expect(await summarise(world, event.id, 2)).toMatchObject({ size: 5, held: 1, waiting: 2 });
    const after = await getEvent(world, event.id);
    expect([after.version, after.seats.held, after.updatedAt]).toEqual([2, 1, event.updatedAt]);
    world.costs.length = 0;
    await summarise(world, event.id);
    expect(world.costs.map((c) => c.call)).toEqual(['query']);
  });

  test('an older look never replaces a newer one', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    world.clock.forward(HOUR);
    await summarise(world, event.id, 4);
    world.clock.at = MONDAY;
    await summarise(world, event.id, 1);
    expect((await getEvent(world, event.id)).seats.waiting).toBe(4);
  });
});
