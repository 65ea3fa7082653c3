import { missing, Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { changePools } from '../../../seats/protocol/change-pools';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import type { Event } from '../../event/event';
import { readRoom } from '../../event/room';
import { particularsOf } from '../../person/person-fields';
import { mustBeAhead } from '../eligibility';
import { getRegistration } from '../find';
import { affiliation, poolsFor } from '../register/entry';
import { hasLeft, type Registration } from '../registration';
import { type Proof, provenRegistration } from './proof';

/**
 * Whether the person may take part the other way. A seat of a quota belongs to the unit that nominated them, and after
 * the door has seen them nothing is left to change.
 */
export const mayChangeWay = (
  registration: Pick<Registration, 'status' | 'nominationId' | 'came'>,
  event: Pick<Event, 'mode' | 'status'>,
): boolean =>
  event.mode === 'both' &&
  event.status === 'published' &&
  !hasLeft(registration) &&
  registration.status !== 'pending' &&
  !registration.nominationId &&
  !registration.came;

/**
 * The person comes to the hall instead of joining online, or the other way round. They get the seat there before they
 * give up what they have; the first in line gets that. A repeat changes nothing.
 * @param seen the version that they were shown; left out, the newest one
 * @throws Problem `registration-missing`; conflict `online-full`, `hall-full` where there is no seat, `way-fixed`;
 *   stale `registration-changed-since`
 */
export const changeWay = async (
  world: World,
  proof: Proof,
  online: boolean,
  seen?: number,
): Promise<Registration> => {
  const registration = await provenRegistration(world, proof);
  if (Boolean(registration.online) === online && !hasLeft(registration)) return registration;
  if (seen !== undefined && registration.version !== seen)
    throw new Problem('stale', 'registration-changed-since');
  const room = await readRoom(world, registration.eventId);
  const { event } = room;
  if (!event) throw missing('event');
  mustBeAhead(event, world.now());
  if (!mayChangeWay(registration, event)) throw new Problem('conflict', 'way-fixed');
  const { above } = await affiliation(world, particularsOf(registration));
  const changed = await changePools(ledgerOf<Registration>(world), room, registration, {
    pools: poolsFor(room, above, online),
    set: { online: online || undefined },
  });
  if (changed === 'no-seat') throw new Problem('conflict', online ? 'online-full' : 'hall-full');
  if (changed === 'refused') throw new Problem('stale', 'registration-changed-since');
  return getRegistration(world, proof.id);
};
