import { requestIdOf } from '../../events/person/forget-request';
import { PERSONAL } from '../../events/person/person-fields';
import { rewritePerson } from '../../events/registrations/change/personal';
import { getRegistration } from '../../events/registrations/find';
import { RESTRICTED_NAME, type Registration } from '../../events/registrations/registration';
import { createDueDeliveries } from '../../notices/due-deliveries';
import { readSubject } from '../../notices/read-subject';
import { DELIVERY_PERSONAL, type Delivery } from '../../outbox/deliveries/delivery';
import { deliveriesOf } from '../../outbox/deliveries/find';
import { transition } from '../../outbox/deliveries/transition';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { pointIdsOf } from '../../points/read';
import { supportIdsOf } from '../../support/read';

/** What else a registration has of its person. */
const BESIDE = ['webPhone', 'reason', 'codeAsked', 'codeAskedAt'] as const;

const picked = <T extends object>(of: T, names: readonly string[]): Partial<T> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = (of as Record<string, unknown>)[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Partial<T>;

const nothing = (of: object) => Object.fromEntries(Object.keys(of).map((name) => [name, undefined]));

/** Sets a registration's person aside. Pure. */
export const asRestricted = (
  r: Registration,
  { reason, at }: { reason: string; at: string },
): Partial<Registration> => {
  const values = picked(r, [...PERSONAL, ...BESIDE]);
  return {
    ...nothing(values),
    fullName: RESTRICTED_NAME,
    phone: '',
    restricted: at,
    setAside: { values, reason },
    updatedAt: at,
  };
};

/** Puts a registration's person back. Pure. */
export const asLifted = ({ setAside }: Registration, at: string): Partial<Registration> => ({
  ...setAside?.values,
  restricted: undefined,
  setAside: undefined,
  updatedAt: at,
});

/** What is told of a registration, of a request to be forgotten that came from it, and of what the person asked or raised. */
const toldUnder = async (world: World, id: string): Promise<string[]> => [
  id,
  requestIdOf(id),
  ...(await supportIdsOf(world, id)),
  ...(await pointIdsOf(world, id)),
];

const TRIES = 5;

/** Writes a change of what is stored now. @throws Problem stale where others write to it all the time */
const change = async (
  world: World,
  id: string,
  set: (r: Registration) => Partial<Registration> | undefined,
): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const r = await getRegistration(world, id);
    const changed = set(r);
    if (!changed) return;
    if (await rewritePerson(world, r, changed)) return;
  }
  throw new Problem('stale', 'registration-changed-since');
};

/** Drops what is not told yet, or finds what is due again. */
const follow = async (world: World, id: string): Promise<void> => {
  const readAt = world.now();
  const subject = await readSubject(world, id);
  if (subject) await createDueDeliveries(world, subject, readAt);
};

const eachDelivery = async (
  world: World,
  id: string,
  set: (d: Delivery) => Partial<Delivery> | undefined,
): Promise<void> => {
  for (const d of await deliveriesOf(world, id)) {
    const changed = set(d);
    if (changed) await transition(world, d, { from: [d.state], set: changed });
  }
};

/**
 * Restricts one registration: first itself, so that nothing more is told, then what was told. Idempotent: after a crash
 * the same act goes on.
 */
export const restrictOne = async (world: World, id: string, reason: string): Promise<void> => {
  const at = iso(world.now());
  await change(world, id, (r) => (r.restricted ? undefined : asRestricted(r, { reason, at })));
  for (const subject of await toldUnder(world, id)) {
    await follow(world, subject);
    await eachDelivery(world, subject, (d) => {
      if (d.setAside) return undefined;
      const values = picked(d, DELIVERY_PERSONAL);
      return { ...nothing(values), setAside: values };
    });
  }
};

/** Lifts the restriction of one registration; what became due meanwhile is told now. */
export const liftOne = async (world: World, id: string): Promise<void> => {
  const at = iso(world.now());
  for (const subject of await toldUnder(world, id))
    await eachDelivery(world, subject, (d) => d.setAside && { ...d.setAside, setAside: undefined });
  await change(world, id, (r) => (r.restricted ? asLifted(r, at) : undefined));
  for (const subject of await toldUnder(world, id)) await follow(world, subject);
};
