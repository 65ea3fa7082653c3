import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { liesIn } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import type { Registration } from './registration';

/** What an account may do with registrations, or with one of them. An officer sees their own unit's. */
export const mayRegistrations = (
  account: Account | undefined,
  units: readonly Unit[],
  registration?: Pick<Registration, 'unitId' | 'status' | 'how'>,
) => {
  const all = may(account).schedule;
  const own =
    account?.active === true &&
    account.role === 'officer' &&
    account.unitId !== undefined &&
    (registration === undefined || liesIn(units, registration.unitId, account.unitId));
  const status = registration?.status;
  const active = status === 'confirmed' || status === 'waitlisted' || status === 'pending';
  return {
    see: all || own,
    /** With code and phone anybody may correct and cancel: a look at people does not go so far. */
    seeCode: all,
    register: all,
    import: all,
    export: all,
    correct: all && active,
    approve: all && status === 'pending',
    // Who waits where nobody is approved has come by right: they are cancelled, with a reason.
    decline: all && (status === 'pending' || (status === 'waitlisted' && registration?.how === 'approved')),
    cancel: all && active,
    replace: all && (status === 'confirmed' || status === 'waitlisted'),
    move: all && active,
    checkIn: all && (registration === undefined || status === 'confirmed'),
  };
};
