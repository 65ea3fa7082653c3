import { beforeAll, beforeEach, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { listEvents } from '../../../functions/events/event/list';
import { invitationKey, invitationsTable } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation } from '../../../functions/events/invitations/list';
import { signLetter } from '../../../functions/events/invitations/shared/sign';
import { getLetter, listLetters } from '../../../functions/events/letters/keep';
import { createNomination } from '../../../functions/events/nominations/create';
import { signRequest } from '../../../functions/events/nominations/letter/request-letter';
import { getNomination, listNominations } from '../../../functions/events/nominations/list';
import { NominationInput } from '../../../functions/events/nominations/nomination';
import { discardDraft } from '../../../functions/events/scheduling/discard';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { parse } from '../../../functions/platform/input/parse';
import { LostAnswer } from '../../../functions/platform/store/outcome';
import { iso } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { draftEvent, furnish, input, publishedEvent } from '../../support/events';
import { problem } from '../../support/refusals';
import { signIn } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { OTHER_PDF, PDF } from '../letters/scene';

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

const quotaOn = (eventId: string) =>
  createNomination(
    world,
    eventId,
    parse(NominationInput, { unitId: 'unt_goquao', quota: 3, contactName: 'Nguyễn Văn Mẫu' }),
  );

test('a draft goes with its quotas and prepared invitations, which nobody was told of', async () => {
  const event = await draftEvent(world, { admission: 'nomination', title: 'Lớp có chỉ tiêu' });
  const { nomination } = await quotaOn(event.id);
  const [invitation] = await invite(world, event.id, { bodyId: 'bod_mttq', hold: true });
  const organizer = await signIn(world, { role: 'organizer', bearer: true });
  const page = (await organizer.get(routes.consoleDiscard(event.id))).text;
  expect(page).toContain('1 chỉ tiêu cử người');
  expect(page).toContain('1 thư mời soạn sẵn Ủy ban MTTQ tỉnh');
  const sent = await organizer.post(routes.consoleDiscard(event.id), { version: String(event.version) });
  expect((await organizer.get(sent.to)).text).toContain('Đã xóa bản nháp, cùng chỉ tiêu');
  expect(await itemsOf(event.id)).toEqual([]);
  await expect(getNomination(world, nomination.id)).rejects.toEqual(problem('nomination-missing'));
  await expect(getInvitation(world, invitation!.id)).rejects.toEqual(problem('invitation-missing'));
});

/** A draft with a shared letter and a công văn, both signed. */
const signedDraft = async (title: string) => {
  const event = await draftEvent(world, { admission: 'nomination', title });
  await quotaOn(event.id);
  const bodyIds = ['bod_mttq', 'bod_hlg'];
  const made = await invite(world, event.id, { bodyIds, letterFor: 'all', hold: true });
  const letterId = made[0]!.letterId!;
  await signLetter(world, letterId, { pdf: PDF, scope: 'all' });
  await signRequest(world, event.id, OTHER_PDF);
  const { files: signed } = await getLetter(world, letterId);
  const [quota] = await listNominations(world, event.id);
  const keys = [signed[0]!.key, quota!.signed!.key];
  const files = async () =>
    (await Promise.all(keys.map((key) => world.files.get(key)))).filter(Boolean).length;
  return { event, letterId, made, files };
};

test('a draft goes with its shared letter, its công văn and their signed files', async () => {
  const { event, letterId, made, files } = await signedDraft('Lớp có giấy mời chung');
  expect(await files()).toBe(2);
  const organizer = await signIn(world, { role: 'organizer', bearer: true });
  expect((await organizer.get(routes.consoleDiscard(event.id))).text).toContain('2 thư mời soạn sẵn');
  await discardDraft(world, event.id, event.version);
  expect(await listLetters(world, event.id)).toEqual([]);
  await expect(getLetter(world, letterId)).rejects.toEqual(problem('letter-unknown'));
  for (const { id } of made)
    await expect(getInvitation(world, id)).rejects.toEqual(problem('invitation-missing'));
  expect(await files()).toBe(0);
});

test('cut off at a signed file, it is said again and leaves none', async () => {
  const { event, files } = await signedDraft('Lớp bỏ dở giấy mời');
  const cutOff = Object.create(world.files) as World['files'];
  cutOff.delete = async () => {
    throw new LostAnswer('cut off');
  };
  await expect(discardDraft({ ...world, files: cutOff } as World, event.id, event.version)).rejects.toThrow(
    LostAnswer,
  );
  await discardDraft(world, event.id, event.version);
  expect([await files(), await itemsOf(event.id), await listLetters(world, event.id)]).toEqual([0, [], []]);
});

test('a draft stays where somebody was told of it, and says who', async () => {
  const event = await draftEvent(world, { admission: 'nomination', title: 'Lớp đã báo' });
  await quotaOn(event.id);
  const [invitation] = await invite(world, event.id, { bodyId: 'bod_mttq', hold: true });
  // The letter went out by a way of its own.
  await world.db.update(invitationsTable, invitationKey(invitation!.id), {
    set: { issuedAt: iso(world.now()) },
  });
  await expect(discardDraft(world, event.id)).rejects.toMatchObject({
    code: 'draft-in-use',
    detail: { names: 'Ủy ban MTTQ tỉnh' },
  });
  expect(await drafts()).toContain(event.id);
  const organizer = await signIn(world, { role: 'organizer', bearer: true });
  expect((await organizer.get(routes.consoleDiscard(event.id))).text).toContain(
    'Những nơi đã được báo: Ủy ban MTTQ tỉnh',
  );
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
