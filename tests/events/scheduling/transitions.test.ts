import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { readRoom } from '../../../functions/events/event/room';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { DAY, iso, ms } from '../../../functions/platform/time/dates';
import { draftEvent, ENDS, furnish, input, publishedEvent, STARTS } from '../../support/events';
import { comes } from '../../support/people';
import { refusal } from '../../support/refusals';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

describe('publishing, postponing, cancelling', () => {
  test('a draft without seats, or whose time has passed, is not published and says why', async () => {
    const empty = await draftEvent(world, { capacity: undefined });
    const refused = await refusal(publishEvent(world, empty.id, {}));
    expect([refused.code, refused.fields]).toEqual([
      'event-incomplete',
      [{ path: 'capacity', code: 'seats-required' }],
    ]);
    world.clock.at = ms(STARTS);
    expect((await refusal(publishEvent(world, empty.id, {}))).fields[0]!.code).toBe('starts-in-past');
    expect((await getEvent(world, empty.id)).status).toBe('draft');
  });

  test('an event by nomination needs no open seats', async () => {
    const event = await publishedEvent(world, { admission: 'nomination', capacity: undefined });
    expect(event).toMatchObject({ status: 'published', shelf: 'public', turn: 1 });
  });

  test('publishing twice, or a version that is not the latest, is refused', async () => {
    const event = await publishedEvent(world);
    expect((await refusal(publishEvent(world, event.id, {}))).code).toBe('event-already-published');
    expect((await refusal(cancelEvent(world, event.id, { version: 1, reason: 'x' }))).code).toBe(
      'event-changed',
    );
  });

  test('postponed until further notice: seats stop, registrations stay; resumed on a new date they go on', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const first = await comes(world, event.id);
    expect(first.status).toBe('confirmed');
    const postponed = await postponeEvent(world, event.id, { reason: 'Biển động' });
    expect(postponed).toMatchObject({ status: 'postponed', undated: true, turn: 2, reason: 'Biển động' });
    expect((await readRoom(world, event.id)).blocks.every((b) => b.stopped)).toBe(true);
    expect((await refusal(comes(world, event.id))).kind).toBe('conflict');

    expect((await refusal(resumeEvent(world, event.id, {}))).fields[0]).toMatchObject({
      path: 'startsAt',
      code: 'new-date-required',
    });
    const resumed = await publishEvent(world, event.id, { startsAt: iso(ms(STARTS) + 7 * DAY) });
    expect(resumed).toMatchObject({ status: 'published', turn: 3, schedule: 1, formerStartsAt: STARTS });
    expect([resumed.reason, resumed.undated, resumed.endsAt]).toEqual([
      undefined,
      undefined,
      iso(ms(ENDS) + 7 * DAY),
    ]);
    expect((await readRoom(world, event.id)).blocks.some((b) => b.stopped)).toBe(false);
    expect((await comes(world, event.id)).status).toBe('waitlisted');
  });

  test('postponed to a new date keeps that date when it is published again', async () => {
    const event = await publishedEvent(world);
    const startsAt = iso(ms(STARTS) + 14 * DAY);
    const postponed = await postponeEvent(world, event.id, { reason: 'Trùng lịch', startsAt });
    expect(postponed).toMatchObject({ status: 'postponed', startsAt, schedule: 1, formerStartsAt: STARTS });
    expect(postponed.undated).toBeUndefined();
    expect(await resumeEvent(world, event.id, {})).toMatchObject({
      status: 'published',
      startsAt,
      schedule: 1,
    });
  });

  test('cancelled is final: seats stop, and it is neither edited, postponed nor published again', async () => {
    const event = await publishedEvent(world);
    const cancelled = await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    expect(cancelled).toMatchObject({ status: 'cancelled', shelf: 'public', reason: 'Gộp lớp', turn: 2 });
    expect((await readRoom(world, event.id)).blocks.every((b) => b.stopped)).toBe(true);
    for (const again of [
      () => updateEvent(world, event.id, 3, input()),
      () => postponeEvent(world, event.id, { reason: 'x' }),
      () => publishEvent(world, event.id, {}),
      () => cancelEvent(world, event.id, { reason: 'x' }),
    ])
      expect((await refusal(again())).code).toBe('event-cancelled');
  });

  test('a draft cannot be postponed or cancelled, an event that is over neither', async () => {
    const draft = await draftEvent(world);
    expect((await refusal(postponeEvent(world, draft.id, { reason: 'x' }))).code).toBe('event-draft');
    expect((await refusal(cancelEvent(world, draft.id, { reason: 'x' }))).code).toBe('event-draft');
    const event = await publishedEvent(world);
    world.clock.at = ms(ENDS);
    expect((await refusal(postponeEvent(world, event.id, { reason: 'x' }))).code).toBe('event-over');
    expect((await refusal(cancelEvent(world, event.id, { reason: 'x' }))).code).toBe('event-over');
  });
});
