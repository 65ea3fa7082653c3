import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { publicOrigin, type Stage } from './stage';

const CLOSED = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} as const;

/** Buckets: what people upload, and what no reader of a stream could make sense of. */
export class Files extends Construct {
  /** Signed letters and the like. */
  readonly uploads: Bucket;
  /** Stream records that failed to the end, whole, to be read and sent through again. */
  readonly failed: Bucket;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.uploads = new Bucket(this, 'Uploads', {
      ...CLOSED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [publicOrigin(stage)],
          allowedHeaders: ['content-type'],
        },
      ],
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.failed = new Bucket(this, 'Failed', {
      ...CLOSED,
      removalPolicy: RemovalPolicy.RETAIN,
      // They hold personal data: long enough to mend the reader, not longer.
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
  }
}
