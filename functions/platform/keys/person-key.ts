import { createHmac } from 'node:crypto';
import { plain } from '../text/text';
import type { World } from '../world/world';
import { base32 } from './ids';

/**
 * How a person is recognised: a keyed hash (100 bits) of the phone number and the name without accents,
 * since people type with and without them. It is an alias, not the identity.
 * @param namesakeNumber families share phones: 2, 3, … tells Hùng from Hưng on one phone
 */
export const personKey = (
  world: Pick<World, 'settings'>,
  phone: string,
  fullName: string,
  namesakeNumber = 1,
): string => {
  const nth = namesakeNumber > 1 ? `|${namesakeNumber}` : '';
  const hash = createHmac('sha256', world.settings.secrets.person).update(
    `${phone}|${plain(fullName)}${nth}`,
  );
  return base32(hash.digest()).slice(0, 20);
};

/** Whether two names are one person's: letters agree, and the accents too where both sides have them. */
export const sameName = (a: string, b: string): boolean => {
  if (plain(a) !== plain(b)) return false;
  const [x, y] = [a, b].map((n) => n.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim());
  return x === y || x === plain(a) || y === plain(b);
};
