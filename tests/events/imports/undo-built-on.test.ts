import { beforeAll, describe, expect, it } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { letInRegistered } from '../../../functions/events/attendance/let-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { getImport } from '../../../functions/events/imports/find';
import { undoImport } from '../../../functions/events/imports/undo';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { approve } from '../../../functions/events/registrations/change/approve';
import { cancelByStaff, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correct, correctByStaff } from '../../../functions/events/registrations/change/correct';
import { lowerCapacity } from '../../../functions/events/registrations/change/lower-capacity';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import type { Registration } from '../../../functions/events/registrations/registration';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addEvent } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { called, importRows, peopleOf, phoneOf, rowFor, rowsOf } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const seats = async (event: Event) => seatsIn(await readRoom(world, event.id));

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
  [
    'was corrected by another list',
    'changed',
    (event, r) => importRows(world, event, [rowFor(r, 'Chi hội trưởng')]),
  ],
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
    const one = await importRows(world, event, [rowFor(known, 'Tổ trưởng'), ...rows]);
    world.clock.forward(1_000);
    const person = await called(world, event, phoneOf(rows[0]!));
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
    const one = await importRows(world, event, [rowFor(known, 'Tổ trưởng')]);
    await approve(world, known.id);
    await expect(undoImport(world, one.id)).rejects.toMatchObject({
      fields: [{ path: known.id, code: 'built-on-decided' }],
    });
  });

  it('is refused for a person who waited and was let in at the door', async () => {
    const event = await addEvent(world, 10, { capacity: 1 });
    await comes(world, event.id);
    const rows = rowsOf(1);
    const one = await importRows(world, event, rows);
    const waits = await called(world, event, phoneOf(rows[0]!));
    await letInRegistered(world, waits.id, { day: 1, beyond: true });
    await expect(undoImport(world, one.id)).rejects.toMatchObject({ fields: [{ code: 'built-on-came' }] });
  });

  it('names the first of many, and says how many there are', async () => {
    const event = await addEvent(world, 10);
    const one = await importRows(world, event, rowsOf(13));
    for (const r of await peopleOf(world, event)) await withdraw(world, r);
    const refused = await undoImport(world, one.id).catch((error) => error);
    expect(refused.detail.more).toBe(3);
    expect(refused.detail.people.split(', ')).toHaveLength(10);
    expect(refused.fields).toHaveLength(13);
  });
});
