import { beforeAll, describe, expect, it } from 'vitest';
import { forgetUnits } from '../../../functions/directory/units/list';
import { unitsTable } from '../../../functions/directory/units/unit';
import { checkIn } from '../../../functions/events/attendance/check-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { getImport } from '../../../functions/events/imports/find';
import type { Import } from '../../../functions/events/imports/import';
import { lookAtUndo, undoImport } from '../../../functions/events/imports/undo';
import { particularsOf } from '../../../functions/events/person/person-fields';
import {
  correctByImport,
  takeBackCorrection,
} from '../../../functions/events/registrations/change/by-import';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../../functions/events/registrations/find';
import { findSlot } from '../../../functions/events/registrations/register/existing';
import type { Registration } from '../../../functions/events/registrations/registration';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { setPoolSize } from '../../../functions/seats/capacity';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { ledgerOf } from '../../../functions/seats/tables/ledger-tables';
import { addEvent } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { type TestWorld, useWorld } from '../../support/world';
import { faulty, once, preceding } from './faults';
import {
  called,
  callImporter,
  importRows,
  ordered,
  peopleOf,
  phoneOf,
  rowFor,
  rowsOf,
  runToEnd,
} from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const undone = async (id: string, worker: World = world): Promise<Import> => {
  await undoImport(as(world, 'acc_undoer'), id);
  await runToEnd(worker, id);
  return getImport(world, id);
};
/** The same world; the states from which people leave by an undo are written down, in their order. */
const watching = (left: string[]): World =>
  preceding(
    world,
    'updateIf',
    (_table, _key, change: { set?: { how?: string }; values?: Record<string, string> }) => {
      if (change.set?.how === 'undone') left.push(change.values![':from0']!);
    },
  );
const now = (r: Pick<Registration, 'id'>) => getRegistration(world, r.id);
const seats = async (event: Event) => seatsIn(await readRoom(world, event.id));

describe('an import that is taken back', () => {
  it('removes whom it registered, gives their seats on, and restores whom it corrected', async () => {
    const event = await addEvent(world, 10, { capacity: 3 });
    const known = await comes(world, event.id, { position: 'Trưởng ấp', teamName: 'Tổ 1' });
    const rows = rowsOf(12);
    world.clock.forward(1_000);
    const one = await importRows(world, event, [rowFor(known, 'Tổ trưởng'), ...rows]);
    expect(one.counts).toMatchObject({ registered: 12, waiting: 10, corrected: 1 });
    world.clock.forward(1_000);
    const later = await comes(world, event.id);
    expect(later.status).toBe('waitlisted');
    expect(await lookAtUndo(world, one)).toEqual({
      registered: 12,
      exchanged: 0,
      corrected: 1,
      built: [],
    });

    const left: string[] = [];
    const done = await undone(one.id, watching(left));
    expect(done).toMatchObject({ state: 'undone', undo: { total: 13, removed: 12, restored: 1, kept: [] } });
    const gone = await Promise.all(rows.map((row) => called(world, event, phoneOf(row))));
    expect(gone.map((r) => [r.status, r.how, r.by])).toEqual(
      Array(12).fill(['cancelled', 'undone', 'acc_undoer']),
    );
    // Those of them who waited left first: no seat went to them on the way.
    expect(left).toEqual([...Array(10).fill('waitlisted'), ...Array(2).fill('confirmed')]);
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
    const first = await importRows(world, event, rows);
    await undone(first.id);
    const again = await undoImport(world, first.id);
    expect(again).toMatchObject({ state: 'undone', undo: { removed: 3 } });
    world.clock.forward(MINUTE);
    const second = await importRows(world, event, rows);
    expect(second.counts).toMatchObject({ registered: 3, left: 0, unchanged: 0 });
    expect(await undone(second.id)).toMatchObject({ state: 'undone', undo: { removed: 3 } });
    expect((await peopleOf(world, event)).map((r) => r.status)).toEqual(Array(3).fill('cancelled'));
  });

  it('is not hindered by a seat that came free and was given on', async () => {
    const event = await addEvent(world, 10, { capacity: 1 });
    const first = await comes(world, event.id);
    world.clock.forward(1_000);
    const one = await importRows(world, event, rowsOf(2));
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
    const one = await importRows(world, event, [rowFor(known, 'Tổ trưởng')]);
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

  it('that comes to its end while it is asked for is taken back all the same', async () => {
    const event = await addEvent(world, 10);
    const { id } = await ordered(world, event.id, rowsOf(3));
    const racing = preceding(
      world,
      'updateIf',
      once(() => runToEnd(world, id)),
    );
    await undoImport(racing, id);
    await runToEnd(world, id);
    expect(await getImport(world, id)).toMatchObject({ state: 'undone', done: 3, undo: { removed: 3 } });
  });

  it('keeps a person to whom something happened meanwhile, and names them', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(3);
    const { id } = await importRows(world, event, rows);
    await undoImport(world, id);
    const came = await called(world, event, phoneOf(rows[1]!));
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
    const first = await importRows(world, event, rows);
    const second = await importRows(world, event, [rows[0]!.replace('Trưởng ấp', 'Tổ phó')]);
    await expect(undoImport(world, first.id)).rejects.toMatchObject({
      code: 'import-built-on',
      fields: [{ code: 'built-on-changed' }],
    });
    expect(await undone(second.id)).toMatchObject({ undo: { restored: 1, removed: 0 } });
    expect((await called(world, event, phoneOf(rows[0]!))).position).toBe('Trưởng ấp');
    expect(await undone(first.id)).toMatchObject({ undo: { removed: 2, kept: [] } });
  });

  it('of an event that is over or cancelled is refused; of a postponed one it is not', async () => {
    const cancelled = await addEvent(world, 10);
    const one = await importRows(world, cancelled, rowsOf(1));
    await cancelEvent(world, cancelled.id, { version: cancelled.version, reason: 'Bão' });
    await expect(undoImport(world, one.id)).rejects.toMatchObject({ code: 'event-cancelled' });
    const over = await addEvent(world, 10);
    const two = await importRows(world, over, rowsOf(1));
    world.clock.forward(11 * DAY);
    await expect(undoImport(world, two.id)).rejects.toMatchObject({ code: 'event-over' });
    const postponed = await addEvent(world, 10);
    const three = await importRows(world, postponed, rowsOf(2));
    await postponeEvent(world, postponed.id, { version: postponed.version, reason: 'Bão' });
    expect(await undone(three.id)).toMatchObject({ undo: { removed: 2 } });
    expect(await seats(postponed)).toMatchObject({ held: 0 });
  });
});
