import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { isOwnHost } from './parts/own-host';
import { PortTaken } from './parts/ports';
import { startingPage } from './starting-page';

/** Connections that may wait at once, when a whole hall registers. */
const CROWD = 4_096;

type Answer = (request: Request, env: unknown) => Response | Promise<Response>;

export interface Serving {
  port: number;
  /** What is being done now: the page says so until the site is open. */
  say(step: string): void;
  /** From now on the site answers; before, requests get 503 with `retry-after`. */
  open(answer: Answer): void;
  /** Accepts no new requests, lets the running ones finish, and breaks them off after `patience` ms. */
  stop(patience?: number): Promise<void>;
}

/** Before the site is open: a page for people, a word for programs. */
const notYet = (request: Request, steps: readonly string[]): Response => {
  const forPeople = request.headers.get('accept')?.includes('text/html');
  return new Response(forPeople ? startingPage(steps) : 'starting', {
    status: 503,
    headers: {
      'retry-after': '1',
      'cache-control': 'no-store',
      'content-type': `text/${forPeople ? 'html' : 'plain'}; charset=utf-8`,
    },
  });
};

/** `/healthz` says 503 while the database does not run: it is started again by itself. */
export const withHealth =
  (isUp: () => boolean, site: Answer): Answer =>
  (request, env) =>
    !isUp() && new URL(request.url).pathname === '/healthz'
      ? new Response('database down', { status: 503, headers: { 'cache-control': 'no-store' } })
      : site(request, env);

/** Behind a proxy with a name of its own, `HOST` says the name. */
const strangeName = () =>
  new Response('This machine answers to localhost, to its addresses and to HOST only.\n', { status: 421 });

/**
 * Listens at once, before the site itself is even loaded: a taken port is known before anything is started, and
 * people who are early see that it starts.
 * @throws PortTaken
 */
export const listen = async (port: number, host: string): Promise<Serving> => {
  const steps: string[] = [];
  let answer: Answer = (request) => notYet(request, steps);
  const server = createAdaptorServer({
    fetch: (request, env) =>
      isOwnHost(request.headers.get('host') ?? undefined, [host]) ? answer(request, env) : strangeName(),
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
    say: (step) => void steps.push(step),
    open: (site) => {
      answer = site;
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
