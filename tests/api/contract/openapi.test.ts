import { Validator } from '@seriousme/openapi-schema-validator';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openApi } from '../../../functions/api/contract/openapi';
import { operation } from '../../../functions/api/contract/operation';
import { type ApiEnv, serve } from '../../../functions/api/contract/serve';
import { document } from '../../../functions/api/document';
import { operations } from '../../../functions/api/operations';
import { CSV, PDF, XLSX } from '../../../functions/platform/files/download';
import { en } from '../../../web/copy/en/en';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

/** Kept stable for programs that use the API. */
const CONTRACT = [
  'listEvents',
  'getEvent',
  'createEvent',
  'updateEvent',
  'publishEvent',
  'postponeEvent',
  'cancelEvent',
  'listRegistrations',
  'register',
  'getRegistration',
  'cancelRegistration',
  'replaceRegistration',
  'createCheckIn',
  'listBodies',
  'createBody',
  'createInvitation',
  'getInvitation',
  'answerInvitation',
  'createNomination',
  'listCalls',
  'listUnits',
];

describe('the description of the API', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document())));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('names every operation of the contract', () => {
    const ids = operations.map((op) => op.id);
    expect(CONTRACT.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has no id twice and no path with a method twice', () => {
    const twice = (all: string[]) => all.filter((one, i) => all.indexOf(one) !== i);
    expect(twice(operations.map((op) => op.id))).toEqual([]);
    expect(twice(operations.map((op) => `${op.method} ${op.path.replace(/\{\w+\}/g, '{}')}`))).toEqual([]);
  });

  test('refers only to shapes that it has', () => {
    const refs = [...JSON.stringify(document()).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(20);
    const { components } = document();
    for (const [ref, kind, name] of refs) expect(components[kind as 'schemas'], ref).toHaveProperty(name!);
  });

  test.each(operations.map((op) => [op.id, op] as const))('%s is complete', (_, op) => {
    expect(op.summary).not.toBe('');
    if (op.body) {
      const result = op.body.safeParse(op.example);
      expect(result.error?.issues ?? [], 'its example is accepted by its own schema').toEqual([]);
    }
    const answers = [op.answer, op.file, op.status === 204 || undefined].filter((a) => a !== undefined);
    expect(answers, 'what it answers is described, once').toHaveLength(1);
    const named = [...op.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const described = Object.keys((op.params as z.ZodObject | undefined)?.shape ?? {});
    expect(described.sort()).toEqual(named.sort());
    if (op.id.startsWith('list')) {
      const answered = Object.keys((op.answer as z.ZodObject).shape);
      expect(answered).toEqual(expect.arrayContaining(['items', 'next']));
      const asked = Object.keys((op.query as z.ZodObject | undefined)?.shape ?? {});
      expect(asked).toEqual(expect.arrayContaining(['limit', 'cursor']));
    }
  });

  test('shows the limits that hold after cleaning, and names shapes once', () => {
    const Thing = z.object({ id: z.string() }).meta({ id: 'Thing' });
    const described = openApi([
      operation({
        id: 'makeThing',
        method: 'post',
        path: '/things/{thingId}',
        tag: 'Things',
        summary: 'Make',
        who: 'staff',
        params: z.object({ thingId: z.string().meta({ param: { example: 't1' } }) }),
        body: z.object({
          name: z
            .string()
            .max(20_000)
            .transform((s) => s.trim())
            .pipe(z.string().min(1).max(5)),
        }),
        example: { name: 'a' },
        status: 201,
        answer: z.object({ items: z.array(Thing), first: Thing }),
        run: async () => undefined,
      }),
    ]);
    const op = described.paths['/things/{thingId}']!.post!;
    expect(op.requestBody!.content['application/json']!.schema.properties!.name).toEqual({
      type: 'string',
      minLength: 1,
      maxLength: 5,
    });
    expect(op.parameters![0]).toMatchObject({ in: 'path', required: true, example: 't1' });
    expect(op.security).toEqual([{ token: [] }, { session: [] }]);
    expect(op.responses['401']).toEqual({ $ref: '#/components/responses/Unauthenticated' });
    expect(described.components.schemas.Thing).toEqual({
      type: 'object',
      properties: { id: { type: 'string' } },
      required: ['id'],
    });
  });
});

describe('a file in the place of JSON', () => {
  const world = useWorld();
  const sheet = operation({
    id: 'getThingSheet',
    method: 'get',
    path: '/thing-sheet',
    tag: 'Things',
    summary: 'A file',
    who: 'public',
    status: 200,
    file: [CSV, PDF],
    run: async () => ({ name: 'a "b"\r\nc/đ.csv', type: CSV, body: 'một,hai' }),
  });

  test('is described with its types and its name', () => {
    expect(openApi([sheet]).paths['/thing-sheet']!.get!.responses['200']).toEqual({
      description: 'The file',
      headers: { 'Content-Disposition': { description: expect.any(String), schema: { type: 'string' } } },
      content: {
        'text/csv': { schema: { type: 'string', format: 'binary' } },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
      },
    });
  });

  test('is sent under a name that cannot break out of its header', async () => {
    const app = new Hono<ApiEnv>();
    app.use(async (c, next) => {
      c.set('world', world);
      await next();
    });
    const response = await app.route('/', serve([sheet])).request('/thing-sheet');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a--b---c--.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('một,hai');
  });
});

describe('the reference', () => {
  const world = useWorld();
  const { get } = visitor(world);

  test('GET /api/openapi.json answers the document', async () => {
    const response = await get('/api/openapi.json');
    expect(response.status).toBe(200);
    expect(response.json).toEqual(JSON.parse(JSON.stringify(document())));
  });

  test('GET /api/docs shows every operation, every shape and the words of every refusal', async () => {
    const { status, html } = await get('/api/docs');
    expect(status).toBe(200);
    expect(html).toContain('<html lang="en"');
    for (const { id } of operations) expect(html).toContain(`id="${id}"`);
    for (const name of Object.keys(document().components.schemas))
      expect(html).toContain(`id="shape-${name}"`);
    for (const code of Object.keys(en.problems)) expect(html, code).toContain(`id="${code}"`);
    expect(html).not.toContain('<script');
    expect(html).toContain('curl -OJ &#39;https://nhipcau.test/api/events/evt_mau_mo/calendar');
    expect(html).toContain(`<code>${[XLSX, CSV].join(' | ')}</code>`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});
