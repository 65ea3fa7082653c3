import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mustManage } from '../../directory/staff/may';
import { getRegistration } from '../../events/registrations/find';
import type { Identity } from '../../events/registrations/register/existing';
import {
  identityOf,
  isDelegate,
  RESTRICTED_NAME,
  type Registration,
} from '../../events/registrations/registration';
import { registrationsLinkedTo } from '../../participation/participation';
import { line } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { sameName } from '../../platform/text/person-name';
import type { World } from '../../platform/world/world';
import { readMediatorsOfPhone } from '../../register/mediators/find';
import { getMediator } from '../../register/mediators/get';
import { identitiesOf, type Mediator } from '../../register/mediators/mediator';
import { liftMediator, restrictMediator } from '../../register/mediators/set-aside';
import { withMerged } from '../../register/merging/with-merged';
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

/** The records of a person in the register of mediators, by phone and name. */
const mediatorsOf = async (world: World, { fullName, phone }: Identity): Promise<Mediator[]> => {
  const found = phone ? await readMediatorsOfPhone(world, phone) : [];
  const own = found.filter(
    (one) => !one.forgotten && identitiesOf(one).some((known) => sameName(known.fullName, fullName)),
  );
  return withMerged(world, own);
};

/**
 * Restricts a person's data in every event and in the register of mediators: they are shown to admins alone, and the
 * person is told nothing. Seats, counts and attendance stay. The list, the export and the sheet show that there is such a
 * person, not who.
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
  const records = await mediatorsOf(world, identityOf(all[0]!));
  await restrictAll(world, all, { records, reason });
  return all.length;
};

/** The same for a mediator: their record, and their registrations by phone and name. */
export const restrictMediatorPerson = async (
  world: World,
  account: Account,
  id: string,
  { reason }: z.output<typeof RestrictInput>,
): Promise<number> => {
  mustManage(account);
  const { all, records } = await ofMediator(world, id);
  await restrictAll(world, all, { records, reason });
  return all.length;
};

const restrictAll = async (
  world: World,
  all: readonly Registration[],
  { records, reason }: { records: readonly Mediator[]; reason: string },
): Promise<void> => {
  for (const r of all) await restrictOne(world, r.id, reason);
  for (const one of records) await restrictMediator(world, one.id, { name: RESTRICTED_NAME, reason });
};

const ofMediator = async (
  world: World,
  id: string,
): Promise<{ all: Registration[]; records: Mediator[] }> => {
  const mediator = await getMediator(world, id);
  const linked = await registrationsLinkedTo(world, mediator);
  const all = await Promise.all(linked.map((registrationId) => getRegistration(world, registrationId)));
  const records = await withMerged(world, [mediator]);
  const known = records
    .flatMap(identitiesOf)
    .flatMap(({ fullName, phone }) => (phone ? [{ fullName, phone }] : []));
  const others = (await Promise.all(known.map((who) => mediatorsOf(world, who)))).flat();
  const byPhone = (await Promise.all(known.map((who) => registrationsOf(world, who)))).flat();
  return { all: oneOfEach([...all, ...byPhone]), records: oneOfEach([...records, ...others]) };
};

const oneOfEach = <T extends { id: string }>(all: readonly T[]): T[] =>
  [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed();

/** Lifts it in every event and in the register. @throws Problem conflict `registration-not-restricted` */
export const unrestrict = async (world: World, account: Account, id: string): Promise<number> => {
  mustManage(account);
  const all = await sameAs(world, id);
  const records = await mediatorsOf(world, identityOf(all[0]!));
  return liftAll(world, all, records);
};

/** The same for a mediator. @throws Problem conflict `registration-not-restricted` */
export const unrestrictMediatorPerson = async (
  world: World,
  account: Account,
  id: string,
): Promise<number> => {
  mustManage(account);
  const { all, records } = await ofMediator(world, id);
  return liftAll(world, all, records);
};

const liftAll = async (
  world: World,
  all: readonly Registration[],
  records: readonly Mediator[],
): Promise<number> => {
  const restricted = all.filter((r) => r.restricted);
  if (!restricted.length && !records.some((one) => one.restricted))
    throw new Problem('conflict', 'registration-not-restricted');
  for (const { id } of [...records].reverse()) await liftMediator(world, id);
  // The one that was named last: after a crash it still says that there is something to lift.
  for (const r of restricted.reverse()) await liftOne(world, r.id);
  return restricted.length;
};
