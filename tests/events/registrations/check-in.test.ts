import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type CheckInInput,
  checkIn,
  daysCame,
  undoCheckIn,
} from '../../../functions/events/attendance/check-in';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { correct } from '../../../functions/events/registrations/change/correct';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import { type Registration, registrationsTable } from '../../../functions/events/registrations/registration';
import { DAY, iso, ms } from '../../../functions/platform/time/dates';
import { furnish, publishedEvent, STARTS } from '../../support/events';
import { person } from '../../support/people';
import { fields, problem, refusal } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

const twoDays = { startsAt: STARTS, endsAt: iso(ms(STARTS) + DAY + 3_600_000) };
const seated = async (over: Record<string, unknown> = {}) => {
  const event = await publishedEvent(world, { capacity: 3, ...over });
  const { registration } = await register(world, event.id, person());
  return { event, registration };
};
const here = (eventId: string, input: Partial<CheckInInput>) => checkIn(world, eventId, { day: 1, ...input });

const giveCode = ({ pk, sk }: Registration, code: string) =>
  world.db.updateIf(registrationsTable, { pk, sk }, { set: { code }, if: 'attribute_exists(pk)' });

describe('checking in', () => {
  test('is one call and one write unit where the list leads to the person', async () => {
    const { event, registration } = await seated();
    world.costs.length = 0;
    const seen = await here(event.id, { registrationId: registration.id });
    expect(world.costs).toEqual([expect.objectContaining({ call: 'update', write: 1 })]);
    expect(seen).toMatchObject({ repeated: false, at: iso(world.now()) });
    expect(daysCame(await getRegistration(world, registration.id))).toEqual([{ day: 1, at: seen.at }]);
  });

  test('keeps the first time when it is said twice', async () => {
    const { event, registration } = await seated();
    const first = await here(event.id, { registrationId: registration.id });
    world.clock.forward(60_000);
    const again = await here(event.id, { registrationId: registration.id });
    expect(again).toMatchObject({ repeated: true, at: first.at });
    expect(daysCame(await getRegistration(world, registration.id))).toHaveLength(1);
  });

  test('takes the code as it is read aloud, and asks the index for it', async () => {
    const { event, registration } = await seated();
    world.costs.length = 0;
    const grouped = registration.code.replace(/(\d{3})(?=\d)/g, '$1 ');
    const seen = await here(event.id, { code: grouped });
    expect(seen.registration.id).toBe(registration.id);
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'update']);
  });

  test('says which code is wrong, and which belongs to another event', async () => {
    const { event } = await seated();
    const other = await seated();
    await expect(here(event.id, { code: '12' })).rejects.toEqual(fields('code', 'code-malformed'));
    await expect(here(event.id, { code: '000 000 000' })).rejects.toEqual(
      fields('code', 'code-unknown-here'),
    );
    await expect(here(event.id, { code: other.registration.code })).rejects.toEqual(
      fields('code', 'code-of-other-event'),
    );
    await expect(here(event.id, { registrationId: other.registration.id })).rejects.toEqual(
      problem('registration-missing'),
    );
    await expect(here(event.id, { registrationId: `reg_${event.id.slice(4)}_0_nobody` })).rejects.toEqual(
      problem('registration-missing'),
    );
  });

  test('asks which person is meant where two of the event have one code, and records neither', async () => {
    const { event, registration: one } = await seated();
    const { registration: two } = await register(world, event.id, person('Lê Thị Trùng'));
    await giveCode(two, one.code);
    const refused = await refusal(here(event.id, { code: one.code }));
    expect(refused.fields).toEqual([
      { path: 'code', code: 'code-of-several', detail: { names: expect.stringContaining('Lê Thị Trùng') } },
    ]);
    expect(refused.fields[0]!.detail!.names).toContain(one.fullName);
    for (const { id } of [one, two]) expect(daysCame(await getRegistration(world, id))).toEqual([]);
    expect((await here(event.id, { registrationId: two.id })).registration.id).toBe(two.id);
  });

  test('knows the person by the item itself where the index still names another', async () => {
    const { event, registration: one } = await seated();
    const { registration: two } = await register(world, event.id, person('Lê Thị Mới'));
    await giveCode(two, one.code);
    // The index of before: two has another code by now.
    const { query } = world.db;
    const behind = vi.spyOn(world.db, 'query').mockImplementationOnce(async (...asked) => {
      const found = await query.apply(world.db, asked);
      await giveCode(two, '100000001');
      return found;
    });
    const seen = await here(event.id, { code: one.code });
    behind.mockRestore();
    expect(seen.registration.id).toBe(one.id);
  });

  test('does not ask where a person of another event has the same code', async () => {
    const { event, registration } = await seated();
    const { registration: elsewhere } = await seated();
    await giveCode(elsewhere, registration.code);
    const seen = await here(event.id, { code: registration.code });
    expect(seen.registration.id).toBe(registration.id);
  });

  test('refuses a person who holds no seat', async () => {
    const { event } = await seated({ capacity: 1 });
    const { registration: waiting } = await register(world, event.id, person('Lê Thị Chờ'));
    expect(waiting.status).toBe('waitlisted');
    await expect(here(event.id, { registrationId: waiting.id })).rejects.toEqual(
      problem('check-in-not-confirmed'),
    );
    expect(daysCame(await getRegistration(world, waiting.id))).toEqual([]);
  });

  test('knows each day of the event, and no other', async () => {
    const { event, registration } = await seated(twoDays);
    await here(event.id, { registrationId: registration.id });
    world.clock.forward(60_000);
    await here(event.id, { registrationId: registration.id, day: 2 });
    expect(daysCame(await getRegistration(world, registration.id)).map((d) => d.day)).toEqual([1, 2]);
    await expect(here(event.id, { registrationId: registration.id, day: 3 })).rejects.toEqual(
      fields('day', 'day-unknown'),
    );
  });

  test('survives many hands at once: one of them is first', async () => {
    const { event, registration } = await seated(twoDays);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        here(event.id, { registrationId: registration.id, day: 1 + (i % 2) }),
      ),
    );
    expect(all.filter((s) => !s.repeated)).toHaveLength(2);
    expect(daysCame(await getRegistration(world, registration.id))).toHaveLength(2);
  });

  test('is taken back, and may be said again', async () => {
    const { event, registration } = await seated();
    await here(event.id, { registrationId: registration.id });
    await undoCheckIn(world, event.id, registration.id, 1);
    await undoCheckIn(world, event.id, registration.id, 1);
    expect(daysCame(await getRegistration(world, registration.id))).toEqual([]);
    expect(await here(event.id, { registrationId: registration.id })).toMatchObject({ repeated: false });
  });

  test('stays through a correction, and does not pass to a substitute', async () => {
    const { event, registration } = await seated();
    await here(event.id, { registrationId: registration.id });
    const { id, code, phone } = registration;
    const corrected = await correct(
      world,
      { id, code, phone },
      { ...particularsOf(registration), position: 'Trưởng ấp' },
    );
    expect(daysCame(await getRegistration(world, corrected.id))).toHaveLength(1);
    const { consent: _given, another: _other, ...substitute } = person('Phạm Văn Thay');
    const source = { basis: 'paper', channel: 'phone' } as const;
    await expect(replace(world, id, substitute as never, source)).rejects.toEqual(problem('marked-present'));
    const successor = await replace(world, id, substitute as never, { ...source, evenIfPresent: true });
    expect(daysCame(await getRegistration(world, successor.id))).toEqual([]);
  });
});
