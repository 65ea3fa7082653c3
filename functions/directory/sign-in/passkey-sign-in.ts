import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { noteSecurity } from '../../platform/keys/security-log';
import { invalid } from '../../platform/problem/problem';
import { MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { countAttempt, countNetwork, uncount } from '../accounts/attempts';
import { activeAccount } from '../accounts/find';
import { enter } from '../sessions/session';
import { keepChallenge, passkeyKey, passkeys, relyingParty, spendChallenge } from './passkey';

const PER_IP = { most: 60, within: 15 * MINUTE };
const PER_NETWORK = { near: 120, wide: 1_200, within: 15 * MINUTE };

const counted = async (world: World, ip: string) => [
  await countAttempt(world, 'passkey-ip', ip, PER_IP),
  ...(await countNetwork(world, 'passkey-network', ip, PER_NETWORK)),
];

/** What the browser needs to sign in by a passkey; it names no account, so it says nothing of any. */
export const askPasskey = async (world: World, { ip }: { ip: string }) => {
  await counted(world, ip);
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(world).id,
    userVerification: 'required',
  });
  await keepChallenge(world, options.challenge, { purpose: 'sign-in' });
  return options;
};

/**
 * Opens a session when the challenge is answered with a passkey of an active account.
 * @throws Problem invalid `passkey-unknown`: nothing says what exactly was wrong
 */
export const signInByPasskey = async (
  world: World,
  { response, ip, agent }: { response: AuthenticationResponseJSON; ip: string; agent?: string | undefined },
): Promise<{ account: Account; session: string }> => {
  const attempts = await counted(world, ip);
  const passkey = await world.db.get(passkeys, passkeyKey(response.id), { consistent: true });
  if (!passkey) throw unknown(world);
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(world);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(world, challenge, { purpose: 'sign-in' }),
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => {
    throw unknown(world);
  });
  const account = verified && (await activeAccount(world, passkey.accountId));
  if (!account) throw unknown(world);
  if (authenticationInfo.newCounter > passkey.counter) {
    const counted = await world.db.updateIf(passkeys, passkeyKey(response.id), {
      set: { counter: authenticationInfo.newCounter },
      if: 'attribute_exists(pk)',
    });
    if (!counted.ok) throw unknown(world); // it was taken away meanwhile
  }
  await uncount(world, attempts);
  const session = await enter(world, account, { how: 'passkey', ip, agent });
  if (!session) throw unknown(world);
  noteSecurity(world, 'signed-in', { account: account.id, how: 'passkey' });
  return { account, session };
};

const unknown = (world: World) => {
  noteSecurity(world, 'wrong-code', { how: 'passkey' });
  return invalid('credential', 'passkey-unknown');
};
