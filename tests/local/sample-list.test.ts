import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { getEvent } from '../../functions/events/event/get';
import { everyRegistration } from '../../functions/events/registrations/find';
import { importRows } from '../../functions/events/rosters/import';
import { type OrganizersList, readList } from '../../functions/events/rosters/read-list';
import { sheetsOfFile } from '../../functions/platform/sheets/read-file';
import { SAMPLE_LIST, sampleRows } from '../../infra/demo/list/sample-list';
import { seed } from '../../infra/demo/seed';
import { useWorld } from '../support/world';

const EVENT = 'evt_mau_mo';

describe('the sample list to import', () => {
  const world = useWorld();
  let list: OrganizersList;
  beforeAll(async () => {
    await seed(world, 'demo');
    list = await readList(world, await sheetsOfFile(await readFile(SAMPLE_LIST)));
  });

  test('is what `npm run sample-list` writes', async () => {
    const [sheet] = await sheetsOfFile(await readFile(SAMPLE_LIST));
    const kept = JSON.stringify(sheet);
    const written = sampleRows()
      .flat()
      .filter((cell) => cell !== null);
    expect(written.length).toBeGreaterThan(150);
    expect(written.filter((cell) => !kept.includes(JSON.stringify(String(cell)).slice(1, -1)))).toEqual([]);
  });

  test('shows what the import can do: all but one of its people can be registered in the demo', async () => {
    expect(list.people).toHaveLength(25);
    const refused = list.people.filter((p) => p.errors.length > 0);
    expect(refused.map((p) => p.errors.map((e) => e.path))).toEqual([['phone']]);
    const before = await registered();
    await importRows(world, EVENT, list.people);
    expect((await registered()) - before).toBe(24);
  });

  const registered = async () => {
    let n = 0;
    for await (const _ of everyRegistration(world, await getEvent(world, EVENT))) n++;
    return n;
  };
});
