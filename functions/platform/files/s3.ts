import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { Files } from '../world/world';

/** How long an upload's URL lives, in seconds. */
const UPLOAD_SECONDS = 600;

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
        if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound'))
          return undefined;
        throw error;
      }
    },

    delete: async (key) => {
      const { DeleteObjectCommand } = await sdk();
      await (await open()).send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    uploadUrl: async (key, contentType) => {
      const { PutObjectCommand, getSignedUrl } = await sdk();
      return getSignedUrl(
        await open(),
        new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType }),
        // Signed, or else the URL would take a file of any type.
        { expiresIn: UPLOAD_SECONDS, signableHeaders: new Set(['content-type', 'host']) },
      );
    },
  };
};
