import { personKey } from '../../../platform/keys/person-key';
import { Problem } from '../../../platform/problem/problem';
import { compareNames, givenKey } from '../../../platform/text/person-name';
import { spoken } from '../../../platform/text/vietnamese';
import type { World } from '../../../platform/world/world';
import type { EventRef, Pointer, RegistrationRef } from '../../../seats/ledger/entry';
import { targetOf } from '../../../seats/ledger/ids';
import type { Ledger, Replaced } from '../../../seats/ledger/ledger';
import type { Admitted } from '../../../seats/protocol/admit';
import { hasLeft, identityOf, type Registration } from '../registration';
import { sectionOf } from './entry';

/** How many people of one given name may share one phone: an office that registers a whole list with its own. */
export const MOST_NAMESAKES = 40;

type Stored = Registration | Pointer;

/** A person is recognised by phone and name. */
export interface Identity {
  fullName: string;
  phone: string;
}

/** What is stored under a person's key already, and what it means for a new registration. */
export type Existing =
  /** They are registered. */
  | { kind: 'same'; registration: Registration }
  /** They were, and left. `replaces`: what the new record is written over. */
  | { kind: 'left'; registration: Registration; replaces: Replaced }
  /** A correction's pointer whose target has another phone or given name by now: the key is free. */
  | { kind: 'free'; replaces: Replaced }
  /** Perhaps the same person, written otherwise: they are asked. The record stays in any case. */
  | { kind: 'alike'; registration: Registration }
  /** Certainly another person of the same given name. */
  | { kind: 'different'; registration: Registration };

/** @param target the registration that a pointer leads to */
export const existingOf = (found: Stored, target: Stored | undefined, person: Identity): Existing => {
  if (!('pointsTo' in found))
    return compared(found, person, { known: found.fullName, ...(found.came && { came: found.came }) });
  const replaces = { known: found.pointsTo };
  // A correction may have been taken back, or followed by another one.
  if (!target || 'pointsTo' in target || !leadsTo(target, person)) return { kind: 'free', replaces };
  return compared(target, person, replaces);
};

const compared = (registration: Registration, person: Identity, replaces: Replaced): Existing => {
  // A person who was forgotten is not recognised: when they come again they are another one.
  if (registration.forgotten) return { kind: 'different', registration };
  const names = compareNames(identityOf(registration).fullName, person.fullName);
  if (names !== 'same') return { kind: names, registration };
  return hasLeft(registration) ? { kind: 'left', registration, replaces } : { kind: 'same', registration };
};

/** Whether a correction's pointer is still needed: its key is the registration's. */
const leadsTo = (target: Registration, { phone, fullName }: Identity): boolean => {
  const known = identityOf(target);
  return known.phone === phone && givenKey(known.fullName) === givenKey(fullName);
};

type RegistrationLedger = Ledger<Registration>;

const readExisting = async (ledger: RegistrationLedger, found: Stored, person: Identity): Promise<Existing> =>
  existingOf(found, 'pointsTo' in found ? await ledger.registration(targetOf(found)) : undefined, person);

/** The n-th key of a phone and name, in its section. */
export const keyOf = (
  world: Pick<World, 'settings'>,
  event: EventRef,
  { phone, fullName }: Identity,
  namesakeNumber: number,
): RegistrationRef => {
  const sk = personKey(world, phone, fullName, namesakeNumber);
  return { pk: `${event.id}#${sectionOf(sk, event.sections)}`, sk };
};

/** The key that is a person's, or the first that is free, and what is stored under it. */
export interface PersonSlot {
  namesakeNumber: number;
  ref: RegistrationRef;
  existing?: Exclude<Existing, { kind: 'alike' | 'different' }>;
}

/** Where a person stands, or may be written. */
interface Place {
  /** Nothing where other people have all keys. */
  slot?: PersonSlot | undefined;
  /** A registered person on the same phone who may be the same one. */
  alike?: Registration | undefined;
}

/** What a person is looked for with. */
interface Seeking {
  world: World;
  ledger: RegistrationLedger;
  event: EventRef;
  person: Identity;
}

/**
 * Which record is a person's, where several may be: higher is surer, 0 is none. The very name beats one that was
 * typed without accents, and a registered person beats one who left.
 */
export const certainty = (existing: Existing, { fullName }: Identity): 0 | 1 | 2 | 3 => {
  if (existing.kind !== 'same' && existing.kind !== 'left') return 0;
  if (spoken(identityOf(existing.registration).fullName) !== spoken(fullName)) return 1;
  return existing.kind === 'same' ? 3 : 2;
};

/** Looks for a person under every key that may be theirs. Writes nothing. */
const findPlace = async ({ world, ledger, event, person }: Seeking): Promise<Place> => {
  let own: { slot: PersonSlot; sure: number } | undefined;
  let free: PersonSlot | undefined;
  let alike: Registration | undefined;
  for (let namesakeNumber = 1; namesakeNumber <= MOST_NAMESAKES; namesakeNumber++) {
    const ref = keyOf(world, event, person, namesakeNumber);
    const found = await ledger.registration(ref);
    if (!found) {
      free ??= { namesakeNumber, ref };
      break;
    }
    const existing = await readExisting(ledger, found, person);
    // A namesake who left is no reason to ask.
    if (existing.kind === 'alike' && !hasLeft(existing.registration)) alike ??= existing.registration;
    if (existing.kind === 'alike' || existing.kind === 'different') continue;
    const slot = { namesakeNumber, ref, existing };
    const sure = certainty(existing, person);
    if (existing.kind === 'free') free ??= slot;
    else if (!own || sure > own.sure) own = { slot, sure };
    if (sure === 3) break;
  }
  return { slot: own?.slot ?? free, alike };
};

/**
 * Looks for a person, past their namesakes. Writes nothing.
 * @returns nothing where all keys are namesakes'
 */
export const findSlot = async (seeking: Seeking): Promise<PersonSlot | undefined> =>
  (await findPlace(seeking)).slot;

/**
 * The same for a person who is written without being admitted, as a substitute.
 * @throws Problem `other-person` where a registered person may be the same one
 */
export const askedSlot = async (seeking: Seeking): Promise<PersonSlot | undefined> => {
  const place = await findPlace(seeking);
  mustBeTold(place);
  return place.slot;
};

/** Who was registered before under exactly this name has been told from the others. */
const mustBeTold = ({ slot, alike }: Place): void => {
  if (alike && slot?.existing?.kind !== 'same' && slot?.existing?.kind !== 'left')
    throw new Problem('conflict', 'other-person');
};

/**
 * Tries to admit a person under their key, and tells repeats from other people on the phone.
 * @param isDifferentPerson whether the person said that they are not the one who is registered already
 * @param attempt admits under the n-th key of that phone and name
 * @returns nothing where there is no seat and the caller wants no place in the queue
 * @throws Problem `other-person` where they may be one who is registered, and have not said that they are not
 */
export const enterOnce = async (
  seeking: Seeking,
  isDifferentPerson: boolean,
  attempt: (namesakeNumber: number, replaces?: Replaced) => Promise<Admitted<Registration>>,
): Promise<{ registration: Registration; repeated: boolean } | undefined> => {
  let admitted = await attempt(1);
  // Each further try means that another request took the key meanwhile.
  for (let tries = 1; tries <= MOST_NAMESAKES; tries++) {
    if (admitted.ok) return { registration: admitted.registration, repeated: false };
    if (!admitted.found) return undefined;
    const existing = await readExisting(seeking.ledger, admitted.found, seeking.person);
    if (existing.kind === 'same') return { registration: existing.registration, repeated: true };
    const place = await findPlace(seeking);
    if (place.slot?.existing?.kind === 'same')
      return { registration: place.slot.existing.registration, repeated: true };
    if (!isDifferentPerson) mustBeTold(place);
    if (!place.slot) break;
    admitted = await attempt(place.slot.namesakeNumber, place.slot.existing?.replaces);
  }
  throw new Problem('conflict', 'other-person');
};
