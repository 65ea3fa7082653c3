import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { onRecord } from '../../../functions/background/streams/on-change';
import type { Registration } from '../../../functions/events/registrations/registration';
import { linkAsked, linksAsked } from '../../../functions/participation/ask-link';
import { participationsIn } from '../../../functions/participation/participation';
import { dynamoClient } from '../../../functions/platform/store/client';
import { MINUTE } from '../../../functions/platform/time/dates';
import { localAws } from '../../../infra/local/parts/part';
import { linkRegistrations } from '../../../infra/operate/link-registrations';
import {
  type MigrationWorld,
  migrate,
  migrationRecords,
  previewMigrations,
} from '../../../infra/operate/migrate';
import { MIGRATIONS } from '../../../infra/operate/migrations';
import { addMediator, addTeam } from '../../register/scene';
import { furnish, inDays, publishedEvent } from '../../support/events';
import { comes } from '../../support/people';
import { streamRecord } from '../../support/stored';
import { useWorld } from '../../support/world';

describe('linking the registrations that were there before the register', () => {
  const world = useWorld();
  const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
  afterAll(() => client.destroy());
  const here = (): MigrationWorld => ({
    db: world.db,
    now: world.now,
    client,
    prefix: world.settings.tablePrefix,
  });
  const registrations: Registration[] = [];
  let mediatorId: string;
  beforeAll(async () => {
    await furnish(world);
    const event = await publishedEvent(world, { capacity: 100 }, inDays(world, 20));
    for (const [n, fullName] of ['Danh Thị Mẫu Sen', 'Danh Mẫu Hai', 'Danh Mẫu Ba'].entries())
      registrations.push(await comes(world, event.id, { fullName, phone: `090000086${n}` }));
    const team = await addTeam(world);
    const { id } = await addMediator(world, team.id, { fullName: 'Danh Thị Mẫu Sen', phone: '0900000860' });
    mediatorId = id;
  });
  const asked = async () => {
    const keys = registrations.map(({ id }) => linkAsked(id, world.now()));
    return world.db.getMany(
      linksAsked,
      keys.map(({ pk, sk }) => ({ pk, sk })),
      { consistent: true },
    );
  };
  const linksOf = async ({ id }: Registration) =>
    (await participationsIn(world, id)).map(({ pk, link }) => [pk, link]);

  test('is one of the migrations', () => {
    expect(MIGRATIONS).toContain(linkRegistrations);
  });

  test('a dry run says how many there are, and writes nothing', async () => {
    expect(await previewMigrations(here(), [linkRegistrations])).toEqual([
      { id: linkRegistrations.id, items: 3 },
    ]);
    expect(await asked()).toEqual([]);
    const key = { pk: 'migration', sk: linkRegistrations.id } as const;
    expect(await world.db.get(migrationRecords, key)).toBeUndefined();
  });

  test('asks about each registration, goes on where it was stopped, and runs once', async () => {
    const small: typeof linkRegistrations = {
      ...linkRegistrations,
      portion: async (at, from) => {
        const next = await linkRegistrations.portion(at, from);
        if (from === undefined) throw new Error('the runner was stopped');
        return next;
      },
    };
    await expect(migrate(here(), [small])).rejects.toThrow('the runner was stopped');
    world.clock.forward(16 * MINUTE);
    expect(await migrate(here(), [linkRegistrations])).toEqual([linkRegistrations.id]);
    expect(await asked()).toHaveLength(3);
    expect(await migrate(here(), [linkRegistrations])).toEqual([]);
    expect(await previewMigrations(here(), [linkRegistrations])).toEqual([]);
  });

  test('the reader of the streams then links those that are a mediator’s, however often it is asked', async () => {
    expect(await linksOf(registrations[0]!)).toEqual([]);
    for (let n = 0; n < 2; n++)
      for (const one of await asked()) await onRecord(world, streamRecord(world, 'register', one));
    expect(await linksOf(registrations[0]!)).toEqual([[mediatorId, 'linked']]);
    expect(await linksOf(registrations[1]!)).toEqual([]);
  });

  test('what expires again asks for nothing', async () => {
    const [one] = await asked();
    await expect(onRecord(world, streamRecord(world, 'register', undefined, one))).resolves.toBeUndefined();
  });
});
