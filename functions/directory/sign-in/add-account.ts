import { randomUUID } from 'node:crypto';
import { newId } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import {
  type Account,
  type AccountInput,
  type AccountItem,
  accountItems,
  accountPointers,
} from '../accounts/account';
import { mustBeInForce } from '../units/choose';
import { readUnits } from '../units/list';

/**
 * Makes an account for a staff member, who signs in by codes sent to the address.
 * @throws Problem invalid `account-twice` on `email`, `unit-unknown`, `unit-ended` or
 * `officer-unit-required` on `unitId`
 */
export const addAccount = async (
  world: World,
  input: AccountInput,
  { id: given, ...more }: Partial<Pick<AccountItem, 'id' | 'invitedAt' | 'nonce'>> = {},
): Promise<Account> => {
  if (input.role === 'officer' && !input.unitId) throw invalid('unitId', 'officer-unit-required');
  if (input.unitId) mustBeInForce(await readUnits(world, input.unitId), input.unitId);
  const id = given ?? newId('account', world.now());
  const account: Account = { id, ...input, active: true, createdAt: iso(world.now()), version: 1 };
  const written = await world.db.transactIf(
    [
      {
        put: { pk: id, listed: 'account', ...account, ...more },
        table: accountItems,
        if: 'attribute_not_exists(pk)',
      },
      {
        put: { pk: `email#${input.email}`, accountId: id },
        table: accountPointers,
        if: 'attribute_not_exists(pk)',
      },
    ],
    randomUUID(),
  );
  if (!written.ok) throw invalid('email', 'account-twice');
  return account;
};
