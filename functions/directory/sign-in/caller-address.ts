import type { Context } from 'hono';
import type { World } from '../../platform/world/world';

/**
 * The caller's network address, for counting attempts. Behind CloudFront (known by its secret, checked
 * before) a header says it that CloudFront overwrites; anything that a caller could write is not believed.
 */
export const callerAddress = (world: World, c: Context): string => {
  const viewer = world.settings.secrets.origins && c.req.header('x-viewer-address');
  if (viewer) return viewer;
  const env = c.env as
    | {
        incoming?: { socket?: { remoteAddress?: string } };
        requestContext?: { http?: { sourceIp?: string } };
      }
    | undefined;
  return env?.incoming?.socket?.remoteAddress ?? env?.requestContext?.http?.sourceIp ?? 'unknown';
};
