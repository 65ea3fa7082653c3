import { listBodies } from '../../directory/bodies/list';
import { listUnits, unitLabel } from '../../directory/units/list';
import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { invalid, Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { DAY, instant, iso, localDate, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { askForQuota, setPoolSize } from '../../seats/protocol/capacity';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { type Nomination, type NominationInput, nominationId, nominationsTable } from './nomination';
import { viewNomination } from './read';
import { ownSeats, takeBack } from './take-back';

/**
 * Gives a unit or body its quota for an event, and the link by which it names its people. The quota is a
 * pool of its own in the event's room.
 * @throws Problem `nomination-twice`, `deadline-after-start`, `capacity-below-held`, `quota-seats-taken`
 */
export const createNomination = async (
  world: World,
  eventId: string,
  { quota, unitId, bodyId, deadline: asked, ...input }: NominationInput,
): Promise<{ nomination: Nomination; link: string }> => {
  const event = await getEvent(world, eventId);
  if (event.admission !== 'nomination') throw new Problem('conflict', 'not-nomination');
  if (event.status === 'cancelled') throw new Problem('conflict', 'event-cancelled');
  const deadline = asked ?? usualDeadline(event, world.now());
  if (deadline > event.startsAt) throw invalid('deadline', 'deadline-after-start');
  if (deadline <= iso(world.now())) throw invalid('deadline', 'deadline-passed');
  const name = await nameOf(world, unitId, bodyId);
  const pool = (unitId ?? bodyId)!;
  const id = nominationId(eventId, pool);
  const before = await world.db.get(nominationsTable, { pk: id, sk: 'nomination' }, { consistent: true });
  if (before?.status === 'issued') throw invalid('unitId', 'nomination-twice');
  const turn = (before?.turn ?? 0) + 1;
  const now = world.now();
  const nomination: Nomination = {
    pk: id,
    sk: 'nomination',
    id,
    eventId,
    ...(unitId && { unitId }),
    ...(bodyId && { bodyId }),
    name,
    pool,
    deadline,
    reckonedFrom: event.startsAt,
    ...input,
    status: 'issued',
    turn,
    tokenHash: tokenHash(linkToken(world, id, turn)),
    version: (before?.version ?? 0) + 1,
    createdAt: iso(now),
    updatedAt: iso(now),
  };
  // The seats first: a link without seats would refuse its officer; seats without a link harm nobody, and
  // the clock takes them back where a crash left them so.
  await askForQuota(world, eventId, pool);
  const own = before ? await takeBackFor(world, before, quota) : quota;
  await setPoolSize(world, eventId, { pool, label: name }, own, 'quota');
  try {
    await world.db.put(
      nominationsTable,
      nomination,
      before ? { if: 'turn = :turn', values: { ':turn': before.turn } } : { if: 'attribute_not_exists(pk)' },
    );
  } catch (error) {
    if (error instanceof Refused) throw invalid('unitId', 'nomination-twice');
    throw error;
  }
  return { nomination, link: world.links.nomination(linkToken(world, id, turn)) };
};

/** A quota given anew: whom its earlier link named counts, and what fell to everybody comes back. */
const takeBackFor = async (world: World, before: Nomination, quota: number): Promise<number> => {
  const { event, room, used } = await viewNomination(world, before);
  const asked = { room: { ...room, event }, nomination: before, quota, used };
  await takeBack(world, asked);
  return ownSeats(asked);
};

/**
 * Until when people are named where nobody says otherwise: three days before the event, at the end of the
 * office's day; where that is past, until the event begins.
 */
export const usualDeadline = (event: Pick<Event, 'startsAt'>, now: number): string => {
  const usual = instant(localDate(ms(event.startsAt) - 3 * DAY), '17:00')!;
  return ms(usual) > now ? usual : event.startsAt;
};

const nameOf = async (world: World, unitId?: string, bodyId?: string): Promise<string> => {
  if (unitId) {
    const unit = (await listUnits(world)).find((u) => u.id === unitId);
    if (!unit) throw invalid('unitId', 'unit-unknown');
    return unitLabel(unit);
  }
  const body = (await listBodies(world)).find((b) => b.id === bodyId);
  if (!body) throw invalid('bodyId', 'body-unknown');
  return body.name;
};
