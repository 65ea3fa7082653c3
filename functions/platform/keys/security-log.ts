import { createHmac } from 'node:crypto';
import type { World } from '../world/world';
import { base32 } from './ids';
import { networksOf } from './network';

/** What is written down for security. The name of a line is `security-` and one of these; alarms count them. */
export type SecurityEvent =
  | 'signed-in'
  | 'wrong-code'
  | 'forbidden'
  | 'too-many'
  | 'factor-added'
  | 'factor-removed'
  | 'account-added'
  | 'account-changed'
  | 'token-made'
  | 'recovery-asked'
  | 'recovery-released'
  | 'recovery-refused'
  | 'sessions-ended'
  | 'list-taken'
  | 'person-data-taken'
  | 'person-forgotten'
  | 'forget-request-added'
  | 'forget-request-refused';

interface SecurityFacts {
  /** Whose account it is about; the acting one is named anyway. */
  account?: string | undefined;
  event?: string;
  /** How it was done: `code` or `passkey`, `suspended`, `xlsx`. */
  how?: string;
  method?: string;
  /** The path without its ids. */
  route?: string;
}

/**
 * One line of the log for security: ids, never a name, a phone, an address or a token. A request's world says who
 * acts and from which network.
 */
export const noteSecurity = (world: World, event: SecurityEvent, facts: SecurityFacts = {}): void =>
  world.log({ what: `security-${event}`, by: world.actor, network: world.network, ...facts });

/**
 * The network of a caller as the log says it: the same for all lines of one network, and no address. Without the key
 * all 16 million networks of IPv4 could be hashed and compared.
 */
export const networkKey = (world: World, address: string): string =>
  base32(
    createHmac('sha256', world.settings.secrets.token)
      .update(`log:${networksOf(address).near}`)
      .digest(),
  ).slice(0, 16);

/** Fixed words of a path stay; whatever names a thing or a person goes. @example routeOf('/lop/evt_1/sua') // '/lop/:id/sua' */
export const routeOf = (pathname: string): string =>
  pathname
    .split('/')
    .map((part) => (/^[a-z.-]{0,24}$/.test(part) ? part : ':id'))
    .join('/');
