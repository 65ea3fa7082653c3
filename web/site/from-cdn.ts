import { createHash } from 'node:crypto';
import { isSameSecret } from '../../functions/platform/keys/is-same-secret';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request shows one of the secrets. Digests are compared, so that not even the length of a secret is learned. */
export const showsSecret = (shown: string | undefined, secrets: readonly string[]): boolean => {
  const given = digest(shown ?? '');
  return secrets.map((secret) => isSameSecret(given, digest(secret))).includes(true);
};
