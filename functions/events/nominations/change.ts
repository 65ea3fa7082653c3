import * as z from 'zod';
import { email, instantField, line, optional, phone } from '../../platform/input/fields';
import { invalid, Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { setPoolSize } from '../../seats/protocol/capacity';
import { getNomination } from './list';
import { type Nomination, nominationsTable } from './nomination';
import { viewNomination } from './read';
import { ownSeats, takeBack } from './take-back';

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
 * @throws Problem `capacity-below-held`, `quota-seats-taken`, `deadline-after-start`, stale
 *   `nomination-changed`
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
  const { pool, name: label } = nomination;
  const asked = { room: { ...room, event }, nomination, quota, used };
  const own = ownSeats(asked);
  // Past the deadline the quota's seats are everybody's: they come back with a new deadline alone. Where the
  // process dies before that is written, the clock gives them to everybody again.
  const open = change.deadline > iso(world.now());
  if (open) await takeBack(world, asked);
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
    if (open) await setPoolSize(world, event.id, { pool, label }, own, 'quota');
    return changed;
  } catch (error) {
    if (error instanceof Refused) throw new Problem('stale', 'nomination-changed');
    throw error;
  }
};
