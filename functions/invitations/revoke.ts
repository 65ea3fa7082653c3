import { Problem } from '../problem';
import { Refused } from '../store/outcome';
import { iso } from '../time';
import type { World } from '../world';
import { change, note } from './change';
import type { Invitation } from './invitation';
import { getInvitation } from './list';

/** Takes an invitation back: its link then says so, and a body that had the letter is told. */
export const revoke = async (world: World, id: string, version: number): Promise<Invitation> => {
  const before = await getInvitation(world, id);
  if (before.status === 'revoked') return before;
  return change(world, id, version, { status: 'revoked', revokedAt: iso(world.now()) }, [
    'prepared',
    'issued',
  ]);
};

/** Asks for one more reminder, now. @throws Problem conflict `reminder-not-due` where there is an answer */
export const remind = async (world: World, id: string): Promise<Invitation> => {
  await getInvitation(world, id);
  try {
    return await note(
      world,
      id,
      { remindedAt: iso(world.now()) },
      {
        if: '#s = :issued AND (attribute_not_exists(answer) OR answer.answer = :saved)',
        names: { '#s': 'status' },
        values: { ':issued': 'issued', ':saved': 'saved' },
      },
    );
  } catch (error) {
    if (error instanceof Refused) throw new Problem('conflict', 'reminder-not-due');
    throw error;
  }
};
