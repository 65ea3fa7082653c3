import { randomUUID } from 'node:crypto';
import { sameName } from '../../../platform/keys/person-key';
import { Problem } from '../../../platform/problem/problem';
import { LostAnswer } from '../../../platform/store/outcome';
import type { World } from '../../../platform/world/world';
import type { Ledger } from '../../../seats/ledger/ledger';
import { seatPlace, waitingPlaces } from '../../../seats/ledger/queue';
import { readRoom } from '../../../seats/ledger/room';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getEvent } from '../../event/get';
import { mustStand } from '../eligibility';
import { getRegistration } from '../find';
import type { Particulars } from '../person-fields';
import { type Coming, entryFor } from '../register/entry';
import { findPlace } from '../register/existing';
import { hasLeft, type Registration } from '../registration';

/**
 * Thay người: the seat passes to the substitute, never to the queue; a place in the queue passes too.
 * The block is not touched: the substitute names the same claim. Said twice, the first time stands.
 * @throws Problem `substitute-already-registered`, `registration-not-active`
 */
export const replace = async (
  world: World,
  id: string,
  substitute: Particulars,
  coming: Substituting,
): Promise<Registration> => {
  try {
    return await replaceOnce(world, id, substitute, coming);
  } catch (error) {
    const done = error instanceof Problem && (await successorOf(world, id, substitute));
    if (!done) throw error;
    return done;
  }
};

type Substituting = Pick<Coming, 'basis' | 'consent' | 'attestedBy' | 'channel' | 'nominationId' | 'online'>;

/** Who took the place already, where it is the one asked for. */
const successorOf = async (
  world: World,
  id: string,
  { phone, fullName }: Particulars,
): Promise<Registration | undefined> => {
  const { replacedBy } = await getRegistration(world, id);
  const successor = replacedBy && (await getRegistration(world, replacedBy));
  if (!successor || hasLeft(successor)) return undefined;
  return successor.phone === phone && sameName(successor.fullName, fullName) ? successor : undefined;
};

const replaceOnce = async (
  world: World,
  id: string,
  substitute: Particulars,
  coming: Substituting,
): Promise<Registration> => {
  const old = await getRegistration(world, id);
  if (old.status !== 'confirmed' && old.status !== 'waitlisted')
    throw new Problem('conflict', 'registration-not-active');
  const event = await getEvent(world, old.eventId);
  mustStand(event, world.now());
  const room = await readRoom(world, old.eventId);
  const ledger = ledgerOf(world);
  if (substitute.phone === old.phone && sameName(substitute.fullName, old.fullName))
    throw new Problem('conflict', 'substitute-is-the-same');
  // Families share phones: Hưng may go in place of Hùng, under the next key of that phone and name.
  const place = await findPlace(world, ledger, event, substitute);
  if (place?.standing?.kind === 'same' && place.standing.registration.id === old.id)
    throw new Problem('conflict', 'substitute-is-the-same');
  if (!place || place.standing?.kind === 'same')
    throw new Problem('conflict', 'substitute-already-registered');
  const entry = await entryFor(world, { ...room, event }, substitute, {
    // Whoever replaces them, the seat is the quota's: the unit goes on seeing who sits there.
    ...(old.nominationId && { nominationId: old.nominationId }),
    ...(old.online && { online: true }),
    ...coming,
    another: place.another,
    how: 'substitute',
  });
  return exchange(ledger, old, entry, place.standing?.over);
};

/**
 * The protocol's part: one transaction, with a token that makes its repeat the same one.
 * @param over what the substitute is written over, where something stands under their key
 */
export const exchange = async (
  ledger: Ledger,
  old: Registration,
  entry: Registration,
  over?: string,
): Promise<Registration> => {
  const successor: Registration =
    old.status === 'confirmed' && old.claim
      ? { ...entry, status: 'confirmed', pools: old.pools, claim: old.claim, place: seatPlace(old.claim) }
      : {
          ...entry,
          status: 'waitlisted',
          pools: old.pools,
          queuedAt: old.queuedAt!,
          ...waitingPlaces(old.pools, old.queuedAt!),
        };
  if (await exchangeCertainly(ledger, old, successor, over)) return successor;
  const now = (await ledger.registration(old)) as Registration | undefined;
  if (now?.status !== old.status || now.claim?.id !== old.claim?.id || now.queuedAt !== old.queuedAt)
    throw new Problem('conflict', 'registration-not-active');
  throw new Problem('conflict', 'substitute-already-registered');
};

const TRIES = 3;

const exchangeCertainly = async (
  ledger: Ledger,
  old: Registration,
  successor: Registration,
  over?: string,
): Promise<boolean> => {
  const token = randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      return await ledger.exchange(old, successor, token, over);
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error;
      const found = (await ledger.registration(old)) as Registration | undefined;
      if (found?.exit === token) return true;
      ledger.note('exchange repeated', { registration: old.id });
      if (attempt >= TRIES) throw error;
    }
  }
};
