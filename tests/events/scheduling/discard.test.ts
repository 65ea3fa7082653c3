import { beforeAll, beforeEach, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { listEvents } from '../../../functions/events/event/list';
import { createNomination } from '../../../functions/events/nominations/create';
import { NominationInput } from '../../../functions/events/nominations/nomination';
import { discardDraft } from '../../../functions/events/scheduling/discard';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { parse } from '../../../functions/platform/input/parse';
import { LostAnswer } from '../../../functions/platform/store/outcome';
import type { World } from '../../../functions/platform/world/world';
import { draftEvent, furnish, input, publishedEvent } from '../../support/events';
import { problem } from '../../support/refusals';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

const itemsOf = (id: string) =>
  world.db.all(eventsTable, { where: 'pk = :pk', values: { ':pk': id }, consistent: true });
const drafts = async () => (await listEvents(world, { shelf: 'draft', limit: 200 })).items.map((e) => e.id);

test('a draft goes with its pools and blocks, and is on no list', async () => {
  const event = await draftEvent(world, { capacity: 130 });
  expect((await itemsOf(event.id)).length).toBeGreaterThan(6);
  await discardDraft(world, event.id, event.version);
  expect(await itemsOf(event.id)).toEqual([]);
  expect(await drafts()).not.toContain(event.id);
  await expect(discardDraft(world, event.id)).rejects.toEqual(problem('event-missing'));
});

test('what was published stays, however often somebody asks', async () => {
  const event = await publishedEvent(world, { title: 'Lớp đã công bố' });
  await expect(discardDraft(world, event.id)).rejects.toEqual(problem('event-already-published'));
  expect(await itemsOf(event.id)).not.toEqual([]);
});

test('a draft that somebody edited meanwhile stays', async () => {
  const event = await draftEvent(world, { title: 'Lớp hai người sửa' });
  await updateEvent(world, event.id, event.version, input({ title: 'Lớp vừa sửa' }));
  await expect(discardDraft(world, event.id, event.version)).rejects.toEqual(problem('event-changed'));
  expect(await drafts()).toContain(event.id);
});

test('a draft with a quota stays, since its officer has a link', async () => {
  const event = await draftEvent(world, { admission: 'nomination', title: 'Lớp có chỉ tiêu' });
  const quota = parse(NominationInput, { unitId: 'unt_goquao', quota: 3, contactName: 'Nguyễn Văn Mẫu' });
  await createNomination(world, event.id, quota);
  await expect(discardDraft(world, event.id)).rejects.toEqual(problem('draft-in-use'));
  expect(await drafts()).toContain(event.id);
});

test('cut off half way, it is gone from every list, and said again it finishes', async () => {
  const event = await draftEvent(world, { capacity: 60, title: 'Lớp bỏ dở' });
  let left = 2;
  const db = Object.create(world.db) as World['db'];
  db.delete = async (...args) => {
    if (left-- <= 0) throw new LostAnswer('cut off');
    return world.db.delete(...args);
  };
  await expect(discardDraft({ ...world, db } as World, event.id, event.version)).rejects.toThrow(LostAnswer);
  expect(await itemsOf(event.id)).not.toEqual([]);
  expect(await drafts()).not.toContain(event.id);
  await discardDraft(world, event.id, event.version);
  expect(await itemsOf(event.id)).toEqual([]);
});
