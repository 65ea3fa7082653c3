import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { line } from '../../platform/input/fields';
import { base32 } from '../../platform/keys/ids';
import { noteSecurity } from '../../platform/keys/security-log';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { may } from '../accounts/may';
import { mustHaveSignedInLately } from './again';
import { alertOwner } from './alert';
import { listOpen } from './list';
import { type ApiToken, apiTokens, tokenItem } from './token';

/** Of one account, at one time. */
const MOST = 10;

export const TokenInput = z.strictObject({
  name: line(60),
  manages: z.boolean().default(false),
  /** Of the form: sent again, it makes no second token and shows the same one. */
  nonce: z.string('required').regex(/^[0-9a-z]{26,40}$/, 'malformed'),
});

/**
 * Makes a bearer token for one's own account, which is shown this once, and tells the account's person by mail.
 * @throws Problem unauthenticated `sign-in-again`; conflict `tokens-enough`; `forbidden` where the account does not
 *   manage accounts itself
 */
export const makeToken = async (
  world: World,
  account: Account,
  { name, manages, nonce }: z.output<typeof TokenInput>,
): Promise<{ secret: string; token: ApiToken }> => {
  mustHaveSignedInLately(world);
  if (manages && !may(account).manageAccounts) throw new Problem('forbidden', 'forbidden');
  const secret = secretOf(world, account, nonce);
  const token = tokenItem(world, account, secret, { name, manages });
  const { tokens } = await listOpen(world, account);
  const there = tokens.find(({ pk }) => pk === token.pk);
  if (there) return { secret, token: there };
  if (tokens.length >= MOST) throw new Problem('conflict', 'tokens-enough');
  const written = await world.db.putIf(apiTokens, token, { if: 'attribute_not_exists(pk)' });
  if (written.ok) {
    noteSecurity(world, 'token-made', { account: account.id });
    await alertOwner(world, account, { what: 'token-made', name });
  }
  return { secret, token };
};

/** The secret follows from the form that asks, so the same form makes the same token. */
const secretOf = ({ settings }: Pick<World, 'settings'>, { id }: Account, nonce: string): string =>
  base32(createHmac('sha256', settings.secrets.token).update(`api-token:${id}:${nonce}`).digest()).slice(
    0,
    32,
  );
