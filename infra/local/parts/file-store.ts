import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { forOwnHost } from './own-host';
import type { Part } from './part';
import { type Credentials, isSigned, newCredentials, splitUrl } from './signed-request';

export interface FileStore extends Part {
  /** Made at each start. */
  credentials: Credentials;
}

/** Above what the site takes (`web/site`), so that the site's own limit is met first. */
const LARGEST = 32 * 1024 * 1024;

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

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

const END = '.file';

/** One file for one key, its name escaped: no key can lead out of the directory. */
const fileOf = (directory: string, key: string): string => {
  const name = encodeURIComponent(key) + END;
  if (name.length > 250) throw new Refused(400, 'KeyTooLongError');
  return join(directory, name);
};

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The three calls that the functions make of S3, each on one file. */
const VERBS: Record<string, (file: string, body: Buffer) => Promise<[status: number, body?: Buffer]>> = {
  PUT: async (file, body) => {
    // Under another name first: a reader, or the next start, never meets half a file.
    const half = `${file}.${randomUUID()}.half`;
    await writeFile(half, body);
    await rename(half, file);
    return [200];
  },
  GET: async (file) => {
    try {
      return [200, await readFile(file)];
    } catch (error) {
      throw isMissing(error) ? new Refused(404, 'NoSuchKey') : error;
    }
  },
  DELETE: async (file) => {
    await rm(file, { force: true });
    return [204];
  },
};

const xml = (text: string) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The bucket's objects below a prefix, all on one page. */
const listed = async (directory: string, prefix: string): Promise<Buffer> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith(END));
  const keys = names.map((name) => decodeURIComponent(name.slice(0, -END.length)));
  const contents = await Promise.all(
    keys
      .filter((key) => key.startsWith(prefix))
      .sort()
      .map(async (key) => {
        const { size, mtime } = await stat(fileOf(directory, key));
        const at = mtime.toISOString();
        return `<Contents><Key>${xml(key)}</Key><LastModified>${at}</LastModified><Size>${size}</Size></Contents>`;
      }),
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
  );
};

/**
 * An S3 server with one bucket, its files below `directory`. It knows PUT, GET and DELETE of one object and the
 * list of all, by header or by a signed link, and checks each signature as AWS does.
 */
export const startFileStore = async (
  directory: string,
  bucket: string,
  now: () => number = Date.now,
): Promise<FileStore> => {
  const place = join(directory, bucket);
  await mkdir(place, { recursive: true });
  const credentials = newCredentials();
  const answer = async (request: IncomingMessage): Promise<[number, Buffer?]> => {
    const body = await bodyOf(request);
    if (!isSigned(request, body, { credentials, now: now() }))
      throw new Refused(403, 'SignatureDoesNotMatch');
    const key = keyOf(request, bucket);
    const { query } = splitUrl(request);
    if (!key && request.method === 'GET' && query.get('list-type') === '2')
      return [200, await listed(place, query.get('prefix') ?? '')];
    const verb = VERBS[request.method ?? ''];
    if (!key || !verb) throw new Refused(501, 'NotImplemented');
    return verb(fileOf(place, key), body);
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
