import type { World } from '../../platform/world/world';
import { partitionsOf, type SeatEntry } from '../../seats/ledger/entry';
import type { Event } from '../event/event';
import { type Nominee, nomineeItems } from './registration';

type State = Pick<SeatEntry, 'status' | 'how'> & { nominationId?: string | undefined };

/**
 * Named beyond the quota: waits in the quota's queue alone, and takes the seat of the first nominee who leaves. A nominee
 * who lost their seat by a mistake of ours waits too, and is none (`how: unseated`).
 */
export const isReserve = ({ status, how, nominationId }: State): boolean =>
  status === 'waitlisted' && nominationId !== undefined && (how === 'nominator' || how === 'substitute');

/** Whether a nominee counts against the quota: seated, or on the way to a seat. */
export const isNamed = (nominee: State): boolean =>
  (nominee.status === 'confirmed' || nominee.status === 'waitlisted' || nominee.status === 'pending') &&
  !isReserve(nominee);

/** The nominees of one link, also those taken off or replaced, in order. Strongly consistent. */
export const nomineesOf = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  nominationId: string,
): Promise<Nominee[]> => {
  const found = await Promise.all(
    partitionsOf(event).map((pk) =>
      world.db.all(nomineeItems, {
        index: 'nominee',
        where: 'pk = :pk AND nominationId = :nomination',
        values: { ':pk': pk, ':nomination': nominationId },
        consistent: true,
      }),
    ),
  );
  return found.flat().sort((a, b) => a.createdAt.localeCompare(b.createdAt));
};

/** How many nominees each link of an event has. Reads nominees alone, not the other registrations. */
export const countNominees = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const pk of partitionsOf(event))
    for await (const r of world.db.each(nomineeItems, {
      index: 'nominee',
      where: 'pk = :pk',
      values: { ':pk': pk },
      only: ['nominationId', 'status', 'how'],
      consistent: true,
    }))
      if (isNamed(r)) counts.set(r.nominationId!, (counts.get(r.nominationId!) ?? 0) + 1);
  return counts;
};
