import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, type PasskeyListed } from '../accounts/account';
import { keepChallenge, MOST_PASSKEYS, passkeyKey, passkeys, relyingParty, spendChallenge } from './passkey';

/** What the browser needs to make a passkey for the signed-in account. */
export const askForPasskey = async (world: World, account: Account) => {
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
 * Takes the passkey that the browser made. The account's list is written first: a key that is listed and
 * does not work can be taken away, one that works and is not listed could not.
 * @throws Problem `passkey-refused`, `passkeys-enough`, stale `account-changed`
 */
export const enrolPasskey = async (
  world: World,
  account: Account,
  { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<PasskeyListed> => {
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
  await writeList(world, account, [...before.filter((key) => key.id !== id), listed]);
  await world.db.put(passkeys, {
    ...passkeyKey(id),
    accountId: account.id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports,
  });
  return listed;
};

/** Takes a passkey away: it opens nothing from now on. @throws Problem missing `passkey-missing` */
export const removePasskey = async (world: World, account: Account, id: string): Promise<void> => {
  const before = account.passkeys ?? [];
  if (!before.some((key) => key.id === id)) throw new Problem('missing', 'passkey-missing');
  await world.db.delete(passkeys, passkeyKey(id));
  await writeList(
    world,
    account,
    before.filter((key) => key.id !== id),
  );
};

const writeList = async (world: World, account: Account, listed: PasskeyListed[]): Promise<void> => {
  const before = account.passkeys ?? [];
  const written = await world.db.updateIf(
    accountItems,
    { pk: account.id },
    {
      set: { passkeys: listed },
      if: before.length
        ? 'passkeys = :before'
        : 'attribute_exists(pk) AND (attribute_not_exists(passkeys) OR passkeys = :before)',
      values: { ':before': before },
    },
  );
  if (!written.ok) throw new Problem('stale', 'account-changed');
};

/** The person gets one message for every fault that the library finds. */
const refused = (error: unknown): never => {
  if (error instanceof Problem) throw error;
  throw invalid('credential', 'passkey-refused');
};
