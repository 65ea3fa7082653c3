import type { Particulars } from '../registrations/person-fields';
import type { Registration } from '../registrations/registration';

/**
 * Whether a nominee equals the record, so that nominating the same person again is idempotent. A field that is
 * left out is not compared. The name is not compared either: the record was found by it.
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
