import type { DynamoDBRecord } from 'aws-lambda';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { writeHistory } from './audit';
import { deadLetters } from './dead-letters';
import { onRecord } from './on-change';

/**
 * Works on a dead letter once more, now that its cause is repaired, and then removes it.
 * @throws Problem missing `record-missing`
 */
export const redrive = async (world: World, sk: string): Promise<void> => {
  const letter = await world.db.get(deadLetters, { pk: 'poison', sk }, { consistent: true });
  const kept = letter?.key && (await world.files.get(letter.key));
  if (!kept) throw missing('record');
  const record = JSON.parse(new TextDecoder().decode(kept)) as DynamoDBRecord;
  if (letter.reader === 'audit') await writeHistory(world, [record]);
  else await onRecord(world, record);
  // The record first: it holds personal data, and without its item nothing would find it again.
  await world.files.delete(letter.key!);
  await world.db.delete(deadLetters, { pk: 'poison', sk });
};
