import { randomUUID } from 'node:crypto';
import { newId } from '../../platform/keys/ids';
import { tokenHash } from '../../platform/keys/link-token';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, type AccountInput, accountItems, accountPointers } from '../accounts/account';
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
  more: { id?: string } = {},
): Promise<Account> => {
  if (input.role === 'officer' && !input.unitId) throw invalid('unitId', 'officer-unit-required');
  if (input.unitId) mustBeInForce(await readUnits(world), input.unitId);
  const id = more.id ?? newId('account', world.now());
  const account: Account = { id, ...input, active: true, createdAt: iso(world.now()) };
  const written = await world.db.transactIf(
    [
      { put: { pk: id, ...account }, table: accountItems, if: 'attribute_not_exists(pk)' },
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

/** A bearer token for calls of the API in an account's name; only its hash is kept. */
export const addApiToken = async (world: World, accountId: string, token: string): Promise<void> =>
  world.db.put(accountPointers, { pk: `token#${tokenHash(token)}`, accountId });
