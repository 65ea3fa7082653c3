import { Problem } from '../../../platform/problem/problem';
import { DAY, iso, ms } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { REMIND_AGAIN_MS, remindedJustNow } from '../../invitations/asking/remind';
import { getNomination, listNominations } from '../list';
import { type Nomination, nominationKey, nominationsTable } from '../nomination';
import { type QuotaView, viewNomination, viewQuotas } from '../read';

/** The system reminds so long before the deadline. */
export const REMIND_BEFORE = 2 * DAY;

/** Why no reminder can be sent now: it must ask for people that the link still takes. */
export const notRemindableBecause = (
  { nomination, event, left }: Pick<QuotaView, 'nomination' | 'event' | 'left'>,
  now: number,
): Problem | undefined => {
  if (nomination.status !== 'issued' || left === 0)
    return new Problem('conflict', 'nominator-reminder-not-due');
  if (event.status !== 'published') return new Problem('conflict', 'nominator-reminder-off');
  return iso(now) >= nomination.deadline ? new Problem('conflict', 'nominator-reminder-closed') : undefined;
};

/**
 * Asks the officer of a unit or body once more for people, now. Idempotent within ten minutes.
 * @throws Problem conflict `nominator-reminder-not-due` where the quota is used up or revoked, `nominator-reminder-off`
 *   where the event is postponed or cancelled, `nominator-reminder-closed` past the deadline, `reminded-just-now`
 */
export const remindNominator = async (world: World, id: string): Promise<Nomination> => {
  const view = await viewNomination(world, await getNomination(world, id));
  const refusal = notRemindableBecause(view, world.now());
  if (refusal) throw refusal;
  const before = iso(world.now() - REMIND_AGAIN_MS);
  // No new version: a form about the quota that is open meanwhile is not old for it.
  const written = await world.db.updateIf(nominationsTable, nominationKey(id), {
    set: { remindedAt: iso(world.now()), updatedAt: iso(world.now()) },
    if: '#status = :issued AND turn = :turn AND (attribute_not_exists(remindedAt) OR remindedAt <= :before)',
    names: { '#status': 'status' },
    values: { ':issued': 'issued', ':turn': view.nomination.turn, ':before': before },
    returns: 'ALL_NEW',
  });
  if (written.ok) return written.item!;
  const { status, remindedAt, turn } = await getNomination(world, id);
  if (status !== 'issued' || turn !== view.nomination.turn || !remindedAt)
    throw new Problem('conflict', 'nominator-reminder-not-due');
  throw remindedJustNow(remindedAt, world.now());
};

/**
 * Two days before the deadline the system reminds by itself the units that have not named enough people; not a unit whose
 * link is younger than that, nor one that was reminded since. The clock calls it.
 */
export const remindNominators = async (world: World, event: Event): Promise<void> => {
  if (event.admission !== 'nomination' || event.status !== 'published') return;
  const now = world.now();
  const isDue = ({ status, deadline, createdAt, remindedAt = '' }: Nomination) => {
    const from = iso(ms(deadline) - REMIND_BEFORE);
    return (
      status === 'issued' && iso(now) >= from && iso(now) < deadline && createdAt < from && remindedAt < from
    );
  };
  const due = (await listNominations(world, event.id)).filter(isDue);
  if (due.length === 0) return;
  for (const view of await viewQuotas(world, event.id, due))
    if (!notRemindableBecause(view, now))
      await remindNominator(world, view.nomination.id).catch((error) => {
        // They were reminded, or named the last person, in this moment.
        if (!(error instanceof Problem)) throw error;
      });
};
