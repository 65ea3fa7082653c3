import type { Account } from '../../functions/directory/accounts/account';
import type { World } from '../../functions/platform/world/world';
import { site } from '../../web/site/site';
import { assets } from './assets';

/**
 * Calls of the API as a client sends them: JSON there and back, or a file as `text` with its headers. Who calls is said by the test's own mock of
 * `authenticate`; staff send a bearer token, as other clients do.
 */
export const apiOf =
  (world: World, account: () => Account | undefined) =>
  async (method: string, path: string, body?: unknown) => {
    const response = await site(world, assets).request(`/api${path}`, {
      method,
      headers: {
        ...(account() && { authorization: 'Bearer of-the-account' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
    const json = (isJson ? JSON.parse(text) : undefined) as any;
    return { status: response.status, json, text, headers: response.headers };
  };
