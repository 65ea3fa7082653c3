import { beforeAll, describe, expect, it } from 'vitest';
import { writeHistory } from '../../../functions/background/streams/audit';
import { getImport, listImports, refusedRowsOf } from '../../../functions/events/imports/find';
import { NAMES_KEPT_MS } from '../../../functions/events/imports/lease';
import { tendImports } from '../../../functions/events/imports/tend';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { historyOf } from '../../../functions/platform/audit/history';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { streamRecord } from '../../support/stored';
import { type TestWorld, useWorld } from '../../support/world';
import { callImporter, ordered, peopleOf, rowsOf, runToEnd } from './scene';

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
