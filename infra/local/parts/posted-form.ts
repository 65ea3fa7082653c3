import type { IncomingMessage } from 'node:http';
import { Refused } from './objects-in-directory';
import { type Credentials, isSignedPolicy } from './signed-request';

/** Fields that the policy need not name, as at S3. */
const UNSAID = ['policy', 'x-amz-signature', 'file'];

interface Policy {
  expiration: string;
  conditions: (Record<string, string> | [string, ...(string | number)[]])[];
}

const policyIn = (encoded: string): Policy => {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    throw new Refused(400, 'InvalidPolicyDocument');
  }
};

/** What the policy wants of fields, and of the size of the file. */
const rulesOf = ({ conditions }: Policy) => {
  const equal = new Map<string, string>();
  let [least, most] = [0, 0];
  for (const one of conditions)
    if (!Array.isArray(one))
      for (const [name, value] of Object.entries(one)) equal.set(name.toLowerCase(), value);
    else if (one[0] === 'content-length-range') [least, most] = [Number(one[1]), Number(one[2])];
    else throw new Refused(501, 'NotImplemented');
  return { equal, least, most };
};

interface Store {
  bucket: string;
  credentials: Credentials;
  now: number;
}

/**
 * Reads a form by which a browser uploads a file, as S3 does: the policy must be signed and not over, and hold of every
 * field and of the size of the file.
 * @throws Refused
 */
export const readPostedForm = async (
  request: IncomingMessage,
  body: Buffer,
  { bucket, credentials, now }: Store,
): Promise<{ key: string; file: Buffer; next: string }> => {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
    throw new Refused(400, 'MalformedPOSTRequest');
  });
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const file = form.get('file');
  if (!(file instanceof File)) throw new Refused(400, 'InvalidArgument');
  const signed = {
    policy: text('policy'),
    credential: text('x-amz-credential'),
    signature: text('x-amz-signature'),
  };
  if (!isSignedPolicy(signed, credentials)) throw new Refused(403, 'SignatureDoesNotMatch');
  const policy = policyIn(signed.policy);
  if (!(now < Date.parse(policy.expiration))) throw new Refused(403, 'AccessDenied');
  const { equal, least, most } = rulesOf(policy);
  const sent = new Map([...form.keys()].map((name) => [name.toLowerCase(), text(name)]));
  for (const [name, value] of equal)
    if ((name === 'bucket' ? bucket : sent.get(name)) !== value) throw new Refused(403, 'AccessDenied');
  for (const name of sent.keys())
    if (!UNSAID.includes(name) && !equal.has(name)) throw new Refused(403, 'AccessDenied');
  if (file.size < least) throw new Refused(400, 'EntityTooSmall');
  if (file.size > most) throw new Refused(400, 'EntityTooLarge');
  const bytes = Buffer.from(await file.arrayBuffer());
  return { key: text('key'), file: bytes, next: text('success_action_redirect') };
};
