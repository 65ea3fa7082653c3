import fc from 'fast-check';
import { bodyOf, type JsonSchema, type OpenApi } from '../../../functions/api/contract/described';
import type { Next } from './walk';

/** Names that every object has: `in`, spreading and class checks mistake them for fields. */
export const KEYS = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];
const NUMBERS = [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1e308, 2 ** 31, 0.1];
const TEXTS = [
  ...KEYS,
  '',
  ' ',
  '\u0000',
  '😀',
  'NaN',
  '1e999',
  'x'.repeat(3_000),
  'evt_',
  'unt_constructor',
];

/** As JSON spells it: `__proto__` as a key of its own, which an assignment would not make. */
const withKey = (of: object, key: string, value: unknown): object =>
  Object.defineProperty({ ...of }, key, { value, enumerable: true, configurable: true, writable: true });

const nested = (depth: number): unknown =>
  JSON.parse(`${'[{"constructor":'.repeat(depth)}"x"${'}]'.repeat(depth)}`);

const OBJECTS = KEYS.map((key) => withKey({}, key, 'x'));
const ANYTHING: unknown[] = [
  ...NUMBERS,
  ...TEXTS,
  ...OBJECTS,
  null,
  true,
  [],
  [[]],
  Array.from({ length: 300 }, () => 'x'),
  nested(20),
];

type Path = readonly (string | number)[];

interface Place {
  path: Path;
  kinds: ReadonlySet<unknown>;
}

/** Where a body may be changed: what the example has, and what the schema knows beside it. */
const placesOf = (api: OpenApi, schema: JsonSchema, example: unknown, path: Path = []): Place[] => {
  const of = schema.$ref ? api.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;
  const variants = [of, ...(of.anyOf ?? []), ...(of.oneOf ?? []), ...(of.allOf ?? [])].slice(0, 4);
  if (path.length > 3) return [];
  const inside = variants.flatMap((one) => {
    const fields = Object.entries(one.properties ?? {}).flatMap(([name, field]) =>
      placesOf(api, field, (example as Record<string, unknown> | undefined)?.[name], [...path, name]),
    );
    const first = (example as unknown[] | undefined)?.[0];
    return one.items ? [...fields, ...placesOf(api, one.items, first, [...path, 0])] : fields;
  });
  return [{ path, kinds: new Set(variants.flatMap(({ type }) => type ?? [])) }, ...inside];
};

/** The same body with one value in another's place. */
const changed = (body: unknown, [name, ...rest]: Path, value: unknown): unknown => {
  if (name === undefined) return value;
  if (typeof name === 'number') return [changed((body as unknown[] | undefined)?.[0], rest, value)];
  const of = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return withKey(of, name, changed((of as Record<string, unknown>)[name], rest, value));
};

const valueAt = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<string | number, unknown> | undefined)?.[name], body);

/**
 * Bodies that an attacker would send: keys that objects have in every object of the example, numbers that cannot be
 * counted on wherever the schema takes a number, no text where it takes one, and a bounded sample of every kind of value in every place. The same in
 * every run.
 */
export const hostileBodies = (api: OpenApi, { op }: Pick<Next, 'op'>): unknown[] => {
  const body = bodyOf(op);
  if (!body) return [];
  const { example, schema } = body;
  const places = placesOf(api, schema, example);
  const keyed = places
    .filter(({ kinds }) => kinds.has('object'))
    .flatMap(({ path }, i) =>
      // All names in the body itself; inside of it, those of the marshaller and of the parser.
      (i ? KEYS.slice(0, 2) : KEYS).map((key) =>
        changed(example, path, withKey((valueAt(example, path) ?? {}) as object, key, 'x')),
      ),
    );
  const numbered = places
    .filter(({ kinds }) => kinds.has('integer') || kinds.has('number'))
    .flatMap(({ path }) => NUMBERS.slice(0, 3).map((value) => changed(example, path, value)));
  const empty = places
    .filter(({ kinds }) => kinds.has('string'))
    .map(({ path }) => changed(example, path, ''));
  const sampled = fc
    .sample(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...ANYTHING)), { numRuns: 8, seed: 7 })
    .map(([{ path }, value]) => changed(example, path, value));
  return [...keyed, ...numbered, ...empty, ...sampled, [], null, nested(40)];
};

const WORDS = [...KEYS.slice(0, 2), '%00', '%F0%9F%98%80', 'x'.repeat(1_500), 'evt_%00'];
const QUERIES = ['constructor', '', '-1', '9007199254740993', 'x'.repeat(2_500), '%00'];

/** The call's address with each of its parameters replaced, and with each query that it takes. */
export const hostileAddresses = ({ op, url, path }: Pick<Next, 'op' | 'url' | 'path'>): string[] => {
  const parts = path.split('/');
  const given = url.split('/');
  const places = parts.flatMap((part, i) => (part.startsWith('{') ? [i] : []));
  const replaced = places.flatMap((at) =>
    WORDS.map((word) => given.map((p, i) => (i === at ? word : p)).join('/')),
  );
  const queries = (op.parameters ?? []).filter((p) => p.in === 'query');
  return [...replaced, ...queries.flatMap(({ name }) => QUERIES.map((q) => `${url}?${name}=${q}`))];
};
