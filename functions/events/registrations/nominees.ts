import type { World } from '../../platform/world/world';
import { partitionsOf, type RegistrationStatus } from '../../seats/ledger/entry';
import type { Event } from '../event/event';
import { type Nominee, nomineeItems } from './registration';

/** Who is named and seated, or on the way to a seat: those who count against a quota. */
export const isNamed = ({ status }: { status: RegistrationStatus }): boolean =>
  status === 'confirmed' || status === 'waitlisted' || status === 'pending';

/**
 * Everybody whom one link named, those taken off or replaced too, in the order in which they were named.
 * Reads these people alone, and sees whoever was named a moment ago.
 */
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

/** How many people each link of an event has named: reads who was named, and nobody who came by themselves. */
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
      only: ['nominationId', 'status'],
      consistent: true,
    }))
      if (isNamed(r)) counts.set(r.nominationId!, (counts.get(r.nominationId!) ?? 0) + 1);
  return counts;
};
