import type { Context } from 'hono';

/** The token that a call has; a browser sends none by itself. */
export const bearerOf = (c: Context): string | undefined =>
  /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
