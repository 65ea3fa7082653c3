import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webProbe } from '../../../functions/platform/web/probe';

describe('the question whether a page is there', () => {
  let server: Server;
  let port: string;
  let asked: string[] = [];
  let names: string[] = [];
  /** Every name leads to this machine, which these tests allow. */
  const toHere = () => ({
    resolve: async (name: string) => {
      names.push(name);
      return [{ address: '127.0.0.1', family: 4 }];
    },
    isAllowed: (address: string) => address === '127.0.0.1',
    ports: [port],
  });
  const at = (path: string, host = 'law.example') => `http://${host}:${port}${path}`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`);
      const [, verb, value = ''] = request.url!.split('/').map(decodeURIComponent);
      if (verb === 'status') response.writeHead(Number(value)).end('x');
      else if (verb === 'to') response.writeHead(302, { location: value }).end();
      else if (verb === 'endless') {
        response.writeHead(200);
        const more = () =>
          response.write('x'.repeat(65_536), () => !response.destroyed && setImmediate(more));
        more();
      } else if (verb === 'long-head') response.writeHead(200, { 'x-long': 'x'.repeat(60_000) }).end();
      // `silent` is never answered.
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  beforeEach(() => {
    asked = [];
    names = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    [200, { found: true, status: 200 }],
    [403, { found: true, status: 403 }],
    [429, { found: true, status: 429 }],
    [404, { found: false, reason: 'gone', status: 404 }],
    [410, { found: false, reason: 'gone', status: 410 }],
    [500, { found: false, reason: 'no-answer', status: 500 }],
  ])('is answered by the status %d', async (status, answer) => {
    expect(await webProbe(toHere()).probe(at(`/status/${status}`))).toEqual(answer);
    expect(asked).toEqual([`GET law.example/status/${status}`]);
  });

  test('follows three redirects, and no fourth', async () => {
    const chain = (steps: number): string =>
      steps === 0 ? at('/status/200') : at(`/to/${encodeURIComponent(chain(steps - 1))}`);
    expect(await webProbe(toHere()).probe(chain(3))).toEqual({ found: true, status: 200 });
    expect(await webProbe(toHere()).probe(chain(4))).toEqual({ found: false, reason: 'no-answer' });
  });

  test('reads no body and no long head', async () => {
    expect(await webProbe(toHere()).probe(at('/endless'))).toEqual({ found: true, status: 200 });
    expect(await webProbe(toHere()).probe(at('/long-head'))).toEqual({ found: false, reason: 'no-answer' });
  });

  test('ends where the site says nothing', async () => {
    const probe = webProbe({ ...toHere(), mostMs: 50 });
    expect(await probe.probe(at('/silent'))).toEqual({ found: false, reason: 'no-answer' });
  });

  test('ends where there is no such name, and where nothing listens', async () => {
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'));
    const none = webProbe({ ...toHere(), resolve });
    expect(await none.probe(at('/status/200'))).toEqual({ found: false, reason: 'no-answer' });
    const closed = webProbe({ ...toHere(), ports: ['1'] });
    expect(await closed.probe('http://law.example:1/')).toEqual({ found: false, reason: 'no-answer' });
  });

  const refused = { found: false, reason: 'refused' };

  test('is not asked of this machine, by address or by name', async () => {
    const probe = webProbe({ ports: [port] });
    for (const host of ['127.0.0.1', '0x7f000001', '2130706433', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])
      expect([host, await probe.probe(at('/status/200', host))]).toEqual([host, refused]);
    expect(asked).toEqual([]);
  });

  test('is not asked where one of several addresses of the name is not public', async () => {
    const resolve = async () => [
      { address: '103.9.76.1', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ];
    expect(await webProbe({ resolve, ports: [port] }).probe(at('/status/200'))).toEqual(refused);
  });

  test('is not asked where a public site leads to a private one', async () => {
    const probe = webProbe({ ...toHere(), resolve: toHere().resolve });
    for (const to of [
      'http://169.254.169.254/latest/meta-data/',
      `http://10.0.0.1:${port}/`,
      'file:///etc/passwd',
    ])
      expect([to, await probe.probe(at(`/to/${encodeURIComponent(to)}`))]).toEqual([to, refused]);
  });

  test('goes to the address that was looked at, with one look', async () => {
    const answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '10.0.0.1', family: 4 }]];
    const resolve = async (name: string) => {
      names.push(name);
      return answers.shift()!;
    };
    expect(await webProbe({ ...toHere(), resolve }).probe(at('/status/200'))).toMatchObject({ found: true });
    expect(names).toEqual(['law.example']);
  });

  test('is asked of the ports of the web alone, by http and https, without a password', async () => {
    const { ports: _, ...usual } = toHere();
    for (const url of [
      at('/status/200'),
      'ftp://law.example/',
      'http://a:b@law.example/',
      'http://law.example:22/',
    ])
      expect([url, await webProbe(usual).probe(url)]).toEqual([url, refused]);
    expect([asked, names]).toEqual([[], []]);
  });
});
