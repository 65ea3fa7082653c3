import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { backlog } from '../../../functions/outbox/deliveries/backlog';
import { isHeld, maySend } from '../../../functions/outbox/deliveries/hold';
import { dynamoClient } from '../../../functions/platform/store/client';
import { createTableInput } from '../../../functions/platform/store/create-table';
import { Db } from '../../../functions/platform/store/db';
import { tables } from '../../../functions/tables';
import { localAws } from '../../../infra/local/parts/part';
import { type RestoreSteps, restoreAll } from '../../../infra/operate/restore';
import { stageSchema } from '../../../infra/stages/stage';
import { anEvent, keepEvent } from '../../support/stored';
import { useWorld } from '../../support/world';
import { stage } from '../staging';

/** The rehearsal on one machine: all but the restore itself, which is a copy here, and recovery, which it has not. */
describe('npm run restore', () => {
  const world = useWorld();
  const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
  const to = () => `r1-${world.settings.tablePrefix}`;
  afterAll(async () => {
    for (const { name } of tables) await client.send(new DeleteTableCommand({ TableName: to() + name }));
    client.destroy();
  });

  const began: string[] = [];
  const protectedOnes: string[] = [];
  let stopsAt = Number.POSITIVE_INFINITY;
  const steps: RestoreSteps = {
    client,
    restoreTable: async (source, target) => {
      if (began.length === stopsAt) throw new Error('the line was cut');
      began.push(target);
      const spec = tables.find(({ name }) => source.endsWith(`-${name}`))!;
      await client.send(new CreateTableCommand(createTableInput(spec, target.slice(0, -spec.name.length))));
      const { Items = [] } = await client.send(new ScanCommand({ TableName: source }));
      const db = new Db({ client, prefix: target.slice(0, -spec.name.length) });
      const { unmarshall } = await import('@aws-sdk/util-dynamodb');
      await db.putMany(spec as never, Items.map((item) => unmarshall(item)) as never);
    },
    protect: async (table) => void protectedOnes.push(table),
    pause: async () => {},
    say: () => {},
  };

  test('stopped in the middle, it goes on; what a restore leaves off is on again; sending is held', async () => {
    await keepEvent(world, anEvent('evt_restored'));
    expect(await maySend(world)).toBe(true);
    stopsAt = 4;
    await expect(restoreAll(steps, world.settings.tablePrefix, to())).rejects.toThrow('the line was cut');
    stopsAt = Number.POSITIVE_INFINITY;
    const restored = await restoreAll(steps, world.settings.tablePrefix, to());
    expect(began.sort()).toEqual(tables.map(({ name }) => to() + name).sort());
    expect([...new Set(protectedOnes)].sort()).toEqual(began);

    expect(restored.prefix).toBe(to());
    expect(Object.keys(restored.streams).sort()).toEqual(
      tables
        .filter((t) => t.stream)
        .map((t) => t.name)
        .sort(),
    );
    for (const { name, stream, ttl } of tables) {
      const TableName = to() + name;
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      expect([name, Boolean(Table?.StreamSpecification?.StreamEnabled)]).toEqual([name, Boolean(stream)]);
      if (stream) expect(restored.streams[name]).toBe(Table?.LatestStreamArn);
      const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
      expect([name, TimeToLiveDescription?.AttributeName]).toEqual([name, ttl]);
    }

    // The stage takes the setting, and the system works on the restored tables.
    expect(stageSchema.parse({ ...stage, tables: restored }).tables).toEqual(restored);
    const settings = { ...world.settings, tablePrefix: to() };
    const there = { ...world, settings, db: new Db({ client, prefix: to(), actor: 'test' }) };
    expect((await getEvent(there, 'evt_restored')).id).toBe('evt_restored');
    expect(await isHeld(there)).toBe(true);
    expect((await backlog(there)).mailsHeld).toBeGreaterThan(0);
    expect(await isHeld(world)).toBe(false);
  });

  test('never writes over the tables in use', async () => {
    const prefix = world.settings.tablePrefix;
    await expect(restoreAll(steps, prefix, prefix)).rejects.toThrow('a prefix of their own');
  });
});
