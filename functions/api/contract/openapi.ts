import * as z from 'zod';
import {
  type CreateDocumentOptions,
  createDocument,
  createSchema,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { CSV } from '../../platform/files/download';
import { EARLIEST } from '../../platform/input/fields';
import { STATUS } from '../../platform/problem/problem';
import { BODY_TYPES, type OpenApi } from './described';
import type { Operation } from './operation';

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
    work: z
      .object({ puzzle: z.string(), bits: z.number().int() })
      .optional()
      .describe(
        'Of `work-needed`: a number n is wanted for which the SHA-256 of `<puzzle>.<n>` begins with so many zero bits. Send `<puzzle>.<n>` as `work`',
      ),
  })
  .meta({ id: 'Problem' });

const REFUSALS = {
  Unauthenticated: [STATUS.unauthenticated, 'No valid token and no session', 'sign-in-needed'],
  Forbidden: [STATUS.forbidden, 'The account may not do this', 'forbidden'],
  Missing: [STATUS.missing, 'There is no such thing', 'event-missing'],
  Conflict: [STATUS.conflict, 'It conflicts with the present state', 'already-registered'],
  Gone: [STATUS.gone, 'The link was revoked, or its time is over', 'link-revoked'],
  Stale: [STATUS.stale, 'It was changed in between: read it again', 'stale'],
  TooLarge: [
    STATUS['too-large'],
    'The body is larger than 64 KB, or 6 MB with an account (4 MB with a file); or it has too many fields. Of a file: it is too large to be sent',
    'too-large',
  ],
  Invalid: [STATUS.invalid, 'Something in it is not right; nothing was written', 'invalid'],
  TooMany: [
    STATUS['too-many'],
    'Too many tries in a short time: Retry-After says for how many seconds',
    'too-many',
  ],
  Unavailable: [STATUS.unavailable, 'Try again in a few seconds (Retry-After)', 'unavailable'],
} as const;

/** Whether a body names this field; a transform may follow. */
const hasField = (body: z.core.$ZodType | undefined, name: string): boolean =>
  body instanceof z.ZodPipe ? hasField(body.in, name) : body instanceof z.ZodObject && name in body.shape;

/** Which refusals an operation can meet, read from its shape. */
const refusalsOf = (op: Operation): (keyof typeof REFUSALS)[] => {
  const writes = op.method !== 'get';
  const knowsStaff = op.who === 'staff' || op.proof === true || op.optionalAccount === true;
  const personalLink = op.path.includes('{token}');
  const met: Record<keyof typeof REFUSALS, boolean> = {
    Unauthenticated: knowsStaff,
    Forbidden: knowsStaff || writes,
    Missing: op.path.includes('{'),
    Conflict: writes,
    Gone: personalLink,
    Stale: hasField(op.body, 'version'),
    TooLarge: Boolean(op.body || op.file),
    Invalid: Boolean(op.body || op.query || op.params),
    TooMany: op.who === 'public' && writes,
    Unavailable: true,
  };
  return (Object.keys(met) as (keyof typeof REFUSALS)[]).filter(
    (name) => met[name] || op.refusals?.some((other) => other === name),
  );
};

/** `instantField` takes no year outside these. */
const INSTANT_YEARS = `^${EARLIEST.slice(0, 2)}\\d\\d-`;

/** A field that cleans what was typed (`trim`, NFC) shows the limits that hold after cleaning. */
const override: CreateDocumentOptions['override'] = ({ zodSchema, jsonSchema, io }) => {
  const { def } = zodSchema._zod;
  // Readers of the document may be newer or older than us: an answer may gain fields.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.format === 'date-time' && io === 'input') jsonSchema.pattern = INSTANT_YEARS;
  if (io !== 'input' || def.type !== 'pipe' || jsonSchema.type !== 'string') return;
  if (def.out._zod.def.type === 'string') Object.assign(jsonSchema, createSchema(def.out).schema);
};

/** Texts in UTF-8. A CSV file is UTF-16 for Excel: bytes to a client, as what is no text. */
const isText = (type: string): boolean => type.startsWith('text/') && type !== CSV;

/**
 * A file of one of these types. Bytes are raw, never base64; generators of clients know them by `format: binary` and
 * keep them apart from text.
 */
const fileOf = (types: readonly string[]): Pick<ZodOpenApiResponseObject, 'headers' | 'content'> => ({
  headers: {
    'Content-Disposition': {
      description: 'Under which name to save it',
      schema: { type: 'string' },
    },
  },
  content: Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string', ...(!isText(type) && { format: 'binary' }) } }]),
  ),
});

const describeOperation = (op: Operation): ZodOpenApiOperationObject => ({
  operationId: op.id,
  tags: [op.tag],
  summary: op.summary,
  ...(op.description && { description: op.description }),
  security:
    op.who === 'staff'
      ? [{ token: [] }, { session: [] }]
      : op.proof || op.optionalAccount
        ? [{ token: [] }, { session: [] }, {}]
        : [],
  ...((op.params || op.query) && {
    requestParams: { ...(op.params && { path: op.params }), ...(op.query && { query: op.query }) },
  }),
  ...(op.body && {
    requestBody: {
      required: true,
      content: { [BODY_TYPES[op.parts ? 1 : 0]]: { schema: op.body, example: op.example } },
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
      ...(op.answer && { content: { 'application/json': { schema: op.answer } } }),
      ...(op.file && fileOf(op.file)),
    },
    ...Object.fromEntries(
      refusalsOf(op).map((name) => [REFUSALS[name][0], { $ref: `#/components/responses/${name}` }]),
    ),
  },
});

/** `summary` is OpenAPI 3.1; the writer's types know 3.0 only. */
const INFO = {
  title: 'Nhịp Cầu',
  version: '1.0.0',
  summary: "Trainings, forums and conferences of Vietnam's grassroots mediators",
  description: [
    'Public calls need no token. Staff calls take `Authorization: Bearer …` or the session cookie of',
    'the console. Times are ISO 8601 with an offset and are answered in UTC; money is integer đồng.',
    'Lists take `limit` and `cursor` and answer `{ items, next }`; `next` is null where this was all.',
    'A refusal is `application/problem+json` (RFC 9457) with a `code`, and `errors` names the fields.',
    'A method that a path does not have is answered with 405, and `Allow` names those that it has.',
  ].join(' '),
};

/** The whole API as an OpenAPI 3.1 document; needs nothing but the operations themselves. */
export const openApi = (operations: readonly Operation[]): OpenApi => {
  const paths: ZodOpenApiPathsObject = {};
  for (const op of operations) {
    paths[op.path] ??= {};
    paths[op.path]![op.method] = describeOperation(op);
  }
  const whole: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/api' }],
    tags: [...new Set(operations.map((op) => op.tag))].map((name) => ({ name })),
    paths,
    components: {
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([name, [status, description, code]]) => [
          name,
          {
            description,
            content: {
              'application/problem+json': {
                schema: Problem,
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
  return createDocument(whole, { override }) as unknown as OpenApi;
};
