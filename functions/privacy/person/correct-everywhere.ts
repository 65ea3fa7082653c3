import { isDeepStrictEqual } from 'node:util';
import { type Particulars, particularsOf, storedCorrection } from '../../events/person/person-fields';
import { correct, correctByStaff } from '../../events/registrations/change/correct';
import { rewritePerson } from '../../events/registrations/change/personal';
import type { Proof } from '../../events/registrations/change/proof';
import { getRegistration } from '../../events/registrations/find';
import { hasLeft, identityOf, type Registration } from '../../events/registrations/registration';
import { Problem } from '../../platform/problem/problem';
import { forEachOf } from '../../platform/store/for-each-of';
import type { World } from '../../platform/world/world';
import { registrationsOf } from './registrations-of';

/** Where a person lived and worked is kept of each event as it was then. */
const OF_THE_DAY: readonly (keyof Particulars)[] = ['unitId', 'bodyId'];

/** What a correction changes, without what each event keeps of its day. Pure. */
const changesOf = (before: Particulars, after: Particulars): Partial<Particulars> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        !OF_THE_DAY.includes(name as keyof Particulars) &&
        !isDeepStrictEqual(value, before[name as keyof Particulars]),
    ),
  );

/** Of these changes, those of what the other registration says alike: what it says otherwise was meant so. Pure. */
const fitting = (
  changes: Partial<Particulars>,
  before: Particulars,
  other: Particulars,
): Partial<Particulars> =>
  Object.fromEntries(
    Object.entries(changes).filter(([name]) =>
      isDeepStrictEqual(other[name as keyof Particulars], before[name as keyof Particulars]),
    ),
  );

export interface CorrectedEverywhere {
  registration: Registration;
  /** How many of the person's other registrations were corrected. */
  also: number;
  /** How many were not, because the corrected name and phone are registered there already, or it changed just then. */
  left: number;
}

/**
 * Corrects a person's particulars in one registration, and the same mistake in their others. What is not told yet
 * follows: mails are worded when they go, and lines of the call list are worded again.
 * @throws Problem as `correctByStaff`, about the one that is named; then nothing is changed
 */
export const correctEverywhere = (
  world: World,
  id: string,
  particulars: Particulars,
  seen?: number,
): Promise<CorrectedEverywhere> => everywhere(world, id, () => correctByStaff(world, id, particulars, seen));

/** The person does it themselves, with the proof of one of their registrations. @throws Problem as `correct` */
export const correctOwnEverywhere = (
  world: World,
  proof: Proof,
  particulars: Particulars,
  seen?: number,
): Promise<CorrectedEverywhere> =>
  everywhere(world, proof.id, () => correct(world, proof, particulars, seen));

const everywhere = async (
  world: World,
  id: string,
  correctNamed: () => Promise<Registration>,
): Promise<CorrectedEverywhere> => {
  const old = await getRegistration(world, id);
  const others = (await registrationsOf(world, identityOf(old))).filter((r) => r.id !== old.id);
  const registration = await correctNamed();
  const before = particularsOf(old);
  const changes = changesOf(before, particularsOf(registration));
  const wrong = others.flatMap((r) => {
    const set = fitting(changes, before, particularsOf(r));
    return Object.keys(set).length ? [{ r, set }] : [];
  });
  const { done, refused } = await forEachOf(wrong, ({ r, set }) => correctOther(world, r, set));
  return { registration, also: done.length, left: refused.length };
};

const correctOther = async (world: World, r: Registration, set: Partial<Particulars>): Promise<void> => {
  const particulars = { ...particularsOf(r), ...set };
  if (!hasLeft(r)) {
    await correctByStaff(world, r.id, particulars, r.version);
    return;
  }
  // Who has left has no seat, and is not looked for: no pointer is needed.
  const written = await rewritePerson(world, r, {
    ...storedCorrection(particulars),
    ...(r.webPhone && { webPhone: particulars.phone }),
  });
  if (!written) throw new Problem('stale', 'registration-changed');
};

/** In how many other events the person is registered. */
export const countOthers = async (world: World, r: Registration): Promise<number> =>
  (await registrationsOf(world, identityOf(r))).filter(({ id }) => id !== r.id).length;
