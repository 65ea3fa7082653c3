import type { World } from '../../../platform/world/world';
import type { Pointer, RegistrationRef } from '../../../seats/ledger/entry';
import { targetOf } from '../../../seats/ledger/ids';
import type { Event } from '../../event/event';
import { hasLeft, type Registration, registrationsTable } from '../registration';
import { existingOf, keyOf, MOST_NAMESAKES } from './existing';

/** Whether somebody of a list is registered for an event already. */
export type Known =
  | { kind: 'nobody'; registration?: undefined }
  /** They are; or they were, and were cancelled, declined or replaced. */
  | { kind: 'same' | 'left'; registration: Registration }
  /** Another person, whose name differs by its accents alone, on the same phone. */
  | { kind: 'namesake'; registration: Registration };

type Stored = Registration | Pointer;

/**
 * Who of these people is registered already: one batched read for all of them, and one more where
 * corrections left pointers, or for those who have namesakes. Says the same as the way in would, but writes
 * nothing.
 */
export const recognise = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  people: readonly { fullName: string; phone: string }[],
): Promise<Known[]> => {
  const known = people.map((): Known => ({ kind: 'nobody' }));
  let sought = people.map((who, i) => ({ who, i }));
  for (let n = 1; n <= MOST_NAMESAKES && sought.length; n++) {
    const keys = sought.map(({ who }) => keyOf(world, event, who, n));
    const stored = await readMany(world, keys);
    const pointers = [...stored.values()].filter((found) => 'pointsTo' in found);
    const targets = await readMany(world, pointers.map(targetOf));
    sought = sought.filter(({ who, i }, at) => {
      const found = stored.get(nameOf(keys[at]!));
      if (!found) return false;
      const target = 'pointsTo' in found ? targets.get(nameOf(targetOf(found))) : undefined;
      const stands = existingOf(found, target, who);
      if (stands.kind === 'same' || stands.kind === 'left')
        known[i] = { kind: stands.kind, registration: stands.registration };
      if (stands.kind !== 'namesake') return false;
      // They may stand under the next key; who has left is no reason to ask.
      if (known[i]!.kind === 'nobody' && !hasLeft(stands.registration)) known[i] = stands;
      return true;
    });
  }
  return known;
};

const nameOf = ({ pk, sk }: RegistrationRef) => `${pk}|${sk}`;

const readMany = async (world: World, keys: readonly RegistrationRef[]): Promise<Map<string, Stored>> => {
  const once = [...new Map(keys.map((key) => [nameOf(key), { pk: key.pk, sk: key.sk }])).values()];
  const found = await world.db.getMany<Stored>(registrationsTable, once, { consistent: true });
  return new Map(found.map((item) => [nameOf(item), item]));
};
