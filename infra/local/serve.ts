import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { World } from '../../functions/platform/world/world';
import { site } from '../../web/site/site';
import { compileAssets } from '../build/assets';
import { PortTaken } from './parts/ports';

/** Connections that may wait at once, when a whole hall registers. */
const CROWD = 4_096;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Style sheets and scripts by their URL: what CloudFront and S3 do elsewhere. */
const staticFiles = async () => {
  const { assets, files } = await compileAssets();
  const serve = (request: Request): Response | undefined => {
    const file = files.get(new URL(request.url).pathname);
    if (!file || !['GET', 'HEAD'].includes(request.method)) return undefined;
    return new Response(request.method === 'HEAD' ? null : file.text, {
      headers: { 'content-type': `${file.type}; charset=utf-8`, 'cache-control': FOR_EVER },
    });
  };
  return { assets, serve };
};

export interface Serving {
  port: number;
  /** From now on requests reach the site; before, they get 503 with `retry-after`. */
  open(world: World): void;
  /** Accepts no new requests, lets the running ones finish, and breaks them off after `patience` ms. */
  stop(patience?: number): Promise<void>;
}

/**
 * Listens at once, so that a taken port is known before anything else is started.
 * @throws PortTaken
 */
export const listen = async (port: number, host: string): Promise<Serving> => {
  const { assets, serve } = await staticFiles();
  let app: ReturnType<typeof site> | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) =>
      serve(request) ??
      app?.fetch(request, env) ??
      new Response('starting', { status: 503, headers: { 'retry-after': '1' } }),
  }) as Server;
  // A connection that the server closes just as the next request comes is an error for the client.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken('PORT', port) : error),
    );
    server.listen({ port, host, backlog: CROWD }, resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    open: (world) => {
      app = site(world, assets);
    },
    stop: (patience = 5_000) =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};
