import { createHash, createHmac } from 'node:crypto';
import type { World } from '../world/world';
import { base32 } from './ids';

/**
 * The secret of a personal link: 130 bits, derived from the thing and its turn, so that it need not be
 * stored and the mailer can write the link when the mail goes out. A new turn makes the old link dead.
 */
export const linkToken = (world: Pick<World, 'settings'>, id: string, turn: number): string =>
  base32(createHmac('sha256', world.settings.secrets.token).update(`${id}:${turn}`).digest()).slice(0, 26);

/** What is stored and looked up. The link cannot be derived from it. */
export const tokenHash = (token: string): string => base32(createHash('sha256').update(token).digest());
