import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import { isSameSecret } from '../../platform/keys/is-same-secret';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { isLongOver } from '../event/link-days';
import { getRegistration } from './find';
import type { Registration } from './registration';

/** The id without its prefix, and a signature of 130 bits. */
const SHAPE = /^([0-9a-z_]{1,100})-([0-9a-z]{26})$/;

const sign = (world: Pick<World, 'settings'>, id: string, code: string): string =>
  base32(createHmac('sha256', world.settings.secrets.token).update(`own:${id}:${code}`).digest()).slice(
    0,
    26,
  );

/**
 * The secret of the link that shows one registration. It follows from the id and the code, so nothing is stored, and
 * it ends with them: a person who is erased, or who registers again after leaving, has no code or another one.
 */
export const ownLinkToken = (
  world: Pick<World, 'settings'>,
  { id, code }: Pick<Registration, 'id' | 'code'>,
): string => `${id.slice('reg_'.length)}-${sign(world, id, code)}`;

/**
 * The registration behind its own link, with its event: for looking, not for changing it.
 * @throws Problem missing `own-link-missing` for a forged link, or one whose registration is gone; gone
 *   `own-link-over` some days after the event (`LINK_DAYS`), since such links stay in chats
 */
export const readOwnLink = async (
  world: World,
  token: string,
): Promise<{ registration: Registration; event: Event }> => {
  const [, rest, signature] = SHAPE.exec(token) ?? [];
  if (!rest || !signature) throw missing('own-link');
  const id = `reg_${rest}`;
  const registration = await getRegistration(world, id).catch(unknownIfMissing);
  // Signed by the link's own id: a pointer leads to the registration, and gives no link to it.
  if (
    !registration.code ||
    registration.id !== id ||
    !isSameSecret(signature, sign(world, id, registration.code))
  )
    throw missing('own-link');
  const event = await getEvent(world, registration.eventId);
  if (isLongOver(event, world)) throw new Problem('gone', 'own-link-over');
  return { registration, event };
};

const unknownIfMissing = (error: unknown): never => {
  if (error instanceof Problem && error.kind === 'missing') throw missing('own-link');
  throw error;
};
