import { listBodies } from '../../directory/bodies/list';
import { mustBeInForce } from '../../directory/units/choose';
import { readUnits } from '../../directory/units/list';
import { unitLabel } from '../../directory/units/words';
import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { askForQuota, setPoolSize } from '../../seats/capacity';
import { getEvent } from '../event/get';
import { checkDeadline, usualDeadline } from './deadline';
import { findNomination } from './list';
import {
  type Nomination,
  type NominationInput,
  nominationId,
  nominationKey,
  nominationsTable,
} from './nomination';
import { viewNomination } from './read';
import { ownSeats, takeBack } from './take-back';

/**
 * Gives a unit or body its quota for an event, and the link by which it nominates its people. The quota is a
 * pool of its own in the event's room.
 * @throws Problem invalid `nomination-twice`, `deadline-after-start`, `deadline-passed`, `capacity-below-held`,
 *   `quota-seats-taken`, `unit-unknown`, `unit-ended`, `body-unknown`; conflict `not-nomination`, `event-cancelled`
 * @example const { link } = await createNomination(world, event.id, { unitId, quota: 5, contactName });
 */
export const createNomination = async (
  world: World,
  eventId: string,
  { quota, unitId, bodyId, deadline: requested, hold, ...input }: NominationInput,
): Promise<{ nomination: Nomination; link: string }> => {
  const event = await getEvent(world, eventId);
  if (event.admission !== 'nomination') throw new Problem('conflict', 'not-nomination');
  if (event.status === 'cancelled') throw new Problem('conflict', 'event-cancelled');
  const deadline = requested ?? usualDeadline(event, world.now());
  checkDeadline(world, event, deadline);
  const name = await nameOf(world, unitId, bodyId);
  const pool = (unitId ?? bodyId)!;
  const id = nominationId(eventId, pool);
  const before = await findNomination(world, id);
  if (before?.status === 'issued') throw invalid('unitId', 'nomination-twice');
  const turn = (before?.turn ?? 0) + 1;
  const now = world.now();
  const nomination: Nomination = {
    ...nominationKey(id),
    id,
    eventId,
    ...(unitId && { unitId }),
    ...(bodyId && { bodyId }),
    name,
    pool,
    deadline,
    reckonedFrom: event.startsAt,
    asked: quota,
    ...input,
    ...(hold && { waits: true as const }),
    status: 'issued',
    turn,
    tokenHash: tokenHash(linkToken(world, id, turn)),
    version: (before?.version ?? 0) + 1,
    createdAt: iso(now),
    updatedAt: iso(now),
  };
  // The seats are written first: a link without seats would refuse its officer. Seats without a link, which a
  // crash may leave, are orphaned: the clock takes them back.
  await askForQuota(world, eventId, pool);
  const own = before ? await takeBackFor(world, before, quota) : quota;
  await setPoolSize(world, eventId, { pool, label: name, path: 'quota' }, own);
  const written = await world.db.putIf(
    nominationsTable,
    nomination,
    before ? { if: 'turn = :turn', values: { ':turn': before.turn } } : { if: 'attribute_not_exists(pk)' },
  );
  if (!written.ok) throw invalid('unitId', 'nomination-twice');
  return { nomination, link: world.links.nomination(linkToken(world, id, turn)) };
};

/** A quota given again: people nominated by its earlier link count, and released seats come back. */
const takeBackFor = async (world: World, before: Nomination, quota: number): Promise<number> => {
  const { event, room, used } = await viewNomination(world, before);
  const requested = { room: { ...room, event }, nomination: before, quota, used };
  await takeBack(world, requested);
  return ownSeats(requested);
};

const nameOf = async (world: World, unitId?: string, bodyId?: string): Promise<string> => {
  if (unitId) return unitLabel(mustBeInForce(await readUnits(world, unitId), unitId));
  const body = (await listBodies(world, bodyId ? [bodyId] : [])).find((b) => b.id === bodyId);
  if (!body) throw invalid('bodyId', 'body-unknown');
  return body.name;
};
