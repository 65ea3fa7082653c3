import { type Account, accountItems, type Role } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { finishSignIn, startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { readSignInCode } from '../../../functions/directory/sign-in/sign-in-code';
import { addUnit } from '../../../functions/directory/units/add';
import { signInCodeIn } from '../../support/sign-in-code';
import type { TestWorld } from '../../support/world';

let n = 0;

/** A member of the staff; with a passkey unless it says otherwise. */
export const person = async (
  world: TestWorld,
  role: Role = 'organizer',
  { passkey = true } = {},
): Promise<Account> => {
  const unitId = role === 'officer' && (await addUnit(world, { name: `Tỉnh ${n}`, kind: 'province' })).id;
  const { id } = await addAccount(world, {
    email: `kp-${++n}@stp.example`,
    name: 'Lê Thị Mẫu',
    role,
    ...(unitId && { unitId }),
  });
  if (passkey) {
    const passkeys = [{ id: `key-${n}`, name: 'Máy ở cơ quan', createdAt: '2026-11-01T00:00:00.000Z' }];
    await world.db.update(accountItems, { pk: id }, { set: { passkeys } });
  }
  return getAccount(world, id);
};

/** Asks for a code by mail and types it. */
export const byCode = async (world: TestWorld, { email }: Pick<Account, 'email'>) => {
  const challenge = await startSignIn(world, { email, ip: '192.0.2.1' });
  const code = readSignInCode(signInCodeIn(world.sent.at(-1)!.raw))!;
  return finishSignIn(world, { challenge, code, ip: '192.0.2.1' });
};
