import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { listAnswer, pageOf } from './list-objects';
import { type Objects, objectsInDirectory, Refused } from './objects-in-directory';
import { forOwnHost } from './own-host';
import type { Part } from './part';
import { readPostedForm } from './posted-form';
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

interface Answer {
  status: number;
  body?: Uint8Array | undefined;
  headers?: Record<string, string>;
}

type Verb = (of: Objects, key: string, request: IncomingMessage, body: Buffer) => Promise<Answer>;

/** The calls that the functions make of S3, each on one object. */
const VERBS: Record<string, Verb> = {
  PUT: async (of, key, request, body) => {
    const source = request.headers['x-amz-copy-source'];
    if (source === undefined) {
      await of.put(key, body);
      return { status: 200 };
    }
    const found = await of.get(decodeURIComponent(String(source)).replace(/^\/?[^/]+\//, ''));
    if (!found) throw new Refused(404, 'NoSuchKey');
    await of.put(key, found);
    return { status: 200, body: Buffer.from('<CopyObjectResult><ETag>"1"</ETag></CopyObjectResult>') };
  },
  GET: async (of, key, request) => {
    const found = await of.get(key);
    if (!found) throw new Refused(404, 'NoSuchKey');
    const { query } = splitUrl(request);
    const headers: Record<string, string> = {};
    for (const name of ['content-type', 'content-disposition']) {
      const value = query.get(`response-${name}`);
      if (value !== null) headers[name] = value;
    }
    const until = /^bytes=0-(\d+)$/.exec(request.headers.range ?? '')?.[1];
    if (until === undefined) return { status: 200, body: found, headers };
    const part = found.subarray(0, Number(until) + 1);
    const range = `bytes 0-${part.length - 1}/${found.length}`;
    return { status: 206, body: part, headers: { ...headers, 'content-range': range } };
  },
  DELETE: async (of, key) => {
    await of.delete(key);
    return { status: 204 };
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
 * An S3 server with one bucket. It knows PUT, GET and DELETE of one object, a copy, a file that a browser posts and the
 * list of all in pages, by header, signed link or signed form, and checks each signature as AWS does.
 */
export const serveObjects = async (
  objects: Objects,
  bucket: string,
  { now = Date.now, mostKeys }: FileStoreOptions = {},
): Promise<FileStore> => {
  const credentials = newCredentials();
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await bodyOf(request);
    if (request.method === 'POST') {
      if (splitUrl(request).path.replace(/\/$/, '') !== `/${bucket}`) throw new Refused(404, 'NoSuchBucket');
      const { key, file, next } = await readPostedForm(request, body, { bucket, credentials, now: now() });
      await objects.put(key, file);
      return { status: 303, headers: { location: next } };
    }
    if (!isSigned(request, body, { credentials, now: now() }))
      throw new Refused(403, 'SignatureDoesNotMatch');
    const key = keyOf(request, bucket);
    const { query } = splitUrl(request);
    if (!key && request.method === 'GET' && query.get('list-type') === '2')
      return { status: 200, body: await listed(objects, query, mostKeys) };
    const verb = VERBS[request.method ?? ''];
    if (!key || !verb) throw new Refused(501, 'NotImplemented');
    return verb(objects, key, request, body);
  };
  const server = createServer(
    forOwnHost(async (request, response) => {
      try {
        const { status, body, headers } = await answer(request);
        response.writeHead(status, { 'content-type': 'application/octet-stream', ...headers }).end(body);
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
