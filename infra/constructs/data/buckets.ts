import { Duration } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { FILE_DAYS } from '../../../functions/privacy/retention/classes';
import type { Stage } from '../../stages/stage';
import { keptData } from './kept-data';

const CLOSED = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} as const;

/** Buckets: files of the application, and batches of stream records that Lambda gave up on. */
export class Files extends Construct {
  /**
   * Signed letters; below `library/` files of materials, below `incoming/` uploads for a day; below `poison/` the stream records that a reader gave up on; below `lists/` lists of people until
   * they are imported; below `forgotten/` what a restore must forget again.
   */
  readonly uploads: Bucket;
  /** Whole batches whose retries all failed: a person sends them to the function again. */
  readonly failed: Bucket;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.uploads = new Bucket(this, 'Uploads', {
      ...CLOSED,
      versioned: true,
      removalPolicy: keptData(stage),
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(FILE_DAYS.formerVersions),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        // A list is deleted once it is imported: no older version of it stays, nor what a stopped process left.
        {
          prefix: 'lists/',
          noncurrentVersionExpiration: Duration.days(1),
          expiration: Duration.days(FILE_DAYS.lists),
        },
        // A file that a browser uploaded is copied at once, or was never asked for.
        {
          prefix: 'incoming/',
          noncurrentVersionExpiration: Duration.days(1),
          expiration: Duration.days(1),
        },
        // Whole records with people's data: kept long enough to mend the reader and to repeat them.
        {
          prefix: 'poison/',
          noncurrentVersionExpiration: Duration.days(1),
          expiration: Duration.days(FILE_DAYS.poison),
        },
      ],
    });
    this.failed = new Bucket(this, 'Failed', {
      ...CLOSED,
      removalPolicy: keptData(stage),
      // They hold personal data, and nothing looks into them when a person is forgotten: kept for less than the 15 days
      // within which that must be done.
      lifecycleRules: [{ expiration: Duration.days(FILE_DAYS.failed) }],
    });
  }
}
