import { createHash, generateKeyPairSync } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { World } from '../../functions/platform/world/world';

/** A credential's id as it is sent and stored. */
export const credentialId = (text: string): string => Buffer.from(text).toString('base64url');

/** What a device answers that makes a passkey of this id: any device may choose any id. */
export const madeByDevice = (
  { settings }: Pick<World, 'settings'>,
  challenge: string,
  text: string,
): RegistrationResponseJSON => {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const bytes = (base64: string | undefined) => new Uint8Array(Buffer.from(base64 ?? '', 'base64url'));
  // COSE: an elliptic curve key (kty 2) for ES256 (alg -7) on P-256 (crv 1).
  const key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
  const id = Buffer.from(text);
  const authData = Buffer.concat([
    createHash('sha256').update(new URL(settings.publicOrigin).hostname).digest(),
    Buffer.from([0b0100_0101]), // a person was there, the device was unlocked, a key follows
    Buffer.alloc(4 + 16), // uses, model
    Buffer.from([id.length >> 8, id.length & 0xff]),
    id,
    isoCBOR.encode(key),
  ]);
  const attestation = isoCBOR.encode(
    new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ]),
  );
  return {
    id: credentialId(text),
    rawId: credentialId(text),
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(
        JSON.stringify({ type: 'webauthn.create', challenge, origin: settings.publicOrigin }),
      ).toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'),
    },
  };
};
