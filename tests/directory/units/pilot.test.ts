import { beforeAll, describe, expect, test } from 'vitest';
import { getUnit } from '../../../functions/directory/units/get';
import { isPilotIn, pilotYears, setPilot } from '../../../functions/directory/units/pilot/pilot';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';

describe('the pilot of a plan', () => {
  const world = useWorld();
  beforeAll(() => addPlaces(world));

  test('is a mark with its years, and goes on without a last one', () => {
    const pilot = { from: 2021, to: 2022 };
    expect([2020, 2021, 2022, 2023].map((year) => isPilotIn({ pilot }, year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isPilotIn({ pilot: { from: 2021 } }, 2030)).toBe(true);
    expect(isPilotIn({}, 2021)).toBe(false);
    expect(pilotYears({ from: 2021 })).toBe('từ năm 2021');
    expect(pilotYears(pilot)).toBe('2021–2022');
    expect(pilotYears({ from: 2021, to: 2021 })).toBe('năm 2021');
  });

  test('is set, changed and taken away by version; the years must fit, and a province is never chosen', async () => {
    expect(await setPilot(world, 'unt_donghoa', 1, { from: 2021 })).toMatchObject({ pilot: { from: 2021 } });
    await expect(setPilot(world, 'unt_donghoa', 1, { from: 2022 })).rejects.toMatchObject({ kind: 'stale' });
    for (const [input, field] of [
      [
        { from: 2022, to: 2021 },
        { path: 'to', code: 'pilot-years' },
      ],
      [{ to: 2021 }, { path: 'from', code: 'required' }],
    ] as const)
      await expect(setPilot(world, 'unt_donghoa', 2, input)).rejects.toMatchObject({ fields: [field] });
    await expect(setPilot(world, 'unt_kg', 1, { from: 2021 })).rejects.toMatchObject({
      fields: [{ path: 'from', code: 'pilot-level' }],
    });
    await setPilot(world, 'unt_donghoa', 2, {});
    expect((await getUnit(world, 'unt_donghoa')).pilot).toBeUndefined();
  });

  test('is entered on the page of a unit by organizers alone', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const page = routes.consoleUnitPilot('unt_dinhan');
    const typed = { version: '1', from: '2025', to: '' };
    for (const role of ['viewer', 'officer'] as const) {
      const one = await signIn(world, { role, unitId: 'unt_goquao' });
      expect((await one.get(page)).status, role).toBe(403);
      expect((await one.post(page, typed)).status, role).toBe(403);
    }
    expect((await organizer.post(page, { ...typed, from: 'xưa' })).text).toContain('Năm gồm 4 chữ số');
    expect((await organizer.post(page, typed)).status).toBe(303);
    expect((await organizer.get(routes.consoleUnit('unt_dinhan'))).text).toContain('từ năm 2025');
  });
});
