import { readRoom } from '../../functions/events/event/room';
import { entryFor, type RegistrationSource } from '../../functions/events/registrations/register/entry';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { newClaimId } from '../../functions/platform/keys/ids';
import type { World } from '../../functions/platform/world/world';
import { seatPlace } from '../../functions/seats/ledger/queue';
import { hasRoom } from '../../functions/seats/ledger/room';
import type { Claim } from '../../functions/seats/ledger/seats';
import { blockItems } from '../../functions/seats/tables/seat-tables';
import type { SamplePerson } from './people';
import { at } from './time/calendar';

export interface Arrival {
  person: SamplePerson;
  /** When they registered, in milliseconds. */
  moment: number;
}

/**
 * Seats many people in a few bulk writes, in an event that no other request uses yet. Through `register`,
 * with three calls for each person, a first start would take half a minute on a small machine. The result is
 * the same as that of `register`: each registration names a claim, each claim is in a block.
 * @throws if the pool has too few seats
 */
export const seatMany = async (
  world: World,
  eventId: string,
  arrivals: readonly Arrival[],
  source: Pick<RegistrationSource, 'basis' | 'channel' | 'how' | 'attestedBy' | 'online'>,
): Promise<Registration[]> => {
  const room = await readRoom(world, eventId);
  const { event } = room;
  if (!event) throw new Error(`no event ${eventId}`);
  const pool = source.online ? 'online' : 'open';
  const free = room.blocks.filter((b) => b.pool === pool && hasRoom(b)).map((b) => ({ ...b }));
  const claims = new Map<string, Record<string, number>>();
  const claim = (moment: number): Claim => {
    // Spread over the blocks, as chance would.
    const block = free.reduce((a, b) => (b.size - b.count > a.size - a.count ? b : a));
    if (block.count >= block.size) throw new Error(`${eventId} is full`);
    block.count++;
    const id = newClaimId();
    const held = claims.get(block.sk) ?? {};
    claims.set(block.sk, { ...held, [id]: Math.floor(moment / 1_000) });
    return { id, block: block.sk, pool: block.pool };
  };
  const seated: Registration[] = [];
  for (const { person, moment } of arrivals) {
    const entry = await entryFor(at(world, moment), { ...room, event }, person, {
      ...source,
    });
    const seat = claim(moment);
    seated.push({ ...entry, status: 'confirmed', claim: seat, place: seatPlace(seat) });
  }
  await world.db.putMany(registrationsTable, seated);
  for (const block of free) {
    const held = claims.get(block.sk);
    if (held) await holdIn(world, eventId, block, held);
  }
  return seated;
};

const holdIn = (
  world: World,
  eventId: string,
  block: { sk: string; count: number },
  held: Record<string, number>,
) => {
  const names = Object.keys(held).map((id, i) => [`#c${i}`, id] as const);
  return world.db.update(
    blockItems,
    { pk: eventId, sk: block.sk },
    {
      set: {
        count: block.count,
        ...Object.fromEntries(names.map(([name, id]) => [`held.${name}`, held[id]])),
      },
      names: Object.fromEntries(names),
    },
  );
};
