/** What `s3.ts` needs of the AWS SDK. It is built by itself (`infra/build/functions.ts`). */
export {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
export { getSignedUrl } from '@aws-sdk/s3-request-presigner';
