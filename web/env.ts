import type { Context, Hono } from 'hono';
import type { Account } from '../functions/directory/accounts/account';
import type { Session } from '../functions/directory/sessions/session';
import type { World } from '../functions/platform/world/world';
import type { PageAssets } from './assets';
import type { Language } from './copy/copy';

/** What a page may ask of its request. */
export interface PageEnv {
  Variables: {
    /** The world, acting for the account that asks. */
    world: World;
    account: Account | undefined;
    /** The session of the browser that asks; none where a program calls with a bearer token. */
    session: Session | undefined;
    language: Language;
    /** Steps of larger type: 0, 1 or 2. */
    size: 0 | 1 | 2;
    assets: PageAssets;
    /** The page shows a form that came back with errors. */
    refused?: boolean;
  };
}
export type Page = Context<PageEnv>;
/** Answers one route. */
export type Handler = (c: Page) => Response | Promise<Response>;
/** Mounts the routes of one noun. */
export type Pages = (app: Hono<PageEnv>) => void;
