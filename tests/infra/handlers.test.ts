import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { addApiToken } from '../../functions/directory/sessions/token';
import { addAccount } from '../../functions/directory/sign-in/add-account';
import { eventsTable } from '../../functions/events/event/event';
import { historyOf } from '../../functions/platform/audit/history';
import { newToken } from '../../functions/platform/keys/ids';
import { routes } from '../../web/routes';
import { assets } from '../support/assets';
import { anEvent, keepEvent, streamRecord } from '../support/stored';
import { useWorld } from '../support/world';
import { apiEvent as event, SECRET } from './api-event';

type Http = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

const ORIGIN = 'https://nhipcau.test';

const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2) =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

describe('the entry points', () => {
  const world = useWorld();

  beforeAll(() => {
    const environment = {
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: inject('dynamo'),
      PUBLIC_ORIGIN: ORIGIN,
      TABLE_PREFIX: world.settings.tablePrefix,
      FILES_BUCKET: 'files',
      PERSON_KEY_SECRET: 'p'.repeat(64),
      TOKEN_SECRET: 't'.repeat(64),
      ORIGIN_SECRET: `${'n'.repeat(64)},${SECRET}`,
      MAIL_FROM: 'Sở Tư pháp <thu-moi@nhipcau.test>',
      DEPARTMENT_NAME: 'Sở Tư pháp tỉnh Kiên Giang',
      DEPARTMENT_PARENT: 'UBND TỈNH KIÊN GIANG',
      DEPARTMENT_PLACE: 'Kiên Giang',
      DEPARTMENT_CODE: 'STP',
      HELP_NAME: 'Phòng Phổ biến',
      HELP_PHONE: '02973812345',
      HELP_EMAIL: 'pbgdpl@nhipcau.test',
      RELEASE: 'abc123',
      PAGE_ASSETS: JSON.stringify({ ...assets, style: '/static/style-1.css' }),
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  describe('http, with events of API Gateway', () => {
    let handler: Http;
    beforeAll(async () => {
      handler = (await import('../../functions/entry/http')).handler as unknown as Http;
    });

    test('GET / answers the home page as text', async () => {
      const answer = await handler(event('GET', '/'));
      expect(answer.statusCode).toBe(200);
      expect(answer.headers?.['content-type']).toMatch(/^text\/html/);
      expect(answer.isBase64Encoded).toBe(false);
      expect(answer.body).toContain('<html lang="vi"');
      expect(answer.body).toContain('href="/static/style-1.css"');
    });

    test('GET / compressed answers base64 of gzip', async () => {
      const answer = await handler(event('GET', '/', { headers: { 'accept-encoding': 'gzip' } }));
      expect(answer.headers?.['content-encoding']).toBe('gzip');
      expect(answer.isBase64Encoded).toBe(true);
      expect(gunzipSync(Buffer.from(answer.body!, 'base64')).toString('utf8')).toContain('<html lang="vi"');
    });

    test('POST of a form in base64 is read: the page comes back with what was typed', async () => {
      const answer = await handler(
        event('POST', routes.review(), {
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
          body: new URLSearchParams({ code: '123', phone: 'không phải số' }).toString(),
          base64: true,
        }),
      );
      expect(answer.statusCode).toBe(422);
      expect(textOf(answer)).toContain('không phải số');
    });

    test('POST of a form from another site is refused', async () => {
      const answer = await handler(
        event('POST', routes.review(), {
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.test' },
          body: 'code=1',
        }),
      );
      expect(answer.statusCode).toBe(403);
    });

    test('POST of JSON is read, and a refusal is a problem in JSON', async () => {
      const answer = await handler(
        event('POST', '/api/events/evt_none/registrations', {
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ fullName: '', phone: 'abc', consent: true }),
        }),
      );
      expect(answer.statusCode).toBe(422);
      expect(answer.headers?.['content-type']).toBe('application/problem+json; charset=utf-8');
      const problem = JSON.parse(textOf(answer));
      expect(problem.errors.map((e: { path: string }) => e.path)).toEqual(
        expect.arrayContaining(['fullName', 'phone']),
      );
    });

    test('cookies go out apart from the headers and are read when they come back', async () => {
      const set = await handler(event('GET', `${routes.textSize()}?co=1&ve=/`));
      expect(set.statusCode).toBe(303);
      expect(set.cookies?.[0]).toMatch(/^__Host-co=1;/);
      const page = await handler(event('GET', '/', { cookies: ['khac=2', '__Host-co=1'] }));
      expect(page.body).toContain('data-size="1"');
    });

    test('a query with Vietnamese letters arrives whole', async () => {
      const answer = await handler(event('GET', `/?tim=${encodeURIComponent('Gò Quao')}`));
      expect(answer.statusCode).toBe(200);
    });

    test('says which release answers', async () => {
      expect((await handler(event('GET', '/healthz'))).body).toBe('ok abc123');
    });

    test('a CSV file stays bytes, whatever the client accepts', async () => {
      const token = newToken();
      const { id } = await addAccount(world, {
        email: 'xuat@mau.vn',
        name: 'Trần Thị Xuất',
        role: 'organizer',
      });
      await addApiToken(world, id, token);
      await keepEvent(world, anEvent('evt_csv'));
      const asked = { headers: { accept: '*/*', authorization: `Bearer ${token}` } };
      const answer = await handler(
        event('GET', '/api/events/evt_csv/registrations/export?format=csv', asked),
      );
      expect([answer.statusCode, answer.isBase64Encoded]).toEqual([200, true]);
      expect(Buffer.from(answer.body!, 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    });

    test('a request that does not come through CloudFront gets an empty 403', async () => {
      const answer = await handler(event('GET', '/', { headers: { 'x-origin-secret': 'guess' } }));
      expect([answer.statusCode, answer.body]).toEqual([403, '']);
      const next = { headers: { 'x-origin-secret': 'n'.repeat(64) } };
      expect((await handler(event('GET', '/', next))).statusCode).toBe(200);
    });

    test('a function that knows no secret of CloudFront does not start', async () => {
      vi.resetModules();
      vi.stubEnv('ORIGIN_SECRET', '');
      await expect(import('../../functions/entry/http')).rejects.toThrow('ORIGIN_SECRET is missing');
    });

    test('a path in disguise is not answered', async () => {
      for (const path of ['/./quan-tri/dang-nhap', '/x/../quan-tri/dang-nhap', '/%2e/quan-tri/dang-nhap'])
        expect([path, (await handler(event('GET', path))).statusCode]).toEqual([path, 404]);
    });

    test('a body of 10 MB is refused', async () => {
      const answer = await handler(
        event('POST', '/api/units', {
          headers: { 'content-type': 'application/json', 'content-length': String(10_000_000) },
          body: `{"name":"${'x'.repeat(10_000_000)}"}`,
        }),
      );
      expect(answer.statusCode).toBe(413);
    });

    test('a CSV file keeps its bytes, also for a client that accepts no compression', async () => {
      await world.db.put(eventsTable, anEvent('evt_csv') as never);
      const account = await addAccount(world, { name: 'Mẫu', email: 'csv@stp.example', role: 'organizer' });
      const token = newToken();
      await addApiToken(world, account.id, token);
      const answer = await handler(
        event('GET', '/api/events/evt_csv/registrations/export?format=csv', {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
      expect([answer.statusCode, answer.isBase64Encoded]).toEqual([200, true]);
      const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(
        Buffer.from(answer.body!, 'base64'),
      );
      expect(text).toMatch(/^\uFEFF.*Họ và tên/);
    });
  });

  test.each(['mailer', 'audit'] as const)(
    '%s takes a stream of nothing and has nothing to repeat',
    async (name) => {
      const { handler } = await import(`../../functions/entry/${name}.ts`);
      expect(await handler({ Records: [] })).toEqual({ batchItemFailures: [] });
    },
  );

  test.each(['mailer', 'audit'] as const)(
    '%s takes a batch as it lies in the bucket of failed records',
    async (name) => {
      const { handler } = await import(`../../functions/entry/${name}.ts`);
      const event = anEvent(`evt_again_${name}`, { by: 'acc_1' });
      await world.db.put(eventsTable, event as never);
      const batch = { Records: [streamRecord(world, 'events', event)] };
      const lies = {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 7 },
        version: '1.0',
        DDBStreamBatchInfo: { batchSize: 1 },
        payload: JSON.stringify(batch),
      };
      expect(await handler(lies)).toEqual({ batchItemFailures: [] });
      expect(await handler({ ...lies, payload: batch })).toEqual({ batchItemFailures: [] });
      if (name === 'audit') expect((await historyOf(world, event.id)).items).toHaveLength(1);
    },
  );

  test('clock takes a call of the scheduler', async () => {
    const { handler } = await import('../../functions/entry/clock');
    await (handler as (event: unknown) => Promise<void>)({});
  });

  test('feedback takes a notification without a delivery of ours', async () => {
    const { handler } = await import('../../functions/entry/feedback');
    const Message = JSON.stringify({
      eventType: 'Delivery',
      mail: { messageId: 'm', tags: {} },
      delivery: {},
    });
    await handler({ Records: [{ Sns: { Message } }] } as never);
  });
});

describe('a function without its settings', () => {
  test('does not start, and says what is missing', async () => {
    const { lambdaWorld } = await import('../../functions/entry/lambda-world');
    expect(() => lambdaWorld({ PUBLIC_ORIGIN: ORIGIN })).toThrow(/TABLE_PREFIX/);
  });
});
