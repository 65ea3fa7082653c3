import * as z from 'zod';
import { STATUS } from '../../platform/problem/problem';
import type { Operation } from './operation';

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  additionalProperties?: boolean | JsonSchema;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
  example?: unknown;
}

export interface Described {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, never[]>[];
  parameters?: Parameter[];
  requestBody?: {
    required: true;
    content: { 'application/json': { schema: JsonSchema; example?: unknown } };
  };
  responses: Record<
    string,
    | { $ref: string }
    | {
        description: string;
        headers?: Record<string, { description: string; schema: JsonSchema }>;
        content?: Record<string, { schema: JsonSchema }>;
      }
  >;
}

export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Described>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, unknown>;
    securitySchemes: Record<string, unknown>;
  };
}

/** What went wrong, as every refusal is answered (RFC 9457). */
const Problem = z
  .object({
    type: z.string().describe('A link to the words of the code'),
    title: z.string().describe('What to tell the person, in the language of Accept-Language'),
    status: z.number().int(),
    code: z.string(),
    errors: z
      .array(
        z.object({
          path: z.string().describe('`sessions.0.endsAt`'),
          code: z.string(),
          message: z.string(),
        }),
      )
      .optional()
      .describe('The fields that failed'),
  })
  .meta({ id: 'Problem' });

const REFUSALS = {
  Unauthenticated: [STATUS.unauthenticated, 'No valid token and no session', 'sign-in-needed'],
  Forbidden: [STATUS.forbidden, 'The account may not do this', 'forbidden'],
  Missing: [STATUS.missing, 'There is no such thing', 'event-missing'],
  Conflict: [STATUS.conflict, 'It contradicts what stands', 'already-registered'],
  Gone: [STATUS.gone, 'The link was revoked, or its time is over', 'link-revoked'],
  Stale: [STATUS.stale, 'Somebody else changed it first: read it again', 'stale'],
  TooLarge: [STATUS['too-large'], 'The body is larger than 6 MB', 'too-large'],
  Invalid: [STATUS.invalid, 'Something in it is not right; nothing was written', 'invalid'],
  TooMany: [STATUS['too-many'], 'Too many tries in a short time', 'too-many'],
  Unavailable: [STATUS.unavailable, 'Try again in a few seconds (Retry-After)', 'unavailable'],
} as const;

/** Which refusals an operation can meet, read from its shape. */
const refusalsOf = (op: Operation, bodyFields: readonly string[]): (keyof typeof REFUSALS)[] => {
  const writes = op.method !== 'get';
  const personalLink = op.path.includes('{token}');
  const met: Record<keyof typeof REFUSALS, boolean> = {
    Unauthenticated: op.who === 'staff' || op.proof === true,
    Forbidden: op.who === 'staff' || op.proof === true || writes,
    Missing: op.path.includes('{'),
    Conflict: writes,
    Gone: personalLink,
    Stale: bodyFields.includes('version'),
    TooLarge: Boolean(op.body),
    Invalid: Boolean(op.body || op.query || op.params),
    TooMany: op.who === 'public' && writes,
    Unavailable: true,
  };
  return (Object.keys(met) as (keyof typeof REFUSALS)[]).filter((name) => met[name]);
};

/**
 * Zod's schemas as JSON Schema, the named ones gathered as components.
 * A field that cleans what was typed (`trim`, NFC) shows the limits that hold after cleaning.
 */
const schemaWriter = () => {
  const components: Record<string, JsonSchema> = {};

  const draw = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const { def } = zodSchema._zod;
        // Readers of the document may be newer or older than us: an answer may gain fields.
        if (io === 'output' && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties;
        if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
        if (io !== 'input' || def.type !== 'pipe' || jsonSchema.type !== 'string') return;
        const after = def.out._zod.def.type === 'string' && draw(def.out as z.ZodType, 'output');
        if (after) Object.assign(jsonSchema, { ...after, $schema: undefined });
      },
    }) as JsonSchema;

  const write = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    // Inside a wrapper, a schema that has a name becomes a reference as well.
    const { $defs = {}, properties } = draw(z.object({ it: schema }), io) as JsonSchema & {
      $defs?: Record<string, JsonSchema>;
    };
    const names = new Map<string, string>();
    for (const [name, def] of Object.entries($defs)) {
      const known = components[name];
      const same = !known || JSON.stringify(known) === JSON.stringify(relink(def, (n) => n));
      names.set(name, same ? name : `${name}${io === 'input' ? 'Input' : 'Output'}`);
    }
    const rename = (name: string) => names.get(name) ?? name;
    for (const [name, def] of Object.entries($defs)) components[rename(name)] = relink(def, rename);
    return relink(properties!.it!, rename);
  };
  return { components, write };
};

const relink = (schema: JsonSchema, rename: (name: string) => string): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema, function (this: unknown, key, value: unknown) {
      if (key === '$ref' && typeof value === 'string')
        return `#/components/schemas/${rename(value.replace('#/$defs/', ''))}`;
      // Zod repeats a schema's name in it; a property called `id` is an object and stays.
      if ((key === 'id' || key === '$schema') && typeof value === 'string') return undefined;
      return value;
    }),
  );

const parametersOf = (op: Operation, write: ReturnType<typeof schemaWriter>['write']): Parameter[] => {
  const fields = (schema: z.ZodType | undefined) => (schema ? write(schema, 'input') : undefined);
  const path = fields(op.params);
  const query = fields(op.query);
  const parameter = (name: string, where: 'path' | 'query', schema: JsonSchema, required: boolean) => {
    const { description, examples, ...rest } = schema;
    return {
      name,
      in: where,
      required,
      ...(description && { description }),
      schema: rest,
      ...(examples?.length && { example: examples[0] }),
    };
  };
  return [
    ...[...op.path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
      parameter(name!, 'path', path?.properties?.[name!] ?? { type: 'string' }, true),
    ),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) =>
      parameter(name, 'query', schema, query?.required?.includes(name) ?? false),
    ),
  ];
};

/** A file of one of these types. What is no text is raw bytes, never base64. */
const fileOf = (types: readonly string[]) => ({
  headers: {
    'Content-Disposition': {
      description: 'Under which name to save it',
      schema: { type: 'string' },
    },
  },
  content: Object.fromEntries(
    types.map((type) => [
      type,
      { schema: { type: 'string', ...(!type.startsWith('text/') && { format: 'binary' }) } },
    ]),
  ),
});

const describeOperation = (op: Operation, write: ReturnType<typeof schemaWriter>['write']): Described => {
  const parameters = parametersOf(op, write);
  const body = op.body && write(op.body, 'input');
  const answer = op.answer && op.status !== 204 ? write(op.answer, 'output') : undefined;
  return {
    operationId: op.id,
    tags: [op.tag],
    summary: op.summary,
    ...(op.description && { description: op.description }),
    security:
      op.who === 'staff'
        ? [{ token: [] }, { session: [] }]
        : op.proof
          ? [{ token: [] }, { session: [] }, {}]
          : [],
    ...(parameters.length && { parameters }),
    ...(body && {
      requestBody: {
        required: true as const,
        content: {
          'application/json': {
            schema: body,
            ...(op.example !== undefined && { example: op.example }),
          },
        },
      },
    }),
    responses: {
      [op.status]: {
        description: op.file
          ? 'The file'
          : op.status === 201
            ? 'Made'
            : op.status === 204
              ? 'Done'
              : 'The answer',
        ...(answer && { content: { 'application/json': { schema: answer } } }),
        ...(op.file && fileOf(op.file)),
      },
      ...Object.fromEntries(
        refusalsOf(op, Object.keys(body?.properties ?? {})).map((name) => [
          String(REFUSALS[name][0]),
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
    },
  };
};

/** The whole API as an OpenAPI 3.1 document; needs nothing but the operations themselves. */
export const openApi = (operations: readonly Operation[]): OpenApi => {
  const { components, write } = schemaWriter();
  const problem = write(Problem, 'output');
  const paths: OpenApi['paths'] = {};
  for (const op of operations) {
    paths[op.path] ??= {};
    paths[op.path]![op.method] = describeOperation(op, write);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nhịp Cầu',
      version: '1.0.0',
      summary: "Trainings, forums and conferences of Vietnam's grassroots mediators",
      description: [
        'Public calls need no token. Staff calls take `Authorization: Bearer …` or the session cookie of',
        'the console. Times are ISO 8601 with an offset and are answered in UTC; money is integer đồng.',
        'Lists take `limit` and `cursor` and answer `{ items, next }`; `next` is null where this was all.',
        'A refusal is `application/problem+json` (RFC 9457) with a `code`, and `errors` names the fields.',
      ].join(' '),
    },
    servers: [{ url: '/api' }],
    tags: [...new Set(operations.map((op) => op.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([name, [status, description, code]]) => [
          name,
          {
            description,
            content: {
              'application/problem+json': {
                schema: problem,
                example: { type: `/api/docs#${code}`, title: description, status, code },
              },
            },
          },
        ]),
      ),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of a staff account' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-phien', description: 'Of the console' },
      },
    },
  };
};
