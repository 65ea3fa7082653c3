import { type LookupAddress, lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Probed, Web } from '../world/world';
import { isPublicAddress } from './public-address';

/** For one page, with all that it leads to. */
const MOST_MS = 8_000;
const MOST_REDIRECTS = 3;
const MOST_HEADERS = 16_384;

interface ProbeOptions {
  /** The addresses of a name. */
  resolve?: (name: string) => Promise<readonly LookupAddress[]>;
  /** Where it may connect to: the public internet; tests have a server of their own. */
  isAllowed?: (address: string) => boolean;
  /** Ports of the web; tests have others. */
  ports?: readonly string[];
  /** How long it waits. */
  mostMs?: number;
}

/** An address that is not asked. */
class RefusedAddress extends Error {}

const addressesOf = (name: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) =>
    lookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  );

/**
 * Asks sites whether they have a page. Staff type the addresses, so it goes to the public web alone: a name is looked up
 * once, every one of its addresses must be public, and the connection goes to the address that was looked at. It reads
 * no body and sends nothing that the address does not say.
 */
export const webProbe = ({
  resolve = addressesOf,
  isAllowed = isPublicAddress,
  ports = ['', '80', '443'],
  mostMs = MOST_MS,
}: ProbeOptions = {}): Web => {
  /** @throws RefusedAddress */
  const addressOf = async ({ protocol, port, hostname, username }: URL): Promise<LookupAddress> => {
    if (!/^https?:$/.test(protocol) || !ports.includes(port) || username) throw new RefusedAddress();
    const name = hostname.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(name);
    const found = family ? [{ address: name, family }] : await resolve(name);
    if (!found.length || !found.every(({ address }) => isAllowed(address))) throw new RefusedAddress();
    return found[0]!;
  };

  const ask = async (url: URL, signal: AbortSignal): Promise<{ status: number; location?: string }> => {
    const address = await addressOf(url);
    signal.throwIfAborted();
    return send(url, address, signal);
  };

  return {
    probe: async (text) => {
      const signal = AbortSignal.timeout(mostMs);
      try {
        let url = new URL(text);
        for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
          const { status, location } = await ask(url, signal);
          if (location === undefined) return judged(status);
          url = new URL(location, url);
        }
        return { found: false, reason: 'no-answer' };
      } catch (error) {
        return { found: false, reason: error instanceof RefusedAddress ? 'refused' : 'no-answer' };
      }
    },
  };
};

/** A site that asks who we are, or wants fewer requests, is there. */
const ASKS_WHO = [401, 403, 405, 429];

const judged = (status: number): Probed => {
  if (status < 400 || ASKS_WHO.includes(status)) return { found: true, status };
  return { found: false, reason: status === 404 || status === 410 ? 'gone' : 'no-answer', status };
};

/** The connection goes to the address that was looked at, whatever the name leads to by now. */
const send = (
  url: URL,
  { address, family }: LookupAddress,
  signal: AbortSignal,
): Promise<{ status: number; location?: string }> =>
  new Promise((resolve, reject) => {
    const pinned: LookupFunction = (_name, options, found) =>
      options.all ? found(null, [{ address, family }]) : found(null, address, family);
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'GET',
      lookup: pinned,
      signal,
      agent: false,
      maxHeaderSize: MOST_HEADERS,
      headers: { 'User-Agent': 'NhipCau-LinkCheck/1.0', Accept: '*/*', Connection: 'close' },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      // Its body is not read.
      response.destroy();
      const leads = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
      resolve({ status, ...(leads !== undefined && { location: leads }) });
    });
    request.end();
  });
