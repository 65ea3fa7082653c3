import { isSameSecret } from '../../platform/keys/is-same-secret';
import { noteSecurity } from '../../platform/keys/security-log';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { alertOwner } from '../sessions/alert';
import { enter } from '../sessions/session';
import { endHalf, spendTry } from './half';
import { recoveryCodeKey, recoveryCodes, recoveryHash } from './recovery-code';

interface Typed {
  half: string;
  code: string;
  ip: string;
  agent?: string | undefined;
}

/**
 * Opens a session with the printed recovery code after the mailed one, once, and tells the owner.
 * @throws Problem invalid on `code`: `recovery-code-wrong`, or `recovery-over` where another mailed code is needed
 */
export const signInByRecoveryCode = async (
  world: World,
  { half, code, ip, agent }: Typed,
): Promise<{ account: Account; session: string }> => {
  const account = await spendTry(world, half);
  const key = recoveryCodeKey(account);
  const kept = await world.db.get(recoveryCodes, key, { consistent: true });
  const typed = recoveryHash(world, account, code);
  if (!kept || !isSameSecret(Buffer.from(kept.hash, 'base64url'), typed)) {
    noteSecurity(world, 'wrong-code', { account: account.id, how: 'recovery-code' });
    throw invalid('code', 'recovery-code-wrong');
  }
  const used = await world.db.deleteIf(recoveryCodes, key, {
    if: '#hash = :hash',
    names: { '#hash': 'hash' },
    values: { ':hash': kept.hash },
  });
  if (!used.ok) throw invalid('code', 'recovery-code-wrong');
  await endHalf(world, half);
  const session = await enter(world, account, { how: 'recovery', ip, agent });
  if (!session) throw invalid('code', 'recovery-over');
  noteSecurity(world, 'signed-in', { account: account.id, how: 'recovery-code' });
  await alertOwner(world, account, { what: 'recovery-code-used' });
  return { account, session };
};
