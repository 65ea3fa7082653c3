import { createHmac } from 'node:crypto';
import { getCookie } from 'hono/cookie';
import { isSameSecret } from '../../functions/platform/keys/is-same-secret';
import { HOUR } from '../../functions/platform/time/dates';
import { hostCookie } from '../cookie-name';
import type { Page } from '../env';
import { FORM_TOKEN, QUERY } from '../query';
import { readForm } from './form/read';

const LASTS = HOUR;

/** What a forger would want to use: the cookies that prove something. They are not in a page that he asked for. */
const proving = (c: Page): string =>
  Object.entries(getCookie(c))
    .filter(([name]) => name !== hostCookie(c, QUERY.textSize).name)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(';');

const sign = (c: Page, path: string, until: number) =>
  createHmac('sha256', c.get('world').settings.secrets.token)
    .update(`form:${path}:${until}:${proving(c)}`)
    .digest('base64url');

const pathOf = (c: Page) => new URL(c.req.url).pathname;

/** For a form that leads to this very address: the site made it, for a reader with these cookies. */
export const formToken = (c: Page): string => {
  const until = c.get('world').now() + LASTS;
  return `${until}.${sign(c, pathOf(c), until)}`;
};

/** Whether the form that was sent has a token of this address and this reader. */
export const hasFormToken = async (c: Page): Promise<boolean> => {
  const { fields } = await readForm<typeof FORM_TOKEN>(c).catch(() => ({
    fields: {} as Record<string, never>,
  }));
  const [until, signature] = (fields[FORM_TOKEN] ?? '').split('.');
  if (!until || !signature || !(Number(until) > c.get('world').now())) return false;
  return isSameSecret(signature, sign(c, pathOf(c), Number(until)));
};
