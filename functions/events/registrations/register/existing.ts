import { personKey, sameName } from '../../../platform/keys/person-key';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import type { Ledger, RegistrationRef } from '../../../seats/ledger/ledger';
import type { Admitted } from '../../../seats/protocol/admit';
import { hasLeft, type Pointer, type Registration, targetOf } from '../registration';
import { sectionOf } from './entry';

/** How many persons may share one phone and one name without accents. */
export const MOST_NAMESAKES = 9;

type Stored = Registration | Pointer;
export interface Who {
  fullName: string;
  phone: string;
}

/** What stands under a person's key already, and what it means for whoever comes. */
export type Standing =
  /** They are registered. */
  | { kind: 'same'; registration: Registration }
  /** They were, and left. `over`: how what stands there is written over. */
  | { kind: 'left'; registration: Registration; over: string }
  /** A correction's pointer that leads to nobody of this phone and name any more: the key is free. */
  | { kind: 'free'; over: string }
  /** Somebody else's record, which stays, whether they come or have left. */
  | { kind: 'namesake'; registration: Registration };

/** @param target what a pointer leads to */
export const standingOf = (found: Stored, target: Stored | undefined, who: Who): Standing => {
  if ('pointsTo' in found) {
    const over = found.pointsTo;
    // A correction may have been taken back, or followed by another one.
    if (!target || 'pointsTo' in target || target.phone !== who.phone) return { kind: 'free', over };
    if (!sameName(target.fullName, who.fullName)) return { kind: 'free', over };
    return hasLeft(target)
      ? { kind: 'left', registration: target, over }
      : { kind: 'same', registration: target };
  }
  if (!sameName(found.fullName, who.fullName)) return { kind: 'namesake', registration: found };
  return hasLeft(found)
    ? { kind: 'left', registration: found, over: found.fullName }
    : { kind: 'same', registration: found };
};

const standing = async (ledger: Ledger, found: Stored, who: Who): Promise<Standing> =>
  standingOf(found, 'pointsTo' in found ? await ledger.registration(targetOf(found)) : undefined, who);

/** The n-th key of a phone and name, in the section where it stands. */
export const keyOf = (
  world: Pick<World, 'settings'>,
  event: { id: string; sections: number },
  { phone, fullName }: Who,
  n: number,
): RegistrationRef => {
  const sk = personKey(world, phone, fullName, n);
  return { pk: `${event.id}#${sectionOf(sk, event.sections)}`, sk };
};

/** Which key of a phone and name is theirs, or the first that is nobody's, and what stands there. */
export interface PlaceOf {
  /** The n-th key. */
  another: number;
  ref: RegistrationRef;
  standing?: Exclude<Standing, { kind: 'namesake' }>;
}

/**
 * Looks for a person, past their namesakes. Writes nothing.
 * @returns nothing where all keys are namesakes'
 */
export const findPlace = async (
  world: World,
  ledger: Ledger,
  event: { id: string; sections: number },
  who: Who,
): Promise<PlaceOf | undefined> => {
  for (let another = 1; another <= MOST_NAMESAKES; another++) {
    const ref = keyOf(world, event, who, another);
    const found = await ledger.registration(ref);
    if (!found) return { another, ref };
    const stands = await standing(ledger, found, who);
    if (stands.kind !== 'namesake') return { another, ref, standing: stands };
  }
  return undefined;
};

/**
 * Tries to let somebody in under their key, and tells repeats from namesakes.
 * @param attempt admits under the n-th key of that phone and name, over what may be written over
 * @param another whether the person said that they are not the one who is registered already
 * @throws Problem `other-person` where only the accents differ and nobody has said so yet
 */
export const enterOnce = async (
  ledger: Ledger,
  who: Who,
  another: boolean,
  attempt: (namesake: number, over?: string) => Promise<Admitted>,
): Promise<{ registration: Registration; repeated: boolean } | undefined> => {
  for (let n = 1; n <= MOST_NAMESAKES; n++) {
    let admitted = await attempt(n);
    if (admitted.ok) return { registration: admitted.registration, repeated: false };
    if (!admitted.found) return undefined;
    let stands = await standing(ledger, admitted.found, who);
    if (stands.kind === 'left' || stands.kind === 'free') {
      admitted = await attempt(n, stands.over);
      if (admitted.ok) return { registration: admitted.registration, repeated: false };
      if (!admitted.found) return undefined;
      stands = await standing(ledger, admitted.found, who);
    }
    if (stands.kind === 'same') return { registration: stands.registration, repeated: true };
    // Who has left takes no seat from anybody: whether it is another person need not be asked.
    if (stands.kind === 'namesake' && !hasLeft(stands.registration) && !another)
      throw new Problem('conflict', 'other-person');
  }
  throw new Problem('conflict', 'other-person');
};
