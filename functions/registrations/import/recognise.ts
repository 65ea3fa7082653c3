import type { Event } from '../../events/event';
import { personKey, sameName } from '../../people/person-key';
import type { World } from '../../world';
import { sectionOf } from '../entry';
import { type Pointer, type Registration, registrationsTable } from '../registration';

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
 * corrections left pointers. Says the same as the way in would, but writes nothing.
 */
export const recognise = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  people: readonly { fullName: string; phone: string }[],
): Promise<Known[]> => {
  const keys = people.map(({ phone, fullName }) => {
    const sk = personKey(world, phone, fullName);
    return { pk: `${event.id}#${sectionOf(sk, event.sections)}`, sk };
  });
  const stored = await readMany(world, keys);
  const pointers = [...stored.values()].filter((found) => 'pointsTo' in found);
  const targets = await readMany(
    world,
    pointers.map(({ pk, pointsTo }) => ({ pk, sk: pointsTo })),
  );
  return people.map(({ fullName }, i) => {
    const found = stored.get(nameOf(keys[i]!));
    if (!found) return { kind: 'nobody' };
    const led = 'pointsTo' in found;
    const registration = led ? targets.get(nameOf({ pk: found.pk, sk: found.pointsTo })) : found;
    if (!registration || 'pointsTo' in registration) return { kind: 'nobody' };
    const same = led || sameName(registration.fullName, fullName);
    if (registration.status === 'cancelled' || registration.status === 'declined')
      return same ? { kind: 'left', registration } : { kind: 'nobody' };
    return { kind: same ? 'same' : 'namesake', registration };
  });
};

interface At {
  pk: string;
  sk: string;
}
const nameOf = ({ pk, sk }: At) => `${pk}|${sk}`;

const readMany = async (world: World, keys: readonly At[]): Promise<Map<string, Stored>> => {
  const once = [...new Map(keys.map((key) => [nameOf(key), { pk: key.pk, sk: key.sk }])).values()];
  const found = await world.db.getMany<Stored>(registrationsTable, once, { consistent: true });
  return new Map(found.map((item) => [nameOf(item), item]));
};
