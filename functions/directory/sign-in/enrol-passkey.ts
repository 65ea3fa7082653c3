import { randomUUID } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { noteSecurity } from '../../platform/keys/security-log';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, type PasskeyListed } from '../accounts/account';
import { mustHaveSignedInLately } from '../sessions/again';
import { alertOwner } from '../sessions/alert';
import { keepChallenge, MOST_PASSKEYS, passkeyKey, passkeys, relyingParty, spendChallenge } from './passkey';

/** What the browser needs to make a passkey for the signed-in account. */
export const askForPasskey = async (world: World, account: Account) => {
  mustHaveSignedInLately(world);
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const { id, name } = relyingParty(world);
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    attestationType: 'none',
    excludeCredentials: account.passkeys?.map((key) => ({ id: key.id })),
    // Found without typing an address, and opened by the device's own lock: it stands for both.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(world, options.challenge, { purpose: 'enrol', accountId: account.id });
  return options;
};

/**
 * Takes the passkey that the browser made. The device chooses its id, so a device can name one that belongs to another
 * account: that one is never replaced. The key and the account's list are written together.
 * @throws Problem unauthenticated `sign-in-again`; `passkey-refused`, `passkey-taken`, `passkeys-enough`, stale `account-changed`
 */
export const enrolPasskey = async (
  world: World,
  account: Account,
  { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<PasskeyListed> => {
  mustHaveSignedInLately(world);
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(world);
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const expectedChallenge = (challenge: string) =>
    spendChallenge(world, challenge, { purpose: 'enrol', accountId: account.id });
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
  }).catch(refused);
  if (!verified || !registrationInfo) throw invalid('credential', 'passkey-refused');
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;

  const before = account.passkeys ?? [];
  if (before.length >= MOST_PASSKEYS) throw new Problem('conflict', 'passkeys-enough');
  const listed = { id, name, createdAt: iso(world.now()) };
  const written = await world.db.transactIf(
    [
      {
        table: accountItems,
        update: { pk: account.id },
        ...listChange(before, [...without(before, id), listed]),
      },
      {
        table: passkeys,
        put: {
          ...passkeyKey(id),
          accountId: account.id,
          publicKey: Buffer.from(publicKey).toString('base64url'),
          counter,
          transports,
        },
        ...ownOrNew(account),
      },
    ],
    randomUUID(),
  );
  if (!written.ok) throw await whyNotEnrolled(world, account, id);
  noteSecurity(world, 'factor-added', { account: account.id, how: 'passkey' });
  await alertOwner(world, account, { what: 'passkey-added', name });
  return listed;
};

/** Takes a passkey away: it opens nothing from now on. @throws Problem missing `passkey-missing`, unauthenticated `sign-in-again` */
export const removePasskey = async (world: World, account: Account, id: string): Promise<void> => {
  mustHaveSignedInLately(world);
  const before = account.passkeys ?? [];
  if (!before.some((key) => key.id === id)) throw new Problem('missing', 'passkey-missing');
  // Of a list that names another account's key only the line goes.
  await world.db.deleteIf(passkeys, passkeyKey(id), ownOrNew(account));
  const written = await world.db.updateIf(
    accountItems,
    { pk: account.id },
    listChange(before, without(before, id)),
  );
  if (!written.ok) throw new Problem('stale', 'account-changed');
  noteSecurity(world, 'factor-removed', { account: account.id, how: 'passkey' });
};

const without = (list: readonly PasskeyListed[], id: string) => list.filter((key) => key.id !== id);

/** True where the stored key is the account's own, or there is none. */
const ownOrNew = ({ id }: Account) => ({
  if: 'attribute_not_exists(pk) OR accountId = :account',
  values: { ':account': id },
});

/** The account's list becomes another one, if it is still the one that was read. */
const listChange = (before: readonly PasskeyListed[], listed: readonly PasskeyListed[]) => ({
  set: { passkeys: listed },
  if: before.length
    ? 'passkeys = :before'
    : 'attribute_exists(pk) AND (attribute_not_exists(passkeys) OR passkeys = :before)',
  values: { ':before': before },
});

const whyNotEnrolled = async (world: World, account: Account, id: string): Promise<Problem> => {
  const stored = await world.db.get(passkeys, passkeyKey(id), { consistent: true });
  return stored && stored.accountId !== account.id
    ? invalid('credential', 'passkey-taken')
    : new Problem('stale', 'account-changed');
};

/** The person gets one message for every fault that the library finds. */
const refused = (error: unknown): never => {
  if (error instanceof Problem) throw error;
  throw invalid('credential', 'passkey-refused');
};
