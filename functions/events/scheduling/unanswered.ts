import { missing } from '../../platform/problem/problem';
import { forEachOf, type ManyDone } from '../../platform/store/for-each-of';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import type { Invitation } from '../invitations/invitation';
import { listInvitations } from '../invitations/list';
import { notRemindableBecause as notInvitationBecause } from '../invitations/may';
import { remind } from '../invitations/remind';
import { notRemindableBecause, remindNominator } from '../nominations/due/remind';
import { listNominations } from '../nominations/list';
import { type QuotaView, viewQuotas } from '../nominations/read';

/** Who owes an answer about an event, and may still give it. */
export interface Unanswered {
  /** Units and bodies that have not named enough people. */
  quotas: QuotaView[];
  /** Bodies that have not answered; a draft is no answer. */
  invitations: Invitation[];
}

export const unansweredOf = async (world: World, eventId: string): Promise<Unanswered> => {
  const event = await getEvent(world, eventId);
  if (event.status !== 'published') return { quotas: [], invitations: [] };
  const [invitations, nominations] = await Promise.all([
    listInvitations(world, eventId),
    event.admission === 'nomination' ? listNominations(world, eventId) : [],
  ]);
  const quotas = nominations.length ? await viewQuotas(world, eventId, nominations) : [];
  return {
    quotas: quotas.filter((view) => !notRemindableBecause(view, world.now())),
    invitations: invitations.filter((i) => !notInvitationBecause(i, event, world.now())),
  };
};

/**
 * Reminds each of these units and bodies, by the ids of their nominations and invitations.
 * @returns the ids that were reminded, and those that were not, with the reason
 */
export const remindEach = async (
  world: World,
  eventId: string,
  ids: readonly string[],
): Promise<ManyDone<string>> => {
  const invited = new Set((await listInvitations(world, eventId)).map((i) => i.id));
  return forEachOf(ids, async (id) => {
    if (id.startsWith('nom_')) {
      if (!id.startsWith(`nom_${eventId.slice(4)}_`)) throw missing('nomination');
      await remindNominator(world, id);
    } else {
      if (!invited.has(id)) throw missing('invitation');
      await remind(world, id);
    }
  });
};
