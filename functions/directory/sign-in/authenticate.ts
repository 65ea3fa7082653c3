import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { accountByApiToken } from '../accounts/find';
import { bearerOf } from './bearer';
import { sessionAccount } from './session';

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

/**
 * The account of the caller, by bearer token or session cookie; undefined where neither is valid.
 * A request without both costs no call to a table.
 */
export const authenticate = async (world: World, c: Context): Promise<Account | undefined> => {
  const bearer = bearerOf(c);
  if (bearer) return TOKEN.test(bearer) ? accountByApiToken(world, bearer) : undefined;
  const session = getCookie(c, sessionCookie(world).name);
  return session && TOKEN.test(session) ? sessionAccount(world, session) : undefined;
};
