import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { apiEvent } from '../../infra/api-event';
import type { TestWorld } from '../world';
import { builtFunction } from './load';

/** What a test says of a request beside it. */
export interface Beside {
  /** The caller's address, as the server of one machine sees it. */
  incoming?: { socket?: { remoteAddress?: string } };
  /** Fields of API Gateway's event. */
  event?: Partial<APIGatewayProxyEventV2>;
  /** How API Gateway calls this request. */
  requestContext?: { requestId: string };
}

/** Bodies of other types come to the function in base64: forms, too. */
const TEXT = /^(text\/|application\/(json|javascript|xml))/;

/**
 * The built http function on a test's world, called as API Gateway calls it.
 * @returns what a browser would get from it
 */
export const throughLambda = (world: TestWorld) => {
  const call = builtFunction(world, 'http');
  return async (request: Request, beside: Beside = {}): Promise<Response> =>
    responseOf(await call(await eventOf(request, beside)));
};

const eventOf = async (
  request: Request,
  { incoming, event: more, requestContext }: Beside,
): Promise<APIGatewayProxyEventV2> => {
  const { pathname, search } = new URL(request.url);
  const { cookie, ...headers } = Object.fromEntries(request.headers);
  const caller = incoming?.socket?.remoteAddress ?? '113.161.1.2';
  const bytes = Buffer.from(await request.arrayBuffer());
  const base64 = !TEXT.test(headers['content-type'] ?? '');
  const event = apiEvent(request.method, pathname + search, {
    headers: {
      ...headers,
      'x-forwarded-for': `${caller}, 130.176.1.1`,
      'x-viewer-address': caller,
      'content-length': String(bytes.length),
    },
    ...(cookie && { cookies: cookie.split('; ') }),
  });
  Object.assign(event.requestContext, requestContext);
  if (!request.body) return { ...event, ...more };
  return { ...event, ...more, body: bytes.toString(base64 ? 'base64' : 'utf8'), isBase64Encoded: base64 };
};

const responseOf = (result: APIGatewayProxyStructuredResultV2): Response => {
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded } = result;
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) all.set(name, String(value));
  for (const cookie of cookies) all.append('set-cookie', cookie);
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return new Response([204, 304].includes(statusCode) ? null : bytes, { status: statusCode, headers: all });
};
