import type { Role } from '../../../functions/directory/accounts/account';
import { addAccount, addApiToken } from '../../../functions/directory/sign-in/add-account';
import { addUnit } from '../../../functions/directory/units/add';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import type { TestWorld } from '../../support/world';

const ORIGIN = 'https://nhipcau.test';

/** The whole site for one visitor: the public, or staff of a role by bearer token. */
export const visitor = async (world: TestWorld, role?: Role) => {
  const token = role && `token-${role}-0123456789`;
  if (role && token) {
    const unit = role === 'officer' && (await addUnit(world, { name: 'Kiên Giang', kind: 'province' }));
    const account = await addAccount(world, {
      email: `${role}@stp.example`,
      name: 'Trần Mẫu Bình',
      role,
      ...(unit && { unitId: unit.id }),
    });
    await addApiToken(world, account.id, token);
  }
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const ask = async (path: string, init: RequestInit = {}) =>
    site(world, assets).request(ORIGIN + path, {
      ...init,
      headers: { ...headers, origin: ORIGIN, ...(init.headers as Record<string, string>) },
    });
  return {
    get: (path: string) => ask(path),
    page: async (path: string) => (await ask(path)).text(),
    post: (path: string, fields: Record<string, string> | [string, string][]) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    upload: (path: string, file?: File) => {
      const body = new FormData();
      if (file) body.set('file', file);
      return ask(path, { method: 'POST', body });
    },
    json: (method: string, path: string, body?: unknown) =>
      ask(path, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      }),
  };
};
