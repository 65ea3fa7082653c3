import { Problem } from '../../platform/problem/problem';
import { ifVersion } from '../../platform/store/optimistic-lock';
import { iso, MINUTE, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { annotate } from './change';
import type { Invitation } from './invitation';
import { getInvitation } from './list';
import { notRemindableBecause } from './may';

/** A body or unit gets at most one reminder within this time, however many people press the button. */
export const REMIND_AGAIN_MS = 10 * MINUTE;

/**
 * Asks for one more reminder, now.
 * @param read the version that was seen: a body that has answered since is not reminded
 * @throws Problem conflict `reminder-not-due` where there is an answer, `reminder-closed` where the link takes
 *   none, `reminder-event-off` where the event is postponed or cancelled, `reminded-just-now` within ten
 *   minutes of the last one; stale `invitation-stale`
 */
export const remind = async (world: World, id: string, read?: number): Promise<Invitation> => {
  const found = await getInvitation(world, id);
  const { version } = found;
  if (read !== undefined && read !== version) throw new Problem('stale', 'invitation-stale');
  const refusal = notRemindableBecause(found, await getEvent(world, found.eventId), world.now());
  if (refusal) throw refusal;
  const condition = ifVersion(version, {
    if: '#status = :issued AND (attribute_not_exists(answer) OR answer.answer = :saved) AND (attribute_not_exists(remindedAt) OR remindedAt <= :before)',
    names: { '#status': 'status' },
    values: { ':issued': 'issued', ':saved': 'saved', ':before': iso(world.now() - REMIND_AGAIN_MS) },
  });
  const written = await annotate(world, id, { set: { remindedAt: iso(world.now()) }, ...condition });
  if (written.ok) return written.item!;
  throw whyRefused(await getInvitation(world, id), version, world.now());
};

const whyRefused = (found: Invitation, read: number, now: number): Problem => {
  const { status, answer, version, remindedAt } = found;
  if (status !== 'issued' || (answer && answer.answer !== 'saved'))
    return new Problem('conflict', 'reminder-not-due');
  if (version !== read) return new Problem('stale', 'invitation-stale');
  return remindedJustNow(remindedAt!, now);
};

/** Refuses a second reminder, and says in how many minutes it is possible. */
export const remindedJustNow = (remindedAt: string, now: number): Problem => {
  const minutes = Math.max(1, Math.ceil((ms(remindedAt) + REMIND_AGAIN_MS - now) / MINUTE));
  return new Problem('conflict', 'reminded-just-now', { minutes });
};
