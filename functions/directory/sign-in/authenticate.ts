import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { readSession, type Session } from '../sessions/session';
import { readApiToken } from '../sessions/token';
import { bearerOf } from './bearer';

/**
 * `__Host-` binds the cookie to this host and to https; browsers refuse it over plain http, which is
 * what one machine speaks, so there it has a plain name.
 */
export const sessionCookie = (world: World): { name: string; secure: boolean } =>
  world.settings.publicOrigin.startsWith('https:')
    ? { name: '__Host-phien', secure: true }
    : { name: 'phien', secure: false };

/** Any length up to 200: a token may be chosen freely, and only its hash is looked up. */
const TOKEN = /^[\x21-\x7e]{1,200}$/;

/** The secret of the session that the browser has, if it can be one. */
export const sessionIn = (world: World, c: Context): string | undefined => {
  const secret = getCookie(c, sessionCookie(world).name);
  return secret && TOKEN.test(secret) ? secret : undefined;
};

export interface Caller {
  account: Account;
  /** Absent for a program. */
  session?: Session;
  /**
   * When its person proved who they are. A bearer token proves it with each call, but only where it was made to manage
   * accounts.
   */
  authenticatedAt?: number | undefined;
}

/**
 * Who calls, by bearer token or session cookie; undefined where neither is valid.
 * A request without both costs no call to a table.
 */
export const authenticate = async (world: World, c: Context): Promise<Caller | undefined> => {
  const bearer = bearerOf(c);
  if (bearer) {
    const found = TOKEN.test(bearer) ? await readApiToken(world, bearer) : undefined;
    return (
      found && { account: found.account, authenticatedAt: found.token.manages ? world.now() : undefined }
    );
  }
  const secret = sessionIn(world, c);
  const found = secret ? await readSession(world, secret) : undefined;
  return found && { ...found, authenticatedAt: ms(found.session.openedAt) };
};
