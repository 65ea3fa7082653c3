import { Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso, MINUTE, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { change, note } from './change';
import type { Invitation } from './invitation';
import { getInvitation } from './list';
import { notRemindableBecause } from './may';

/** Takes an invitation back: its link then says so, and a body that had the letter is told. */
export const revoke = async (world: World, id: string, version: number): Promise<Invitation> => {
  const before = await getInvitation(world, id);
  if (before.status === 'revoked') return before;
  return change(world, id, version, { status: 'revoked', revokedAt: iso(world.now()) }, [
    'prepared',
    'issued',
  ]);
};

/** A body is reminded once within this, however many hands press the button. */
export const REMIND_AGAIN_MS = 10 * MINUTE;

/**
 * Asks for one more reminder, now.
 * @param read the version that was seen: who has answered meanwhile is not reminded
 * @throws Problem conflict `reminder-not-due` where there is an answer, `reminder-closed` where the link takes
 *   none, `reminder-event-off` where the event stands still or is off, `reminded-just-now` within ten minutes
 *   of the last, stale `invitation-stale`
 */
export const remind = async (world: World, id: string, read?: number): Promise<Invitation> => {
  const found = await getInvitation(world, id);
  const { version } = found;
  if (read !== undefined && read !== version) throw new Problem('stale', 'invitation-stale');
  const refusal = notRemindableBecause(found, await getEvent(world, found.eventId), world.now());
  if (refusal) throw refusal;
  try {
    return await note(
      world,
      id,
      { remindedAt: iso(world.now()) },
      {
        if: '#s = :issued AND #v = :read AND (attribute_not_exists(answer) OR answer.answer = :saved) AND (attribute_not_exists(remindedAt) OR remindedAt <= :before)',
        names: { '#s': 'status', '#v': 'version' },
        values: {
          ':issued': 'issued',
          ':saved': 'saved',
          ':read': version,
          ':before': iso(world.now() - REMIND_AGAIN_MS),
        },
      },
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw whyNot(await getInvitation(world, id), version, world.now());
  }
};

const whyNot = ({ status, answer, version, remindedAt }: Invitation, read: number, now: number): Problem => {
  if (status !== 'issued' || (answer && answer.answer !== 'saved'))
    return new Problem('conflict', 'reminder-not-due');
  if (version !== read) return new Problem('stale', 'invitation-stale');
  const minutes = Math.max(1, Math.ceil((ms(remindedAt!) + REMIND_AGAIN_MS - now) / MINUTE));
  return new Problem('conflict', 'reminded-just-now', { minutes });
};
