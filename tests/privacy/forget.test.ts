import { beforeAll, describe, expect, test } from 'vitest';
import { countFailure } from '../../functions/background/streams/dead-letters';
import { checkIn } from '../../functions/events/attendance/check-in';
import type { Event } from '../../functions/events/event/event';
import { readRoom } from '../../functions/events/event/room';
import { answerInvitation } from '../../functions/events/invitations/answer';
import { seatAllDelegates } from '../../functions/events/invitations/delegates';
import { invite } from '../../functions/events/invitations/invite';
import { createNomination } from '../../functions/events/nominations/create';
import { FORGOTTEN } from '../../functions/events/person/forgotten';
import { particularsOf } from '../../functions/events/person/person-fields';
import { correctByImport } from '../../functions/events/registrations/change/by-import';
import { correctByStaff } from '../../functions/events/registrations/change/correct';
import { restore } from '../../functions/events/registrations/change/restore';
import { findByCode, getRegistration } from '../../functions/events/registrations/find';
import { ownLinkToken, readOwnLink } from '../../functions/events/registrations/own-link';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import type { Registration } from '../../functions/events/registrations/registration';
import { deliver } from '../../functions/notices/deliver';
import { createDueDeliveriesOfEvent } from '../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { auditTable } from '../../functions/platform/audit/change';
import { historyOf } from '../../functions/platform/audit/history';
import { parse } from '../../functions/platform/input/parse';
import { DAY, HOUR } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { findPersonData } from '../../functions/privacy/find';
import { listForgettings } from '../../functions/privacy/forget';
import { signedLettersOf } from '../../functions/privacy/look-at';
import { seatsIn } from '../../functions/seats/ledger/room';
import { callImporter, ordered, peopleOf } from '../events/imports/scene';
import { says, tokenOf } from '../events/invitations/scene';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { streamRecord } from '../support/stored';
import { useWorld } from '../support/world';
import { plantInLetters, plantInMessages } from './planted';
import { clockOnce, forgotten, needlesOf, tellHistory, whereFound } from './scene';

const WHO = { fullName: 'Huỳnh Thị Mẫu Xóa', phone: '0900000981', email: 'xoa@mau.example' };
const NEEDLES = needlesOf(WHO);

const world = useWorld();
const staff = () => as(world, 'acc_organizer');
const form = (over: object = {}) =>
  parse(RegisterInput, { ...WHO, unitId: 'unt_dinhan', position: 'Trưởng ấp', consent: true, ...over });

let past: Event;
let ahead: Event;
let was: Registration;
let coming: Registration;
let delegate: Registration;
let before: Map<string, object>;
const seats = async ({ id }: Event) => seatsIn(await readRoom(world, id));

/** The name in signed files, which are neither searched nor changed. */
const inLetters = () =>
  [...world.kept.keys()]
    .filter((key) => key.startsWith('letters/'))
    .map((key) => `file ${key}: ${NEEDLES[0]}`);

/** A person of whom something stands in every place. */
beforeAll(async () => {
  await furnish(world);
  past = await publishedEvent(world, {}, inDays(world, 1));
  ahead = await publishedEvent(world, {}, inDays(world, 40));
  // Registered by themselves; the mail went.
  was = (await register(world, past.id, form({ access: 'xe lăn' }))).registration;
  await createDueDeliveriesOfEvent(world, past);
  await deliver(world, { pause: async () => {} });
  // Written without accents, without an address: a line of the call list, with a note.
  coming = (await register(world, ahead.id, form({ fullName: 'Huynh Thi Mau Xoa', email: undefined })))
    .registration;
  const list = await ordered(world, ahead.id, ['Lê Văn Mẫu\t0900000111\tĐịnh An\tTrưởng ấp']);
  coming = await correctByImport(
    staff(),
    coming.id,
    { ...particularsOf(coming), fullName: WHO.fullName },
    {
      importId: list.id,
      row: 1,
      seen: coming.version,
    },
  );
  await createDueDeliveriesOfEvent(world, ahead);
  // A row that cannot be used, and one that waits.
  const refused = await ordered(world, ahead.id, [`${WHO.fullName}\t12\tĐịnh An\t`]);
  await callImporter(world, refused.id);
  await ordered(world, ahead.id, [
    `${WHO.fullName}\t${WHO.phone}\tĐịnh An\tTổ trưởng`,
    'Trần Văn Mẫu\t0900000112\tĐịnh An\t',
  ]);
  // A delegate, and one whom a body named before it declined.
  const contacts = [{ name: WHO.fullName, phone: WHO.phone, email: WHO.email }];
  const bodies = [await addBody(world, 'Hội số 1', { contacts }), await addBody(world, 'Hội số 2')];
  for (const [i, body] of bodies.entries()) {
    const [invitation] = await invite(world, ahead.id, { bodyId: body.id, seatsOffered: 2 });
    const token = tokenOf(world, invitation!);
    const delegates = [
      { name: WHO.fullName, phone: WHO.phone, position: 'Luật sư' },
      { name: 'Phan Thị Mẫu' },
    ];
    await answerInvitation(
      world,
      { token },
      1,
      says({ delegates, note: `Gọi ${WHO.fullName}, 0900 000 981` }),
    );
    if (i === 1) await answerInvitation(world, { token }, 2, says({ answer: 'declined', reason: 'Bận' }));
  }
  const byUnits = await publishedEvent(world, { admission: 'nomination' }, inDays(world, 30));
  await createNomination(staff(), byUnits.id, {
    unitId: 'unt_dinhan',
    quota: 2,
    contactName: WHO.fullName,
    contactPhone: WHO.phone,
    contactEmail: WHO.email,
  });
  await plantInMessages(world, ahead, WHO);
  await plantInLetters(world, { many: past, one: ahead, request: byUnits }, WHO);
  for (const event of [past, ahead, byUnits]) await createDueDeliveriesOfEvent(world, event);
  await deliver(world, { pause: async () => {} });
  delegate = (await peopleOf(world, ahead)).find(
    (r) => r.channel === 'invitation' && r.status === 'confirmed' && r.fullName === WHO.fullName,
  )!;
  // A record of the stream that a reader gave up on.
  const record = streamRecord(world, 'registrations', await getRegistration(world, was.id));
  for (let tries = 1; tries <= 4; tries++) await countFailure(world, record, new Error('broken'));
  // An entry of the history from before it kept no values.
  await world.db.putMany(auditTable, [
    {
      pk: was.id,
      sk: '2021-01-01T00:00:00.000Z#old',
      who: 'acc_organizer',
      table: 'registrations',
      what: 'changed',
      fields: { fullName: { from: 'Danh Mẫu Cũ', to: WHO.fullName } },
    },
  ]);
  world.clock.forward(DAY + HOUR);
  await checkIn(staff(), past.id, { registrationId: was.id, day: 1 });
  before = await tellHistory(world);
});

describe('a person who is forgotten', () => {
  test('stands in all these places before', async () => {
    const found = await whereFound(world, NEEDLES);
    const tables = [...new Set(found.map((line) => line.split(' ')[0]))].sort();
    expect(tables).toEqual([
      'audit',
      'bodies',
      'broadcasts',
      'file',
      'imports',
      'invitations',
      'nominations',
      'notices',
      'registrations',
    ]);
    const { kept, person } = await findPersonData(world, { id: was.id });
    expect(person.ids).toEqual(expect.arrayContaining([was.id, coming.id]));
    expect([...new Set(kept.map(({ place }) => place))].sort()).toEqual([
      ...[
        'bodies',
        'broadcasts',
        'history',
        'imports',
        'invitations',
        'mails',
        'nominations',
        'notices',
        'records',
      ],
      'registrations',
    ]);
  });

  test('is found nowhere after: tables, files, log', async () => {
    const held = await seats(past);
    const people = (await peopleOf(world, past)).length;
    const done = await forgotten(as(world, 'acc_organizer') as typeof world, { id: was.id });
    expect(done).toMatchObject({ state: 'done', who: 'acc_organizer' });
    expect(done.person).toBeUndefined();
    await tellHistory(world, before);
    expect(await whereFound(world, NEEDLES)).toEqual(inLetters());

    // What is counted stays.
    expect(await seats(past)).toEqual(held);
    expect((await peopleOf(world, past)).length).toBe(people);
    const left = await getRegistration(world, was.id);
    expect(left).toMatchObject({ status: 'confirmed', fullName: FORGOTTEN, phone: '', unitId: 'unt_dinhan' });
    expect(left.came).toEqual({ 1: expect.any(String) });
    expect(left.access ?? left.position ?? left.email).toBeUndefined();
  });

  test('may still be named by signed letters, which are listed for a human', async () => {
    const [{ events = [] } = {}] = await listForgettings(world);
    const letters = await signedLettersOf(world, events);
    expect(letters.map(({ kind }) => kind).sort()).toEqual(['many', 'one', 'request']);
    expect(inLetters()).toHaveLength(letters.length);
  });

  test('gives back the seat of an event to come, and hears nothing of it', async () => {
    expect(await getRegistration(world, coming.id)).toMatchObject({ status: 'cancelled', how: 'self' });
    await clockOnce(world);
    expect((await deliveriesOf(world, coming.id)).filter(({ open }) => open)).toEqual([]);
  });

  test('stands in the history with who did it and why, and with no word of what it was', async () => {
    const { items } = await historyOf(world, was.id);
    expect(items[0]).toMatchObject({ who: 'acc_organizer', fields: { forgotten: { to: 'asked' } } });
    expect(Object.keys(items[0]!.fields)).toEqual(['forgotten']);
  });

  test('keeps the seat of a delegate for the body, without a name, however often the clock comes', async () => {
    const delegates = (await peopleOf(world, ahead)).filter(({ channel }) => channel === 'invitation');
    expect(delegates.find(({ id }) => id === delegate.id)).toMatchObject({
      status: 'confirmed',
      fullName: FORGOTTEN,
    });
    const names = delegates.filter(({ status }) => status === 'confirmed').map(({ fullName }) => fullName);
    expect(names.sort()).toEqual(['Phan Thị Mẫu', FORGOTTEN].sort());
    const held = await seats(ahead);
    await seatAllDelegates(world, ahead);
    expect(await seats(ahead)).toEqual(held);
    expect((await peopleOf(world, ahead)).filter(({ channel }) => channel === 'invitation').length).toBe(
      delegates.length,
    );
  });

  test('is opened by no code, no own link, no correction and no undo of a cancellation', async () => {
    await expect(findByCode(world, { code: was.code, phone: WHO.phone })).rejects.toThrow('code-unknown');
    await expect(readOwnLink(world, ownLinkToken(world, was))).rejects.toThrow('own-link-missing');
    await expect(correctByStaff(world, was.id, particularsOf(was))).rejects.toThrow(
      'registration-not-active',
    );
    await expect(restore(world, coming.id)).rejects.toThrow('registration-not-restorable');
  });

  test('is not brought back by a list that was sent before', async () => {
    for (const { item } of await waitingImports()) await callImporter(world, String(item.id));
    expect(await whereFound(world, NEEDLES)).toEqual(inLetters());
    expect((await peopleOf(world, ahead)).some(({ phone }) => phone === '0900000112')).toBe(true);
  });

  test('may come back: then they are a person of whom nothing is known', async () => {
    const { registration } = await register(world, ahead.id, form());
    expect(registration).toMatchObject({ fullName: WHO.fullName, status: 'confirmed' });
    expect(registration.id).not.toBe(coming.id);
  });
});

const waitingImports = async () => {
  const found = [];
  for await (const one of (await import('./scene')).everyItem(world))
    if (one.table === 'imports' && one.item.state === 'running') found.push(one);
  return found;
};
