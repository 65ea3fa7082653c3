import { beforeAll, describe, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import { type RegisterInput, register } from '../../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { type Registration, registrationsTable } from '../../../functions/events/registrations/registration';
import { importRows } from '../../../functions/events/rosters/import';
import { parse } from '../../../functions/platform/input/parse';
import { LostAnswer } from '../../../functions/platform/store/outcome';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent } from '../../support/events';
import { person } from '../../support/people';
import { problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

const enter = async (eventId: string, input: RegisterInput) =>
  (await register(world, eventId, input)).registration;
const rename = (r: Registration, fullName: string) =>
  correctByStaff(world, r.id, { ...particularsOf(r), fullName });
const held = async (eventId: string) => seatsIn(await readRoom(world, eventId)).held;
const staff = { basis: 'person', channel: 'api' } as const;

/** Hùng and Hưng, brothers with one phone, both with a seat. */
const brothers = async (eventId: string) => {
  const one = person('Trần Mẫu Hùng');
  const other = { ...one, fullName: 'Trần Mẫu Hưng' };
  const hung = await enter(eventId, one);
  const hungBrother = await enter(eventId, { ...other, another: true });
  return { hung, brother: hungBrother, other };
};

describe('two persons of one phone', () => {
  test('whose brother has left is recognised when they send their form again, and his record stays', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const { hung, brother, other } = await brothers(event.id);
    await withdraw(world, hung);
    await expect(register(world, event.id, other)).rejects.toEqual(problem('already-registered'));
    expect(await getRegistration(world, hung.id)).toMatchObject({
      fullName: 'Trần Mẫu Hùng',
      status: 'cancelled',
    });
    expect(await held(event.id)).toBe(1);
    const rows = [
      {
        row: 1,
        errors: [],
        person: { ...particularsOf(brother), fullName: 'Trần Mẫu Hưng', phone: hung.phone },
      },
    ];
    expect(await importRows(world, event.id, rows)).toMatchObject([
      { outcome: 'unchanged', registration: { id: brother.id } },
    ]);
  });

  test('comes for the first time after the brother left: without a question, beside his record', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const one = person('Lý Mẫu Hùng');
    const hung = await enter(event.id, one);
    await withdraw(world, hung);
    const brother = await enter(event.id, { ...one, fullName: 'Lý Mẫu Hưng' });
    expect(brother.id).not.toBe(hung.id);
    expect(await getRegistration(world, hung.id)).toMatchObject({ status: 'cancelled' });
    world.clock.forward(10);
    // Who left comes again under the key they had, however the name is written.
    const again = await enter(event.id, { ...one, fullName: 'ly mau hung' });
    expect(again).toMatchObject({ id: hung.id, status: 'confirmed' });
  });

  test('is told apart by a list too, whose second row is the brother', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const { hung, brother } = await brothers(event.id);
    const rows = [hung, brother].map((r, i) => ({ row: i + 1, errors: [], person: particularsOf(r) }));
    expect(await importRows(world, event.id, rows)).toMatchObject([
      { outcome: 'unchanged', registration: { id: hung.id } },
      { outcome: 'unchanged', registration: { id: brother.id } },
    ]);
  });

  test('are moved one after the other', async () => {
    const from = await publishedEvent(world, { capacity: 5 });
    const to = await publishedEvent(world, { capacity: 5 });
    const { hung, brother } = await brothers(from.id);
    await move(world, hung.id, to.id);
    expect(await move(world, brother.id, to.id)).toMatchObject({ fullName: 'Trần Mẫu Hưng' });
    expect([await held(from.id), await held(to.id)]).toEqual([0, 2]);
  });

  test('do not erase each other by a correction', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const one = person('Võ Mẫu Hùng');
    const hung = await enter(event.id, one);
    await withdraw(world, hung);
    const typo = await enter(event.id, { ...one, fullName: 'Võ Mẫu Hươg' });
    const said = await rename(typo, 'Võ Mẫu Hưng');
    expect(await getRegistration(world, hung.id)).toMatchObject({ id: hung.id, status: 'cancelled' });
    await expect(register(world, event.id, { ...one, fullName: 'Võ Mẫu Hưng' })).rejects.toEqual(
      problem('already-registered'),
    );
    expect(said.id).toBe(typo.id);
  });
});

describe('a correction', () => {
  test('that was taken back leaves the name to the person who has it', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const form = person('Trần Văn Mẫu');
    const first = await enter(event.id, form);
    await rename(await rename(first, 'Lê Thị Lan'), 'Trần Văn Mẫu');
    const lan = await enter(event.id, { ...form, fullName: 'Lê Thị Lan' });
    expect(lan).toMatchObject({ fullName: 'Lê Thị Lan', status: 'confirmed' });
    expect(lan.id).not.toBe(first.id);
    const byPhone = parse(StaffRegisterInput, {
      fullName: 'Lê Thị Lan',
      phone: form.phone,
      unitId: 'unt_dinhan',
    });
    await expect(registerByStaff(world, event.id, byPhone)).rejects.toEqual(problem('already-on-list'));
    await expect(rename(await getRegistration(world, first.id), 'Lê Thị Lan')).rejects.toEqual(
      problem('already-on-list'),
    );
  });

  test('lets a substitute have the name under which another person had left', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const wrong = await enter(event.id, person('Phạm Mẫu Sai'));
    const other = await enter(event.id, person('Võ Mẫu'));
    await rename(wrong, 'Phạm Mẫu Đúng');
    await cancelByStaff(world, wrong.id, 'thử');
    const substitute = { ...particularsOf(wrong), fullName: 'Phạm Mẫu Đúng' };
    expect(await replace(world, other.id, substitute, staff)).toMatchObject({ status: 'confirmed' });
    await expect(
      register(world, event.id, { ...person('Phạm Mẫu Đúng'), phone: wrong.phone }),
    ).rejects.toEqual(problem('already-registered'));
  });

  test('of the phone does not make the same person their own substitute', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const first = await enter(event.id, person('Võ Thị Mẫu'));
    await correctByStaff(world, first.id, { ...particularsOf(first), phone: '0909999888' });
    await expect(replace(world, first.id, particularsOf(first), staff)).rejects.toEqual(
      problem('substitute-is-the-same'),
    );
  });

  test('is found from every section of a large event', async () => {
    const event = await publishedEvent(world, { capacity: 50 });
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { sections: 2 } });
    const sections = new Set<boolean>();
    for (let i = 0; sections.size < 2; i++) {
      const form = person('Danh Mẫu Sai');
      const wrong = await enter(event.id, form);
      await rename(wrong, 'Danh Mẫu Đúng');
      const right = { ...form, fullName: 'Danh Mẫu Đúng' };
      await expect(register(world, event.id, right)).rejects.toEqual(problem('already-registered'));
      const rows = [{ row: 1, errors: [], person: { fullName: right.fullName, phone: right.phone } }];
      expect(await importRows(world, event.id, rows)).toMatchObject([
        { outcome: 'unchanged', registration: { id: wrong.id } },
      ]);
      const { items } = await world.db.query(registrationsTable, {
        where: 'pk = :pk',
        filter: 'pointsTo = :to',
        values: { ':pk': wrong.pk, ':to': wrong.sk },
      });
      sections.add(items.length > 0);
      expect(i).toBeLessThan(20);
    }
  });
});

describe('a move whose last call was lost', () => {
  const losing = (): World => {
    const db = world.db.as(world.db.actor);
    const updateIf = db.updateIf.bind(db);
    db.updateIf = async (table, key, change) => {
      if (change.expression?.includes('was = #status')) throw new LostAnswer('the socket closed');
      return updateIf(table, key, change);
    };
    return { ...world, db };
  };

  test('is finished by a repeat, though its own seat has filled the other class', async () => {
    const from = await publishedEvent(world, { capacity: 5 });
    const to = await publishedEvent(world, { capacity: 1 });
    const old = await enter(from.id, person('Mẫu Chuyển'));
    await expect(move(losing(), old.id, to.id)).rejects.toBeInstanceOf(LostAnswer);
    const moved = await move(world, old.id, to.id);
    expect(moved).toMatchObject({ eventId: to.id, status: 'confirmed' });
    expect((await getRegistration(world, old.id)).status).toBe('cancelled');
    expect([await held(from.id), await held(to.id)]).toEqual([0, 1]);
  });
});
