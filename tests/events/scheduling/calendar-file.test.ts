import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventCalendar } from '../../../functions/events/event/calendar-file';
import { getEvent } from '../../../functions/events/event/get';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { furnish, input, publishedEvent } from '../../support/events';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

describe('the calendar file', () => {
  const unfold = (ics: string) => ics.replace(/\r\n /g, '');
  const file = async (id: string) =>
    unfold(await eventCalendar(await getEvent(world, id), world.links.event(id)));

  test('has a stable UID, UTC times, an alarm, whom to call, and never the online link', async () => {
    const event = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://meet.vn/secret',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 3 },
        { kind: 'online', seats: 3 },
      ],
    });
    const ics = await file(event.id);
    expect(ics).toContain(`UID:${event.id}@nhipcau.test\r\n`);
    expect(ics).toContain('DTSTART:20261126T020000Z\r\n');
    expect(ics).toContain('BEGIN:VALARM');
    expect(ics).toContain('0912 345 678');
    expect(ics).toContain('SEQUENCE:1\r\n');
    expect(ics).not.toContain('secret');
    expect(ics.split('\r\n').every((l) => !l.includes('\n'))).toBe(true);
  });

  test('a later state has a higher SEQUENCE, and a cancelled event strikes itself out', async () => {
    const event = await publishedEvent(world);
    await updateEvent(world, event.id, 2, input({ venue: 'Nơi khác' }));
    expect(await file(event.id)).toContain('SEQUENCE:2\r\n');
    await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    const ics = await file(event.id);
    expect(ics).toContain('SEQUENCE:3\r\n');
    expect(ics).toContain('STATUS:CANCELLED\r\n');
    expect(ics).not.toContain('VALARM');
  });
});
