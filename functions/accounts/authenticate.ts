import type { Context } from 'hono';
import type { World } from '../world';
import type { Account } from './account';

/** Who calls: by bearer token or session cookie; nobody where neither is valid. */
export const authenticate = async (_world: World, _c: Context): Promise<Account | undefined> => undefined;
