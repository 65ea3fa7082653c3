import type { DynamoDBRecord } from 'aws-lambda';
import { importsTable } from '../../events/imports/import';
import { type WorkTime, workOn } from '../../events/imports/work';
import type { World } from '../../platform/world/world';
import { readRecord, tableNameOf } from './record';

/**
 * The stream reader that carries imports on: each change of an import that runs and that no worker has calls it. Its
 * own steps change the record too, but hold the lease; the last one gives it back and so calls the next worker.
 * @throws what stopped an import; it rests then, and the clock wakes it
 */
export const onImportStream = async (
  world: World,
  records: readonly DynamoDBRecord[],
  { forMs, lives }: WorkTime,
): Promise<void> => {
  const waiting = new Set(records.flatMap((record) => waitingImport(world, record) ?? []));
  const failures: unknown[] = [];
  for (const id of waiting)
    await workOn(world, id, { forMs: forMs / waiting.size, lives }).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'error';
      world.log({ what: 'import-failed', level: 'error', import: id, name });
      failures.push(error);
    });
  if (failures.length) throw failures[0];
};

/** The import that a record shows waiting for a worker. */
const waitingImport = (world: World, record: DynamoDBRecord): string | undefined => {
  if (tableNameOf(record) !== world.settings.tablePrefix + importsTable.name) return undefined;
  const { after } = readRecord(world, record);
  return after?.state === 'running' && after.lease === undefined ? String(after.id) : undefined;
};
