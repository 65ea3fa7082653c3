import { link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { inject } from 'vitest';
import { apiEvent } from '../../infra/api-event';
import type { TestWorld } from '../world';
import { environment } from './environment';

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** What a test says of a request beside it. */
export interface Beside {
  /** The caller's address, as the server of one machine sees it. */
  incoming?: { socket?: { remoteAddress?: string } };
  /** Fields of API Gateway's event. */
  event?: Partial<APIGatewayProxyEventV2>;
}

/** Bodies of other types come to the function in base64: forms, too. */
const TEXT = /^(text\/|application\/(json|javascript|xml))/;

/**
 * The built http function in this process, on a test's tables and by its clock, called as API Gateway calls it.
 * @param directory where it was built
 * @returns what a browser would get from it
 */
export const throughLambda = (world: TestWorld, directory: string) => {
  const load = async (settings: Record<string, string | undefined>): Promise<Handler> => {
    Object.assign(process.env, settings);
    Date.now = () => world.clock.at;
    // A function has its world from its environment, once, and Node loads each file once: a world needs files of its own.
    const own = join(directory, `${world.settings.tablePrefix}${++loads}`);
    await mkdir(own);
    const files = (await readdir(directory, { withFileTypes: true })).filter((file) => file.isFile());
    await Promise.all(files.map(({ name }) => link(join(directory, name), join(own, name))));
    return (await import(/* @vite-ignore */ pathToFileURL(join(own, 'index.mjs')).href)).handler;
  };
  return async (request: Request, beside: Beside = {}): Promise<Response> => {
    const settings = environment(world, inject('dynamo'));
    const name = JSON.stringify(settings);
    const loaded = functions.get(name) ?? load(settings);
    functions.set(name, loaded);
    return responseOf(await (await loaded)(await eventOf(request, beside)));
  };
};
/** One for each world and its settings: its visitors meet one function, as the order of their arrival asks for. */
const functions = new Map<string, Promise<Handler>>();
let loads = 0;

const eventOf = async (
  request: Request,
  { incoming, event: more }: Beside,
): Promise<APIGatewayProxyEventV2> => {
  const { pathname, search } = new URL(request.url);
  const { cookie, ...headers } = Object.fromEntries(request.headers);
  const bytes = Buffer.from(await request.arrayBuffer());
  const base64 = !TEXT.test(headers['content-type'] ?? '');
  const event = apiEvent(request.method, pathname + search, {
    headers: {
      ...headers,
      'x-forwarded-for': `${incoming?.socket?.remoteAddress ?? '113.161.1.2'}, 130.176.1.1`,
      'content-length': String(bytes.length),
    },
    ...(cookie && { cookies: cookie.split('; ') }),
  });
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
