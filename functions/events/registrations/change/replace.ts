import { missing, Problem } from '../../../platform/problem/problem';
import { sameName } from '../../../platform/text/person-name';
import type { World } from '../../../platform/world/world';
import { exchange } from '../../../seats/protocol/exchange';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { readRoom } from '../../event/room';
import type { Particulars } from '../../person/person-fields';
import { mustTakePlace } from '../eligibility';
import { getRegistration } from '../find';
import { entryFor, type RegistrationSource } from '../register/entry';
import { askedSlot, findSlot } from '../register/existing';
import { hasLeft, mustNotBeRestricted, type Registration } from '../registration';
import { type Asked, markedPresent } from './present';

type SubstituteSource = Pick<
  RegistrationSource,
  'basis' | 'attestedBy' | 'channel' | 'nominationId' | 'online' | 'imported'
> &
  Asked & {
    /** The substitute is not the person of nearly the same name on the same phone. */
    another?: boolean;
  };

/**
 * Thay người: the seat passes to the substitute, never to the queue; a place in the queue passes too.
 * Idempotent: a repeat is answered with the substitute's registration.
 * @throws Problem `substitute-is-the-same`, `substitute-already-registered`, `registration-not-active`; `other-person`
 *   where a person on the same phone has nearly the same name; `marked-present` where the one who goes was seen at the
 *   event
 */
export const replace = async (
  world: World,
  id: string,
  substitute: Particulars,
  source: SubstituteSource,
): Promise<Registration> => {
  try {
    return await replaceOnce(world, id, substitute, source);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const done = await successorOf(world, id, substitute);
    if (done) return done;
    throw error.code === 'marked-present' ? markedPresent(await getRegistration(world, id)) : error;
  }
};

/** The registration that took the place already, where it is the substitute's. */
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
  { another = false, evenIfPresent = false, ...source }: SubstituteSource,
): Promise<Registration> => {
  const old = await getRegistration(world, id);
  if (old.status !== 'confirmed' && old.status !== 'waitlisted')
    throw new Problem('conflict', 'registration-not-active');
  mustNotBeRestricted(old);
  const room = await readRoom(world, old.eventId);
  const { event } = room;
  if (!event) throw missing('event');
  mustTakePlace(event, world.now());
  if (substitute.phone === old.phone && sameName(substitute.fullName, old.fullName))
    throw new Problem('conflict', 'substitute-is-the-same');
  // Families share phones: Hưng may go in place of Hùng, under the next key of that phone and name.
  const ledger = ledgerOf<Registration>(world);
  const seeking = { world, ledger, event, person: substitute };
  const slot = another ? await findSlot(seeking) : await askedSlot(seeking);
  if (slot?.existing?.kind === 'same' && slot.existing.registration.id === old.id)
    throw new Problem('conflict', 'substitute-is-the-same');
  if (!slot || slot.existing?.kind === 'same') throw new Problem('conflict', 'substitute-already-registered');
  const entry = await entryFor(world, { ...room, event }, substitute, {
    // The seat stays the quota's: its unit goes on seeing who sits there.
    ...(old.nominationId && { nominationId: old.nominationId }),
    ...(old.online && { online: true }),
    ...source,
    how: 'substitute',
    namesakeNumber: slot.namesakeNumber,
  });
  const replaces = slot.existing?.replaces;
  const substituted = { ...entry, ...(replaces?.came && { came: replaces.came }) };
  return exchange(ledger, old, substituted, {
    unlessPresent: !evenIfPresent,
    ...(replaces && { replaces }),
  });
};
