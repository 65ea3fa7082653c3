import type { Particulars } from '../registrations/person-fields';
import type { Registration } from '../registrations/registration';

/**
 * Whether a person as now nominated equals the record, so that the repeat is idempotent. A field that is left
 * out is not compared. Names are equal already but for capitals and accents: the record was found by the name.
 */
export const isSameNominee = (
  nominee: Particulars & { online?: boolean | undefined },
  registration: Registration,
): boolean =>
  Object.entries(nominee).every(
    ([name, value]) =>
      value === undefined ||
      name === 'fullName' ||
      value === (registration[name as keyof Registration] ?? false),
  );
