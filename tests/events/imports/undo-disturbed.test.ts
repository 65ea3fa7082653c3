import { beforeAll, describe, expect, it } from 'vitest';
import { getImport } from '../../../functions/events/imports/find';
import { tendImports } from '../../../functions/events/imports/tend';
import { undoImport } from '../../../functions/events/imports/undo';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { type TestWorld, useWorld } from '../../support/world';
import { callsOfWhole, killed, lost, mustEndWhole, preceding, type Waits } from './faults';
import {
  called,
  callImporter,
  importRows,
  minutesLater,
  ordered,
  peopleOf,
  phoneOf,
  rowFor,
  rowsOf,
  runToEnd,
  TIME,
} from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const now = (r: Pick<Registration, 'id'>) => getRegistration(world, r.id);

/** An import of new and known people into a full class, ready to be taken back. */
const toUndo = async () => {
  const event = await addEvent(world, 10, { capacity: 4 });
  const known = await comes(world, event.id, { position: 'Trưởng ấp' });
  world.clock.forward(1_000);
  const { id } = await importRows(world, event, [rowFor(known, 'Tổ trưởng'), ...rowsOf(5)]);
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
    const { id } = await importRows(world, event, rows);
    await undoImport(world, id);
    const poison = await called(world, event, phoneOf(rows[1]!));
    const broken = preceding(world, 'updateIf', (_table, key: { sk?: string }) => {
      if (key.sk === poison.sk) throw new TypeError('bug');
    });
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
    const { id } = await importRows(world, event, rowsOf(60));
    await undoImport(world, id);
    const ticking: TestWorld = { ...world, now: () => (world.clock.at += 50) };
    expect(await runToEnd(ticking, id, { forMs: 1_500, lives: TIME.lives })).toBeGreaterThan(2);
    expect(await getImport(world, id)).toMatchObject({ state: 'undone', undo: { removed: 60, kept: [] } });
  });
});
