import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { publicOrigin, type Stage } from '../stages/stage';

const CLOSED = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} as const;

/** Buckets: uploads of people, and stream records that no reader could process. */
export class Files extends Construct {
  /** Signed letters and the like. */
  readonly uploads: Bucket;
  /** Whole stream records whose retries all failed, for a later redrive. */
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
      // They hold personal data: kept long enough to fix the reader, not longer.
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
  }
}
