import { beforeAll, describe, expect, it } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { getImport } from '../../../functions/events/imports/find';
import type { Import } from '../../../functions/events/imports/import';
import { importList } from '../../../functions/events/imports/start';
import { lookAtUndo, undoImport } from '../../../functions/events/imports/undo';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { takeBackExchange } from '../../../functions/events/registrations/change/by-import';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { type ListChoices, readList } from '../../../functions/events/rosters/read-list';
import { deliver } from '../../../functions/notices/deliver';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { MINUTE } from '../../../functions/platform/time/dates';
import { as } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { callsOfWhole, killed, lost, mustEndWhole } from './faults';
import { callImporter, listOf, minutesLater, peopleOf, rowsOf, runToEnd } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const order = async (event: Event, rows: readonly string[], choices: ListChoices = {}): Promise<Import> =>
  importList(as(world, 'acc_organizer'), event.id, await readList(world, listOf(rows), choices));
const imported = async (event: Event, rows: readonly string[], choices?: ListChoices): Promise<Import> => {
  const { id } = await order(event, rows, choices);
  await runToEnd(world, id);
  return getImport(world, id);
};
const undone = async (id: string): Promise<Import> => {
  await undoImport(as(world, 'acc_undoer'), id);
  await runToEnd(world, id);
  return getImport(world, id);
};
const now = (r: Pick<Registration, 'id'>) => getRegistration(world, r.id);
const of = async (event: Event, row: string): Promise<Registration> =>
  (await peopleOf(world, event)).find(({ phone }) => phone === row.split('\t')[1])!;
/** Name and phone of those who have a seat. */
const seated = async (event: Event) =>
  (await peopleOf(world, event))
    .filter(({ status }) => status === 'confirmed')
    .map(({ fullName, phone }) => `${fullName} ${phone}`)
    .sort();
const named = (...rows: string[]) => rows.map((row) => row.split('\t').slice(0, 2).join(' ')).sort();
const held = async (event: Event) => seatsIn(await readRoom(world, event.id)).held;

/**
 * A full class of an imported list, and one who waits. The list comes again: the second person has another phone, the
 * third another name, the fourth is replaced by a new person, and one more is new.
 */
const scene = async () => {
  const event = await addEvent(world, 10, { capacity: 4 });
  const rows = rowsOf(4);
  const first = await imported(event, rows);
  world.clock.forward(1_000);
  const waits = await comes(world, event.id);
  expect(waits.status).toBe('waitlisted');
  const [own, phone, name, replaced] = rows as [string, string, string, string];
  const [one, substitute, more] = rowsOf(3) as [string, string, string];
  const corrected = [
    `${phone.split('\t')[0]}\t${one.split('\t')[1]}\tĐịnh An\tTrưởng ấp`,
    name.replace('Danh Mẫu', 'Danh Văn Mẫu'),
  ] as const;
  const [ofPhone, ofName, old] = await Promise.all([phone, name, replaced].map((row) => of(event, row)));
  world.clock.forward(1_000);
  const again = {
    rows: [own, ...corrected, substitute, more],
    choices: {
      corrects: new Map([
        [3, ofPhone!.id],
        [4, ofName!.id],
      ]),
      instead: new Map([[5, old!.id]]),
    },
  };
  const then = named(own, ...corrected, substitute);
  return { event, first, rows, again, then, waits, substitute, more, old: old!, ofPhone: ofPhone! };
};

const COUNTS = { registered: 2, exchanged: 1, waiting: 1, corrected: 2, unchanged: 1, left: 0, refused: 0 };

describe('an import of a list that comes again, into a full class', () => {
  it('corrects, exchanges and registers; nobody loses a seat, and nobody gets a second one', async () => {
    const { event, again, then, waits, substitute, more, old } = await scene();
    const one = await imported(event, again.rows, again.choices);
    expect(one.counts).toEqual(COUNTS);
    expect(await seated(event)).toEqual(then);
    expect(await held(event)).toBe(4);
    const goes = await of(event, substitute);
    expect(await now(old)).toMatchObject({ status: 'cancelled', replacedBy: goes.id });
    expect(goes).toMatchObject({ channel: 'list', how: 'substitute', attestedBy: 'acc_organizer' });
    // The seat never came free for those who wait: the one from before, and the new one behind them.
    expect((await now(waits)).status).toBe('waitlisted');
    expect((await of(event, more)).status).toBe('waitlisted');
    const twice = await imported(event, again.rows, again.choices);
    expect(twice.counts).toMatchObject({ registered: 0, corrected: 0, unchanged: 5, refused: 0 });
    expect(await seated(event)).toEqual(then);
  });

  const toImport = async () => {
    const { event, again, then, waits } = await scene();
    const { id } = await order(event, again.rows, again.choices);
    const check = async () => {
      const { state, counts } = await getImport(world, id);
      const people = await peopleOf(world, event);
      return {
        state,
        counts,
        seated: await seated(event),
        people: people.length,
        waits: (await now(waits)).status,
      };
    };
    return {
      event,
      id,
      check,
      whole: { state: 'done', counts: COUNTS, seated: then, people: 7, waits: 'waitlisted' },
    };
  };

  it('goes on after its worker was killed at any call, and exchanges once', async () => {
    const calls = await callsOfWhole(world, toImport);
    await mustEndWhole(world, toImport, killed, { from: 1, to: calls, step: 1 });
  });

  it('goes on after the answer to any call was lost', async () => {
    const calls = await callsOfWhole(world, toImport);
    await mustEndWhole(world, toImport, lost, { from: 2, to: calls, step: 2 });
  });

  it('by two workers at once is done once', async () => {
    const { event, id, check, whole } = await toImport();
    const over = { forMs: 40_000, lives: 0 };
    await Promise.allSettled([callImporter(world, id, over), callImporter(world, id, over)]);
    await minutesLater(world, event.id);
    await runToEnd(world, id);
    expect(await check()).toMatchObject({ ...whole, counts: expect.anything() });
  });

  it('refuses a substitute where the one to be replaced left, and one who registered meanwhile', async () => {
    const event = await addEvent(world, 10);
    const [left, stays] = rowsOf(2) as [string, string];
    await imported(event, [left, stays]);
    const [goes, here] = rowsOf(2) as [string, string];
    const [gone, kept] = await Promise.all([of(event, left), of(event, stays)]);
    const { id } = await order(event, [goes, here], {
      instead: new Map([
        [2, gone.id],
        [3, kept.id],
      ]),
    });
    await withdraw(world, gone);
    await imported(event, [here]);
    await runToEnd(world, id);
    expect((await getImport(world, id)).counts).toMatchObject({ registered: 0, refused: 2 });
    expect(await seated(event)).toEqual(named(stays, here));
  });
});

describe('a substitute who was entered by hand meanwhile', () => {
  it('is left as they are, by the import and by its undo', async () => {
    const event = await addEvent(world, 10);
    const [row, substitute] = rowsOf(2) as [string, string];
    await imported(event, [row]);
    const old = await of(event, row);
    const { id } = await order(event, [substitute], { instead: new Map([[2, old.id]]) });
    const [fullName, phone] = substitute.split('\t') as [string, string];
    const by = { basis: 'paper', channel: 'api' } as const;
    await replace(world, old.id, { ...particularsOf(old), fullName, phone }, by);
    await runToEnd(world, id);
    expect((await getImport(world, id)).counts).toMatchObject({ registered: 0, unchanged: 1, refused: 0 });
    await undone(id);
    expect(await seated(event)).toEqual(named(substitute));
  });
});

describe('an import with exchanges that is taken back', () => {
  it('gives each their seat, their phone and their name again; the queue gets none', async () => {
    const { event, first, again, waits, rows, old, ofPhone } = await scene();
    const one = await imported(event, again.rows, again.choices);
    expect(await lookAtUndo(world, one)).toEqual({ registered: 1, exchanged: 1, corrected: 2, built: [] });
    expect(await undone(one.id)).toMatchObject({
      state: 'undone',
      undo: { total: 4, removed: 2, restored: 2, kept: [] },
    });
    expect(await seated(event)).toEqual(named(...rows));
    expect(await held(event)).toBe(4);
    expect((await now(waits)).status).toBe('waitlisted');
    expect(particularsOf(await now(ofPhone))).toEqual(particularsOf(ofPhone));
    const back = await now(old);
    expect(particularsOf(back)).toEqual(particularsOf(old));
    expect(back).toMatchObject({ code: old.code, claim: old.claim, by: 'acc_undoer' });
    expect(back.replacedBy).toBeUndefined();
    // Nothing is left of it: the list may come again, and the first import may be taken back.
    const second = await imported(event, again.rows, again.choices);
    expect(second.counts).toEqual(COUNTS);
    await undone(second.id);
    expect(await undone(first.id)).toMatchObject({ undo: { removed: 4, kept: [] } });
    expect((await now(waits)).status).toBe('confirmed');
  });

  const toUndo = async () => {
    const { event, again, rows, waits } = await scene();
    const { id } = await imported(event, again.rows, again.choices);
    await undoImport(world, id);
    const check = async () => {
      const { state, undo } = await getImport(world, id);
      const counts = [undo!.removed, undo!.restored, undo!.kept.length];
      return { state, counts, seated: await seated(event), waits: (await now(waits)).status };
    };
    const whole = { state: 'undone', counts: [2, 2, 0], seated: named(...rows), waits: 'waitlisted' };
    return { event, id, check, whole };
  };

  it('goes on after its worker was killed at any call', async () => {
    const calls = await callsOfWhole(world, toUndo);
    await mustEndWhole(world, toUndo, killed, { from: 1, to: calls, step: 2 });
  });

  it('goes on after the answer to any call was lost', async () => {
    const calls = await callsOfWhole(world, toUndo);
    await mustEndWhole(world, toUndo, lost, { from: 2, to: calls, step: 2 });
  });

  it('is refused where the substitute came, or was corrected, and names them', async () => {
    for (const [act, why] of [
      [(r: Registration) => checkIn(world, r.eventId, { registrationId: r.id, day: 1 }), 'came'],
      [(r: Registration) => correctByStaff(world, r.id, { ...particularsOf(r), position: 'Phó' }), 'changed'],
    ] as const) {
      const { event, again, substitute } = await scene();
      const one = await imported(event, again.rows, again.choices);
      world.clock.forward(1_000);
      const goes = await of(event, substitute);
      await act(goes);
      await expect(undoImport(world, one.id)).rejects.toMatchObject({
        code: 'import-built-on',
        fields: [{ path: goes.id, code: `built-on-${why}` }],
      });
    }
  });

  it('does not send a substitute away who came at this moment', async () => {
    const { event, again, substitute, old } = await scene();
    await imported(event, again.rows, again.choices);
    const goes = await of(event, substitute);
    await checkIn(world, event.id, { registrationId: goes.id, day: 1 });
    await expect(takeBackExchange(world, goes, old.id)).rejects.toMatchObject({ code: 'marked-present' });
    expect([(await now(goes)).status, (await now(old)).status]).toEqual(['confirmed', 'cancelled']);
  });

  it('leaves who was replaced and registered anew as they are; the seat goes to the queue', async () => {
    const { event, again, old, waits, substitute } = await scene();
    const one = await imported(event, again.rows, again.choices);
    world.clock.forward(1_000);
    const anew = await comes(world, event.id, { fullName: old.fullName, phone: old.phone });
    expect(anew.status).toBe('waitlisted');
    expect(await undone(one.id)).toMatchObject({ state: 'undone', undo: { removed: 2, kept: [] } });
    expect((await of(event, substitute)).status).toBe('cancelled');
    expect((await now(waits)).status).toBe('confirmed');
    expect(await now(anew)).toMatchObject({ status: 'waitlisted', version: anew.version });
  });

  it('before the substitute was told tells them nothing', async () => {
    const { event, again, substitute, old } = await scene();
    const tell = async () => {
      world.clock.forward(MINUTE);
      await createDueDeliveriesOfEvent(world, event);
      await deliver(world);
    };
    const one = await imported(event, again.rows, again.choices);
    await tell();
    const goes = await of(event, substitute);
    await undone(one.id);
    await tell();
    const toldOf = async ({ id }: Registration) =>
      (await deliveriesOf(world, id)).map(({ template, state }) => `${template} ${state}`).sort();
    expect(await toldOf(goes)).toEqual(['substitute dropped']);
    expect(await toldOf(old)).toContain('confirmed to-call');
  });
});
