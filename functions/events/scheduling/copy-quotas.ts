import { forEachOf, type ManyDone } from '../../platform/store/for-each-of';
import type { World } from '../../platform/world/world';
import { createNomination } from '../nominations/create';
import { listNominations } from '../nominations/list';
import type { Nomination } from '../nominations/nomination';
import { viewQuotas } from '../nominations/read';

/** The quotas of an event that are in force, each with how many people were asked for. */
export const quotasToCopy = async (
  world: World,
  eventId: string,
): Promise<{ nomination: Nomination; asked: number }[]> => {
  const live = (await listNominations(world, eventId)).filter(({ status }) => status === 'issued');
  const views = live.length ? await viewQuotas(world, eventId, live) : [];
  // After the deadline the seats belong to everybody: the number asked for is the nomination's own.
  return views
    .map(({ nomination, quota, used }) => ({ nomination, asked: nomination.asked ?? Math.max(quota, used) }))
    .filter(({ asked }) => asked > 0);
};

/**
 * Gives the units and bodies of one event the same quotas for another, a draft: the number and the contact, no people.
 * @returns what was given, and what was refused, such as the quota of a unit that has ended
 */
export const copyQuotas = async (
  world: World,
  from: string,
  to: string,
): Promise<ManyDone<{ nomination: Nomination; asked: number }>> =>
  forEachOf(await quotasToCopy(world, from), ({ nomination: n, asked }) =>
    createNomination(world, to, {
      unitId: n.unitId,
      bodyId: n.bodyId,
      quota: asked,
      deadline: undefined,
      contactName: n.contactName,
      contactPhone: n.contactPhone,
      contactEmail: n.contactEmail,
    }),
  );
