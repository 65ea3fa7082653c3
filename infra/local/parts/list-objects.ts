import { type Objects, Refused } from './objects-in-directory';

/** S3's largest page. */
const MOST_KEYS = 1_000;
/** Parameters of S3 that nothing here uses: better refused than answered wrongly. */
const NOT_KNOWN = ['delimiter', 'encoding-type'];

/** An object as a list shows it. */
type Listed = Awaited<ReturnType<Objects['list']>>[number];

/** One page of a list. */
export interface ObjectPage {
  objects: Listed[];
  maxKeys: number;
  isTruncated: boolean;
  /** What the next call says, where there is a next page. */
  next?: string;
}

/** S3 sorts keys by their bytes in UTF-8, not by UTF-16 units as JavaScript does. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const tokenAfter = (key: string): string => Buffer.from(key).toString('base64url');
const keyIn = (token: string): string => {
  const key = Buffer.from(token, 'base64url').toString('utf8');
  if (tokenAfter(key) !== token) throw new Refused(400, 'InvalidArgument');
  return key;
};

const maxKeysIn = (query: URLSearchParams): number => {
  const asked = query.get('max-keys') ?? String(MOST_KEYS);
  if (!/^\d{1,10}$/.test(asked)) throw new Refused(400, 'InvalidArgument');
  return Math.min(Number(asked), MOST_KEYS);
};

/**
 * The page of objects that S3 answers: by prefix, after a token or else after `start-after`, at most `max-keys`.
 * @param most S3 may answer fewer keys than it is asked for
 * @throws Refused for a token that no page gave, a number that is none, and a parameter that is not known
 */
export const pageOf = (all: readonly Listed[], query: URLSearchParams, most = MOST_KEYS): ObjectPage => {
  if (NOT_KNOWN.some((name) => query.get(name))) throw new Refused(501, 'NotImplemented');
  const maxKeys = maxKeysIn(query);
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : keyIn(token);
  const left = all
    .filter(({ key }) => key.startsWith(prefix) && byBytes(key, after) > 0)
    .sort((a, b) => byBytes(a.key, b.key));
  const objects = left.slice(0, Math.min(maxKeys, most));
  const last = objects.at(-1);
  const isTruncated = last !== undefined && objects.length < left.length;
  return { objects, maxKeys, isTruncated, ...(isTruncated && { next: tokenAfter(last.key) }) };
};

const xml = (text: string) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const element = (name: string, text: string | number | boolean | null | undefined) =>
  text === null || text === undefined ? '' : `<${name}>${xml(String(text))}</${name}>`;

/** The answer as S3 writes it. */
export const listAnswer = (
  query: URLSearchParams,
  { objects, maxKeys, isTruncated, next }: ObjectPage,
): string => {
  const contents = objects.map(
    ({ key, size, at }) =>
      `<Contents>${element('Key', key)}${element('LastModified', at.toISOString())}${element('Size', size)}</Contents>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult>',
    element('Prefix', query.get('prefix') ?? ''),
    element('StartAfter', query.get('start-after')),
    element('ContinuationToken', query.get('continuation-token')),
    element('NextContinuationToken', next),
    element('KeyCount', objects.length),
    element('MaxKeys', maxKeys),
    element('IsTruncated', isTruncated),
    ...contents,
    '</ListBucketResult>',
  ].join('');
};
