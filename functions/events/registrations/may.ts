import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { isInArea } from '../../directory/units/successors';
import type { Unit } from '../../directory/units/unit';
import { hasLeft, type Registration } from './registration';

/** Cancelled or declined, perhaps by a slip: not replaced, moved or taken back, which ended by another act. */
export const mayBeRestored = (
  r: Pick<Registration, 'status' | 'how'> &
    Partial<Pick<Registration, 'channel' | 'replacedBy' | 'forgotten'>>,
): boolean =>
  hasLeft(r) &&
  r.channel !== 'invitation' &&
  !r.replacedBy &&
  !r.forgotten &&
  (r.how === 'organizer' || r.how === 'nominator' || r.how === 'self' || r.how === 'invented');

/**
 * What an account may do with registrations, or with one of them. Officers see those of their own area.
 * @param units all of them, ended ones too
 */
export const mayRegistrations = (
  account: Account | undefined,
  units: readonly Unit[],
  registration?: Pick<Registration, 'unitId' | 'status' | 'how'> &
    Partial<Pick<Registration, 'channel' | 'replacedBy' | 'restricted' | 'forgotten'>>,
) => {
  const all = may(account).schedule;
  const own =
    account?.active === true &&
    account.role === 'officer' &&
    account.unitId !== undefined &&
    (registration === undefined || isInArea(units, registration.unitId, account.unitId));
  const status = registration?.status;
  // A delegate comes and goes with the body's answer.
  const byItself = registration?.channel !== 'invitation';
  const stands = byItself && (status === 'confirmed' || status === 'waitlisted' || status === 'pending');
  // Its person is set aside or forgotten: what would be decided about them, or copied, is not there.
  const free = !registration?.restricted && !registration?.forgotten;
  const active = stands && free;
  return {
    see: all || own,
    /**
     * Code and phone are enough to correct and cancel, so people who may only look do not see the code. An officer has the
     * codes of people of the unit's own quotas alone, on their slips (`mayNominations`).
     */
    seeCode: all,
    register: all,
    import: all,
    export: all,
    correct: all && active,
    approve: all && free && status === 'pending',
    // Without an approval they wait by right: the organizer can only cancel, with a reason.
    decline: all && (status === 'pending' || (status === 'waitlisted' && registration?.how === 'approved')),
    cancel: all && stands,
    restore: all && free && registration !== undefined && mayBeRestored(registration),
    seat: all && status === 'waitlisted',
    replace: all && active && status !== 'pending',
    move: all && active,
    checkIn: all && (registration === undefined || status === 'confirmed'),
  };
};
