import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { listAnswer, pageOf } from './list-objects';
import { type Objects, objectsInDirectory, Refused } from './objects-in-directory';
import { forOwnHost } from './own-host';
import type { Part } from './part';
import { type Credentials, isSigned, newCredentials, splitUrl } from './signed-request';

export interface FileStore extends Part {
  /** Made at each start. */
  credentials: Credentials;
}

/** Above what the site takes (`web/site`), so that the site's own limit is met first. */
const LARGEST = 32 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LARGEST) throw new Refused(413, 'EntityTooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** `/bucket/letters/inv_1.pdf` → `letters/inv_1.pdf` */
const keyOf = (request: IncomingMessage, bucket: string): string => {
  const [, first, ...rest] = splitUrl(request).path.split('/');
  if (first !== bucket) throw new Refused(404, 'NoSuchBucket');
  return decodeURIComponent(rest.join('/'));
};

/** The three calls that the functions make of S3, each on one object. */
const VERBS: Record<string, (of: Objects, key: string, body: Buffer) => Promise<[number, Uint8Array?]>> = {
  PUT: async (of, key, body) => {
    await of.put(key, body);
    return [200];
  },
  GET: async (of, key) => {
    const found = await of.get(key);
    if (!found) throw new Refused(404, 'NoSuchKey');
    return [200, found];
  },
  DELETE: async (of, key) => {
    await of.delete(key);
    return [204];
  },
};

/** One page of the bucket's objects. */
const listed = async (of: Objects, query: URLSearchParams, most?: number): Promise<Buffer> =>
  Buffer.from(listAnswer(query, pageOf(await of.list(), query, most)));

export interface FileStoreOptions {
  now?: () => number;
  /** How many keys a page of a list has at most; S3 has 1,000. */
  mostKeys?: number;
}

/** The file store of one machine: one bucket, its files below `directory`. */
export const startFileStore = async (
  directory: string,
  bucket: string,
  options: FileStoreOptions = {},
): Promise<FileStore> => serveObjects(await objectsInDirectory(join(directory, bucket)), bucket, options);

/**
 * An S3 server with one bucket. It knows PUT, GET and DELETE of one object and the
 * list of all in pages, by header or by a signed link, and checks each signature as AWS does.
 */
export const serveObjects = async (
  objects: Objects,
  bucket: string,
  { now = Date.now, mostKeys }: FileStoreOptions = {},
): Promise<FileStore> => {
  const credentials = newCredentials();
  const answer = async (request: IncomingMessage): Promise<[number, Uint8Array?]> => {
    const body = await bodyOf(request);
    if (!isSigned(request, body, { credentials, now: now() }))
      throw new Refused(403, 'SignatureDoesNotMatch');
    const key = keyOf(request, bucket);
    const { query } = splitUrl(request);
    if (!key && request.method === 'GET' && query.get('list-type') === '2')
      return [200, await listed(objects, query, mostKeys)];
    const verb = VERBS[request.method ?? ''];
    if (!key || !verb) throw new Refused(501, 'NotImplemented');
    return verb(objects, key, body);
  };
  const server = createServer(
    forOwnHost(async (request, response) => {
      try {
        const [status, body] = await answer(request);
        response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(body);
      } catch (error) {
        refuse(request, response, error instanceof Refused ? error : new Refused(500, 'InternalError'));
      }
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** As S3 says it; the SDK reads the code. */
const refuse = (request: IncomingMessage, response: ServerResponse, { status, code }: Refused): void => {
  request.resume();
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
};
