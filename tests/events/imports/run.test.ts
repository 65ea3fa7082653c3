import { beforeAll, describe, expect, it } from 'vitest';
import { writeHistory } from '../../../functions/background/streams/audit';
import { getImport, listImports, refusedRowsOf } from '../../../functions/events/imports/find';
import { NAMES_KEPT_MS } from '../../../functions/events/imports/lease';
import { tendImports } from '../../../functions/events/imports/tend';
import { registerByStaff } from '../../../functions/events/registrations/register/register-by-staff';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { historyOf } from '../../../functions/platform/audit/history';
import { Unavailable } from '../../../functions/platform/store/outcome';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { streamRecord } from '../../support/stored';
import { type TestWorld, useWorld } from '../../support/world';
import {
  callImporter,
  callsOfWhole,
  faulty,
  killed,
  lost,
  mustEndWhole,
  ordered,
  peopleOf,
  rowsOf,
  runToEnd,
  TIME,
} from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

describe('an import', () => {
  it('runs by itself to its end, in portions, in the name of the account that ordered it', async () => {
    const event = await addEvent(world, 10, { capacity: 200 });
    const { id } = await ordered(world, event.id, rowsOf(250));
    expect(await getImport(world, id)).toMatchObject({ state: 'running', done: 0, total: 250 });
    const ticking: TestWorld = { ...world, now: () => (world.clock.at += 50) };
    const calls = await runToEnd(ticking, id, { forMs: 10_000, lives: 70_000 });
    expect(calls).toBeGreaterThan(1);
    const done = await getImport(world, id);
    expect(done).toMatchObject({
      state: 'done',
      done: 250,
      counts: { registered: 250, waiting: 50, refused: 0 },
    });
    expect(done.lease).toBeUndefined();
    const people = await peopleOf(world, event);
    expect(people).toHaveLength(250);
    expect(new Set(people.map((r) => r.attestedBy))).toEqual(new Set(['acc_organizer']));
    expect(people.filter((r) => r.status === 'confirmed')).toHaveLength(200);
  });

  it('counts who is new, corrected, known, gone and refused, and names the refused', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(4);
    await runToEnd(world, (await ordered(world, event.id, rows.slice(0, 2))).id);
    const [first] = rows;
    const { id } = await ordered(world, event.id, [
      first!,
      rows[1]!.replace('Trưởng ấp', 'Tổ trưởng'),
      ...rows.slice(2),
      'Thị Nga\t09123\tĐịnh An',
      'Lê Ba\t0912345670\tXã Không Có',
      first!,
    ]);
    await runToEnd(world, id);
    const { counts } = await getImport(world, id);
    expect(counts).toEqual({ registered: 2, waiting: 0, corrected: 1, unchanged: 1, left: 0, refused: 3 });
    expect(await refusedRowsOf(world, id)).toEqual([
      { row: 6, name: 'Thị Nga', errors: [expect.objectContaining({ code: 'phone-malformed' })] },
      { row: 7, name: 'Lê Ba', errors: [expect.objectContaining({ code: 'unit-unknown' })] },
      { row: 8, name: 'Danh Mẫu aa', errors: [expect.objectContaining({ code: 'row-twice' })] },
    ]);
    expect((await listImports(world, event.id)).map((one) => one.total).sort()).toEqual([2, 7]);
  });

  it('of one form that is sent twice is one import', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(3);
    const first = await ordered(world, event.id, rows, { nonce: 'mot-lan-nhap' });
    await runToEnd(world, first.id);
    const again = await ordered(world, event.id, rows, { nonce: 'mot-lan-nhap' });
    expect(again).toMatchObject({ id: first.id, state: 'done' });
    expect(await listImports(world, event.id)).toHaveLength(1);
    expect([...world.kept.keys()].filter((key) => key.includes(first.id))).toEqual([]);
  });

  it('into an event that does not take place is refused', async () => {
    const event = await addEvent(world, 10);
    await postponeEvent(world, event.id, { version: event.version, reason: 'Bão' });
    await expect(ordered(world, event.id, rowsOf(1))).rejects.toMatchObject({ code: 'event-postponed' });
  });

  it('refuses the rows that are left where the event is postponed meanwhile', async () => {
    const event = await addEvent(world, 10);
    const { id } = await ordered(world, event.id, rowsOf(3));
    await postponeEvent(world, event.id, { version: event.version, reason: 'Bão' });
    await runToEnd(world, id);
    expect(await getImport(world, id)).toMatchObject({ state: 'done', done: 3, counts: { refused: 3 } });
    expect((await refusedRowsOf(world, id)).flatMap((r) => r.errors.map((e) => e.code))).toEqual(
      Array(3).fill('event-postponed'),
    );
  });
});

/** A list of every kind of row, into an event that knows two of its people. */
const mixed = async () => {
  const event = await addEvent(world, 10, { capacity: 5 });
  const rows = rowsOf(9);
  await runToEnd(world, (await ordered(world, event.id, rows.slice(0, 2))).id);
  const list = [
    rows[0]!,
    rows[1]!.replace('Trưởng ấp', 'Tổ trưởng'),
    ...rows.slice(2),
    'Thị Nga\t09123\tĐịnh An',
    rows[5]!,
  ];
  const { id } = await ordered(world, event.id, list);
  const check = async () => {
    const done = await getImport(world, id);
    const people = await peopleOf(world, event);
    const stamps = people.flatMap((r) => r.imports?.[id] ?? []);
    return {
      state: done.state,
      counts: done.counts,
      people: people.length,
      seated: people.filter((r) => r.status === 'confirmed').length,
      marked: stamps.length,
      corrected: stamps.filter((s) => s.before).map((s) => s.before),
      refused: (await refusedRowsOf(world, id)).map(({ row }) => row),
      left: [...world.kept.keys()].filter((key) => key.includes(id)),
    };
  };
  return { event, id, check, whole: WHOLE };
};

const WHOLE = {
  state: 'done',
  counts: { registered: 7, waiting: 4, corrected: 1, unchanged: 1, left: 0, refused: 2 },
  people: 9,
  seated: 5,
  marked: 8,
  corrected: [{ position: 'Trưởng ấp' }],
  refused: [11, 12],
  left: [],
};

describe('an import that is disturbed', () => {
  it('goes on after its worker was killed at any call, without a double person', async () => {
    const calls = await callsOfWhole(world, mixed);
    expect(calls).toBeGreaterThan(30);
    await mustEndWhole(world, mixed, killed, { from: 1, to: calls, step: 3 });
  });

  it('goes on after the answer to any call was lost', async () => {
    const calls = await callsOfWhole(world, mixed);
    await mustEndWhole(world, mixed, lost, { from: 2, to: calls, step: 3 });
  });

  it('deletes its list where one of the last answers is lost', async () => {
    const calls = await callsOfWhole(world, mixed);
    await mustEndWhole(world, mixed, lost, { from: calls - 4, to: calls, step: 1 });
  });

  it('by two workers at once is done once', async () => {
    for (let i = 0; i < 5; i++) {
      const { id, check } = await mixed();
      // Leases that are over at once: both take it.
      const over = { forMs: 40_000, lives: 0 };
      await Promise.allSettled([callImporter(world, id, over), callImporter(world, id, over)]);
      world.clock.forward(TIME.lives + MINUTE);
      await tendImports(world);
      await runToEnd(world, id);
      expect(await check()).toEqual(WHOLE);
    }
  });

  it('is carried on by one worker alone, and not before its lease is over', async () => {
    const { id, check } = await mixed();
    const dead = faulty(world, (call) => (call > 3 ? { before: new Error('killed') } : undefined));
    await callImporter(dead, id).catch(() => undefined);
    const { lease } = await getImport(world, id);
    expect(lease).toBeDefined();
    world.clock.forward(TIME.lives - 1);
    await tendImports(world);
    expect((await getImport(world, id)).lease).toBe(lease);
    world.clock.forward(1);
    await tendImports(world);
    expect((await getImport(world, id)).lease).toBeUndefined();
    await runToEnd(world, id);
    expect(await check()).toEqual(WHOLE);
  });

  it('waits where the tables cannot be reached, and refuses no row for that', async () => {
    const { id, check } = await mixed();
    const away = faulty(world, (call) => (call > 8 ? { before: new Unavailable('away') } : undefined));
    await callImporter(away, id).catch(() => undefined);
    expect((await getImport(world, id)).state).toBe('running');
    world.clock.forward(TIME.lives + MINUTE);
    await tendImports(world);
    await runToEnd(world, id);
    expect(await check()).toEqual(WHOLE);
  });

  it('leaves a row out that fails each time, and imports those behind it', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(12);
    const { id } = await ordered(world, event.id, rows);
    const poison = rows[4]!.split('\t')[1]!;
    const broken: TestWorld = {
      ...world,
      db: new Proxy(world.db, {
        get: (target, name) => {
          const value = Reflect.get(target, name);
          if (name === 'as') return () => broken.db;
          if (name !== 'putIf') return typeof value === 'function' ? value.bind(target) : value;
          return (...args: [never, { phone?: string }, never]) =>
            args[1].phone === poison ? Promise.reject(new TypeError('bug')) : value.apply(target, args);
        },
      }),
    };
    const failed = () => world.logs.filter((l) => l.what === 'import-failed' && l.import === id).length;
    for (let i = 1; i <= 3; i++) {
      await expect(callImporter(broken, id)).rejects.toThrow('bug');
      expect(failed()).toBe(i);
      world.clock.forward(TIME.lives + MINUTE);
      await tendImports(world);
    }
    await runToEnd(broken, id);
    expect(await getImport(world, id)).toMatchObject({
      state: 'done',
      counts: { registered: 11, refused: 1 },
    });
    expect(await refusedRowsOf(world, id)).toMatchObject([{ row: 6, errors: [{ code: 'row-failed' }] }]);
  });

  it('knows a person whom another request registered between plan and write', async () => {
    const event = await addEvent(world, 10);
    const [row] = rowsOf(1);
    const [fullName, phone] = row!.split('\t') as [string, string];
    const { id } = await ordered(world, event.id, [row!]);
    let raced = false;
    const racing: TestWorld = {
      ...world,
      db: new Proxy(world.db, {
        get: (target, name) => {
          const value = Reflect.get(target, name);
          if (name === 'as') return () => racing.db;
          if (name !== 'putIf') return typeof value === 'function' ? value.bind(target) : value;
          return async (...args: unknown[]) => {
            if (!raced) {
              raced = true;
              const person = { fullName, phone, unitId: 'unt_dinhan', interpreter: false } as const;
              await registerByStaff(world, event.id, { ...person, basis: 'paper', another: false });
            }
            return value.apply(target, args);
          };
        },
      }),
    };
    await callImporter(racing, id);
    expect((await getImport(world, id)).counts).toMatchObject({ registered: 0, corrected: 1, refused: 0 });
    expect(await peopleOf(world, event)).toHaveLength(1);
  });
});

describe('the list of an import', () => {
  const filesOf = (id: string) => [...world.kept.keys()].filter((key) => key.includes(id));

  it('is deleted file by file as its rows are written, and is gone at the end', async () => {
    const event = await addEvent(world, 10, { capacity: 5 });
    const { id } = await ordered(world, event.id, [
      ...Array(1_010).fill('Thị Nga\t09123\tĐịnh An'),
      ...rowsOf(5),
    ]);
    expect(filesOf(id)).toHaveLength(2);
    const ticking: TestWorld = { ...world, now: () => (world.clock.at += 10) };
    while ((await getImport(world, id)).done < 1_000) {
      expect(filesOf(id)).toHaveLength(2);
      await callImporter(ticking, id, { forMs: 100, lives: 70_000 });
    }
    if ((await getImport(world, id)).state === 'running') expect(filesOf(id)).toHaveLength(1);
    await runToEnd(ticking, id);
    expect(filesOf(id)).toEqual([]);
    expect((await getImport(world, id)).counts).toMatchObject({ registered: 5, refused: 1_010 });
  });

  it('leaves the names of refused rows for a week and nothing after it; no phone at any time', async () => {
    const event = await addEvent(world, 30);
    const { id } = await ordered(world, event.id, ['Thị Nga\t09123\tĐịnh An', ...rowsOf(1)]);
    await runToEnd(world, id);
    const kept = await refusedRowsOf(world, id);
    expect(kept).toMatchObject([{ row: 2, name: 'Thị Nga' }]);
    expect(JSON.stringify(kept)).not.toContain('09123');
    world.clock.forward(NAMES_KEPT_MS - 1);
    await tendImports(world);
    expect(await refusedRowsOf(world, id)).toHaveLength(1);
    world.clock.forward(1);
    await tendImports(world);
    expect(await refusedRowsOf(world, id)).toEqual([]);
    const record = await getImport(world, id);
    expect(record).toMatchObject({ state: 'done', counts: { registered: 1, refused: 1 } });
    expect([record.open, record.dueAt]).toEqual([undefined, undefined]);
  });

  it('leaves no name and no former value in the history', async () => {
    const event = await addEvent(world, 30);
    const { id } = await ordered(world, event.id, ['Thị Nga\t09123\tĐịnh An', ...rowsOf(1)]);
    const started = await getImport(world, id);
    await runToEnd(world, id);
    const [person] = await peopleOf(world, event);
    const refused = { pk: id, sk: 'refused#00000', rows: await refusedRowsOf(world, id) };
    await writeHistory(world, [
      streamRecord(world, 'imports', started),
      streamRecord(world, 'imports', await getImport(world, id), started),
      streamRecord(world, 'imports', refused),
      streamRecord(world, 'imports', undefined, refused),
      streamRecord(world, 'registrations', person, { ...person, imports: undefined }),
    ]);
    const { items } = await historyOf(world, id);
    expect(items.map(({ what, fields }) => [what, fields.state])).toEqual([
      ['changed', { from: 'running', to: 'done' }],
      ['created', { to: 'running' }],
    ]);
    expect(JSON.stringify(items)).not.toContain('Nga');
    expect((await historyOf(world, person!.id)).items).toEqual([]);
  });

  it('that is gone before its end ends the import, and says so', async () => {
    const event = await addEvent(world, 30);
    const { id } = await ordered(world, event.id, rowsOf(2));
    for (const key of filesOf(id)) world.kept.delete(key);
    await runToEnd(world, id);
    expect(await getImport(world, id)).toMatchObject({ state: 'done', counts: { refused: 2 } });
    expect(await refusedRowsOf(world, id)).toMatchObject([
      { errors: [{ code: 'list-gone' }] },
      { errors: [{ code: 'list-gone' }] },
    ]);
  });
});
