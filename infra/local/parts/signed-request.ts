import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isSameSecret } from '../../../functions/platform/keys/is-same-secret';

/** What a client signs its requests with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** Made at each start: no program that was not told them can sign. */
export const newCredentials = (): Credentials => ({
  accessKeyId: randomBytes(10).toString('hex'),
  secretAccessKey: randomBytes(20).toString('hex'),
});

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();

/** `20211130T080000Z` in milliseconds. */
const timeOf = (amzDate: string): number =>
  Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** A header's signature is good for so many seconds, as at AWS. */
const HEADER_SECONDS = 900;

interface Signature {
  credential: string;
  /** When it was made, as AWS writes it. */
  date: string;
  seconds: number;
  headers: string[];
  signature: string;
  /** Of the body, as the client says. */
  payload: string;
}

/** The signature of a link, or of a request's header. */
const signatureOf = (request: IncomingMessage, query: URLSearchParams): Signature | undefined => {
  const of = (name: string) => query.get(name) ?? '';
  if (query.has('X-Amz-Signature'))
    return {
      credential: of('X-Amz-Credential'),
      date: of('X-Amz-Date'),
      seconds: Number(of('X-Amz-Expires')),
      headers: of('X-Amz-SignedHeaders').split(';'),
      signature: of('X-Amz-Signature'),
      payload: 'UNSIGNED-PAYLOAD',
    };
  const said = /^AWS4-HMAC-SHA256 Credential=(\S+?), ?SignedHeaders=(\S+?), ?Signature=(\w+)$/.exec(
    request.headers.authorization ?? '',
  );
  if (!said) return undefined;
  return {
    credential: said[1]!,
    date: String(request.headers['x-amz-date']),
    seconds: HEADER_SECONDS,
    headers: said[2]!.split(';'),
    signature: said[3]!,
    payload: String(request.headers['x-amz-content-sha256']),
  };
};

const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** As it was sent: a `URL` would take `..` out of it. */
export const splitUrl = (request: IncomingMessage): { path: string; query: URLSearchParams } => {
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  return { path, query: new URLSearchParams(query) };
};

/** The request in the one form that both sides sign (AWS, Signature Version 4). */
const canonical = (request: IncomingMessage, { headers, payload }: Signature): string => {
  const { path, query } = splitUrl(request);
  return [
    request.method,
    path,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
      .sort()
      .join('&'),
    ...headers.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    headers.join(';'),
    payload,
  ].join('\n');
};

/** Whether who holds the credentials signed exactly this request, and it is not too old. */
export const isSigned = (
  request: IncomingMessage,
  body: Uint8Array,
  { credentials, now }: { credentials: Credentials; now: number },
): boolean => {
  const made = signatureOf(request, splitUrl(request).query);
  if (!made) return false;
  // Written so that a time that cannot be read is refused too.
  if (!(now - timeOf(made.date) <= made.seconds * 1_000)) return false;
  const [key, day, region, service, end] = made.credential.split('/');
  if (key !== credentials.accessKeyId || service !== 's3' || end !== 'aws4_request') return false;
  if (!made.headers.includes('host')) return false;
  if (made.payload !== 'UNSIGNED-PAYLOAD' && made.payload !== sha256(body)) return false;
  const signing = [day!, region!, service, end].reduce<string | Uint8Array>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  const text = [
    'AWS4-HMAC-SHA256',
    made.date,
    `${day}/${region}/${service}/${end}`,
    sha256(canonical(request, made)),
  ].join('\n');
  return isSameSecret(Buffer.from(made.signature, 'hex'), hmac(signing, text));
};

/** Whether who holds the credentials signed the policy of a form. */
export const isSignedPolicy = (
  { policy, credential, signature }: Record<'policy' | 'credential' | 'signature', string>,
  credentials: Credentials,
): boolean => {
  const [key, day, region, service, end] = credential.split('/');
  if (key !== credentials.accessKeyId || service !== 's3' || end !== 'aws4_request') return false;
  const signing = [day!, region!, service, end].reduce<string | Uint8Array>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  return isSameSecret(Buffer.from(signature, 'hex'), hmac(signing, policy));
};
