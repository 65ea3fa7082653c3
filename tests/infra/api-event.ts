import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What CloudFront shows to the function. */
export const SECRET = 'o'.repeat(64);

/** An event as API Gateway sends it (payload format 2.0), behind CloudFront. */
export const apiEvent = (
  method: string,
  path: string,
  more: { headers?: Record<string, string>; body?: string; base64?: boolean; cookies?: string[] } = {},
): APIGatewayProxyEventV2 => {
  const [rawPath, rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: rawPath!,
    rawQueryString,
    ...(more.cookies && { cookies: more.cookies }),
    headers: {
      accept: 'text/html',
      'content-length': String(more.body?.length ?? 0),
      host: 'a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com',
      'user-agent': 'Amazon CloudFront',
      via: '2.0 0a1b2c.cloudfront.net (CloudFront)',
      'x-amz-cf-id': 'pL3Kd==',
      'x-forwarded-for': '113.161.1.2, 130.176.1.1',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      'x-origin-secret': SECRET,
      'x-viewer-address': '113.161.1.2',
      ...more.headers,
    },
    requestContext: {
      accountId: '000000000000',
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com',
      domainPrefix: 'a1b2c3d4e5',
      http: {
        method,
        path: rawPath!,
        protocol: 'HTTP/1.1',
        sourceIp: '130.176.1.1',
        userAgent: 'Amazon CloudFront',
      },
      requestId: 'Xy1-zgABSQ0EJQg=',
      routeKey: '$default',
      stage: '$default',
      time: '16/Nov/2026:02:00:00 +0000',
      timeEpoch: 1_794_794_400_000,
    },
    ...(more.body !== undefined && {
      body: more.base64 ? Buffer.from(more.body).toString('base64') : more.body,
    }),
    isBase64Encoded: Boolean(more.base64),
  };
};
