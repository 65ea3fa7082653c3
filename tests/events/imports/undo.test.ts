import { beforeAll, describe, expect, it } from 'vitest';
import { forgetUnits } from '../../../functions/directory/units/list';
import { unitsTable } from '../../../functions/directory/units/unit';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { letInRegistered } from '../../../functions/events/attendance/let-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { getImport } from '../../../functions/events/imports/find';
import type { Import } from '../../../functions/events/imports/import';
import { tendImports } from '../../../functions/events/imports/tend';
import { lookAtUndo, undoImport } from '../../../functions/events/imports/undo';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { approve } from '../../../functions/events/registrations/change/approve';
import {
  correctByImport,
  takeBackCorrection,
} from '../../../functions/events/registrations/change/by-import';
import { cancelByStaff, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correct, correctByStaff } from '../../../functions/events/registrations/change/correct';
import { lowerCapacity } from '../../../functions/events/registrations/change/lower-capacity';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import { findSlot } from '../../../functions/events/registrations/register/existing';
import type { Registration } from '../../../functions/events/registrations/registration';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { as } from '../../../functions/platform/world/world';
import { setPoolSize } from '../../../functions/seats/capacity';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { ledgerOf } from '../../../functions/seats/tables/ledger-tables';
import { addEvent } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { type TestWorld, useWorld } from '../../support/world';
import {
  callImporter,
  callsOfWhole,
  faulty,
  killed,
  lost,
  minutesLater,
  mustEndWhole,
  ordered,
  peopleOf,
  rowsOf,
  runToEnd,
  TIME,
  type Waits,
} from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const phoneOf = (row: string) => row.split('\t')[1]!;
const rowFor = ({ fullName, phone }: Registration, position: string) =>
  `${fullName}\t${phone}\tĐịnh An\t${position}`;
const imported = async (event: Event, rows: readonly string[]): Promise<Import> => {
  const { id } = await ordered(world, event.id, rows);
  await runToEnd(world, id);
  return getImport(world, id);
};
const undone = async (id: string): Promise<Import> => {
  await undoImport(as(world, 'acc_undoer'), id);
  await runToEnd(world, id);
  return getImport(world, id);
};
const now = (r: Pick<Registration, 'id'>) => getRegistration(world, r.id);
const called = async (event: Event, phone: string): Promise<Registration> =>
  (await peopleOf(world, event)).find((r) => r.phone === phone)!;
const seats = async (event: Event) => seatsIn(await readRoom(world, event.id));

describe('an import that is taken back', () => {
  it('removes whom it registered, gives their seats on, and restores whom it corrected', async () => {
    const event = await addEvent(world, 10, { capacity: 3 });
    const known = await comes(world, event.id, { position: 'Trưởng ấp', teamName: 'Tổ 1' });
    const rows = rowsOf(3);
    world.clock.forward(1_000);
    const one = await imported(event, [rowFor(known, 'Tổ trưởng'), ...rows]);
    expect(one.counts).toMatchObject({ registered: 3, waiting: 1, corrected: 1 });
    world.clock.forward(1_000);
    const later = await comes(world, event.id);
    expect(later.status).toBe('waitlisted');
    expect(await lookAtUndo(world, one)).toEqual({ registered: 3, corrected: 1, built: [] });

    const done = await undone(one.id);
    expect(done).toMatchObject({ state: 'undone', undo: { total: 4, removed: 3, restored: 1, kept: [] } });
    const gone = await Promise.all(rows.map((row) => called(event, phoneOf(row))));
    expect(gone.map((r) => [r.status, r.how, r.by])).toEqual(
      Array(3).fill(['cancelled', 'undone', 'acc_undoer']),
    );
    // The one of them who waited left first: no seat went to them on the way.
    expect(gone.map((r) => r.was).sort()).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect(await now(later)).toMatchObject({ status: 'confirmed', how: 'promoted' });
    const { imports, ...back } = await now(known);
    expect(particularsOf(back)).toEqual(particularsOf(known));
    expect(back).toMatchObject({ status: 'confirmed', unitName: known.unitName });
    expect(JSON.stringify(imports)).not.toContain('Trưởng ấp');
    expect(await seats(event)).toMatchObject({ size: 3, held: 2 });
  });

  it('twice is taken back once; the list may be imported and taken back again', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(3);
    const first = await imported(event, rows);
    await undone(first.id);
    const again = await undoImport(world, first.id);
    expect(again).toMatchObject({ state: 'undone', undo: { removed: 3 } });
    world.clock.forward(MINUTE);
    const second = await imported(event, rows);
    expect(second.counts).toMatchObject({ registered: 3, left: 0, unchanged: 0 });
    expect(await undone(second.id)).toMatchObject({ state: 'undone', undo: { removed: 3 } });
    expect((await peopleOf(world, event)).map((r) => r.status)).toEqual(Array(3).fill('cancelled'));
  });

  it('is not hindered by a seat that came free and was given on', async () => {
    const event = await addEvent(world, 10, { capacity: 1 });
    const first = await comes(world, event.id);
    world.clock.forward(1_000);
    const one = await imported(event, rowsOf(2));
    await withdraw(world, first);
    const promoted = (await peopleOf(world, event)).filter((r) => r.how === 'promoted');
    expect(promoted).toHaveLength(1);
    await setPoolSize(world, event.id, { pool: 'open', path: 'open' }, 5);
    expect(await undone(one.id)).toMatchObject({ undo: { removed: 2, kept: [] } });
  });

  it('is not hindered by a day on which a person came before it', async () => {
    const event = await addEvent(world, 10);
    const known = await comes(world, event.id, { position: 'Trưởng ấp' });
    await checkIn(world, event.id, { registrationId: known.id, day: 1 });
    world.clock.forward(1_000);
    const one = await imported(event, [rowFor(known, 'Tổ trưởng')]);
    await undone(one.id);
    const back = await now(known);
    expect([back.position, Object.keys(back.came ?? {})]).toEqual(['Trưởng ấp', ['1']]);
  });

  it('while it runs is stopped, and what was written is taken back', async () => {
    const event = await addEvent(world, 10, { capacity: 5 });
    const rows = rowsOf(60);
    const { id } = await ordered(world, event.id, rows);
    const ticking: TestWorld = { ...world, now: () => (world.clock.at += 50) };
    await callImporter(ticking, id, { forMs: 3_000, lives: 70_000 });
    const { done } = await getImport(world, id);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(60);
    const ended = await undone(id);
    expect(ended).toMatchObject({ state: 'undone', done, undo: { removed: done } });
    const people = await peopleOf(world, event);
    expect(people).toHaveLength(done);
    expect(new Set(people.map((r) => r.status))).toEqual(new Set(['cancelled']));
    expect([...world.kept.keys()].filter((key) => key.includes(id))).toEqual([]);
    expect(await seats(event)).toMatchObject({ held: 0 });
  });

  it('while a worker writes takes back what that worker still writes', async () => {
    const event = await addEvent(world, 10);
    const { id } = await ordered(world, event.id, rowsOf(12));
    // From some rows on the worker's calls wait for the order to take the import back.
    let ordering: Promise<Import> | undefined;
    const busy = faulty(world, (call) => {
      if (call < 12) return undefined;
      ordering ??= undoImport(world, id);
      return { until: ordering };
    });
    await callImporter(busy, id);
    // The step under way was not counted, but it was written.
    expect(await getImport(world, id)).toMatchObject({ state: 'running', job: 'undo', done: 0 });
    expect((await peopleOf(world, event)).length).toBeGreaterThan(0);
    await runToEnd(world, id);
    expect((await getImport(world, id)).state).toBe('undone');
    expect((await peopleOf(world, event)).filter((r) => r.status !== 'cancelled')).toEqual([]);
  });

  it('keeps a person to whom something happened meanwhile, and names them', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(3);
    const { id } = await imported(event, rows);
    await undoImport(world, id);
    const came = await called(event, phoneOf(rows[1]!));
    await checkIn(world, event.id, { registrationId: came.id, day: 1 });
    await runToEnd(world, id);
    expect(await getImport(world, id)).toMatchObject({
      state: 'undone',
      undo: { removed: 2, kept: [came.id] },
    });
    expect(await now(came)).toMatchObject({ status: 'confirmed', came: { 1: expect.anything() } });
  });

  it('brings back what was corrected, word for word, whatever became of the units', async () => {
    const event = await addEvent(world, 10);
    const known = await comes(world, event.id, {
      gender: 'male',
      yearOfBirth: 1970,
      email: 'cu@mau.example',
      interpreter: true,
      answers: { 'Ăn chay': 'Có' },
    });
    const { importId, row } = { importId: 'imp_mau', row: 2 };
    const other = { ...particulars({ fullName: 'Danh Mới', unitId: 'unt_donghoa' }), interpreter: false };
    const corrected = await correctByImport(world, known.id, other, { importId, row, seen: known.version });
    expect(corrected).toMatchObject({ fullName: 'Danh Mới', phone: other.phone });
    const unit = await world.db.get(unitsTable, { pk: 'unit', sk: 'unt_dinhan' });
    await world.db.put(unitsTable, { ...unit!, name: 'Định An Mới', validTo: '2026-01-01' });
    forgetUnits(world);
    await takeBackCorrection(world, await now(known), importId);
    const back = await now(known);
    await world.db.put(unitsTable, unit!);
    forgetUnits(world);
    const { imports: _imports, version: _version, updatedAt: _updatedAt, by: _by, ...same } = known;
    expect(back).toMatchObject(same);
    expect(back.imports?.[importId]).toMatchObject({ undone: true });
    // They are found by their own phone again.
    const ledger = ledgerOf<Registration>(world);
    const slot = await findSlot({ world, ledger, event: { id: event.id, sections: 1 }, person: known });
    expect(slot?.existing).toMatchObject({ kind: 'same', registration: { id: known.id } });
  });

  it('of a list that corrected the people of another: the later one first', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(2);
    const first = await imported(event, rows);
    const second = await imported(event, [rows[0]!.replace('Trưởng ấp', 'Tổ phó')]);
    await expect(undoImport(world, first.id)).rejects.toMatchObject({
      code: 'import-built-on',
      fields: [{ code: 'built-on-changed' }],
    });
    expect(await undone(second.id)).toMatchObject({ undo: { restored: 1, removed: 0 } });
    expect((await called(event, phoneOf(rows[0]!))).position).toBe('Trưởng ấp');
    expect(await undone(first.id)).toMatchObject({ undo: { removed: 2, kept: [] } });
  });

  it('of an event that is over or cancelled is refused; of a postponed one it is not', async () => {
    const cancelled = await addEvent(world, 10);
    const one = await imported(cancelled, rowsOf(1));
    await cancelEvent(world, cancelled.id, { version: cancelled.version, reason: 'Bão' });
    await expect(undoImport(world, one.id)).rejects.toMatchObject({ code: 'event-cancelled' });
    const over = await addEvent(world, 10);
    const two = await imported(over, rowsOf(1));
    world.clock.forward(11 * DAY);
    await expect(undoImport(world, two.id)).rejects.toMatchObject({ code: 'event-over' });
    const postponed = await addEvent(world, 10);
    const three = await imported(postponed, rowsOf(2));
    await postponeEvent(world, postponed.id, { version: postponed.version, reason: 'Bão' });
    expect(await undone(three.id)).toMatchObject({ undo: { removed: 2 } });
    expect(await seats(postponed)).toMatchObject({ held: 0 });
  });
});

/** What people do with a registration after it was imported. */
const DEEDS: [string, string, (event: Event, r: Registration) => Promise<unknown>][] = [
  ['came', 'came', (event, r) => checkIn(world, event.id, { registrationId: r.id, day: 1 })],
  [
    'was corrected by the organizer',
    'changed',
    (_, r) => correctByStaff(world, r.id, { ...particularsOf(r), position: 'Phó' }),
  ],
  ['corrected themselves', 'changed', (_, r) => correct(world, r, { ...particularsOf(r), teamName: 'Tổ 9' })],
  ['was corrected to the same again', 'changed', (_, r) => correctByStaff(world, r.id, particularsOf(r))],
  ['withdrew', 'left', (_, r) => withdraw(world, r)],
  ['was cancelled by the organizer', 'left', (_, r) => cancelByStaff(world, r.id, 'Bận')],
  [
    'was replaced',
    'replaced',
    (_, r) =>
      replace(
        world,
        r.id,
        { ...particulars({ fullName: 'Danh Thay' }), interpreter: false },
        {
          basis: 'paper',
          channel: 'api',
        },
      ),
  ],
  ['was moved to another class', 'left', async (_, r) => move(world, r.id, (await addEvent(world, 12)).id)],
  ['was corrected by another list', 'changed', (event, r) => imported(event, [rowFor(r, 'Chi hội trưởng')])],
  [
    'lost the seat, since the number was wrong',
    'decided',
    async (event, r) => {
      const { held } = await seats(event);
      await lowerCapacity(world, event, { pool: 'open', seats: held - 1, unseated: [r.id] });
    },
  ],
];

describe('an import on which something was built', () => {
  it.each(DEEDS)('is refused where a person %s, and names them', async (_, why, act) => {
    const event = await addEvent(world, 10);
    const known = await comes(world, event.id, { position: 'Trưởng ấp' });
    world.clock.forward(1_000);
    const rows = rowsOf(1);
    const one = await imported(event, [rowFor(known, 'Tổ trưởng'), ...rows]);
    world.clock.forward(1_000);
    const person = await called(event, phoneOf(rows[0]!));
    await act(event, person);
    const before = await peopleOf(world, event);
    await expect(undoImport(world, one.id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'import-built-on',
      detail: { people: person.fullName },
      fields: [{ path: person.id, code: `built-on-${why}`, detail: { name: person.fullName } }],
    });
    expect(await getImport(world, one.id)).toMatchObject({ state: 'done', job: 'import' });
    expect(await peopleOf(world, event)).toEqual(before);
  });

  it('is refused for a person whom it corrected, in the same way', async () => {
    const event = await addEvent(world, 10, { approval: true });
    const known = await comes(world, event.id, { position: 'Trưởng ấp' });
    expect(known.status).toBe('pending');
    const one = await imported(event, [rowFor(known, 'Tổ trưởng')]);
    await approve(world, known.id);
    await expect(undoImport(world, one.id)).rejects.toMatchObject({
      fields: [{ path: known.id, code: 'built-on-decided' }],
    });
  });

  it('is refused for a person who waited and was let in at the door', async () => {
    const event = await addEvent(world, 10, { capacity: 1 });
    await comes(world, event.id);
    const rows = rowsOf(1);
    const one = await imported(event, rows);
    const waits = await called(event, phoneOf(rows[0]!));
    await letInRegistered(world, waits.id, { day: 1, beyond: true });
    await expect(undoImport(world, one.id)).rejects.toMatchObject({ fields: [{ code: 'built-on-came' }] });
  });

  it('names the first of many, and says how many there are', async () => {
    const event = await addEvent(world, 10);
    const one = await imported(event, rowsOf(13));
    for (const r of await peopleOf(world, event)) await withdraw(world, r);
    const refused = await undoImport(world, one.id).catch((error) => error);
    expect(refused.detail.more).toBe(3);
    expect(refused.detail.people.split(', ')).toHaveLength(10);
    expect(refused.fields).toHaveLength(13);
  });
});

/** An import of new and known people into a full class, ready to be taken back. */
const toUndo = async () => {
  const event = await addEvent(world, 10, { capacity: 4 });
  const known = await comes(world, event.id, { position: 'Trưởng ấp' });
  world.clock.forward(1_000);
  const { id } = await imported(event, [rowFor(known, 'Tổ trưởng'), ...rowsOf(5)]);
  world.clock.forward(1_000);
  const waits = await comes(world, event.id);
  await undoImport(world, id);
  const check = async () => {
    const people = await peopleOf(world, event);
    const { state, undo } = await getImport(world, id);
    return {
      state,
      counts: [undo!.removed, undo!.restored, undo!.kept.length],
      active: people
        .filter((r) => r.status === 'confirmed')
        .map((r) => r.phone)
        .sort(),
      position: (await now(known)).position,
      neverSeated: people.filter((r) => r.how === 'undone' && r.was === 'waitlisted').length,
    };
  };
  const whole = {
    state: 'undone',
    counts: [5, 1, 0],
    active: [known.phone, waits.phone].sort(),
    position: 'Trưởng ấp',
    neverSeated: 2,
  };
  return { event, id, check, whole };
};

describe('an undo that is disturbed', () => {
  it('goes on after its worker was killed at any call', async () => {
    const calls = await callsOfWhole(world, toUndo);
    await mustEndWhole(world, toUndo, killed, { from: 1, to: calls, step: 2 });
  });

  it('goes on after the answer to any call was lost', async () => {
    const calls = await callsOfWhole(world, toUndo);
    await mustEndWhole(world, toUndo, lost, { from: 2, to: calls, step: 3 });
  });

  it('of a half import deletes the rest of the list where one of the last answers is lost', async () => {
    /** An import that was stopped before its first row. */
    const stopped = async (): Promise<Waits> => {
      const event = await addEvent(world, 10);
      const { id } = await ordered(world, event.id, rowsOf(2));
      await undoImport(world, id);
      const check = async () => ({
        state: (await getImport(world, id)).state,
        left: [...world.kept.keys()].filter((key) => key.includes(id)),
      });
      return { event, id, check, whole: { state: 'undone', left: [] } };
    };
    const calls = await callsOfWhole(world, stopped);
    await mustEndWhole(world, stopped, lost, { from: 2, to: calls, step: 1 });
  });

  it('by two workers at once is done once', async () => {
    for (let i = 0; i < 3; i++) {
      const { event, id, check, whole } = await toUndo();
      const over = { forMs: 40_000, lives: 0 };
      await Promise.allSettled([callImporter(world, id, over), callImporter(world, id, over)]);
      await minutesLater(world, event.id);
      await runToEnd(world, id);
      expect(await check()).toEqual(whole);
    }
  });

  it('leaves a person out for whom it fails each time, and takes the others back', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(3);
    const { id } = await imported(event, rows);
    await undoImport(world, id);
    const poison = await called(event, phoneOf(rows[1]!));
    const broken: TestWorld = {
      ...world,
      db: new Proxy(world.db, {
        get: (target, name) => {
          const value = Reflect.get(target, name);
          if (name === 'as') return () => broken.db;
          if (name !== 'updateIf') return typeof value === 'function' ? value.bind(target) : value;
          return (...args: [never, { sk?: string }, never]) =>
            args[1].sk === poison.sk ? Promise.reject(new TypeError('bug')) : value.apply(target, args);
        },
      }),
    };
    // The first of them came to the second pass before it failed.
    for (let i = 1; i <= 4; i++) {
      await expect(callImporter(broken, id)).rejects.toThrow('bug');
      world.clock.forward(TIME.lives + MINUTE);
      await tendImports(world);
    }
    await runToEnd(broken, id);
    expect(await getImport(world, id)).toMatchObject({
      state: 'undone',
      undo: { removed: 2, kept: [poison.id] },
    });
  });

  it('goes on in portions', async () => {
    const event = await addEvent(world, 10, { capacity: 3 });
    const { id } = await imported(event, rowsOf(60));
    await undoImport(world, id);
    const ticking: TestWorld = { ...world, now: () => (world.clock.at += 50) };
    expect(await runToEnd(ticking, id, { forMs: 1_500, lives: TIME.lives })).toBeGreaterThan(2);
    expect(await getImport(world, id)).toMatchObject({ state: 'undone', undo: { removed: 60, kept: [] } });
  });
});
