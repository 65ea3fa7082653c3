import { createHmac } from 'node:crypto';

interface Upload {
  bucket: string;
  key: string;
  /** The type that the file is kept under. */
  type: string;
  /** In bytes. */
  largest: number;
  /** Where the browser goes when the file is kept. */
  next: string;
}

interface Signer {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  region: string;
  now: Date;
  seconds: number;
}

const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();
const compact = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * The fields of a form that S3 takes from a browser (POST policy, Signature Version 4): one key, one type, one address to go
 * to, at least one byte and at most `largest`. Whatever else the browser sends is refused. Pure.
 */
export const uploadFields = (
  { bucket, key, type, largest, next }: Upload,
  { accessKeyId, secretAccessKey, sessionToken, region, now, seconds }: Signer,
): Record<string, string> => {
  const date = compact(now);
  const day = date.slice(0, 8);
  const fields: Record<string, string> = {
    key,
    'Content-Type': type,
    success_action_redirect: next,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${day}/${region}/s3/aws4_request`,
    'x-amz-date': date,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const policy = {
    expiration: new Date(now.getTime() + seconds * 1_000).toISOString(),
    conditions: [
      { bucket },
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
      ['content-length-range', 1, largest],
    ],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  const signing = [day, region, 's3', 'aws4_request'].reduce<string | Uint8Array>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return { ...fields, policy: encoded, 'x-amz-signature': hmac(signing, encoded).toString('hex') };
};
