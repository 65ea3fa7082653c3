import { createHmac, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { MINUTE } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { inLanguage } from '../../ui/layout';

/**
 * For half an hour after registering, or after giving code and phone, a signed cookie says which
 * registration the reader may see, so that the code and the phone are neither in a URL nor typed again. The
 * cookie is sent to the pages of review alone.
 */
const NAME = 'dk';
const LASTS = 30 * MINUTE;
const paths = [inLanguage('vi', routes.review()), inLanguage('en', routes.review())];

const sign = (world: World, id: string, until: number) =>
  createHmac('sha256', world.settings.secrets.token).update(`review:${id}:${until}`).digest('base64url');

export const giveProof = (c: Page, registrationId: string): void => {
  const world = c.get('world');
  const until = world.now() + LASTS;
  const value = `${registrationId}.${until}.${sign(world, registrationId, until)}`;
  for (const path of paths)
    setCookie(c, NAME, value, {
      path,
      httpOnly: true,
      sameSite: 'Lax',
      secure: world.settings.publicOrigin.startsWith('https:'),
      maxAge: LASTS / 1_000,
    });
};

/** @returns the id of the registration that the cookie proves to be the reader's, until it expires */
export const provenRegistration = (c: Page): string | undefined => {
  const world = c.get('world');
  const [id, until, signature] = (getCookie(c, NAME) ?? '').split('.');
  if (!id || !until || !signature || !(Number(until) > world.now())) return undefined;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(world, id, Number(until)));
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
};
