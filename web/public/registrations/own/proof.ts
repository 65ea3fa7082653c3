import { createHmac, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { MINUTE } from '../../../../functions/platform/time/dates';
import type { World } from '../../../../functions/platform/world/world';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { inLanguage } from '../../../ui/paths';

/**
 * For half an hour after registering, or after giving code and phone, a signed cookie says which
 * registration the reader may see, so that the code and the phone are neither in a URL nor typed again. The
 * cookie is sent to the pages of review, and to those of events: there it answers a form that is sent again, and
 * spares the person the same questions for another event. A browser without cookies carries the same proof in the addresses and forms of its pages.
 */
const NAME = 'dk';
const LASTS = 30 * MINUTE;

const PATHS = [routes.review(), routes.event('').slice(0, -1)].flatMap((path) => [
  inLanguage('vi', path),
  inLanguage('en', path),
]);

const sign = (world: World, id: string, until: number) =>
  createHmac('sha256', world.settings.secrets.token).update(`review:${id}:${until}`).digest('base64url');

/** @returns the proof, for a reader whose browser keeps no cookies */
export const giveProof = (c: Page, { id }: { id: string }): string => {
  const world = c.get('world');
  const until = world.now() + LASTS;
  const value = `${id}.${until}.${sign(world, id, until)}`;
  for (const path of PATHS)
    setCookie(c, NAME, value, {
      path,
      httpOnly: true,
      sameSite: 'Lax',
      secure: world.settings.publicOrigin.startsWith('https:'),
      maxAge: LASTS / 1_000,
    });
  return value;
};

const provenBy = (world: World, proof: string | undefined): string | undefined => {
  const [id, until, signature] = (proof ?? '').split('.');
  if (!id || !until || !signature || !(Number(until) > world.now())) return undefined;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(world, id, Number(until)));
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
};

/** What a reader has proved: one registration, until the proof expires. */
export interface Proven {
  id: string;
  /** The proof that the page itself carried: its links and forms carry it on. */
  carried?: string;
}

/** @param inForm the proof in the form that was sent; a page that was opened has it in its address */
export const provenRegistration = (
  c: Page,
  inForm: string | undefined = c.req.query(QUERY.proof),
): Proven | undefined => {
  const world = c.get('world');
  const carried = provenBy(world, inForm);
  if (carried) return { id: carried, carried: inForm! };
  const kept = provenBy(world, getCookie(c, NAME));
  return kept ? { id: kept } : undefined;
};
