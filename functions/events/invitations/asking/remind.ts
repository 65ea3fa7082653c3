import { Problem } from '../../../platform/problem/problem';
import { ifVersion } from '../../../platform/store/optimistic-lock';
import { iso, MINUTE, ms } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { getEvent } from '../../event/get';
import { owesAnswer } from '../answer-deadline';
import { annotate } from '../change';
import type { Invitation } from '../invitation';
import { getInvitation } from '../list';
import { notRemindableBecause } from '../may';

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
  const event = await getEvent(world, found.eventId);
  const refusal = notRemindableBecause(found, event, world.now());
  if (refusal) throw refusal;
  const condition = ifVersion(version, {
    // An answer makes a new version, so one that came meanwhile refuses this.
    if: '#status = :issued AND (attribute_not_exists(remindedAt) OR remindedAt <= :before)',
    names: { '#status': 'status' },
    values: { ':issued': 'issued', ':before': iso(world.now() - REMIND_AGAIN_MS) },
  });
  const written = await annotate(world, id, { set: { remindedAt: iso(world.now()) }, ...condition });
  if (written.ok) return written.item!;
  throw whyRefused(await getInvitation(world, id), { event, version, now: world.now() });
};

const whyRefused = (found: Invitation, read: { event: Event; version: number; now: number }): Problem => {
  const { version, remindedAt } = found;
  if (!owesAnswer(found, read.event)) return new Problem('conflict', 'reminder-not-due');
  if (version !== read.version) return new Problem('stale', 'invitation-stale');
  return remindedJustNow(remindedAt!, read.now);
};

/** Refuses a second reminder, and says in how many minutes it is possible. */
export const remindedJustNow = (remindedAt: string, now: number): Problem => {
  const minutes = Math.max(1, Math.ceil((ms(remindedAt) + REMIND_AGAIN_MS - now) / MINUTE));
  return new Problem('conflict', 'reminded-just-now', { minutes });
};
