import { createHmac } from 'node:crypto';
import { noteSecurity } from '../../platform/keys/security-log';
import { newTypedCode, readTypedCode, showTypedCode } from '../../platform/keys/typed-code';
import { table } from '../../platform/store/table';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable } from '../accounts/account';
import { mustHaveSignedInLately } from '../sessions/again';

const LENGTH = 16;

/** `recovery#<account>`: the hash of the one code that is kept on paper. */
export const recoveryCodes = table<{ pk: string; hash: string; createdAt: string }>(accountsTable);
export const recoveryCodeKey = ({ id }: Pick<Account, 'id'>) => ({ pk: `recovery#${id}` });

/** As it was typed, as it was made. Pure. @returns nothing where it cannot be a code */
export const readRecoveryCode = (typed: string): string | undefined => readTypedCode(typed, LENGTH);

export const recoveryHash = (
  { settings }: Pick<World, 'settings'>,
  { id }: Pick<Account, 'id'>,
  code: string,
) => createHmac('sha256', settings.secrets.token).update(`recovery:${id}:${code}`).digest();

/** When the account's code was made, if it has one that was not used. */
export const recoveryCodeMadeAt = async (
  world: World,
  account: Pick<Account, 'id'>,
): Promise<string | undefined> =>
  (await world.db.get(recoveryCodes, recoveryCodeKey(account), { consistent: true }))?.createdAt;

/**
 * Makes the account's recovery code, to be printed: 80 bits, good for one use. The one of before opens nothing more.
 * @returns it as it is shown, this once: `7K3M-Q2XP-9D4R-T6WN`
 * @throws Problem unauthenticated `sign-in-again`
 */
export const makeRecoveryCode = async (world: World, account: Pick<Account, 'id'>): Promise<string> => {
  mustHaveSignedInLately(world);
  const code = newTypedCode(LENGTH);
  await world.db.put(recoveryCodes, {
    ...recoveryCodeKey(account),
    hash: recoveryHash(world, account, code).toString('base64url'),
    createdAt: iso(world.now()),
  });
  noteSecurity(world, 'factor-added', { account: account.id, how: 'recovery-code' });
  return showTypedCode(code);
};
