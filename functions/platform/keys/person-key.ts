import { createHmac } from 'node:crypto';
import { givenKey } from '../text/person-name';
import type { World } from '../world/world';
import { base32 } from './ids';

/**
 * Where a person is looked for: a keyed hash (100 bits) of the phone number and of what every spelling of a name
 * keeps (`givenKey`). It is an alias, not the identity: `compareNames` decides who stands there.
 * @param number families share phones: 2, 3, … tells those apart who have one phone and one given name
 */
export const personKey = (
  world: Pick<World, 'settings'>,
  phone: string,
  fullName: string,
  number = 1,
): string => {
  const nth = number > 1 ? `|${number}` : '';
  const hash = createHmac('sha256', world.settings.secrets.person).update(
    `${phone}|${givenKey(fullName)}${nth}`,
  );
  return base32(hash.digest()).slice(0, 20);
};
