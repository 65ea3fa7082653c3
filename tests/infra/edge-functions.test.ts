import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { personalRequest, publicRequest } from '../../infra/constructs/site/edge-functions';
import { OWN_HEADERS } from '../../infra/constructs/site/own-headers';

const run = (code: string, request: object): Record<string, unknown> =>
  runInNewContext(`${code}; handler(event)`, { event: { request, viewer: { ip: '113.161.1.2' } } });

const personal = personalRequest('<p>Tệp "lớn"</p>');

test('a personal request says where it comes from, whatever the caller wrote there', () => {
  const headers = { 'x-viewer-address': { value: '1.1.1.1' }, 'content-length': { value: '4400000' } };
  expect(run(personal, { headers })).toMatchObject({
    headers: { 'x-viewer-address': { value: '113.161.1.2' } },
  });
});

test('a body that Lambda cannot take is answered with a page in Vietnamese, not with JSON', () => {
  expect(run(personal, { headers: { 'content-length': { value: '4400001' } } })).toMatchObject({
    statusCode: 413,
    headers: {
      'content-type': { value: 'text/html; charset=utf-8' },
      'cache-control': { value: 'no-store' },
      ...Object.fromEntries(Object.entries(OWN_HEADERS).map(([name, value]) => [name, { value }])),
    },
    body: { data: '<p>Tệp "lớn"</p>' },
  });
});

test('what other sites put behind an address to follow people makes no page of its own', () => {
  const querystring = {
    fbclid: { value: 'x' },
    utm_source: { value: 'zalo' },
    trang: { value: '2' },
    tim: { value: 'a' },
  };
  expect(Object.keys(run(publicRequest, { querystring }).querystring as object)).toEqual(['trang', 'tim']);
});
