import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mustManage } from '../../directory/staff/may';
import { getRegistration } from '../../events/registrations/find';
import { identityOf, isDelegate, type Registration } from '../../events/registrations/registration';
import { line } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { registrationsOf } from './registrations-of';
import { liftOne, restrictOne } from './set-aside';

export const RestrictInput = z.strictObject({
  reason: line(300).describe('Who asked for it, and how: only admins read it'),
});

/** All registrations of the person of one, that one first. @throws Problem conflict `delegate-by-answer` */
export const sameAs = async (world: World, id: string): Promise<Registration[]> => {
  const one = await getRegistration(world, id);
  if (isDelegate(one)) throw new Problem('conflict', 'delegate-by-answer');
  const others = (await registrationsOf(world, identityOf(one))).filter((r) => r.id !== one.id);
  return [one, ...others];
};

/**
 * Restricts a person's data in every event: they are shown to admins alone, and the person is told nothing. Seats, counts
 * and attendance stay. The list, the export and the sheet show that there is such a person, not who.
 * @returns how many registrations there are
 */
export const restrict = async (
  world: World,
  account: Account,
  id: string,
  { reason }: z.output<typeof RestrictInput>,
): Promise<number> => {
  mustManage(account);
  const all = await sameAs(world, id);
  for (const r of all) await restrictOne(world, r.id, reason);
  return all.length;
};

/** Lifts it in every event. @throws Problem conflict `registration-not-restricted` */
export const unrestrict = async (world: World, account: Account, id: string): Promise<number> => {
  mustManage(account);
  const restricted = (await sameAs(world, id)).filter((r) => r.restricted);
  if (!restricted.length) throw new Problem('conflict', 'registration-not-restricted');
  // The one that was named last: after a crash it still says that there is something to lift.
  for (const r of restricted.reverse()) await liftOne(world, r.id);
  return restricted.length;
};
