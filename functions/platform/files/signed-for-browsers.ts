import type { S3Client } from '@aws-sdk/client-s3';
import type { Files } from '../world/world';
import { uploadFields } from './upload-form';

/** How long a signed URL or form lives, in seconds. */
const SIGNED_SECONDS = 600;

/** Loaded by the first call, since few requests touch a file. */
const sdk = () => import('./s3-sdk');

interface Bucket {
  bucket: string;
  open: () => Promise<S3Client>;
}

/** What lets a browser put or get one file, without credentials of its own. */
export const signedFor = ({
  bucket,
  open,
}: Bucket): Pick<Files, 'uploadUrl' | 'uploadForm' | 'downloadUrl'> => ({
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
});
