import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DeleteTableCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { getEvent } from '../../functions/events/event/get';
import { refusedRowsOf } from '../../functions/events/imports/find';
import { answerInvitation } from '../../functions/events/invitations/answer';
import { invite } from '../../functions/events/invitations/invite';
import { getInvitation } from '../../functions/events/invitations/list';
import { requestIdOf } from '../../functions/events/person/forget-request';
import { FORGOTTEN, forgottenSince } from '../../functions/events/person/forgotten';
import { getRegistration } from '../../functions/events/registrations/find';
import { existingOf } from '../../functions/events/registrations/register/existing';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import { tendRoll } from '../../functions/events/registrations/roll/keep-roll';
import { rollsTable } from '../../functions/events/registrations/roll/rolls-table';
import { deliver } from '../../functions/notices/deliver';
import { createDueDeliveriesOfEvent } from '../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { s3Files } from '../../functions/platform/files/s3';
import { parse } from '../../functions/platform/input/parse';
import { dynamoClient } from '../../functions/platform/store/client';
import { createTableInput } from '../../functions/platform/store/create-table';
import { Db } from '../../functions/platform/store/db';
import { iso, MINUTE } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { forgetPerson, getForgetting, LOOK_AGAIN_MS } from '../../functions/privacy/forget';
import { noteKey } from '../../functions/privacy/forgetting';
import { refuseRequest } from '../../functions/privacy/refuse';
import { replayForgotten } from '../../functions/privacy/replay';
import { askToBeForgotten } from '../../functions/privacy/requests';
import { tables } from '../../functions/tables';
import { type FileStore, startFileStore } from '../../infra/local/parts/file-store';
import { localAws } from '../../infra/local/parts/part';
import { forgottenNotes } from '../../infra/operate/forgotten-notes';
import { callImporter, ordered } from '../events/imports/scene';
import { holdEvent, says, tokenOf } from '../events/invitations/scene';
import { addBody } from '../support/bodies';
import { furnish, inDays, onDay, publishedEvent } from '../support/events';
import { type TestWorld, useWorld } from '../support/world';
import { clockOnce, forgotten, needlesOf, whereFound } from './scene';

const world = useWorld();
let event: Event;
beforeAll(async () => {
  await furnish(world);
  event = await publishedEvent(world, { capacity: 200 }, inDays(world, 20));
});

const GIVEN = [
  'Sen',
  'Lan',
  'Cúc',
  'Đào',
  'Mai',
  'Huệ',
  'Trúc',
  'Nhài',
  'Sứ',
  'Hường',
  'Súng',
  'Ly',
  'Quỳnh',
  'Tràm',
];
let phones = 0;
const newPerson = () => ({
  fullName: `Danh Thị Mẫu ${GIVEN[phones]}`,
  phone: `09000077${String(10 + ++phones)}`,
  email: `quen${phones}@mau.example`,
});
const enter = async (who: ReturnType<typeof newPerson> & { another?: boolean }) => {
  const input = parse(RegisterInput, { ...who, unitId: 'unt_dinhan', consent: true });
  const { registration } = await register(world, event.id, input);
  await createDueDeliveriesOfEvent(world, event);
  await deliver(world, { pause: async () => {} });
  return registration;
};

describe('forgetting', () => {
  test('goes on where it stopped', async () => {
    const who = newPerson();
    const r = await enter(who);
    // The tables are gone in the middle of it.
    const { put } = world.db;
    let writes = 0;
    const cut = Object.create(world.db) as typeof world.db;
    Object.assign(cut, {
      put: async (...args: Parameters<typeof put>) => {
        if (++writes > 2) throw new Error('the line was cut');
        return put.apply(world.db, args);
      },
    });
    const stopped = await forgetPerson({ ...world, db: cut }, { id: r.id }, 'asked');
    expect(stopped.state).toBe('running');
    expect(await whereFound(world, needlesOf(who))).not.toEqual([]);
    world.clock.forward(5 * MINUTE);
    await clockOnce(world);
    expect((await getForgetting(world, stopped.sk)).state).toBe('again');
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await getForgetting(world, stopped.sk)).toMatchObject({ state: 'done' });
    expect(await whereFound(world, needlesOf(who))).toEqual([]);
  });

  test('looks once more, for what was being written meanwhile', async () => {
    const who = newPerson();
    const r = await enter(who);
    const [sent] = await deliveriesOf(world, r.id);
    const done = await forgetPerson(world, { id: r.id }, 'asked');
    expect(done.state).toBe('again');
    // A sender had read the person before, and claims its mail only now.
    await world.db.put(noticesTable, sent!);
    expect(await whereFound(world, needlesOf(who))).not.toEqual([]);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await whereFound(world, needlesOf(who))).toEqual([]);
  });

  test('neither writes nor counts again what is forgotten already', async () => {
    const r = await enter(newPerson());
    const { sk, count } = await forgetPerson(world, { id: r.id }, 'asked');
    const left = await getRegistration(world, r.id);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await getForgetting(world, sk)).toMatchObject({ state: 'done', count });
    expect(await getRegistration(world, r.id)).toEqual(left);
  });

  test('removes the copies that lists of a large event read, also one that was being written meanwhile', async () => {
    const who = newPerson();
    const r = await enter(who);
    const large = { ...event, seats: { ...event.seats, held: 1_000 } };
    await tendRoll(world, large);
    const copies = await world.db.all(rollsTable, { where: 'pk = :pk', values: { ':pk': event.id } });
    const inCopies = async () =>
      (await whereFound(world, needlesOf(who))).filter((where) => where.startsWith('rolls'));
    expect(await inCopies()).not.toEqual([]);
    await forgetPerson(world, { id: r.id }, 'asked');
    expect(await inCopies()).toEqual([]);
    await world.db.putMany(rollsTable, copies);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await whereFound(world, needlesOf(who))).toEqual([]);
  });

  test('leaves a person alone who comes back before the second look', async () => {
    const who = newPerson();
    const r = await enter(who);
    await forgetPerson(world, { id: r.id }, 'asked');
    world.clock.forward(MINUTE);
    const back = await enter(who);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await getRegistration(world, back.id)).toMatchObject({ fullName: who.fullName });
    expect(await getRegistration(world, r.id)).toMatchObject({ fullName: FORGOTTEN });
  });

  test('is of one person: others on the same phone stay', async () => {
    const mother = newPerson();
    const son = { ...mother, fullName: 'Danh Văn Mẫu Nhớ', email: 'nho@mau.example' };
    const [a, b] = [await enter(mother), await enter(son)];
    await forgotten(world, { fullName: mother.fullName, phone: mother.phone });
    expect(await getRegistration(world, a.id)).toMatchObject({ fullName: FORGOTTEN });
    expect(await getRegistration(world, b.id)).toMatchObject(son);
  });
});

describe('a person who is forgotten', () => {
  test('comes back as another one, even where the words for it resemble their name', async () => {
    const who = { ...newPerson(), fullName: 'Yêu Cầu' };
    const r = await enter(who);
    await forgotten(world, { id: r.id });
    const back = await enter(who);
    expect(back.id).not.toBe(r.id);
    const seated = { ...(await getRegistration(world, r.id)), status: 'confirmed' as const };
    expect(existingOf(seated, undefined, who).kind).toBe('different');
    expect(await getRegistration(world, r.id)).toMatchObject({ fullName: FORGOTTEN });
  });

  test('is not registered by an importer that had read the list before', async () => {
    const who = newPerson();
    await enter(who);
    const list = await ordered(world, event.id, [`${who.fullName}\t${who.phone}\tĐịnh An\tTổ trưởng`]);
    const rows = [...world.kept].filter(([key]) => key.startsWith(`lists/${list.id}/`));
    expect(rows).toHaveLength(1);
    world.clock.forward(MINUTE);
    await forgetPerson(world, { fullName: who.fullName, phone: who.phone }, 'asked');
    for (const [key, bytes] of rows) world.kept.set(key, bytes);
    await callImporter(world, list.id);
    expect(await refusedRowsOf(world, list.id)).toEqual([
      { row: 2, name: '', errors: [{ path: '', code: 'person-forgotten' }] },
    ]);
    expect(
      await whereFound(world, needlesOf(who)).then((found) =>
        found.filter((line) => !line.startsWith('privacy')),
      ),
    ).toEqual([]);
    // A list that comes later is a new one.
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    const later = await ordered(world, event.id, [`${who.fullName}\t${who.phone}\tĐịnh An\tTổ trưởng`]);
    await callImporter(world, later.id);
    expect(await refusedRowsOf(world, later.id)).toEqual([]);
  });

  test('hears nothing of an event that is changed', async () => {
    const who = newPerson();
    const r = await enter(who);
    // They stand on the list of an event that has begun, so the seat stays.
    const begun = world.clock.at;
    world.clock.at = Date.parse(event.startsAt) + MINUTE;
    await forgotten(world, { id: r.id });
    expect(await getRegistration(world, r.id)).toMatchObject({ status: 'confirmed', fullName: FORGOTTEN });
    const scheduleAt = new Date(world.now()).toISOString();
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { schedule: 9, scheduleAt } });
    await createDueDeliveriesOfEvent(world, await getEvent(world, event.id));
    expect((await deliveriesOf(world, r.id)).filter(({ open }) => open)).toEqual([]);
    world.clock.at = begun;
  });

  test('is told from a brother whose name differs by its accents, also where one was typed without any', async () => {
    const hung = { ...newPerson(), fullName: 'Danh Mẫu Hùng' };
    const brother = { ...hung, fullName: 'Danh Mẫu Hưng', another: true };
    const [a, b] = [await enter(hung), await enter(brother)];
    await forgotten(world, { fullName: 'Danh Mẫu Hùng', phone: hung.phone });
    expect(await getRegistration(world, a.id)).toMatchObject({ fullName: FORGOTTEN });
    expect(await getRegistration(world, b.id)).toMatchObject({ fullName: 'Danh Mẫu Hưng' });
    // A name without accents, on a phone that both have, is neither's.
    const unclear = { fullName: 'Danh Mau Hung', phone: hung.phone };
    const other = await enter({ ...hung, another: true });
    expect(other.id).not.toBe(a.id);
    await expect(forgetPerson(world, unclear, 'asked')).resolves.toMatchObject({ ids: [] });
    expect(await getRegistration(world, other.id)).toMatchObject({ fullName: 'Danh Mẫu Hùng' });
    const people = (fullName: string) => forgottenSince(world, [{ fullName, phone: hung.phone }], '2000');
    expect(await people('Danh Mẫu Hùng')).toEqual([true]);
    expect(await people('Danh Mau Hung')).toEqual([true]);
    expect(await people('Danh Mẫu Hưng')).toEqual([false]);
  });

  test('is not a person of the same name elsewhere, nor one whom a body names anew', async () => {
    const who = newPerson();
    await enter(who);
    const body = await addBody(world, 'Hội trùng tên');
    const meeting = await holdEvent(world, {
      startsAt: onDay(world, 30, '08:00'),
      endsAt: onDay(world, 30, '11:00'),
    });
    const [invitation] = await invite(world, meeting.id, { bodyId: body.id, seatsOffered: 2 });
    const answer = says({ delegates: [{ name: who.fullName }] });
    await answerInvitation(world, { token: tokenOf(world, invitation!) }, 1, answer);
    await forgetPerson(world, { fullName: who.fullName, phone: who.phone }, 'asked');
    const read = () => getInvitation(world, invitation!.id);
    expect((await read()).answer!.delegates).toEqual([{ name: who.fullName }]);
    world.clock.forward(MINUTE);
    const anew = says({ delegates: [{ name: who.fullName, phone: who.phone }] });
    await answerInvitation(world, { token: tokenOf(world, invitation!) }, (await read()).version, anew);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect((await read()).answer!.delegates).toEqual([{ name: who.fullName, phone: who.phone }]);
  });
});

/** So few that the notes of this file fill several pages. */
const NOTES_ON_A_PAGE = 2;

describe('tables that are restored', () => {
  const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
  const to = () => `r1-${world.settings.tablePrefix}`;
  let directory: string;
  let bucket: FileStore;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'notes-'));
    bucket = await startFileStore(directory, 'files', { mostKeys: NOTES_ON_A_PAGE });
  });
  afterAll(async () => {
    await bucket.stop();
    await rm(directory, { recursive: true });
    for (const { name } of tables) await client.send(new DeleteTableCommand({ TableName: to() + name }));
    client.destroy();
  });

  /** What `npm run restore` reads: the notes as they lie in the bucket, in pages. */
  const notesInBucket = async () => {
    const own = {
      endpoint: bucket.endpoint,
      region: 'ap-southeast-1',
      credentials: bucket.credentials,
      forcePathStyle: true,
    };
    const files = s3Files('files', own);
    for (const [key, bytes] of world.kept) await files.put(key, bytes, 'application/json');
    const s3 = new S3Client(own);
    const notes = await forgottenNotes(s3, 'files');
    s3.destroy();
    return notes;
  };

  test('forget again who was forgotten since, from all pages of the notes beside the tables', async () => {
    const who = newPerson();
    const r = await enter(who);
    await askToBeForgotten(world, r);
    await refuseRequest(world, requestIdOf(r.id), {
      refusal: `Chứng từ của ${who.fullName} phải lưu 10 năm.`,
    });
    for (const spec of tables) {
      await client.send(new CreateTableCommand(createTableInput(spec, to())));
      const { Items = [] } = await client.send(
        new ScanCommand({ TableName: world.settings.tablePrefix + spec.name }),
      );
      await new Db({ client, prefix: to() }).putMany(
        spec as never,
        Items.map((item) => unmarshall(item)) as never,
      );
    }
    world.clock.forward(MINUTE);
    const { sk } = await forgotten(as(world, 'acc_organizer') as TestWorld, { id: r.id });
    const there = { ...world, db: new Db({ client, prefix: to(), actor: 'clock' }) } as TestWorld;
    expect(await getRegistration(there, r.id)).toMatchObject(who);

    const notes = await notesInBucket();
    const written = [...world.kept.keys()].filter((key) => key.startsWith('forgotten/'));
    expect(written.length).toBeGreaterThan(2 * NOTES_ON_A_PAGE);
    expect(notes.map((note) => noteKey(note.sk))).toEqual(written.sort());
    expect(await replayForgotten(there.db, notes, iso(world.now()))).toBe(written.length);
    await clockOnce(there);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(there);
    expect(await getForgetting(there, sk)).toMatchObject({ state: 'done', who: 'acc_organizer' });
    expect(await getRegistration(there, r.id)).toMatchObject({
      fullName: FORGOTTEN,
      forgotten: { who: 'acc_organizer', reason: 'asked' },
    });
    expect(await whereFound(there, needlesOf(who), to())).toEqual([]);
  });
});
