import { createHash, createHmac } from 'node:crypto';
import { base32 } from '../../../platform/keys/ids';
import { isSameSecret } from '../../../platform/keys/is-same-secret';
import { MINUTE } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';

/** Half of the answers begin with one zero bit, one in 65,536 with sixteen: a second or two on an old phone. */
export const WORK_BITS = 16;
/** A person may read the page, and an old phone may sleep meanwhile. */
const LIVES = 30 * MINUTE;

/** The work is done for one person: a machine does it for each one that it invents. */
interface WorkFor {
  eventId: string;
  /** The key of the person in the event. */
  key: string;
}

const seal = (world: World, { eventId, key }: WorkFor, until: string): string =>
  base32(
    createHmac('sha256', world.settings.secrets.token).update(`work:${eventId}:${key}:${until}`).digest(),
  ).slice(0, 16);

/** A puzzle for the browser (`web/islands/work.ts`): nothing of it is kept. */
export const newWork = (world: World, of: WorkFor): string => {
  const until = Math.ceil((world.now() + LIVES) / 1_000).toString(36);
  return `${until}.${seal(world, of, until)}`;
};

/** Whether the puzzle is ours, for this person, not over, and solved: `<puzzle>.<number>`. */
export const isWorkDone = (world: World, of: WorkFor, answer: string | undefined): boolean => {
  const [until = '', sealed = '', number, more] = (answer ?? '').split('.');
  if (!answer || more !== undefined || !/^\d{1,12}$/.test(number ?? '') || !/^[0-9a-z]{1,9}$/.test(until))
    return false;
  if (!isSameSecret(sealed, seal(world, of, until))) return false;
  if (Number.parseInt(until, 36) * 1_000 < world.now()) return false;
  return createHash('sha256').update(answer).digest().readUInt32BE(0) >>> (32 - WORK_BITS) === 0;
};
