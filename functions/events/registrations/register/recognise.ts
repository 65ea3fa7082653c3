import type { World } from '../../../platform/world/world';
import type { EventRef, Pointer, RegistrationRef } from '../../../seats/ledger/entry';
import { locate, targetOf } from '../../../seats/ledger/ids';
import { hasLeft, type Registration, registrationsTable } from '../registration';
import { certainty, existingOf, type Identity, keyOf, MOST_NAMESAKES } from './existing';

/** What a list's person is to an event already. */
export type Known =
  | { kind: 'unknown'; registration?: undefined }
  /** They are registered; or they were, and were cancelled, declined or replaced. */
  | { kind: 'same' | 'left'; registration: Registration }
  /** A person on the same phone who may be the same one, written otherwise: the question is open. */
  | { kind: 'namesake'; registration: Registration };

type Stored = Registration | Pointer;

/**
 * Finds out which of these people are registered already: one batched read for all of them, and one more where
 * corrections left pointers, or for people with the same phone and given name. Decides as registering would, but writes nothing.
 */
export const recognise = async (
  world: World,
  event: EventRef,
  people: readonly Identity[],
): Promise<Known[]> => {
  const known = people.map((): Known => ({ kind: 'unknown' }));
  const surest = people.map(() => 0);
  let sought = people.map((person, i) => ({ person, i }));
  for (let n = 1; n <= MOST_NAMESAKES && sought.length; n++) {
    const keys = sought.map(({ person }) => keyOf(world, event, person, n));
    const stored = await readMany(world, keys);
    const pointers = [...stored.values()].filter((found) => 'pointsTo' in found);
    const targets = await readMany(world, pointers.map(targetOf));
    sought = sought.filter(({ person, i }, at) => {
      const found = stored.get(nameOf(keys[at]!));
      if (!found) return false;
      const target = 'pointsTo' in found ? targets.get(nameOf(targetOf(found))) : undefined;
      const existing = existingOf(found, target, person);
      const sure = certainty(existing, person);
      if ((existing.kind === 'same' || existing.kind === 'left') && sure > surest[i]!) {
        known[i] = { kind: existing.kind, registration: existing.registration };
        surest[i] = sure;
      }
      // A namesake who left is no reason to ask.
      if (existing.kind === 'alike' && known[i]!.kind === 'unknown' && !hasLeft(existing.registration))
        known[i] = { kind: 'namesake', registration: existing.registration };
      // They may be registered under a later key.
      return sure < 3;
    });
  }
  return known;
};

/** The registrations of an event that have these ids, by one batched read. Ids of others are left out. */
export const registeredAs = async (
  world: World,
  event: Pick<EventRef, 'id'>,
  ids: readonly string[],
): Promise<Registration[]> => {
  const keys = ids.flatMap((id) => locate(id) ?? []).filter(({ eventId }) => eventId === event.id);
  const found = await readMany(world, keys);
  return [...found.values()].flatMap((one) => ('pointsTo' in one ? [] : [one]));
};

const nameOf = ({ pk, sk }: RegistrationRef) => `${pk}|${sk}`;

const readMany = async (world: World, keys: readonly RegistrationRef[]): Promise<Map<string, Stored>> => {
  const once = [...new Map(keys.map((key) => [nameOf(key), { pk: key.pk, sk: key.sk }])).values()];
  const found = await world.db.getMany(registrationsTable, once, { consistent: true });
  return new Map(found.map((item) => [nameOf(item), item]));
};
