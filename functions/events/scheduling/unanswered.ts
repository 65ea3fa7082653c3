import { missing } from '../../platform/problem/problem';
import { forEachOf, type ManyDone } from '../../platform/store/for-each-of';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { askAgain } from '../invitations/asking/ask-again';
import { remind } from '../invitations/asking/remind';
import type { Invitation } from '../invitations/invitation';
import { listInvitations } from '../invitations/list';
import { notAskableAgainBecause, notRemindableBecause as notInvitationBecause } from '../invitations/may';
import { notRemindableBecause, remindNominator } from '../nominations/due/remind';
import { listNominations } from '../nominations/list';
import { type QuotaView, viewQuotas } from '../nominations/read';

/** Who owes an answer about an event, and may still give it. */
export interface Unanswered {
  /** Units and bodies that have not named enough people. */
  quotas: QuotaView[];
  /** Bodies that have not answered, or accepted for the date before the event moved; a draft is no answer. */
  invitations: Invitation[];
  /** Bodies that declined the date before the event moved, and were not asked again. */
  declined: Invitation[];
}

export const unansweredOf = async (world: World, eventId: string): Promise<Unanswered> => {
  const event = await getEvent(world, eventId);
  if (event.status !== 'published') return { quotas: [], invitations: [], declined: [] };
  const [invitations, nominations] = await Promise.all([
    listInvitations(world, eventId),
    event.admission === 'nomination' ? listNominations(world, eventId) : [],
  ]);
  const quotas = nominations.length ? await viewQuotas(world, eventId, nominations) : [];
  return {
    quotas: quotas.filter((view) => !notRemindableBecause(view, world.now())),
    invitations: invitations.filter((i) => !notInvitationBecause(i, event, world.now())),
    declined: invitations.filter((i) => !notAskableAgainBecause(i, event, world.now())),
  };
};

/**
 * Reminds each of these units and bodies, by the ids of their nominations and invitations. A body that declined the old
 * date is asked again.
 * @returns the ids that were reminded, and those that were not, with the reason
 */
export const remindEach = async (
  world: World,
  eventId: string,
  ids: readonly string[],
): Promise<ManyDone<string>> => {
  const event = await getEvent(world, eventId);
  const invited = new Map((await listInvitations(world, eventId)).map((i) => [i.id, i]));
  return forEachOf(ids, async (id) => {
    if (id.startsWith('nom_')) {
      if (!id.startsWith(`nom_${eventId.slice(4)}_`)) throw missing('nomination');
      await remindNominator(world, id);
    } else {
      const invitation = invited.get(id);
      if (!invitation) throw missing('invitation');
      await (notAskableAgainBecause(invitation, event, world.now()) ? remind : askAgain)(world, id);
    }
  });
};
