import { beforeAll, describe, expect, it } from 'vitest';
import { getImport, refusedRowsOf } from '../../../functions/events/imports/find';
import { tendImports } from '../../../functions/events/imports/tend';
import { workOn } from '../../../functions/events/imports/work';
import { registerByStaff } from '../../../functions/events/registrations/register/register-by-staff';
import { Unavailable } from '../../../functions/platform/store/outcome';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { callsOfWhole, faulty, killed, lost, mustEndWhole, once, preceding } from './faults';
import { callImporter, ordered, peopleOf, rowsOf, runToEnd, TIME } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

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
      const { event, id, check } = await mixed();
      // Leases that are over at once: both take it.
      const over = { forMs: 40_000, lives: 0 };
      await Promise.allSettled([callImporter(world, id, over), callImporter(world, id, over)]);
      world.clock.forward(TIME.lives + MINUTE);
      await tendImports(world);
      await runToEnd(world, id);
      const end = await check();
      // While both write, one may hold a seat that it gives back: the other counts a person as waiting who is seated a
      // moment later: the registration has had a turn since the import wrote it.
      const { waiting } = end.counts;
      const people = await peopleOf(world, event);
      const waitedAMoment = people.filter(
        ({ status, turn, imports }) => status === 'confirmed' && turn > (imports?.[id]?.turn ?? turn),
      );
      expect(waiting).toBeGreaterThanOrEqual(WHOLE.counts.waiting);
      expect(waiting).toBeLessThanOrEqual(WHOLE.counts.waiting + waitedAMoment.length);
      expect({ ...end, counts: { ...end.counts, waiting: WHOLE.counts.waiting } }).toEqual(WHOLE);
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
    await workOn(world, id, TIME);
    expect(await getImport(world, id)).toMatchObject({ lease, done: 0 });
    world.clock.forward(1);
    await tendImports(world);
    expect((await getImport(world, id)).lease).toBeUndefined();
    await runToEnd(world, id);
    expect(await check()).toEqual(WHOLE);
  });

  it('is not set back by a worker that was asleep while another one came to the end', async () => {
    const event = await addEvent(world, 10);
    const { id } = await ordered(world, event.id, Array(250).fill('Thị Nga\t09123\tĐịnh An'));
    const ahead = once(async () => {
      world.clock.forward(TIME.lives);
      await tendImports(world);
      await runToEnd(world, id);
    });
    const sleepy = preceding(world, 'transactIf', ahead);
    await workOn(sleepy, id, TIME);
    expect(await getImport(world, id)).toMatchObject({ state: 'done', done: 250, counts: { refused: 250 } });
  });

  it('waits where a row meets tables that cannot be reached, and refuses none for that', async () => {
    const { id, check } = await mixed();
    const stormy = preceding(world, 'putIf', () => {
      throw new Unavailable('away');
    });
    // The rows before the first new person are done; then it does not go on.
    await callImporter(stormy, id);
    await callImporter(stormy, id);
    const rests = await getImport(world, id);
    expect([rests.state, rests.lease, rests.done]).toEqual(['running', undefined, 2]);
    // It rests, and is not called again at once.
    await workOn(world, id, TIME);
    expect((await getImport(world, id)).done).toBe(rests.done);
    world.clock.forward(MINUTE);
    await tendImports(world);
    await runToEnd(world, id);
    expect(await check()).toEqual(WHOLE);
  });

  it('waits where the tables cannot be reached at all', async () => {
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
    const broken = preceding(world, 'putIf', (_table, item: { phone?: string }) => {
      if (item.phone === poison) throw new TypeError('bug');
    });
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
    const person = { fullName, phone, unitId: 'unt_dinhan', interpreter: false } as const;
    const racing = preceding(
      world,
      'putIf',
      once(() => registerByStaff(world, event.id, { ...person, basis: 'paper', another: false })),
    );
    await callImporter(racing, id);
    expect((await getImport(world, id)).counts).toMatchObject({ registered: 0, corrected: 1, refused: 0 });
    expect(await peopleOf(world, event)).toHaveLength(1);
  });
});
