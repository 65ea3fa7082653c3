import { type App, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Stage } from '../../stages/stage';
import { Backups } from './backups';
import { Files } from './buckets';
import { Keys } from './secrets';
import { Tables } from './tables';

/**
 * What must outlive the system: tables, files and keys. It stands apart so that the system's stack, which fails more
 * easily, can be deleted and made again.
 */
export class Data extends Stack {
  readonly tables: Tables;
  readonly files: Files;
  readonly keys: Keys;

  constructor(app: App, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(app, id, { ...props, terminationProtection: stage.live });
    this.tables = new Tables(this, 'Tables', stage);
    this.files = new Files(this, 'Files', stage);
    this.keys = new Keys(this, 'Secrets', stage);
    if (stage.backups) new Backups(this, 'Backups', { stage, tables: this.tables, files: this.files });
    // What the commands of docs/operations.md must find.
    new CfnOutput(this, 'FilesBucket', { value: this.files.uploads.bucketName });
    new CfnOutput(this, 'FailedBucket', { value: this.files.failed.bucketName });
    // Exported also where a stage uses restored tables: CloudFormation removes no export that is still imported.
    for (const { spec, table } of this.tables.all) if (spec.stream) this.exportValue(table.tableStreamArn);
  }
}
