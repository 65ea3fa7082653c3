import * as z from 'zod';
import { countAttempt, countedAttempt, uncount } from '../../directory/accounts/attempts';
import { personName } from '../../platform/input/fields';
import { noteSecurity } from '../../platform/keys/security-log';
import { invalid, Problem } from '../../platform/problem/problem';
import { compareNames } from '../../platform/text/person-name';
import { DAY, HOUR } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** Of one phone from one network: strangers elsewhere cannot use up what the person may try. */
const NEAR = { most: 20, within: HOUR };
/** Of one phone from everywhere. Beyond it the name is asked as well; it locks out no person. */
const UNNAMED = 100;
const EVERYWHERE = { most: Number.MAX_SAFE_INTEGER, within: DAY };

/** A code and a phone, and the name where `name-needed` asked for it. */
export interface CodeAndPhone {
  code: string;
  phone: string;
  fullName?: string | undefined;
}

/** The name that an answer `name-needed` asks for. */
export const ownName = z.optional(personName).describe('Where the answer `name-needed` asked for it');

/**
 * Does what code and phone open, and counts it where they were wrong: a right one never counts. It is counted before
 * it is looked at, so that many at once are no more than allowed.
 * @param act throws a Problem of kind `missing` where code and phone are wrong; gets the test of the name, and
 *   whether it is needed
 * @throws Problem `too-many` past twenty wrong ones of one phone from one network in an hour; invalid `name-needed`
 *   at `fullName` past a hundred of one phone in a day, until the name is given; what `act` throws
 */
export const countWrongCodes = async <T>(
  world: World,
  { phone, fullName }: Pick<CodeAndPhone, 'phone' | 'fullName'>,
  act: (mustBeNamed: (registration: { fullName: string }) => void, asksName: boolean) => Promise<T>,
): Promise<T> => {
  const near = await countAttempt(world, 'registration-code', `${phone} ${world.network}`, NEAR);
  const all = await countedAttempt(world, 'registration-code-phone', phone, EVERYWHERE);
  const asksName = (all?.n ?? 0) > UNNAMED;
  let wrong = false;
  try {
    if (asksName && !fullName) throw invalid('fullName', 'name-needed');
    return await act((registration) => {
      if (asksName && compareNames(registration.fullName, fullName!) === 'different')
        throw new Problem('missing', 'code-unknown');
    }, asksName);
  } catch (error) {
    wrong = error instanceof Problem && error.kind === 'missing';
    // One line a day for each phone that is tried.
    if (wrong && all?.n === UNNAMED) noteSecurity(world, 'wrong-code', { how: 'registration' });
    throw error;
  } finally {
    if (!wrong) await uncount(world, [near, all?.pk]);
  }
};
