import type { Signer } from '../../../documents/signer';
import { table } from '../../../platform/store/table';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import { type LetterMarks, lettersTable } from '../../letters/shared-letter';
import { signerFor } from '../../letters/signers';

/** Who signs the công văn that asks an event's units for people, and the number and day that it got. */
export interface RequestMarks extends LetterMarks {
  pk: string;
  sk: 'request';
  signer: Signer;
  /** The event's `schedule` when number and day were given: after a move the công văn is another one. */
  schedule: number;
  createdAt: string;
  updatedAt: string;
}

/** One for each event, in the table of letters. */
const requestMarks = table<RequestMarks>(lettersTable);

const keyOf = (eventId: string) => ({ pk: `request#${eventId}`, sk: 'request' as const });

/** What is written on the công văn now; its signer is that of the department's last letter until one is chosen. */
export const readRequestMarks = async (
  world: World,
  eventId: string,
): Promise<LetterMarks & { signer: Signer }> => {
  const [{ schedule }, found] = await Promise.all([
    getEvent(world, eventId),
    world.db.get(requestMarks, keyOf(eventId), { consistent: true }),
  ]);
  const signer = found?.signer ?? (await signerFor(world));
  if (found?.schedule !== schedule) return { signer };
  return { signer, number: found.number, dated: found.dated };
};

/**
 * Writes number, day and signer. A number or day that is left out is removed; without a signer, the one before stays.
 * @throws Problem missing `event-missing`
 */
export const markRequest = async (
  world: World,
  eventId: string,
  { signer, number, dated }: LetterMarks,
): Promise<LetterMarks & { signer: Signer }> => {
  const { schedule } = await getEvent(world, eventId);
  const before = await world.db.get(requestMarks, keyOf(eventId), { consistent: true });
  const now = iso(world.now());
  const marks = {
    signer: signer ? await signerFor(world, signer) : (before?.signer ?? (await signerFor(world))),
    ...(number && { number }),
    ...(dated && { dated }),
  };
  const createdAt = before?.createdAt ?? now;
  await world.db.put(requestMarks, { ...keyOf(eventId), ...marks, schedule, createdAt, updatedAt: now });
  return marks;
};

/** With a draft that is thrown away. */
export const discardRequestMarks = (world: World, eventId: string): Promise<void> =>
  world.db.delete(requestMarks, keyOf(eventId));
