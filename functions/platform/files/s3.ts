import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { Files } from '../world/world';
import { uploadFields } from './upload-form';

/** How long a signed URL or form lives, in seconds. */
const SIGNED_SECONDS = 600;

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

    uploadUrl: async (key, contentType) => {
      const { PutObjectCommand, getSignedUrl } = await sdk();
      return getSignedUrl(
        await open(),
        new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType }),
        // Signed, or else the URL would take a file of any type.
        { expiresIn: SIGNED_SECONDS, signableHeaders: new Set(['content-type', 'host']) },
      );
    },

    uploadForm: async (key, { type, largest, next }) => {
      const { PutObjectCommand, getSignedUrl } = await sdk();
      const { config } = await open();
      const [credentials, region] = await Promise.all([config.credentials(), config.region()]);
      // The bucket's own address, however it is written.
      const object = new URL(
        await getSignedUrl(await open(), new PutObjectCommand({ Bucket: bucket, Key: 'x' })),
      );
      const url = object.origin + object.pathname.slice(0, -1);
      const signer = { ...credentials, region, now: new Date(), seconds: SIGNED_SECONDS };
      return { url, fields: uploadFields({ bucket, key, type, largest, next }, signer) };
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

    downloadUrl: async (key, { name, type }) => {
      const { GetObjectCommand, getSignedUrl } = await sdk();
      const asked = {
        Bucket: bucket,
        Key: key,
        ResponseContentType: type,
        ResponseContentDisposition: `attachment; filename="${name}"`,
      };
      return getSignedUrl(await open(), new GetObjectCommand(asked), { expiresIn: SIGNED_SECONDS });
    },
  };
};
