import { missing } from '../../platform/problem/problem';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { PLEDGE_KINDS, type Pledge, type PledgeKind, pledgeKey, pledges } from './pledge';
import { isOverdue, PLEDGE_STATES, type PledgeState, stateOf } from './received';

/** The states that a list is filtered by. */
export const LISTED_STATES = ['overdue', ...PLEDGE_STATES] as const;

export interface PledgeFilter {
  state?: PledgeState | 'overdue' | undefined;
  kind?: PledgeKind | undefined;
  bodyId?: string | undefined;
  eventId?: string | undefined;
  unitId?: string | undefined;
}

/** What a filter leaves: overdue ones first, then the newest promise. Pure. @param today a local date */
export const listed = (all: readonly Pledge[], by: PledgeFilter, today: string): Pledge[] =>
  all
    .filter((p) => !by.state || (by.state === 'overdue' ? isOverdue(p, today) : stateOf(p) === by.state))
    .filter((p) => !by.kind || p.kind === by.kind)
    .filter((p) => !by.bodyId || p.bodyId === by.bodyId)
    .filter((p) => !by.eventId || p.eventId === by.eventId)
    .filter((p) => !by.unitId || p.unitId === by.unitId)
    .sort(
      (a, b) =>
        Number(isOverdue(b, today)) - Number(isOverdue(a, today)) ||
        b.promisedOn.localeCompare(a.promisedOn) ||
        PLEDGE_KINDS.indexOf(a.kind) - PLEDGE_KINDS.indexOf(b.kind),
    );

/** Every pledge. One call for a thousand. */
export const allPledges = (world: World): Promise<Pledge[]> =>
  world.db.all(pledges, { where: 'pk = :pk', values: { ':pk': 'pledge' }, consistent: true });

/** The pledges that a filter leaves. One call. */
export const listPledges = async (world: World, by: PledgeFilter = {}): Promise<Pledge[]> =>
  listed(await allPledges(world), by, localDate(world.now()));

/** @throws Problem missing `pledge-missing` */
export const getPledge = async (world: World, id: string): Promise<Pledge> => {
  const pledge = await world.db.get(pledges, pledgeKey(id), { consistent: true });
  if (!pledge) throw missing('pledge');
  return pledge;
};
