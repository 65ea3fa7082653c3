import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { listEvents } from '../../../functions/events/event/list';
import { createEvent } from '../../../functions/events/scheduling/create';
import { duplicateEvent } from '../../../functions/events/scheduling/duplicate';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { draftEvent, furnish, input, poolSizes, publishedEvent } from '../../support/events';
import { refusal } from '../../support/refusals';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

const sizes = (id: string) => poolSizes(world, id);

describe('scheduling', () => {
  test('an event begins as a draft with its seats, its bodies and its place by name', async () => {
    const event = await draftEvent(world);
    expect(event).toMatchObject({
      status: 'draft',
      version: 1,
      lead: { id: 'bod_stp', name: 'Sở Tư pháp' },
      coordinating: [{ id: 'bod_hlg', name: 'Hội Luật gia tỉnh' }],
      placeName: 'Xã Định An, huyện Gò Quao',
      seats: { size: 30, held: 0 },
    });
    expect(await sizes(event.id)).toEqual({ open: 30 });
  });

  test('unknown bodies, places and tasks are named, and nothing is written', async () => {
    const before = (await listEvents(world, { shelf: 'draft', limit: 200 })).items.length;
    const refused = await refusal(
      draftEvent(world, {
        leadBodyId: 'bod_nobody',
        coordinatingBodyIds: ['bod_hlg', 'bod_hlg', 'bod_none'],
        placeUnitId: 'unt_nowhere',
        taskId: 'tsk_none',
      }),
    );
    expect(refused.fields.map((f) => `${f.path} ${f.code}`)).toEqual([
      'leadBodyId body-unknown',
      'coordinatingBodyIds.2 body-unknown',
      'placeUnitId unit-unknown',
      'taskId task-unknown',
    ]);
    expect((await listEvents(world, { shelf: 'draft', limit: 200 })).items.length).toBe(before);
  });

  test('the same form sent twice makes one event, and mends seats that a crash left out', async () => {
    await createEvent(world, input({ capacity: undefined }), { id: 'evt_twice' });
    expect(await sizes('evt_twice')).toEqual({});
    await createEvent(world, input(), { id: 'evt_twice' });
    expect(await sizes('evt_twice')).toEqual({ open: 30 });
    expect((await getEvent(world, 'evt_twice')).version).toBe(1);
    const other = { ...world, db: world.db.as('acc_2') };
    await expect(createEvent(other, input(), { id: 'evt_twice' })).rejects.toThrow('event-changed');
  });

  test('a copy is a draft on the same weekday with the same seats, without link and quotas', async () => {
    const event = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://meet.vn/abc',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 40 },
        { kind: 'online', seats: 100 },
      ],
      lunch: 'Có cơm trưa',
    });
    const copy = await duplicateEvent(world, event.id);
    expect(copy).toMatchObject({ status: 'draft', turn: 0, lunch: 'Có cơm trưa', lead: { id: 'bod_stp' } });
    expect(copy.onlineUrl).toBeUndefined();
    expect((ms(copy.startsAt) - ms(event.startsAt)) % (7 * DAY)).toBe(0);
    expect(await sizes(copy.id)).toEqual({ open: 40, online: 100 });
  });
});
