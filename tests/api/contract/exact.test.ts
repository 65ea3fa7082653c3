import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bodyOf, type JsonSchema } from '../../../functions/api/contract/described';
import { document } from '../../../functions/api/document';
import { operations } from '../../../functions/api/operations';
import { CALENDAR } from '../../../functions/platform/files/download';
import { routes } from '../../../web/routes';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const paths = Object.entries(document().paths);
const calls = paths.flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, op]) => ({ id: op.operationId, path, method, op })),
);

/** Ids of the right form that nothing has; a link's secret is any text. */
const pathTo = (path: string, { parameters = [] }: (typeof calls)[number]['op']) =>
  path.replace(/\{(\w+)\}/g, (_, name) => {
    const { pattern = '' } = parameters.find((p) => p.name === name)!.schema;
    const [, prefix] = /^\^([a-z]{3}_)/.exec(String(pattern)) ?? [];
    return prefix ? `${prefix}none0000` : 'x0000000';
  });

/** Every schema of the document, also those inside others. */
const schemasIn = (value: unknown): JsonSchema[] =>
  value && typeof value === 'object' ? [value as JsonSchema, ...Object.values(value).flatMap(schemasIn)] : [];

/** RFC 9457, as the document has it. */
const Problem = z.object({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string().min(1) })).optional(),
});

describe('the document is exact', () => {
  const world = useWorld();
  let admin: Visitor;
  beforeAll(async () => {
    admin = await signIn(world, { role: 'admin', bearer: true });
  });

  test.each(calls)('$id: a refusal is one that the document has', async ({ path, method, op }) => {
    const url = pathTo(path, op);
    const body = bodyOf(op);
    const asks = [
      () =>
        admin.api(method.toUpperCase(), url, body?.type === 'application/json' ? body.example : undefined),
      () => admin.api(method.toUpperCase(), url, body && { unknown: true }),
      () => visitor(world).api(method.toUpperCase(), url, body && { unknown: true }),
    ];
    for (const ask of asks) {
      const { status, json, headers } = await ask();
      expect(Object.keys(op.responses), url).toContain(String(status));
      if (status < 400) continue;
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(Problem.safeParse(json).error?.issues ?? []).toEqual([]);
      expect(json.status).toBe(status);
    }
  });

  test.each(paths)(
    '%s answers a method that it has not with 405 and those that it has',
    async (path, has) => {
      const [first] = Object.values(has);
      const url = pathTo(path, first!);
      const sibling = paths.filter(([other]) =>
        new RegExp(`^${other.replace(/\{\w+\}/g, '[^/]+')}$`).test(url),
      );
      const declared = sibling.flatMap(([, methods]) => Object.keys(methods));
      const method = METHODS.find((one) => !declared.includes(one))!;
      const { status, headers, json } = await admin.api(method.toUpperCase(), url);
      expect({ status, code: json.code }).toEqual({ status: 405, code: 'method-not-allowed' });
      const allowed = headers.get('allow')!.split(', ');
      expect(allowed.filter((one) => one !== 'HEAD').sort()).toEqual(
        [...new Set(declared.map((one) => one.toUpperCase()))].sort(),
      );
    },
  );

  test('no address fits two paths, where one does not name more words than the other', () => {
    const fitting = (a: string, b: string) => {
      const [one, other] = [a.split('/'), b.split('/')];
      if (one.length !== other.length) return false;
      return one.every((part, i) => part === other[i] || part.startsWith('{') || other[i]!.startsWith('{'));
    };
    const words = (path: string) => path.split('/').filter((part) => !part.startsWith('{')).length;
    const twice = paths.flatMap(([a], i) =>
      paths.slice(i + 1).flatMap(([b]) => (fitting(a, b) && words(a) === words(b) ? [`${a} ${b}`] : [])),
    );
    expect(twice).toEqual([]);
  });

  test('an unknown path is 404, whatever the method', async () => {
    for (const method of METHODS) expect((await admin.api(method.toUpperCase(), '/none')).status).toBe(404);
  });

  test('a page that takes no form says so with 405 as well', async () => {
    const { status, headers, html } = await visitor(world).post(routes.privacy(), {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(html).toContain('Địa chỉ này không nhận thao tác vừa gửi');
  });

  test('every pattern can be read without the flag u', () => {
    const patterns = schemasIn(document()).flatMap(({ pattern }) =>
      typeof pattern === 'string' ? pattern : [],
    );
    expect(patterns.length).toBeGreaterThan(50);
    expect(patterns.filter((pattern) => /\\[pP]\{/.test(pattern))).toEqual([]);
    for (const pattern of patterns) expect(() => new RegExp(pattern)).not.toThrow();
  });

  test('a phone and an instant that are sent have patterns, and whether events are past is one of two words', () => {
    const body = bodyOf(calls.find(({ id }) => id === 'findRegistration')!.op)!.schema;
    const { pattern } = body.properties!.phone!;
    for (const phone of ['0912345678', '0912 345 678', '+84 912.345.678', '0297 3812 345'])
      expect(phone).toMatch(new RegExp(String(pattern)));
    for (const phone of ['912', 'gọi sau']) expect(phone).not.toMatch(new RegExp(String(pattern)));
    const sent = schemasIn(calls.map(({ op }) => op.requestBody));
    const instants = sent.filter(({ format }) => format === 'date-time');
    expect(instants.length).toBeGreaterThan(0);
    for (const instant of instants) expect(instant.pattern).toBe('^20\\d\\d-');
    const past = calls
      .find(({ id }) => id === 'listEvents')!
      .op.parameters!.find(({ name }) => name === 'past');
    expect(past?.schema.enum).toEqual(['true', 'false']);
  });

  test('history says what was before, what is after, or both', () => {
    const change = JSON.stringify(document().components.schemas.Change);
    expect(change).toContain('"from"');
    expect(change).not.toMatch(/"required":\[[^\]]*"(from|to)"/);
  });

  test('a file that is no UTF-8 text is bytes to a client', () => {
    const files = calls.flatMap(({ op }) =>
      Object.values(op.responses).flatMap((answer) =>
        '$ref' in answer ? [] : Object.entries(answer.content ?? {}).filter(([type]) => !/json$/.test(type)),
      ),
    );
    expect(files.length).toBeGreaterThan(8);
    for (const [type, { schema }] of files)
      expect([type, schema.format]).toEqual([type, type === CALENDAR ? undefined : 'binary']);
  });

  test('each file that is answered has its type', () => {
    for (const { id, file } of operations.filter((op) => op.file)) {
      const answer = calls.find((call) => call.id === id)!.op.responses['200'] as {
        content: Record<string, { schema: JsonSchema }>;
      };
      expect(Object.keys(answer.content), id).toEqual([...file!]);
    }
  });
});
