import { hasAccents } from '../../platform/text/vietnamese';
import { type Particulars, particularsOf } from '../person/person-fields';
import type { Registration } from '../registrations/registration';
import type { RowParticulars } from './import-row';

/**
 * What an imported list changes of a person who is registered: the record with the row's values. Phone and name are how the person was found, so they stay; but a recorded
 * name without accents gets them from the row.
 */
export const corrected = (registration: Registration, row: RowParticulars): Particulars => {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  const gainsAccents = !hasAccents(registration.fullName) && hasAccents(row.fullName);
  return {
    ...particularsOf(registration),
    ...given,
    phone: registration.phone,
    fullName: gainsAccents ? row.fullName : registration.fullName,
  };
};

/** Which fields a correction changes. False, empty and absent are the same. */
export const changedFields = (correction: Particulars, registration: Registration): string[] => {
  const before = particularsOf(registration);
  const text = (value: unknown) => JSON.stringify(value || null);
  return Object.keys(correction).filter((name) => {
    const field = name as keyof Particulars;
    return text(correction[field]) !== text(before[field]);
  });
};
