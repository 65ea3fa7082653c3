import { createHmac } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSameSecret } from '../../../../functions/platform/keys/is-same-secret';
import { MINUTE } from '../../../../functions/platform/time/dates';
import type { World } from '../../../../functions/platform/world/world';
import { hostCookie } from '../../../cookie-name';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';

/**
 * For half an hour after registering, or after giving code and phone, a signed cookie says which
 * registration the reader may see, so that the code and the phone are neither in a URL nor typed again. On the pages of
 * events it answers a form that is sent again, and spares the person the same questions for another event. A browser without cookies carries the same proof in the addresses and forms of its pages.
 */
const NAME = 'dk';
const LASTS = 30 * MINUTE;

const sign = (world: World, id: string, until: number) =>
  createHmac('sha256', world.settings.secrets.token).update(`review:${id}:${until}`).digest('base64url');

/** @returns the proof, for a reader whose browser keeps no cookies */
export const giveProof = (c: Page, { id }: { id: string }): string => {
  const world = c.get('world');
  const until = world.now() + LASTS;
  const value = `${id}.${until}.${sign(world, id, until)}`;
  const { name, secure } = hostCookie(c, NAME);
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: LASTS / 1_000 });
  return value;
};

/** Removes the proof from this browser: the next person who uses it does not see the registration. */
export const endProof = (c: Page): void => {
  const { name, secure } = hostCookie(c, NAME);
  deleteCookie(c, name, { path: '/', secure });
};

/** Whether the browser itself keeps a proof; a page can carry one too. */
export const keepsProof = (c: Page): boolean =>
  provenBy(c.get('world'), getCookie(c, hostCookie(c, NAME).name)) !== undefined;

const provenBy = (world: World, proof: string | undefined): string | undefined => {
  const [id, until, signature] = (proof ?? '').split('.');
  if (!id || !until || !signature || !(Number(until) > world.now())) return undefined;
  return isSameSecret(signature, sign(world, id, Number(until))) ? id : undefined;
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
  const kept = provenBy(world, getCookie(c, hostCookie(c, NAME).name));
  return kept ? { id: kept } : undefined;
};
