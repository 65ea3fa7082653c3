import fc from 'fast-check';
import { bodyOf, type JsonSchema, type OpenApi } from '../../../functions/api/contract/described';
import type { Next } from './walk';

const LONGEST = 60;

const texts = ({ format, pattern, minLength = 0, maxLength = LONGEST }: JsonSchema): fc.Arbitrary<string> => {
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'date') return texts({ format: 'date-time' }).map((instant) => instant.slice(0, 10));
  if (format === 'email')
    return fc.stringMatching(/^[a-z][a-z0-9_+-]{0,20}@[a-z][a-z0-9]{1,10}\.(vn|example)$/);
  if (format === 'uri') return fc.webUrl();
  const [least, most] = [
    Number(minLength),
    Math.max(Number(minLength), Math.min(Number(maxLength), LONGEST)),
  ];
  if (typeof pattern === 'string')
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => text.length >= least && text.length <= Number(maxLength));
  return fc.string({ minLength: least, maxLength: most, unit: 'grapheme' });
};

const numbers = ({ type, minimum, maximum, exclusiveMinimum }: JsonSchema): fc.Arbitrary<number> => {
  const min = Math.max(
    Number(minimum ?? 0),
    exclusiveMinimum === undefined ? -1e9 : Number(exclusiveMinimum) + 1,
  );
  const max = Math.min(Number(maximum ?? 1e9), 1e9);
  return type === 'integer' || Number.isInteger(min)
    ? fc.integer({ min, max: Math.max(min, max) })
    : fc.double({ min, max, noNaN: true });
};

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

/** Values that a schema of the document allows. */
const valuesOf = (api: OpenApi, schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> => {
  const inside = (of: JsonSchema) => valuesOf(api, of, depth + 1);
  if (schema.$ref) return inside(api.components.schemas[schema.$ref.split('/').at(-1)!]!);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inside));
  const kinds = [schema.type].flat();
  if (kinds.length > 1) return fc.oneof(...kinds.map((type) => inside({ ...schema, type: type! })));
  switch (kinds[0]) {
    case 'string':
      return texts(schema);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const least = Number(schema.minItems ?? 0);
      const most = Math.min(Number(schema.maxItems ?? 3), Math.max(least, depth > 3 ? 1 : 3));
      return fc.array(inside(schema.items ?? {}), { minLength: least, maxLength: most });
    }
    case 'object':
      return schema.properties
        ? fc.record(
            Object.fromEntries(Object.entries(schema.properties).map(([name, of]) => [name, inside(of)])),
            { requiredKeys: schema.required ?? [] },
          )
        : fc.dictionary(
            fc.string({ minLength: 1, maxLength: 20 }),
            isSchema(schema.additionalProperties)
              ? inside(schema.additionalProperties)
              : fc.string({ maxLength: 20 }),
            { maxKeys: 2 },
          );
    default:
      return fc.constant('x');
  }
};

/** Bodies that the document allows. The same in every run. */
export const generatedBodies = (api: OpenApi, { op }: Pick<Next, 'op'>, numRuns = 5): unknown[] => {
  const body = bodyOf(op);
  if (body?.type !== 'application/json') return [];
  return fc.sample(valuesOf(api, body.schema), { numRuns, seed: 11 });
};

/** The call's address with queries that the document allows. The same in every run. */
export const generatedAddresses = (
  api: OpenApi,
  { op, url }: Pick<Next, 'op' | 'url'>,
  numRuns = 3,
): string[] => {
  const queries = (op.parameters ?? []).filter((p) => p.in === 'query' && p.name !== 'cursor');
  if (!queries.length) return [];
  const asked = fc.record(
    Object.fromEntries(queries.map(({ name, schema }) => [name, valuesOf(api, schema)])),
    { requiredKeys: queries.flatMap(({ name, required }) => (required ? [name] : [])) },
  );
  return fc
    .sample(asked, { numRuns, seed: 13 })
    .map((values) => `${url}?${new URLSearchParams(Object.entries(values).map(([k, v]) => [k, String(v)]))}`);
};
