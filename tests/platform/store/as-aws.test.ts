import { describe, expect, test } from 'vitest';
import { agendaItems, eventsTable } from '../../../functions/events/event/event';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { anEvent, aRegistration } from '../../support/stored';
import { useWorld } from '../../support/world';

/** The embedded database takes these; DynamoDB does not, and so no test may rest on them (`tests/support/as-aws.ts`). */
describe('what DynamoDB refuses is refused in tests', () => {
  const world = useWorld();
  const agenda = { index: 'agenda', where: 'shelf = :s', values: { ':s': 'public' } };

  test.each([
    ['a long sort key of an index', 'place', 1024],
    ['a long key of an index', 'code', 2048],
  ])('%s', async (_, name, most) => {
    const r = (length: number) => aRegistration('evt_1', 'a', { [name]: 'x'.repeat(length) });
    await world.db.put(registrationsTable, r(most));
    const refusal = { name: 'ValidationException', message: expect.stringContaining(name) };
    const { pk, sk } = r(most);
    const set = { [name]: 'x'.repeat(most + 1) };
    await expect(world.db.put(registrationsTable, r(most + 1))).rejects.toMatchObject(refusal);
    await expect(world.db.putMany(registrationsTable, [r(most + 1)])).rejects.toMatchObject(refusal);
    await expect(world.db.update(registrationsTable, { pk, sk }, { set })).rejects.toMatchObject(refusal);
    const step = { update: { pk, sk: sk! }, table: registrationsTable, set };
    await expect(world.db.transactIf([step], 'token')).rejects.toMatchObject(refusal);
  });

  test('an attribute that an index does not have, to read or to filter by', async () => {
    for (const more of [{ only: ['summary'] }, { filter: 'attribute_exists(summary)' }])
      await expect(world.db.query(agendaItems, { ...agenda, ...more })).rejects.toThrow(
        'the index agenda does not project summary',
      );
    const has = { only: ['title'], filter: 'attribute_exists(title)' };
    expect((await world.db.query(agendaItems, { ...agenda, ...has })).items).toEqual([]);
  });

  test('the cursor of another list, as what is wrong at `cursor`', async () => {
    for (const id of ['evt_1', 'evt_2']) await world.db.put(eventsTable, anEvent(id));
    const { next } = await world.db.query(agendaItems, { ...agenda, limit: 1 });
    const cursor = next!;
    expect((await world.db.query(agendaItems, { ...agenda, cursor })).items).toHaveLength(1);
    await expect(
      world.db.query(agendaItems, { ...agenda, values: { ':s': 'draft' }, cursor }),
    ).rejects.toMatchObject({ kind: 'invalid', fields: [{ path: 'cursor', code: 'cursor-unknown' }] });
  });

  test('long expressions', async () => {
    const values = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`:v${n}`, 'x']));
    const among = {
      ...agenda,
      filter: `title IN (${Object.keys(values)})`,
      values: { ':s': 'x', ...values },
    };
    await expect(world.db.query(agendaItems, among)).rejects.toThrow('more than 100 values in IN');
    const filter = Array.from({ length: 151 }, () => 'title=:s').join(' OR ');
    await expect(world.db.query(agendaItems, { ...agenda, filter })).rejects.toThrow('300 operators');
  });
});
