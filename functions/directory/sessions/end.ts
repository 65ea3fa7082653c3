import { randomUUID } from 'node:crypto';
import { noteSecurity } from '../../platform/keys/security-log';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, accountsTable, epochOf } from '../accounts/account';
import { openById } from './list';
import { type Session, sessions } from './session';

/**
 * Ends one session or bearer token of one's own account: it opens nothing from its next request on.
 * @throws Problem missing `session-missing` where it is none of the account's, or has ended already
 */
export const endOne = async (world: World, account: Account, id: string): Promise<void> => {
  const { pk } = await openById(world, account, id);
  await world.db.delete(accountsTable, { pk });
  noteSecurity(world, 'sessions-ended', { account: account.id, how: id.startsWith('tok') ? 'token' : 'one' });
};

/**
 * Ends every session and bearer token of one's own account but the session that asks. The account's epoch rises, and
 * this session goes along: one that is opened at the same moment, and is in no list yet, ends too.
 * @throws Problem stale `account-changed` where the epoch rose meanwhile
 */
export const endOthers = async (world: World, account: Account, own: Session): Promise<void> => {
  const epoch = epochOf(account);
  const written = await world.db.transactIf(
    [
      {
        table: accountItems,
        update: { pk: account.id },
        set: { epoch: epoch + 1 },
        if: account.epoch === undefined ? 'attribute_not_exists(#epoch)' : '#epoch = :epoch',
        names: { '#epoch': 'epoch' },
        ...(account.epoch !== undefined && { values: { ':epoch': epoch } }),
      },
      {
        table: sessions,
        update: { pk: own.pk },
        set: { epoch: epoch + 1 },
        if: 'attribute_exists(pk)',
      },
    ],
    randomUUID(),
  );
  if (!written.ok) throw new Problem('stale', 'account-changed');
  noteSecurity(world, 'sessions-ended', { account: account.id, how: 'others' });
};
