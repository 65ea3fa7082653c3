import * as z from 'zod';
import { email, instantField, line, optional, phone } from '../contract/fields';
import { invalid, Problem } from '../problem';
import { setPoolSize } from '../seats/capacity';
import { seatsIn } from '../seats/room';
import { Refused } from '../store/outcome';
import { iso } from '../time';
import type { World } from '../world';
import { getNomination } from './list';
import { type Nomination, nominationsTable } from './nomination';
import { viewNomination } from './read';

/** What an organizer may change of a quota that was given; the unit or body stays. */
export const NominationChange = z.strictObject({
  version: z.number().int().min(1),
  quota: z.number().int().min(1).max(500),
  /** Left out: as it is. */
  deadline: optional(instantField),
  contactName: line(120),
  contactPhone: optional(phone),
  contactEmail: optional(email),
});
export type NominationChange = z.output<typeof NominationChange>;

/**
 * Raises or lowers a quota, moves its deadline, names another contact. The link stays as it is.
 * @throws Problem `capacity-below-held`, `deadline-after-start`, stale `nomination-changed`
 */
export const changeNomination = async (
  world: World,
  id: string,
  { version, quota, deadline, ...contact }: NominationChange,
): Promise<Nomination> => {
  const nomination = await getNomination(world, id);
  const change = { ...contact, deadline: deadline ?? nomination.deadline };
  if (nomination.version !== version) throw new Problem('stale', 'nomination-changed');
  const { event, room, used } = await viewNomination(world, nomination);
  if (event.status === 'cancelled') throw new Problem('conflict', 'event-cancelled');
  if (change.deadline > event.startsAt) throw invalid('deadline', 'deadline-after-start');
  const moved = change.deadline !== nomination.deadline;
  if (moved && change.deadline <= iso(world.now())) throw invalid('deadline', 'deadline-passed');
  if (quota < used) throw invalid('quota', 'capacity-below-held', { held: used });
  // Past the deadline the quota's seats are everybody's: they come back only with a new deadline, but for
  // those whom the link has named already.
  const { pool, name: label } = nomination;
  const elsewhere = Math.max(0, used - seatsIn(room, pool).held);
  try {
    // Who may comes first: the loser of two editors must not have touched the seats.
    const changed = (await world.db.update(
      nominationsTable,
      { pk: id, sk: 'nomination' },
      {
        set: {
          contactPhone: undefined,
          contactEmail: undefined,
          ...change,
          ...(moved && { reckonedFrom: event.startsAt }),
          updatedAt: iso(world.now()),
        },
        expression: 'version = version + :one',
        if: 'version = :version',
        values: { ':one': 1, ':version': version },
        returns: 'ALL_NEW',
      },
    ))!;
    if (change.deadline > iso(world.now()))
      await setPoolSize(world, event.id, { pool, label }, quota - elsewhere, 'quota');
    return changed;
  } catch (error) {
    if (error instanceof Refused) throw new Problem('stale', 'nomination-changed');
    throw error;
  }
};
