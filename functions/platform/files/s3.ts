import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { Files } from '../world/world';
import { signedFor } from './signed-for-browsers';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');

/**
 * Files in one S3 bucket. The SDK is loaded by the first call, since few requests touch a file.
 * @param config endpoint and credentials where it is not AWS; `forcePathStyle` for embedded servers
 */
export const s3Files = (bucket: string, config: S3ClientConfig = {}): Files => {
  const sdk = () => import('./s3-sdk');
  let opened: Promise<S3Client> | undefined;
  const open = () => {
    opened ??= sdk().then(
      // With the SDK's own checksum, the browser that uses the upload URL would have to send it too.
      ({ S3Client }) => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED', ...config }),
    );
    return opened;
  };
  return {
    put: async (key, body, contentType) => {
      const { PutObjectCommand } = await sdk();
      await (await open()).send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }),
      );
    },

    get: async (key) => {
      const { GetObjectCommand } = await sdk();
      try {
        const { Body } = await (await open()).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    delete: async (key) => {
      const { DeleteObjectCommand } = await sdk();
      await (await open()).send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    begin: async (key, bytes) => {
      const { GetObjectCommand } = await sdk();
      const asked = { Bucket: bucket, Key: key, Range: `bytes=0-${bytes - 1}` };
      try {
        const { Body, ContentRange } = await (await open()).send(new GetObjectCommand(asked));
        const size = Number(/\/(\d+)$/.exec(ContentRange ?? '')?.[1]);
        return Body && { bytes: await Body.transformToByteArray(), size };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    copy: async (from, to) => {
      const { CopyObjectCommand } = await sdk();
      const source = `${bucket}/${from.split('/').map(encodeURIComponent).join('/')}`;
      await (await open()).send(
        new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: source, TaggingDirective: 'REPLACE' }),
      );
    },

    ...signedFor({ bucket, open }),
  };
};
