import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isIP } from 'node:net';

/** `localhost:3000`, `[::1]:3000`, `127.0.0.1` without the port and the brackets. */
const nameOf = (host: string): string =>
  host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();

/**
 * Whether a request names this machine. A page of a stranger can let its own name lead to this machine
 * (DNS rebinding), and would then read what runs here; it cannot do so with an address or with `localhost`.
 * @param names further names under which a person opens this machine
 */
export const isOwnHost = (host: string | undefined, names: readonly string[] = []): boolean => {
  if (!host) return false;
  const name = nameOf(host);
  return name === 'localhost' || isIP(name) > 0 || names.some((own) => own.toLowerCase() === name);
};

/** Refuses requests under a strange name (421) before the part sees them. */
export const forOwnHost =
  (listener: RequestListener, names: readonly string[] = []): RequestListener =>
  (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
    if (isOwnHost(request.headers.host, names)) return listener(request, response);
    request.resume();
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This machine answers to localhost and to its addresses only.\n');
  };
