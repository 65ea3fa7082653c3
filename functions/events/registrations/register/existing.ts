import { personKey, sameName } from '../../../platform/keys/person-key';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import type { EventRef, Pointer, RegistrationRef } from '../../../seats/ledger/entry';
import { targetOf } from '../../../seats/ledger/ids';
import type { Ledger } from '../../../seats/ledger/ledger';
import type { Admitted } from '../../../seats/protocol/admit';
import { hasLeft, type Registration } from '../registration';
import { sectionOf } from './entry';

/** How many people may share one phone and one name without accents. */
export const MOST_NAMESAKES = 9;

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
  | { kind: 'left'; registration: Registration; replaces: string }
  /** A correction's pointer whose target has another phone or name by now: the key is free. */
  | { kind: 'free'; replaces: string }
  /** Another person's record. It stays, whether they are registered or left. */
  | { kind: 'namesake'; registration: Registration };

/** @param target the registration that a pointer leads to */
export const existingOf = (found: Stored, target: Stored | undefined, person: Identity): Existing => {
  if ('pointsTo' in found) {
    const replaces = found.pointsTo;
    // A correction may have been taken back, or followed by another one.
    if (!target || 'pointsTo' in target || target.phone !== person.phone) return { kind: 'free', replaces };
    if (!sameName(target.fullName, person.fullName)) return { kind: 'free', replaces };
    return hasLeft(target)
      ? { kind: 'left', registration: target, replaces }
      : { kind: 'same', registration: target };
  }
  if (!sameName(found.fullName, person.fullName)) return { kind: 'namesake', registration: found };
  return hasLeft(found)
    ? { kind: 'left', registration: found, replaces: found.fullName }
    : { kind: 'same', registration: found };
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
  existing?: Exclude<Existing, { kind: 'namesake' }>;
}

/**
 * Looks for a person, past their namesakes. Writes nothing.
 * @returns nothing where all keys are namesakes'
 */
export const findSlot = async (
  world: World,
  ledger: RegistrationLedger,
  event: EventRef,
  person: Identity,
): Promise<PersonSlot | undefined> => {
  for (let namesakeNumber = 1; namesakeNumber <= MOST_NAMESAKES; namesakeNumber++) {
    const ref = keyOf(world, event, person, namesakeNumber);
    const found = await ledger.registration(ref);
    if (!found) return { namesakeNumber, ref };
    const existing = await readExisting(ledger, found, person);
    if (existing.kind !== 'namesake') return { namesakeNumber, ref, existing };
  }
  return undefined;
};

/**
 * Tries to admit a person under their key, and tells repeats from namesakes.
 * @param isDifferentPerson whether the person said that they are not the one who is registered already
 * @param attempt admits under the n-th key of that phone and name
 * @returns nothing where there is no seat and the caller wants no place in the queue
 * @throws Problem `other-person` where only the accents differ and the person has not said so yet
 */
export const enterOnce = async (
  ledger: RegistrationLedger,
  person: Identity,
  isDifferentPerson: boolean,
  attempt: (namesakeNumber: number, replaces?: string) => Promise<Admitted<Registration>>,
): Promise<{ registration: Registration; repeated: boolean } | undefined> => {
  for (let n = 1; n <= MOST_NAMESAKES; n++) {
    let admitted = await attempt(n);
    if (admitted.ok) return { registration: admitted.registration, repeated: false };
    if (!admitted.found) return undefined;
    let existing = await readExisting(ledger, admitted.found, person);
    if (existing.kind === 'left' || existing.kind === 'free') {
      admitted = await attempt(n, existing.replaces);
      if (admitted.ok) return { registration: admitted.registration, repeated: false };
      if (!admitted.found) return undefined;
      existing = await readExisting(ledger, admitted.found, person);
    }
    if (existing.kind === 'same') return { registration: existing.registration, repeated: true };
    // A namesake who left is no reason to ask whether this is another person: their record stays anyway.
    if (existing.kind === 'namesake' && !hasLeft(existing.registration) && !isDifferentPerson)
      throw new Problem('conflict', 'other-person');
  }
  throw new Problem('conflict', 'other-person');
};
