import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept } from './kept';
import type { DirectoryLock } from './lock';
import { BadOptions } from './options';
import { type Dynamo, startDynamo } from './parts/dynamo';
import { holdsTables } from './parts/tables';
import { PREFIX } from './world';

export interface DatabasePlace {
  dataDir: string;
  kept: Kept;
  lock: DirectoryLock;
  /** Keeps everything in memory. */
  temporary?: boolean;
  /** Another DynamoDB instead of the embedded one. */
  endpoint?: string;
}

/**
 * Starts the embedded DynamoDB on its file. If an earlier first start ended before every table was filled,
 * the incomplete file is deleted.
 * @throws BadOptions if `endpoint` cannot be used
 */
export const startDatabase = async (place: DatabasePlace): Promise<Dynamo> => {
  const { dataDir, kept, lock, temporary, endpoint } = place;
  if (endpoint) return elsewhere(endpoint, kept);
  if (temporary) return startDynamo();
  const file = join(dataDir, 'dynamo.db');
  if (!kept.seeded) for (const end of ['', '-wal', '-shm', '-journal']) await rm(file + end, { force: true });
  const part = await startDynamo(file, (pid) => lock.noteDynamo(pid));
  if (part.pid) await lock.noteDynamo(part.pid);
  return part;
};

const elsewhere = async (endpoint: string, kept: Kept): Promise<Dynamo> => {
  const filled = await holdsTables(endpoint, PREFIX);
  if (filled === undefined) throw new BadOptions(`DYNAMODB_ENDPOINT=${endpoint}: no DynamoDB answers there`);
  // Persons and links in those tables were hashed with the keys of another data directory.
  if (filled && !kept.seeded)
    throw new BadOptions(
      `DYNAMODB_ENDPOINT=${endpoint}: it holds tables that were not filled from this DATA_DIR. Empty it, or start with the DATA_DIR that filled them.`,
    );
  return { endpoint, isUp: () => true, stop: async () => {} };
};
