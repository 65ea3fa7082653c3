import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { allUnits } from '../directory/units/list';
import { areaOf } from '../directory/units/successors';
import { nominatorOf } from '../events/nominations/nomination';
import type { Delivery } from '../outbox/deliveries/delivery';
import type { World } from '../platform/world/world';

/** Which lines of the call list an account sees: all, those of its area's nominations, or none. */
export interface CallScope {
  see: boolean;
  /** Absent: every line. */
  units?: ReadonlySet<string>;
}

export const callScope = async (world: World, account: Account | undefined): Promise<CallScope> => {
  const { seePeople, schedule } = may(account);
  if (schedule) return { see: true };
  const area = account?.unitId;
  if (!seePeople || !area) return { see: false };
  return { see: true, units: areaOf(await allUnits(world), area) };
};

type Owned = Pick<Delivery, 'owner'>;

/** The unit that nominated a person calls them; the organizer calls people who registered by themselves. */
export const nominatedBy =
  (units: ReadonlySet<string>) =>
  ({ owner }: Owned): boolean =>
    units.has(nominatorOf(owner ?? '') ?? '');

/** The lines that a scope leaves of a call list; undefined where it leaves all. */
export const linesIn = ({ units }: CallScope) => units && nominatedBy(units);

export const inScope = (scope: CallScope) => (line: Owned) => scope.see && (linesIn(scope)?.(line) ?? true);

/** Organizers read what was sent and decide what is sent again, held or released. */
export const maySending = (account: Account | undefined) => ({ decide: may(account).schedule });
