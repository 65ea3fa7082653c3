import { Duration } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type IBackupVault,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BACKUP_DAYS } from '../../../functions/privacy/retention/classes';
import type { Stage } from '../../stages/stage';
import type { Files } from './buckets';
import { keptData } from './kept-data';
import type { Tables } from './tables';

const KEPT = Duration.days(BACKUP_DAYS);

/**
 * A copy of tables and files each night, beside the tables' own recovery: it outlives a deleted table, and it can go to
 * another account (`backupCopyTo`).
 */
export class Backups extends Construct {
  readonly vault: BackupVault;

  constructor(
    scope: Construct,
    id: string,
    { stage, tables, files }: { stage: Stage; tables: Tables; files: Files },
  ) {
    super(scope, id);
    this.vault = new BackupVault(this, 'Vault', {
      removalPolicy: keptData(stage),
      // A person with the rights of an administrator cannot delete a backup either.
      blockRecoveryPointDeletion: stage.live,
    });
    const copy = stage.backupCopyTo && BackupVault.fromBackupVaultArn(this, 'Elsewhere', stage.backupCopyTo);
    const plan = new BackupPlan(this, 'Plan', { backupVault: this.vault });
    plan.addRule(nightly(copy || undefined));
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        'service-role/AWSBackupServiceRolePolicyForBackup',
        'AWSBackupServiceRolePolicyForS3Backup',
      ].map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    plan.addSelection('All', {
      role,
      disableDefaultBackupPolicy: true,
      resources: [
        ...tables.all.map(({ table }) => BackupResource.fromDynamoDbTable(table)),
        BackupResource.fromArn(files.uploads.bucketArn),
      ],
    });
  }
}

/** At 1:30 in the morning in Vietnam. */
const nightly = (copy?: IBackupVault) =>
  new BackupPlanRule({
    ruleName: 'nightly',
    scheduleExpression: Schedule.cron({ hour: '18', minute: '30' }),
    deleteAfter: KEPT,
    ...(copy && { copyActions: [{ destinationBackupVault: copy, deleteAfter: KEPT }] }),
  });
