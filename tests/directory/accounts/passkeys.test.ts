import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, accountItems } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import {
  askForPasskey,
  enrolPasskey,
  removePasskey,
} from '../../../functions/directory/sign-in/enrol-passkey';
import { passkeyKey, passkeys, spendChallenge } from '../../../functions/directory/sign-in/passkey';
import { askPasskey, signInByPasskey } from '../../../functions/directory/sign-in/passkey-sign-in';
import { MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { credentialId, madeByDevice } from '../../support/device';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

/** What holds before any authenticator is believed; the journey has a real one. */
describe('passkeys', () => {
  const world = useWorld();
  let binh: Account;
  let an: Account;
  beforeAll(async () => {
    binh = await addAccount(world, { email: 'binh@stp.example', name: 'Trần Văn Bình', role: 'organizer' });
    an = await addAccount(world, { email: 'an@stp.example', name: 'Lê Thị An', role: 'organizer' });
  });
  const made = (challenge: string, id = 'abc') => ({
    id,
    rawId: id,
    type: 'public-key' as const,
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(
        JSON.stringify({ type: 'webauthn.create', challenge, origin: world.settings.publicOrigin }),
      ).toString('base64url'),
      attestationObject: '',
      authenticatorData: '',
      signature: '',
    },
  });

  test('a challenge is for one person, one purpose, one answer and five minutes', async () => {
    const asked = async () => (await askForPasskey(world, binh)).challenge;
    const mine = { purpose: 'enrol', accountId: binh.id } as const;
    const challenge = await asked();
    expect(await spendChallenge(world, challenge, { purpose: 'enrol', accountId: an.id })).toBe(false);
    expect(await spendChallenge(world, challenge, { purpose: 'sign-in' })).toBe(false);
    expect(await spendChallenge(world, challenge, mine)).toBe(true);
    expect(await spendChallenge(world, challenge, mine)).toBe(false);
    const late = await asked();
    world.clock.forward(5 * MINUTE);
    expect(await spendChallenge(world, late, mine)).toBe(false);
  });

  test('what no device has signed is refused, and nothing is kept of it', async () => {
    const { challenge } = await askForPasskey(world, binh);
    const enrolling = enrolPasskey(world, binh, { response: made(challenge), name: 'Máy' });
    await expect(enrolling).rejects.toMatchObject({ fields: [{ code: 'passkey-refused' }] });
    await expect(removePasskey(world, binh, 'abc')).rejects.toMatchObject({ code: 'passkey-missing' });
  });

  test('an id that another account has is refused with words, and neither account changes', async () => {
    const enrol = async (account: Account, name: string) => {
      const { challenge } = await askForPasskey(world, account);
      return enrolPasskey(world, account, { response: madeByDevice(world, challenge, 'one-id'), name });
    };
    await enrol(an, 'Máy của An');
    const keyOfAn = await world.db.get(passkeys, passkeyKey(credentialId('one-id')));
    expect(keyOfAn).toMatchObject({ accountId: an.id });
    await expect(enrol(binh, 'Máy của Bình')).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ path: 'credential', code: 'passkey-taken' }],
    });
    expect(await world.db.get(passkeys, passkeyKey(credentialId('one-id')))).toEqual(keyOfAn);
    expect((await getAccount(world, binh.id)).passkeys).toBeUndefined();
    // The list of an account that names the key of another: the line goes, the key stays.
    const listing = {
      ...binh,
      passkeys: [{ id: credentialId('one-id'), name: 'Cũ', createdAt: binh.createdAt }],
    };
    await world.db.update(accountItems, { pk: binh.id }, { set: { passkeys: listing.passkeys } });
    await removePasskey(world, listing, credentialId('one-id'));
    expect(await world.db.get(passkeys, passkeyKey(credentialId('one-id')))).toEqual(keyOfAn);
  });

  test('leaves a line in the security log when it is added, refused and taken away', async () => {
    const before = world.logs.length;
    const owner = await getAccount(world, an.id);
    const { challenge } = await askForPasskey(world, owner);
    const response = madeByDevice(world, challenge, 'logged-id');
    await enrolPasskey(world, owner, { response, name: 'Máy của An' });
    const asked = await askPasskey(world, { ip: '192.0.2.1' });
    await expect(
      signInByPasskey(world, { response: made(asked.challenge), ip: '192.0.2.1' }),
    ).rejects.toBeDefined();
    await removePasskey(world, await getAccount(world, an.id), credentialId('logged-id'));
    const lines = world.logs.slice(before).filter(({ what }) => what.startsWith('security-'));
    expect(lines.map(({ what, account, how }) => [what, account, how])).toEqual([
      ['security-factor-added', an.id, 'passkey'],
      ['security-wrong-code', undefined, 'passkey'],
      ['security-factor-removed', an.id, 'passkey'],
    ]);
  });

  test('an unknown passkey says nothing more than that', async () => {
    const { challenge } = await askPasskey(world, { ip: '192.0.2.1' });
    const answering = signInByPasskey(world, { response: made(challenge), ip: '192.0.2.1' });
    await expect(answering).rejects.toMatchObject({ fields: [{ code: 'passkey-unknown' }] });
  });

  test('the challenge names no account and asks for the device’s own lock', async () => {
    const options = await askPasskey(world, { ip: '192.0.2.1' });
    expect(options).toMatchObject({ rpId: 'nhipcau.test', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
  });

  test.each(['not json', '{}', JSON.stringify({ id: 'x' }), 'x'.repeat(60_000)])(
    'a form with %.12s for an answer comes back',
    async (credential) => {
      const answer = await visitor(world).post(routes.signInPasskey(), { credential });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null]);
    },
  );
});
