import * as z from 'zod';
import { email, instantField, line, optional, phone, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { setPoolSize } from '../../seats/capacity';
import { checkDeadline } from './deadline';
import { getNomination } from './list';
import type { Nomination } from './nomination';
import { viewNomination } from './read';
import { ownSeats, takeBack } from './take-back';
import { writeNomination } from './write';

/** What an organizer may change of a quota; the unit or body stays. */
export const NominationChange = z.strictObject({
  version: versionField,
  quota: z.number().int().min(1).max(500),
  /** Left out: it stays. */
  deadline: optional(instantField),
  contactName: line(120),
  contactPhone: optional(phone),
  contactEmail: optional(email),
});
export type NominationChange = z.output<typeof NominationChange>;

/**
 * Raises or lowers a quota, moves its deadline, changes the contact. The link stays.
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
  checkDeadline(world, event, change.deadline, nomination.deadline);
  const { pool, name: label } = nomination;
  const requested = { room: { ...room, event }, nomination, quota, used };
  const own = ownSeats(requested);
  // After the deadline the quota's seats belong to everybody; only a new deadline brings them back. If the
  // process crashes before that deadline is written, the clock releases them again.
  const open = change.deadline > iso(world.now());
  if (open) await takeBack(world, requested);
  // The nomination is written before the seats: of two editors the second must not have touched the seats.
  const written = await writeNomination(world, nomination, {
    contactPhone: undefined,
    contactEmail: undefined,
    ...change,
    asked: quota,
    ...(change.deadline !== nomination.deadline && { reckonedFrom: event.startsAt }),
  });
  if (!written.ok) throw new Problem('stale', 'nomination-changed');
  if (open) await setPoolSize(world, event.id, { pool, label, path: 'quota' }, own);
  return written.item!;
};
