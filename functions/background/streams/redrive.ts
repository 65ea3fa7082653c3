import type { DynamoDBRecord } from 'aws-lambda';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { writeDown } from './audit';
import { poisons } from './dead-letters';
import { onRecord } from './tell-changes';

/** Works on a record put aside once more, now that its cause is mended; then it is forgotten. */
export const redrive = async (world: World, sk: string): Promise<void> => {
  const poison = await world.db.get(poisons, { pk: 'poison', sk }, { consistent: true });
  const kept = poison?.key && (await world.files.get(poison.key));
  if (!kept) throw missing('record');
  const record = JSON.parse(new TextDecoder().decode(kept)) as DynamoDBRecord;
  if (poison.reader === 'audit') await writeDown(world, [record]);
  else await onRecord(world, record);
  await world.db.delete(poisons, { pk: 'poison', sk });
};
