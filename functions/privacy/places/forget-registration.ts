import { getEvent } from '../../events/event/get';
import { FORGOTTEN, type Forgotten } from '../../events/person/forgotten';
import { PERSONAL } from '../../events/person/person-fields';
import { leaveEvent } from '../../events/registrations/change/cancel';
import { rewritePerson } from '../../events/registrations/change/personal';
import { getRegistration } from '../../events/registrations/find';
import {
  hasLeft,
  type ImportStamp,
  isDelegate,
  type Registration,
} from '../../events/registrations/registration';
import { newCode } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { isPresent } from '../../seats/ledger/entry';

/** Of what a person said of themselves, the one thing that stays: reports count women, and alone it names no person. */
export const COUNTED = 'gender';

/** What goes beside the particulars: words about the person, and keys by which they were found. */
const BESIDE: readonly (keyof Registration)[] = [
  ...(['webPhone', 'nonce', 'network', 'codeAsked', 'codeAskedAt', 'reason'] as const),
  ...(['restricted', 'setAside'] as const),
];

const REMOVED: Partial<Registration> = Object.fromEntries(
  [...PERSONAL.filter((name) => name !== COUNTED), ...BESIDE].map((name) => [name, undefined]),
);

/** An import's mark without what the person was before it. */
const withoutBefore = (stamps: Record<string, ImportStamp>): Record<string, ImportStamp> =>
  Object.fromEntries(Object.entries(stamps).map(([id, { before: _before, ...stamp }]) => [id, stamp]));

const TRIES = 5;

/**
 * Removes what a registration says of its person. Its seat, its days of attendance and its unit stay, so every count
 * does. A person who is expected at an event to come leaves it first, and the seat goes to the next one; the seat of a
 * delegate is the body's. Idempotent.
 * @returns whether there was something to remove
 * @throws Problem stale `registration-changed` where it changed again and again
 */
export const forgetRegistration = async (world: World, id: string, mark: Forgotten): Promise<boolean> => {
  for (let tries = 1; ; tries++) {
    const r = await leaveIfToCome(world, await getRegistration(world, id));
    if (r.forgotten) return false;
    const set: Partial<Registration> = {
      ...REMOVED,
      fullName: FORGOTTEN,
      phone: '',
      // The links and slips that carry the code open nothing from now on.
      code: newCode(),
      ...(r.imports && { imports: withoutBefore(r.imports) }),
      forgotten: mark,
    };
    if (await rewritePerson(world, r, set)) return true;
    if (tries >= TRIES) throw new Problem('stale', 'registration-changed');
  }
};

const leaveIfToCome = async (world: World, r: Registration): Promise<Registration> => {
  if (hasLeft(r) || isDelegate(r) || isPresent(r) || r.forgotten) return r;
  const event = await getEvent(world, r.eventId);
  if (event.startsAt <= iso(world.now())) return r;
  await leaveEvent(world, r.id, { from: [r.status], to: 'cancelled', how: 'self' });
  return getRegistration(world, r.id);
};
